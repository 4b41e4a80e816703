"""Use cases of the roster: put people on shifts, take them off, swap, see who comes when."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import select

from station_app.data.models import Assignment, Post, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import ReasonMissing
from station_app.domain.consents import Purpose
from station_app.domain.rosters import (
    Concern,
    ExpectedAlready,
    NeedsReason,
    NotExpected,
    NothingToSwap,
    ShiftCalledOff,
    ShiftOver,
    concerns,
)
from station_app.services.consents import require_consent
from station_app.services.erased import require_record
from station_app.services.roster_facts import STANDS, candidates, facts_of
from station_app.services.settings import roster_rules

Origin = Literal["clerk", "suggested", "filled"]
SWAPPED: Final = "swapped"
SUBSTITUTED: Final = "substituted"
"""Why a place was given back, where the program itself gave it back; a clerk's reason is text."""


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
    """Somebody who is expected on a shift, or waits for a place on it."""

    assignment_id: UUID
    volunteer_id: UUID
    number: str
    name: str
    phone: str
    waiting: bool


def what_speaks_against(unit: Unit, volunteer_id: UUID, shift_id: UUID) -> tuple[Concern, ...]:
    """Everything that warns or blocks, for a look before somebody is put on a shift."""
    shift = unit.session.get_one(Shift, shift_id)
    who = candidates(unit, shift.day, shift.day, people=[volunteer_id])[volunteer_id.hex]
    return concerns(who, facts_of(unit, shift).needs, roster_rules(unit))


def assign(
    unit: Unit,
    volunteer_id: UUID,
    shift_id: UUID,
    *,
    override: str = "",
    origin: Origin = "clerk",
    instead_of: UUID | None = None,
) -> UUID:
    """Expect a volunteer on a shift; the key of the place. `override` passes over warnings.

    Raises ShiftOver, ShiftCalledOff, ExpectedAlready, ConsentLacking, the first error that blocks,
    and NeedsReason where something warns and no reason is given.
    """
    who, shift = _both(unit, volunteer_id, shift_id)
    against = what_speaks_against(unit, who.id, shift.id)
    for concern in against:
        if concern.blocks:
            raise concern.error
    if against and not override.strip():
        raise NeedsReason(against[0].error, len(against))
    place = Assignment(
        shift_id=shift.id,
        volunteer_id=who.id,
        assigned_at=unit.now,
        assigned_by=unit.actor,
        origin=origin,
        override_reason=override.strip() if against else "",
        instead_of=instead_of,
    )
    return unit.add(place).id


def wait_for(unit: Unit, volunteer_id: UUID, shift_id: UUID) -> UUID:
    """Put somebody on the waiting list of a shift; raises what stands against the shift itself."""
    who, shift = _both(unit, volunteer_id, shift_id)
    place = Assignment(
        shift_id=shift.id,
        volunteer_id=who.id,
        assigned_at=unit.now,
        assigned_by=unit.actor,
        waiting=True,
    )
    return unit.add(place).id


def move_up(unit: Unit, assignment_id: UUID, *, override: str = "") -> UUID:
    """Give somebody who waits a place; the key of the place. Raises what `assign` raises."""
    waiting = _standing(unit, assignment_id)
    _give_back(unit, waiting, SWAPPED)
    return assign(
        unit, waiting.volunteer_id, waiting.shift_id, override=override, instead_of=waiting.id
    )


def withdraw_assignment(unit: Unit, assignment_id: UUID, reason: str) -> tuple[Expected, ...]:
    """Take somebody off a shift; answers with those who wait for the place.

    Raises ReasonMissing, NotExpected.
    """
    if not reason.strip():
        raise ReasonMissing
    place = _standing(unit, assignment_id)
    _give_back(unit, place, reason.strip())
    return tuple(one for one in expected_on(unit, place.shift_id) if one.waiting)


def substitute(unit: Unit, assignment_id: UUID, volunteer_id: UUID, *, override: str = "") -> UUID:
    """Let somebody else come instead; the key of the new place. Raises what `assign` raises."""
    place = _standing(unit, assignment_id)
    _give_back(unit, place, SUBSTITUTED)
    return assign(unit, volunteer_id, place.shift_id, override=override, instead_of=place.id)


def swap(unit: Unit, one_id: UUID, other_id: UUID, *, override: str = "") -> None:
    """Let two people change their places; raises NothingToSwap and what `assign` raises."""
    one, other = _standing(unit, one_id), _standing(unit, other_id)
    if one.shift_id == other.shift_id or one.volunteer_id == other.volunteer_id:
        raise NothingToSwap
    _give_back(unit, one, SWAPPED)
    _give_back(unit, other, SWAPPED)
    assign(unit, one.volunteer_id, other.shift_id, override=override, instead_of=other.id)
    assign(unit, other.volunteer_id, one.shift_id, override=override, instead_of=one.id)


def next_shifts(unit: Unit, volunteer_id: UUID, *, limit: int = 5) -> tuple[NextShift, ...]:
    """The shifts a volunteer is expected on that have not ended, the nearest first."""
    wanted = (
        select(Assignment.id, Shift, Post)
        .join(Shift, Shift.id == Assignment.shift_id)
        .join(Post, Post.id == Shift.post_id)
        .where(
            Assignment.volunteer_id == volunteer_id,
            Shift.ends_at > unit.now,
            Shift.cancelled_at.is_(None),
            *STANDS,
        )
        .order_by(Shift.starts_at)
        .limit(limit)
    )
    return tuple(
        NextShift(place, shift.id, post.name, post.place, shift.starts_at, shift.ends_at)
        for place, shift, post in unit.session.execute(wanted)
    )


def expected_on(unit: Unit, shift_id: UUID) -> tuple[Expected, ...]:
    """Who is expected on a shift by name, then who waits in the order of asking."""
    row = Assignment
    columns = (row.id, Volunteer.id, Volunteer.number, Volunteer.name, Volunteer.phone, row.waiting)
    wanted = (
        select(*columns)
        .join(Volunteer, Volunteer.id == row.volunteer_id)
        .where(row.shift_id == shift_id, row.withdrawn_at.is_(None))
        .order_by(Volunteer.sound, row.id)
    )
    found = [Expected(*record) for record in unit.session.execute(wanted)]
    waiting = sorted((one for one in found if one.waiting), key=lambda one: one.assignment_id)
    return (*(one for one in found if not one.waiting), *waiting)


def _both(unit: Unit, volunteer_id: UUID, shift_id: UUID) -> tuple[Volunteer, Shift]:
    """The person and the shift, if anybody may be put on it at all."""
    who = unit.session.get_one(Volunteer, volunteer_id)
    shift = unit.session.get_one(Shift, shift_id)
    if shift.cancelled_at is not None:
        raise ShiftCalledOff(shift.starts_at)
    if shift.ends_at <= unit.now:
        raise ShiftOver(shift.ends_at)
    require_record(who)
    require_consent(unit, who, Purpose.RECORD)
    stands = select(Assignment.id).where(
        Assignment.shift_id == shift.id,
        Assignment.volunteer_id == who.id,
        Assignment.withdrawn_at.is_(None),
    )
    if unit.session.scalars(stands).first():
        raise ExpectedAlready(who.name, shift.starts_at)
    return who, shift


def _standing(unit: Unit, assignment_id: UUID) -> Assignment:
    place = unit.session.get_one(Assignment, assignment_id)
    if place.withdrawn_at is not None:
        raise NotExpected(unit.session.get_one(Volunteer, place.volunteer_id).name)
    return place


def _give_back(unit: Unit, place: Assignment, reason: str) -> None:
    place.withdrawn_at, place.withdrawn_reason = unit.now, reason
    unit.session.flush()  # the place is free before somebody else takes it
