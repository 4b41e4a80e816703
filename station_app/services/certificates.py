"""Use cases of certificates: look, reserve, print, book.

Why the books come before the file's name: a paper whose number the register does not know must
never lie in a folder, while an issued number without a file is printed again from its snapshot.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import func, select

from station_app.certificates import Press
from station_app.clock import local
from station_app.data.models import Certificate
from station_app.data.unit import Office, Unit
from station_app.domain.certificates import Kind, Snapshot, State, certificate_number
from station_app.errors import Cancelled, Outcome, Refusal, StationError
from station_app.services.files import prepared
from station_app.services.register import (
    UNWRITTEN,
    book_certificates,
    look_up_snapshot,
    printing,
    reopen_snapshot,
    settle_reserved,
)
from station_app.services.snapshots import Draft, Drafts, Selection, draft_snapshots
from station_app.services.stations import own_station
from station_app.services.tasks import Task

_PREVIEWED = 20


@dataclass(frozen=True, slots=True)
class Preview:
    """Draft pages of the first few who are ready, and the account of the whole selection."""

    pdf: bytes | None
    ready: tuple[Draft, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a line of the register says; `pdf` is its paper, a draft of it unless issued.

    `problem` is why this PC cannot set the paper, as when a character is in none of its fonts.
    """

    snapshot: Snapshot
    state: State
    pdf: bytes | None
    problem: StationError | None = None


@dataclass(frozen=True, slots=True)
class Issued:
    """A batch after printing: asked = made + refused; `path` is empty when nobody got one."""

    outcome: Outcome
    numbers: tuple[str, ...]
    path: Path | None
    pages: int


@dataclass(frozen=True, slots=True)
class Reserved:
    """A line of the register that waits for its paper."""

    id: UUID
    snapshot: Snapshot


_Unmade = list[tuple[Reserved, StationError]]


def preview(office: Office, selection: Selection) -> Preview:
    """Look before anything is reserved: draft pages, who is ready, who is refused and why.

    Every paper is laid out, so that whoever cannot be printed is named before a number is spent.
    Document numbers stay masked: showing one whole would have to be kept in the journal.
    Raises StationNotSetUp, RangeUpsideDown, FontMissing.
    """
    drafts = office.read(draft_snapshots, replace(selection, full_document=False))
    press, refused = Press(draft=True), list(drafts.refused)
    ready = []
    for draft in drafts.ready:
        try:
            (press.add if press.done < _PREVIEWED else press.check)(draft.snapshot)
            ready.append(draft)
        except StationError as error:
            refused.append(Refusal(None, None, error, draft.snapshot.volunteer_number))
    pdf = press.finish() if press.done else None
    return Preview(pdf, tuple(ready), tuple(refused))


def issue(office: Office, selection: Selection, out: Path, *, task: Task) -> Issued:
    """Issue certificates into one PDF.

    Stopped between two people, those done are issued and the rest voided; a paper that cannot be
    set is voided too. Why: the code of the refusal stands in the register. Raises StationNotSetUp,
    RangeUpsideDown, FontMissing and what `files.prepared` raises; all numbers are then void.
    """
    press = Press()
    with printing(office, wait=True):
        office.write(settle_reserved)
        reserved, refused = office.write(reserve_certificates, selection)
        try:
            made, unmade = _print(press, reserved, task)
            reasons = {line.id: error.code for line, error in unmade}
            booked = ([line.id for line in made], reasons)
            if made:
                with prepared(out, press.finish()) as file:
                    office.write(book_certificates, *booked)
                    file.put()
            else:
                office.write(book_certificates, *booked)
        except StationError:
            office.write(settle_reserved, {line.id for line in reserved}, UNWRITTEN)
            raise
    return _account(made, unmade, refused, out, press)


def show_certificate(office: Office, certificate_id: UUID) -> Shown:
    """A line of the register to look at; the journal keeps it where a whole number is shown."""
    state, text = office.write(look_up_snapshot, certificate_id)
    snapshot = Snapshot.from_json(text)
    try:
        press = Press(draft=state is not State.ISSUED)
        press.add(snapshot)
    except StationError as problem:
        return Shown(snapshot, state, None, problem)
    return Shown(snapshot, state, press.finish())


def print_again(office: Office, certificate_id: UUID) -> bytes:
    """The paper of an issued certificate once more, from its snapshot; raises CertificateGone."""
    snapshot = Snapshot.from_json(office.write(reopen_snapshot, certificate_id))
    press = Press()
    press.add(snapshot)
    return press.finish()


def reserve_certificates(
    unit: Unit, selection: Selection
) -> tuple[list[Reserved], tuple[Refusal, ...]]:
    """Give numbers and freeze what each paper will say; one unit for the whole batch."""
    drafts: Drafts = draft_snapshots(unit, selection)
    code, today = own_station(unit).code, local(unit.now).date()
    last, batch = _last_serial(unit, selection.kind, today.year), uuid4()
    reserved = []
    for serial, draft in enumerate(drafts.ready, start=last + 1):
        number = certificate_number(code, selection.kind, today.year, serial)
        snapshot = draft.numbered(number)
        row = unit.add(_row(unit, draft.volunteer_id, snapshot, serial, batch))
        reserved.append(Reserved(row.id, snapshot))
        if selection.full_document:
            unit.access("show_document", "volunteer", str(draft.volunteer_id), {"paper": number})
    return reserved, drafts.refused


def _row(
    unit: Unit, volunteer_id: UUID, snapshot: Snapshot, serial: int, batch: UUID
) -> Certificate:
    return Certificate(
        kind=snapshot.kind.value,
        year=snapshot.issued_on.year,
        serial=serial,
        number=snapshot.number,
        volunteer_id=volunteer_id,
        batch=batch,
        from_day=snapshot.first_day,
        to_day=snapshot.last_day,
        minutes=snapshot.minutes,
        snapshot=snapshot.to_json().decode(),
        digest=snapshot.digest(),
        state=State.RESERVED.value,
        reserved_at=unit.now,
    )


def _last_serial(unit: Unit, kind: Kind, year: int) -> int:
    wanted = select(func.max(Certificate.serial)).where(
        Certificate.kind == kind.value, Certificate.year == year
    )
    return unit.session.scalars(wanted).one() or 0


def _print(
    press: Press, reserved: Sequence[Reserved], task: Task
) -> tuple[list[Reserved], _Unmade]:
    """Set each paper; answers whose was made, and whose was not with the reason."""
    made: list[Reserved] = []
    unmade: _Unmade = []
    for done, line in enumerate(reserved, start=1):
        try:
            press.add(line.snapshot)
            made.append(line)
        except StationError as error:
            unmade.append((line, error))
        try:
            task.step(done, len(reserved))
        except Cancelled as stopped:
            unmade += [(rest, stopped) for rest in reserved[done:]]
            break
    return made, unmade


def _account(
    made: Sequence[Reserved],
    unmade: _Unmade,
    refused: tuple[Refusal, ...],
    out: Path,
    press: Press,
) -> Issued:
    unset = tuple(
        Refusal(None, None, error, line.snapshot.volunteer_number) for line, error in unmade
    )
    asked = len(made) + len(unset) + len(refused)
    numbers = tuple(line.snapshot.number for line in made)
    path = out if made else None
    return Issued(Outcome(asked, len(made), refused + unset), numbers, path, press.pages)
