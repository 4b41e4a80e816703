"""Use cases of entering a sign-in sheet by its code: its rows as on paper, each saved by itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select

from station_app.clock import at_desk, local
from station_app.data.models import Assignment, Attendance, Post, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import (
    Origin,
    Span,
    StayAlreadyEntered,
    StayInFuture,
    written_span,
)
from station_app.domain.crediting import credited
from station_app.domain.rosters import NotExpected
from station_app.domain.sheet_codes import sheet_code
from station_app.services.attendance import (
    Act,
    Arrival,
    arrival_of,
    close_stay,
    enter_stay,
)
from station_app.services.reception import only_meant
from station_app.services.settings import credit_rule
from station_app.services.sign_in_sheets import printed_for, shift_of_code

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class StayOnSheet:
    """The stay that stands in the books for a row; open while `left_at` is empty."""

    stay_id: UUID
    came_at: datetime
    left_at: datetime | None
    pause: int
    minutes: int | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the paper. `row` is 0 for somebody who is in the books, but on no row.

    `not_come` was written down; `taken_off` from the shift since the sheet was printed.
    """

    row: int
    volunteer_id: UUID
    number: str
    name: str
    stay: StayOnSheet | None
    not_come: bool = False
    taken_off: bool = False

    @property
    def settled(self) -> bool:
        """Whether nothing is left to enter: the stay has its end, or nobody came."""
        return self.not_come or (self.stay is not None and self.stay.left_at is not None)


@dataclass(frozen=True, slots=True)
class SheetToEnter:
    """A sheet as it lies on the desk: its shift, the rows of those expected, and who came beside.

    `called_off` where the shift was.
    """

    code: str
    shift_id: UUID
    post: str
    place: str
    starts_at: datetime
    ends_at: datetime
    called_off: bool
    rows: tuple[SheetRow, ...]
    walk_ins: tuple[SheetRow, ...]

    @property
    def next_row(self) -> int:
        """The first row of the paper on which nobody stands yet."""
        return max((one.row for one in (*self.rows, *self.walk_ins)), default=0) + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRow:
    """A row as typed: who is expected by key, anybody else by `who`; times of the wall clock."""

    shift_id: UUID
    row: int
    came: time
    left: time | None
    pause: int = 0
    volunteer_id: UUID | None = None
    who: str = ""


def sheet_by_code(unit: Unit, text: str) -> SheetToEnter:
    """The sheet that bears this code; raises what `shift_of_code` raises."""
    return sheet_to_enter(unit, shift_of_code(unit, text))


def sheet_to_enter(unit: Unit, shift_id: UUID) -> SheetToEnter:
    """A shift's sheet with what is in the books of it already."""
    shift = unit.session.get_one(Shift, shift_id)
    post = unit.session.get_one(Post, shift.post_id)
    places, stays = _places(unit, shift_id), _stays(unit, shift_id)
    people = _in_order(places, printed_for(unit, shift_id))
    named = _named(unit, [*people, *stays])
    rows = [
        _row(at, named[who], places.get(who), stays.get(who))
        for at, who in enumerate(people, 1)
        if who in named
    ]
    known = {one.volunteer_id for one in rows}
    code = sheet_code(shift.id)
    others = [
        _row(_row_told(stay, code), named[who], None, stay)
        for who, stay in stays.items()
        if who not in known and who in named
    ]
    return SheetToEnter(
        code=code,
        shift_id=shift.id,
        post=post.name,
        place=post.place,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        called_off=shift.cancelled_at is not None,
        rows=tuple(rows),
        walk_ins=tuple(sorted(others, key=lambda one: (one.row == 0, one.row))),
    )


def enter_row(unit: Unit, typed: TypedRow) -> Arrival:
    """Enter one row; the code and the row are its evidence.

    Who signed in at the desk and has not signed out gets the end that stands on the paper.
    Raises VolunteerUnknown, VolunteerAmbiguous, PauseTooLong and what `enter_stay` raises.
    """
    shift = unit.session.get_one(Shift, typed.shift_id)
    post = unit.session.get_one(Post, shift.post_id)
    who = _whose(unit, typed)
    span = sheet_span(local(shift.starts_at), local(shift.ends_at), typed.came, typed.left)
    evidence = f"{sheet_code(shift.id)}#{typed.row}"
    is_open = _open_on(unit, shift.id, who.id)
    if is_open and span.until and _minute(is_open.came_at) == typed.came:
        close_stay(unit, is_open.id, span.until, evidence)
        is_open.pause_minutes = typed.pause
        is_open.minutes = credited(is_open.came_at, span.until, typed.pause, credit_rule(unit))
        return arrival_of(unit, is_open, who, Act.OUT)
    stay = enter_stay(
        unit, who, post, span, origin=Origin.SHEET, evidence=evidence, pause=typed.pause
    )
    stay.shift_id = shift.id
    if place := _place(unit, shift.id, who.id):
        place.missed_at = None
    return arrival_of(unit, stay, who, Act.OUT if typed.left else Act.IN)


def mark_not_come(unit: Unit, shift_id: UUID, volunteer_id: UUID) -> None:
    """Write down that somebody expected did not come.

    Raises NotExpected, StayAlreadyEntered, and StayInFuture before the shift has begun.
    """
    shift = unit.session.get_one(Shift, shift_id)
    who = unit.session.get_one(Volunteer, volunteer_id)
    if shift.starts_at > unit.now:
        raise StayInFuture(shift.starts_at)
    if stay := _stays(unit, shift_id).get(who.id):
        raise StayAlreadyEntered(who.name, stay.came_at)
    place = _place(unit, shift_id, who.id)
    if place is None:
        raise NotExpected(who.name)
    place.missed_at = unit.now


def take_back_not_come(unit: Unit, shift_id: UUID, volunteer_id: UUID) -> None:
    """Take back that somebody did not come; raises NotExpected."""
    place = _place(unit, shift_id, volunteer_id)
    if place is None:
        raise NotExpected(unit.session.get_one(Volunteer, volunteer_id).name)
    place.missed_at = None


def sheet_span(starts_at: datetime, ends_at: datetime, came: time, left: time | None) -> Span:
    """The stay a row of a sheet tells of; of a night shift, times after midnight are next day's.

    The shift's moments are the desk's.
    """
    day, overnight = starts_at.date(), ends_at.date() > starts_at.date()
    if overnight:
        tonight = at_desk(day, came.hour, came.minute)
        if abs(tonight + _DAY - starts_at) < abs(tonight - starts_at):
            day += _DAY
    return written_span(day, came, left, overnight=overnight)


def _in_order(places: Mapping[UUID, Assignment], printed: Sequence[UUID]) -> list[UUID]:
    """Those on the paper, then whoever was put on the shift after it was printed."""
    later = [
        who
        for who, place in places.items()
        if who not in printed and place.withdrawn_at is None and not place.waiting
    ]
    return [*printed, *later]


def _row(at: int, who: Volunteer, place: Assignment | None, stay: Attendance | None) -> SheetRow:
    stands = place is not None and place.withdrawn_at is None
    return SheetRow(
        row=at,
        volunteer_id=who.id,
        number=who.number,
        name=who.name,
        stay=_stay(stay) if stay else None,
        not_come=bool(place and stands and place.missed_at and not stay),
        taken_off=place is not None and not stands,
    )


def _stay(stay: Attendance) -> StayOnSheet:
    return StayOnSheet(
        stay.id, stay.came_at, stay.left_at, stay.pause_minutes, stay.minutes, Origin(stay.origin)
    )


def _row_told(stay: Attendance, code: str) -> int:
    """The row of this sheet that a stay names as its evidence; 0 for any other evidence."""
    told, _mark, row = stay.evidence.partition("#")
    return int(row) if told == code and row.isdecimal() else 0


def _places(unit: Unit, shift_id: UUID) -> dict[UUID, Assignment]:
    """The last place of everybody who has or had one on a shift, by name."""
    wanted = (
        select(Assignment)
        .join(Volunteer, Volunteer.id == Assignment.volunteer_id)
        .where(Assignment.shift_id == shift_id)
        .order_by(Assignment.withdrawn_at.is_(None), Assignment.id)
    )
    last = {one.volunteer_id: one for one in unit.session.scalars(wanted)}
    order = select(Volunteer.id).where(Volunteer.id.in_(last)).order_by(Volunteer.sound)
    return {who: last[who] for who in unit.session.scalars(order)}


def _stays(unit: Unit, shift_id: UUID) -> dict[UUID, Attendance]:
    """The first stay of everybody who came to a shift."""
    wanted = (
        select(Attendance)
        .where(Attendance.shift_id == shift_id, Attendance.voided_at.is_(None))
        .order_by(Attendance.came_at.desc())
    )
    return {one.volunteer_id: one for one in unit.session.scalars(wanted)}


def _named(unit: Unit, people: Sequence[UUID]) -> dict[UUID, Volunteer]:
    """Their records; one that was merged into another is no longer named."""
    wanted = select(Volunteer).where(Volunteer.id.in_(people), Volunteer.hidden_at.is_(None))
    return {one.id: one for one in unit.session.scalars(wanted)}


def _whose(unit: Unit, typed: TypedRow) -> Volunteer:
    if typed.volunteer_id is None:
        return only_meant(unit, typed.who)
    return unit.session.get_one(Volunteer, typed.volunteer_id)


def _place(unit: Unit, shift_id: UUID, volunteer_id: UUID) -> Assignment | None:
    return unit.session.scalars(
        select(Assignment).where(
            Assignment.shift_id == shift_id,
            Assignment.volunteer_id == volunteer_id,
            Assignment.withdrawn_at.is_(None),
        )
    ).one_or_none()


def _minute(moment: datetime) -> time:
    """The wall clock as it is written on paper."""
    return local(moment).time().replace(second=0, microsecond=0)


def _open_on(unit: Unit, shift_id: UUID, volunteer_id: UUID) -> Attendance | None:
    stay = _stays(unit, shift_id).get(volunteer_id)
    return stay if stay is not None and stay.left_at is None else None
