"""Use cases over whole files: a roster of volunteers, the paper sheets of a month.

Why one unit for a file: what is right goes in together with its journal, and a power cut in the
middle leaves nothing of it. Why the file is read before the unit opens: nobody else could write
while a spreadsheet is being unpacked.
"""

import gc
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from station_app.clock import today
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import (
    LeftBeforeComing,
    NumberAndNameDiffer,
    Origin,
    PostUnknown,
    Span,
    StayAlreadyEntered,
    StayTooLong,
    VolunteerAmbiguous,
    VolunteerUnknown,
)
from station_app.domain.calendar import ONE_DAY
from station_app.domain.importing import LeftOut, RegisteredOtherwise
from station_app.domain.people import AlreadyRegistered, Registration
from station_app.errors import Outcome, Refusal, StationError
from station_app.services.attendance import enter_stay
from station_app.services.files import save
from station_app.services.import_known import differing, merged_documents
from station_app.services.import_likely import LikelyRow, last_known, likely_rows
from station_app.services.import_runs import RunFile, keep_run, run_file
from station_app.services.journal import journal_head
from station_app.services.people import Registered, register_all, who_is_meant
from station_app.services.posts import find_post
from station_app.services.settings import ages
from station_app.services.tasks import Task
from station_app.sheets.cells import Cell
from station_app.sheets.errors import FileUnreadable
from station_app.sheets.finding import Profile
from station_app.sheets.headers import HeadedSheet, RawRow
from station_app.sheets.looking import FileLook, look
from station_app.sheets.paper import PaperStay, read_paper_sheets, stay_of
from station_app.sheets.reading import FOUND, Kind, Reading
from station_app.sheets.refused import write_refused
from station_app.sheets.rosters import Consent, person_of, read_roster

T = TypeVar("T")
Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that did not go in: its cells as they stand in the file, and why."""

    cells: Sequence[Cell]
    refusal: Refusal


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file; `numbers` are those of the volunteers registered, in their order.

    `sheet` is empty for CSV, `encoding` for workbooks. `likely` are rows that may be somebody
    known: they go in unless they are left out. `known` rows stood in the books already. With
    `run_id` all of it can be taken back; None where nothing was kept.
    """

    outcome: Outcome
    sheet: str
    encoding: str
    header: tuple[str, ...]
    refused: tuple[RefusedRow, ...]
    numbers: tuple[str, ...] = ()
    likely: tuple[LikelyRow, ...] = ()
    known: int = 0
    run_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """What became of the people of a roster: one answer each, and who is likely somebody known."""

    answers: Sequence[Registered | AlreadyRegistered]
    likely: tuple[LikelyRow, ...]
    run_id: UUID | None


def look_into(
    path: Path,
    reading: Reading | None = None,
    profiles: Sequence[Profile] = (),
    kind: Kind = "roster",
) -> FileLook:
    """What is in a file and how it would be read; raises the kinds of FileUnreadable."""
    try:
        return look(path, reading or FOUND, profiles, kind)
    except OSError as error:
        raise FileUnreadable(path.name) from error


def import_roster(
    office: Office,
    path: Path,
    *,
    task: Task,
    dry_run: bool = False,
    consent: Consent | None = None,
    reading: Reading | None = None,
    leave_out: Collection[int] = frozenset(),
) -> Imported:
    """Register everybody in a roster who can be; `consent` is for rows that state none.

    Rows whose numbers are in `leave_out` are refused. A dry run answers the same and keeps nothing.
    Raises Cancelled and the kinds of FileUnreadable; nobody is registered then.
    """
    day, rules = today(office.clock), office.read(ages)
    sheet = read_roster(path, reading or FOUND)
    run = office.rehearse if dry_run else office.write
    with _uncollected():
        good, refused = _read(
            sheet, path, lambda row: person_of(row, today=day, ages=rules, consent=consent), task
        )
        good, left = _apart(good, leave_out)
        refused += left
        file = _file(path, "roster", len(good) + len(refused))
        made = run(register_roster, good, _second_half(task), file)
    numbers = []
    for (row, _), answer in zip(good, made.answers, strict=True):
        if isinstance(answer, AlreadyRegistered):
            refused.append(RefusedRow(row.cells, row.refuse("document_number", answer)))
        else:
            numbers.append(answer.number)
    return replace(
        _account(sheet, len(numbers), refused),
        numbers=tuple(numbers),
        likely=made.likely,
        known=len(good) - len(numbers),
        run_id=None if dry_run else made.run_id,
    )


def import_paper(
    office: Office,
    path: Path,
    *,
    task: Task,
    dry_run: bool = False,
    reading: Reading | None = None,
) -> Imported:
    """Enter the stays of typed sign-in sheets; the file's name and row are their evidence.

    A dry run answers the same and keeps nothing. Raises Cancelled and the kinds of FileUnreadable;
    no stay is entered then.
    """
    sheet = read_paper_sheets(path, reading or FOUND)
    good, refused = _read(sheet, path, stay_of, task)
    run = office.rehearse if dry_run else office.write
    file = _file(path, "paper", len(good) + len(refused))
    answers, run_id = run(import_sheet, [stay for _, stay in good], file, _second_half(task))
    for (row, stay), error in zip(good, answers, strict=True):
        if error is not None:
            refused.append(RefusedRow(row.cells, row.refuse(_field_of(error, stay), error)))
    known = sum(isinstance(error, StayAlreadyEntered) for error in answers)
    account = _account(sheet, answers.count(None), refused)
    return replace(account, known=known, run_id=None if dry_run else run_id)


def save_refused(path: Path, imported: Imported, reason: Callable[[Refusal], str]) -> Path:
    """Give the refused rows back as a CSV, each with its reason, ready to be corrected.

    Raises FolderFull, FolderReadOnly, FolderMissing, FileUnwritable.
    """
    rows = ((row.cells, reason(row.refusal)) for row in imported.refused)
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder) / "refused.csv"
        write_refused(draft, imported.header, rows)
        return save(path, draft.read_bytes())


def register_roster(
    unit: Unit, rows: Sequence[tuple[RawRow, Registration]], step: Step, file: RunFile
) -> Roster:
    """Register the people of a roster; where a document is known, the answer says what differs."""
    since, upto = journal_head(unit).seq, last_known(unit)
    answers = _registered(unit, [person for _, person in rows], step)
    new: list[tuple[int, Registration]] = []
    known: list[int] = []
    for place, (row, person) in enumerate(rows):
        if isinstance(answers[place], Registered):
            new.append((row.number, person))
        else:
            known.append(place)
    for place, fields in zip(known, differing(unit, [rows[one] for one in known]), strict=True):
        answer = answers[place]
        if fields and isinstance(answer, AlreadyRegistered):
            answers[place] = RegisteredOtherwise(answer.name, answer.number, fields)
    likely = likely_rows(unit, new, upto, lambda: step(len(rows), len(rows)))
    return Roster(answers, likely, keep_run(unit, file, len(new), since))


def _registered(
    unit: Unit, people: Sequence[Registration], step: Step
) -> list[Registered | AlreadyRegistered]:
    """One answer each; a document whose record was merged means the one that stayed."""
    merged = merged_documents(unit)
    if not merged:
        return register_all(unit, people, step)
    rest = [person for person in people if person.document not in merged]
    made = iter(register_all(unit, rest, step))
    return [merged.get(person.document) or next(made) for person in people]


def import_sheet(
    unit: Unit, stays: Sequence[PaperStay], file: RunFile, step: Step
) -> tuple[list[StationError | None], UUID | None]:
    """Enter the lines of a sheet and keep the file; for each None, or why it was refused."""
    since = journal_head(unit).seq
    answers = enter_sheet(unit, stays, file.name, step)
    return answers, keep_run(unit, file, answers.count(None), since)


def enter_sheet(
    unit: Unit, stays: Sequence[PaperStay], file: str, step: Step
) -> list[StationError | None]:
    """Enter the lines of a sheet; for each None, or why it was refused."""
    answers: list[StationError | None] = []
    for done, stay in enumerate(stays, start=1):
        try:
            _enter(unit, stay, f"{file}#{stay.row}")
            answers.append(None)
        except StationError as error:
            answers.append(error)
        step(done, len(stays))
    return answers


def _enter(unit: Unit, stay: PaperStay, evidence: str) -> None:
    who = who_is_meant(unit, number=stay.number, name=stay.name, phone=stay.phone)
    post = find_post(unit, stay.post)
    until = stay.left_at
    if until <= stay.came_at and post.ends_at <= post.starts_at:
        until += ONE_DAY
    span = Span(stay.came_at, until)
    enter_stay(unit, who, post, span, origin=Origin.SHEET, evidence=evidence)


def _field_of(error: StationError, stay: PaperStay) -> str:
    """The column in which a clerk looks for the mistake."""
    match error:
        case VolunteerUnknown() | VolunteerAmbiguous():
            return "number" if stay.number else "name"
        case NumberAndNameDiffer():
            return "name"
        case PostUnknown():
            return "post"
        case LeftBeforeComing() | StayTooLong():
            return "left"
        case _:
            return "came"


def _read(
    sheet: HeadedSheet, path: Path, meaning: Callable[[RawRow], T | Refusal], task: Task
) -> tuple[list[tuple[RawRow, T]], list[RefusedRow]]:
    """What each row means, or why it means nothing; the first half of the work."""
    good: list[tuple[RawRow, T]] = []
    refused: list[RefusedRow] = []
    try:
        for done, row in enumerate(sheet, start=1):
            found = row.flaw() or meaning(row)
            if isinstance(found, Refusal):
                refused.append(RefusedRow(row.cells, found))
            else:
                good.append((row, found))
            task.step(min(done, sheet.total), 2 * sheet.total)
    except OSError as error:
        raise FileUnreadable(path.name) from error
    return good, refused


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no circles meanwhile: rows make none, and looking takes a third of the time."""
    looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looking:
            gc.enable()


def _apart(
    good: list[tuple[RawRow, T]], leave_out: Collection[int]
) -> tuple[list[tuple[RawRow, T]], list[RefusedRow]]:
    """The rows that go in, and those left out."""
    if not leave_out:
        return good, []
    left = [row for row, _ in good if row.number in leave_out]
    kept = [pair for pair in good if pair[0].number not in leave_out]
    return kept, [RefusedRow(row.cells, row.refuse("name", LeftOut())) for row in left]


def _file(path: Path, kind: Kind, asked: int) -> RunFile:
    try:
        return run_file(path, kind, asked)
    except OSError as error:
        raise FileUnreadable(path.name) from error


def _second_half(task: Task) -> Step:
    return lambda done, total: task.step(total + done, 2 * total)


def _account(sheet: HeadedSheet, done: int, refused: list[RefusedRow]) -> Imported:
    refused.sort(key=lambda one: one.refusal.row or 0)
    outcome = Outcome(done + len(refused), done, tuple(one.refusal for one in refused))
    return Imported(outcome, sheet.table.sheet, sheet.table.encoding, sheet.header, tuple(refused))
