"""Use cases over whole files: a roster of volunteers, the paper sheets of a month.

Why one unit for a file: what is right goes in together with its journal, and a power cut in the
middle leaves nothing of it. Why the file is read before the unit opens: nobody else could write
while a spreadsheet is being unpacked.
"""

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from station_app.clock import today
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import (
    LeftBeforeComing,
    NumberAndNameDiffer,
    Origin,
    PostUnknown,
    Span,
    StayTooLong,
    VolunteerAmbiguous,
    VolunteerUnknown,
)
from station_app.domain.calendar import ONE_DAY
from station_app.domain.people import AlreadyRegistered, Registration
from station_app.errors import Outcome, Refusal, StationError
from station_app.services.attendance import enter_stay
from station_app.services.files import save
from station_app.services.people import Registered, register_all, who_is_meant
from station_app.services.posts import find_post
from station_app.services.tasks import Task
from station_app.sheets.cells import Cell
from station_app.sheets.errors import FileUnreadable
from station_app.sheets.headers import HeadedSheet, RawRow
from station_app.sheets.paper import PaperStay, read_paper_sheets, stay_of
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

    `sheet` is empty for CSV, `encoding` for workbooks.
    """

    outcome: Outcome
    sheet: str
    encoding: str
    header: tuple[str, ...]
    refused: tuple[RefusedRow, ...]
    numbers: tuple[str, ...] = ()


def import_roster(
    office: Office,
    path: Path,
    *,
    task: Task,
    dry_run: bool = False,
    consent: Consent | None = None,
) -> Imported:
    """Register everybody in a roster who can be; `consent` is for rows that state none.

    A dry run answers the same and keeps nothing. Raises Cancelled and the kinds of FileUnreadable;
    nobody is registered then.
    """
    day = today(office.clock)
    sheet = read_roster(path)
    good, refused = _read(sheet, path, lambda row: person_of(row, today=day, consent=consent), task)
    run = office.rehearse if dry_run else office.write
    answers = run(register_roster, [person for _, person in good], _second_half(task))
    numbers = []
    for (row, _), answer in zip(good, answers, strict=True):
        if isinstance(answer, AlreadyRegistered):
            refused.append(RefusedRow(row.cells, row.refuse("document_number", answer)))
        else:
            numbers.append(answer.number)
    return _account(sheet, len(numbers), refused, tuple(numbers))


def import_paper(office: Office, path: Path, *, task: Task, dry_run: bool = False) -> Imported:
    """Enter the stays of typed sign-in sheets; the file's name and row are their evidence.

    A dry run answers the same and keeps nothing. Raises Cancelled and the kinds of FileUnreadable;
    no stay is entered then.
    """
    sheet = read_paper_sheets(path)
    good, refused = _read(sheet, path, stay_of, task)
    run = office.rehearse if dry_run else office.write
    answers = run(enter_sheet, [stay for _, stay in good], path.name, _second_half(task))
    for (row, stay), error in zip(good, answers, strict=True):
        if error is not None:
            refused.append(RefusedRow(row.cells, row.refuse(_field_of(error, stay), error)))
    return _account(sheet, answers.count(None), refused)


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
    unit: Unit, people: Sequence[Registration], step: Step
) -> list[Registered | AlreadyRegistered]:
    """Register the people of a roster; one answer each, in order."""
    return register_all(unit, people, step)


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
            found = meaning(row)
            if isinstance(found, Refusal):
                refused.append(RefusedRow(row.cells, found))
            else:
                good.append((row, found))
            task.step(min(done, sheet.total), 2 * sheet.total)
    except OSError as error:
        raise FileUnreadable(path.name) from error
    return good, refused


def _second_half(task: Task) -> Step:
    return lambda done, total: task.step(total + done, 2 * total)


def _account(
    sheet: HeadedSheet, done: int, refused: list[RefusedRow], numbers: tuple[str, ...] = ()
) -> Imported:
    refused.sort(key=lambda one: one.refusal.row or 0)
    outcome = Outcome(done + len(refused), done, tuple(one.refusal for one in refused))
    table = sheet.table
    return Imported(outcome, table.sheet, table.encoding, sheet.header, tuple(refused), numbers)
