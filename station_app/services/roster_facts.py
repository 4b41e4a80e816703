"""What a roster has to know of shifts and of people, read for many at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, String, func, select, type_coerce

from station_app.data.models import Assignment, Post, Qualification, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.domain.qualifications import QualificationCard
from station_app.domain.rosters import Booked, Candidate, Needs, slots_between
from station_app.services.calendar import calendar_between

STANDS: Final = (Assignment.withdrawn_at.is_(None), Assignment.waiting.is_(False))
"""A place that is taken: neither given back nor only waited for."""

ACTIVE: Final = (Volunteer.hidden_at.is_(None), Volunteer.erased_at.is_(None))
_AROUND: Final = timedelta(days=9)  # the week of a shift, and the longest rest beside it


@dataclass(frozen=True, slots=True)
class ShiftFacts:
    """A shift with its post and what it asks for."""

    id: UUID
    post: str
    place: str
    needed: int
    needs: Needs


def shift_facts(unit: Unit, shifts: Select[Any]) -> dict[UUID, ShiftFacts]:
    """The facts of the shifts whose ids are selected, the earliest first."""
    wanted = (
        select(Shift, Post)
        .join(Post, Post.id == Shift.post_id)
        .where(Shift.id.in_(shifts))
        .order_by(Shift.starts_at, Post.code)
    )
    found = unit.session.execute(wanted).all()
    if not found:
        return {}
    calendar = calendar_between(unit, found[0][0].day, found[-1][0].day)
    taken = _taken(unit, shifts)
    return {
        shift.id: _facts(shift, post, taken.get(shift.id, 0), calendar.is_holiday(shift.day))
        for shift, post in found
    }


def facts_of(unit: Unit, shift: Shift) -> ShiftFacts:
    """The facts of one shift."""
    return shift_facts(unit, select(Shift.id).where(Shift.id == shift.id))[shift.id]


def candidates(
    unit: Unit, first: date, last: date, *, people: Sequence[UUID] | None = None
) -> dict[str, Candidate]:
    """What is known of people for shifts between two days, in the order of their registration.

    Keyed by the hexadecimal figures of their ids, as the database has them: to make ten thousand
    UUIDs costs as much as all the rest.
    """
    known = (Volunteer.name, Volunteer.born_on, Volunteer.availability, Volunteer.health)
    wanted = select(as_text(Volunteer.id), *known, Volunteer.area).where(*ACTIVE)
    if people is not None:
        wanted = wanted.where(Volunteer.id.in_(people))
    booked, held = _booked(unit, first, last, people), _held(unit, people)
    told: dict[str, frozenset[str]] = {}
    found = {}
    rows = unit.session.execute(wanted.order_by(Volunteer.id))
    for one, name, born_on, availability, health, area in rows:
        if availability not in told:
            told[availability] = frozenset(availability.split())
        papers, shifts = held.get(one, ()), booked.get(one, ())
        found[one] = Candidate(name, born_on, told[availability], health, papers, shifts, area)
    return found


def as_text(column: Any) -> Any:
    """A column of ids as the text that SQLite keeps."""
    return type_coerce(column, String)


def _facts(shift: Shift, post: Post, taken: int, holiday: bool) -> ShiftFacts:
    needs = Needs(
        day=shift.day,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        slots=slots_between(shift.starts_at, shift.ends_at, holiday=holiday),
        qualifications=tuple(post.qualifications.split()),
        min_age=post.min_age,
        max_age=post.max_age,
        most=max(post.max_people, shift.needed),
        taken=taken,
    )
    return ShiftFacts(shift.id, post.name, post.place, shift.needed, needs)


def _taken(unit: Unit, shifts: Select[Any]) -> dict[UUID, int]:
    counted = select(Assignment.shift_id, func.count()).where(
        Assignment.shift_id.in_(shifts), *STANDS
    )
    rows: Any = unit.session.execute(counted.group_by(Assignment.shift_id)).all()
    return dict(rows)


def _booked(
    unit: Unit, first: date, last: date, people: Sequence[UUID] | None
) -> dict[str, list[Booked]]:
    wanted = (
        select(as_text(Assignment.volunteer_id), Post.name, Shift.starts_at, Shift.ends_at)
        .join(Shift, Shift.id == Assignment.shift_id)
        .join(Post, Post.id == Shift.post_id)
        .where(
            Shift.day.between(first - _AROUND, last + _AROUND),
            Shift.cancelled_at.is_(None),
            *STANDS,
        )
        .order_by(Shift.starts_at)
    )
    if people is not None:
        wanted = wanted.where(Assignment.volunteer_id.in_(people))
    found = unit.session.execute(wanted)
    return _grouped((one, Booked(post, begins, ends)) for one, post, begins, ends in found)


def _held(unit: Unit, people: Sequence[UUID] | None) -> dict[str, list[QualificationCard]]:
    row = Qualification
    wanted = select(as_text(row.volunteer_id), row.kind, row.valid_from, row.valid_until)
    wanted = wanted.where(row.voided_at.is_(None))
    if people is not None:
        wanted = wanted.where(row.volunteer_id.in_(people))
    return _grouped(
        (one, QualificationCard(kind=kind, valid_from=first, valid_until=last))
        for one, kind, first, last in unit.session.execute(wanted)
    )


def _grouped(pairs: Iterable[tuple[str, Any]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for one, value in pairs:
        found[one].append(value)
    return found
