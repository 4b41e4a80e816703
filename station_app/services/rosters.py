"""Use cases of the roster: put people on shifts, take them off, see who comes when."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from station_app.data.models import Assignment, Post, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import ReasonMissing
from station_app.domain.consents import Purpose
from station_app.domain.rosters import (
    ExpectedAlready,
    ExpectedElsewhere,
    NotExpected,
    ShiftCalledOff,
    ShiftOver,
)
from station_app.services.consents import require_consent

_STANDS = (Assignment.withdrawn_at.is_(None), Shift.cancelled_at.is_(None))


@dataclass(frozen=True, slots=True)
class NextShift:
    """A shift on which somebody is expected."""

    assignment_id: UUID
    shift_id: UUID
    post: str
    place: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody who is expected on a shift."""

    assignment_id: UUID
    volunteer_id: UUID
    number: str
    name: str
    phone: str


def assign(unit: Unit, volunteer_id: UUID, shift_id: UUID) -> UUID:
    """Expect a volunteer on a shift; the key of the place.

    Raises ShiftOver, ShiftCalledOff, ExpectedAlready, ExpectedElsewhere, ConsentLacking.
    """
    who = unit.session.get_one(Volunteer, volunteer_id)
    shift = unit.session.get_one(Shift, shift_id)
    if shift.cancelled_at is not None:
        raise ShiftCalledOff(shift.starts_at)
    if shift.ends_at <= unit.now:
        raise ShiftOver(shift.ends_at)
    require_consent(unit, who, Purpose.RECORD)
    _require_free(unit, who, shift)
    place = Assignment(
        shift_id=shift.id, volunteer_id=who.id, assigned_at=unit.now, assigned_by=unit.actor
    )
    return unit.add(place).id


def withdraw_assignment(unit: Unit, assignment_id: UUID, reason: str) -> None:
    """Take somebody off a shift; raises ReasonMissing, NotExpected."""
    if not reason.strip():
        raise ReasonMissing
    place = unit.session.get_one(Assignment, assignment_id)
    if place.withdrawn_at is not None:
        raise NotExpected(unit.session.get_one(Volunteer, place.volunteer_id).name)
    place.withdrawn_at, place.withdrawn_reason = unit.now, reason.strip()


def next_shifts(unit: Unit, volunteer_id: UUID, *, limit: int = 5) -> tuple[NextShift, ...]:
    """The shifts a volunteer is expected on that have not ended, the nearest first."""
    wanted = (
        select(Assignment.id, Shift, Post)
        .join(Shift, Shift.id == Assignment.shift_id)
        .join(Post, Post.id == Shift.post_id)
        .where(Assignment.volunteer_id == volunteer_id, Shift.ends_at > unit.now, *_STANDS)
        .order_by(Shift.starts_at)
        .limit(limit)
    )
    return tuple(
        NextShift(place, shift.id, post.name, post.place, shift.starts_at, shift.ends_at)
        for place, shift, post in unit.session.execute(wanted)
    )


def expected_on(unit: Unit, shift_id: UUID) -> tuple[Expected, ...]:
    """Who is expected on a shift, in the order of their names."""
    wanted = (
        select(Assignment.id, Volunteer.id, Volunteer.number, Volunteer.name, Volunteer.phone)
        .join(Volunteer, Volunteer.id == Assignment.volunteer_id)
        .where(Assignment.shift_id == shift_id, Assignment.withdrawn_at.is_(None))
        .order_by(Volunteer.sound, Volunteer.id)
    )
    return tuple(Expected(*row) for row in unit.session.execute(wanted))


def _require_free(unit: Unit, who: Volunteer, shift: Shift) -> None:
    wanted = (
        select(Shift, Post.name)
        .join(Assignment, Assignment.shift_id == Shift.id)
        .join(Post, Post.id == Shift.post_id)
        .where(
            Assignment.volunteer_id == who.id,
            Shift.starts_at < shift.ends_at,
            Shift.ends_at > shift.starts_at,
            *_STANDS,
        )
        .limit(1)
    )
    for other, post in unit.session.execute(wanted):
        if other.id == shift.id:
            raise ExpectedAlready(who.name, shift.starts_at)
        raise ExpectedElsewhere(who.name, post, other.starts_at, other.ends_at)
