"""Use cases of the desk: sign in, sign out, take it back, enter what stands on paper."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from station_app.clock import local
from station_app.data.models import Attendance, Post, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import (
    EARLY_FOR_SHIFT,
    LONGEST_STAY,
    SAME_SCAN,
    UNDONE_AT_DESK,
    AlreadyIn,
    LeftBeforeComing,
    NotIn,
    Origin,
    ReasonMissing,
    ScannedTwice,
    Span,
    StayAlreadyEntered,
    StayForgotten,
    StayGone,
    StaysOverlap,
    checked_stay,
    first_overlap,
    is_forgotten,
)
from station_app.domain.consents import Purpose
from station_app.domain.crediting import credited
from station_app.services.consents import require_consent
from station_app.services.erased import require_record
from station_app.services.settings import credit_rule

_NEAR = timedelta(days=1)


class Act(StrEnum):
    """What signing did."""

    IN = "in"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A sign-in or a sign-out that stands in the books; `walk_in` when it belongs to no shift."""

    stay_id: UUID
    act: Act
    name: str
    number: str
    post: str
    came_at: datetime
    left_at: datetime | None
    minutes: int | None
    walk_in: bool


def check_in(unit: Unit, volunteer_id: UUID, post_id: UUID) -> Arrival:
    """Open a stay at a post for a volunteer, who must not be in already; raises AlreadyIn.

    The stay belongs to the shift that runs or begins soon; without one it is a walk-in.
    Raises RecordErased, and ConsentLacking where the consent to be recorded was withdrawn.
    """
    who = unit.session.get_one(Volunteer, volunteer_id)
    if stay := open_stay(unit, who.id):
        raise AlreadyIn(who.name, stay.came_at)
    require_record(who)
    require_consent(unit, who, Purpose.RECORD)
    shift = _shift_at(unit, post_id, unit.now)
    stay = unit.add(
        Attendance(
            volunteer_id=who.id,
            post_id=post_id,
            shift_id=shift.id if shift else None,
            day=local(unit.now).date(),
            came_at=unit.now,
            origin=Origin.CLOCKED,
            entered_at=unit.now,
            entered_by=unit.actor,
        )
    )
    return arrival_of(unit, stay, who, Act.IN)


def check_out(unit: Unit, volunteer_id: UUID) -> Arrival:
    """Close the volunteer's open stay now; raises NotIn, StayForgotten.

    A sign-out in the minute of the sign-in is refused as LeftBeforeComing: undo takes it back.
    """
    who = unit.session.get_one(Volunteer, volunteer_id)
    stay = open_stay(unit, who.id)
    if stay is None:
        raise NotIn(who.name)
    if unit.now <= stay.came_at:
        raise LeftBeforeComing(stay.came_at, unit.now)
    if is_forgotten(Span(stay.came_at, None), _planned_end(unit, stay), unit.now):
        raise StayForgotten(who.name, stay.came_at, stay.id)
    minutes = credited(stay.came_at, unit.now, 0, credit_rule(unit))
    stay.left_at, stay.minutes = unit.now, minutes
    return arrival_of(unit, stay, who, Act.OUT)


def sign(unit: Unit, volunteer_id: UUID, post_id: UUID) -> Arrival:
    """What Enter at the desk means: in when out, out when in.

    Raises StayForgotten, and ScannedTwice where one card was read twice.
    """
    _require_new_scan(unit, volunteer_id, post_id)
    if open_stay(unit, volunteer_id):
        return check_out(unit, volunteer_id)
    return check_in(unit, volunteer_id, post_id)


def undo_sign(unit: Unit, stay_id: UUID, act: Act) -> None:
    """Take back a sign-in or a sign-out made a moment ago; raises StayGone."""
    stay = unit.session.get_one(Attendance, stay_id)
    if stay.voided_at is not None or (stay.left_at is None) is (act is Act.OUT):
        raise StayGone
    if act is Act.OUT:
        stay.left_at = stay.minutes = None
    else:
        strike_out(unit, stay, UNDONE_AT_DESK)


def void_stay(unit: Unit, stay_id: UUID, reason: str) -> None:
    """Strike a stay out, with the reason; it stays visible. Raises ReasonMissing, StayGone."""
    if not reason.strip():
        raise ReasonMissing
    stay = unit.session.get_one(Attendance, stay_id)
    if stay.voided_at is not None:
        raise StayGone
    strike_out(unit, stay, reason.strip())


def close_stay(unit: Unit, stay_id: UUID, left_at: datetime, evidence: str) -> Arrival:
    """Close a stay whose sign-out was forgotten, by what the clerk found out; its origin says so.

    Raises ReasonMissing, StayGone, LeftBeforeComing, StayTooLong, StayInFuture, StaysOverlap.
    """
    if not evidence.strip():
        raise ReasonMissing
    stay = unit.session.get_one(Attendance, stay_id)
    if stay.voided_at is not None or stay.left_at is not None:
        raise StayGone
    who = unit.session.get_one(Volunteer, stay.volunteer_id)
    span = checked_stay(Span(stay.came_at, left_at), unit.now)
    require_free(unit, who, span, besides=stay.id)
    minutes = credited(stay.came_at, left_at, 0, credit_rule(unit))
    stay.left_at, stay.minutes = left_at, minutes
    stay.origin, stay.evidence = Origin.CORRECTED, evidence.strip()
    return arrival_of(unit, stay, who, Act.OUT)


def enter_stay(
    unit: Unit,
    who: Volunteer,
    post: Post,
    span: Span,
    *,
    origin: Origin,
    evidence: str,
    pause: int = 0,
) -> Attendance:
    """Enter a stay that is known from paper or from a file; `pause` in minutes.

    Raises StayInFuture, LeftBeforeComing, StayTooLong, StayAlreadyEntered, StaysOverlap,
    ConsentLacking, RecordErased, and AlreadyIn for a second stay without an end.
    """
    require_consent(unit, who, Purpose.RECORD)
    span = checked_stay(span, unit.now)
    require_record(who, served=span.since)
    day = local(span.since).date()
    require_free(unit, who, span)
    if span.until is None and (stay := open_stay(unit, who.id)):
        raise AlreadyIn(who.name, stay.came_at)
    shift = _shift_at(unit, post.id, span.since)
    until = span.until
    return unit.add(
        Attendance(
            volunteer_id=who.id,
            post_id=post.id,
            shift_id=shift.id if shift else None,
            day=day,
            came_at=span.since,
            left_at=until,
            minutes=credited(span.since, until, pause, credit_rule(unit)) if until else None,
            pause_minutes=pause,
            origin=origin,
            evidence=evidence,
            entered_at=unit.now,
            entered_by=unit.actor,
        )
    )


def arrival_of(unit: Unit, stay: Attendance, who: Volunteer, act: Act) -> Arrival:
    """What stands in the books after an act, as a value that may leave the unit."""
    post = unit.session.get_one(Post, stay.post_id)
    return Arrival(
        stay_id=stay.id,
        act=act,
        name=who.name,
        number=who.number,
        post=post.name,
        came_at=stay.came_at,
        left_at=stay.left_at,
        minutes=stay.minutes,
        walk_in=stay.shift_id is None,
    )


def open_stay(unit: Unit, volunteer_id: UUID) -> Attendance | None:
    """The stay of a volunteer who is in."""
    return unit.session.scalars(
        select(Attendance).where(
            Attendance.volunteer_id == volunteer_id,
            Attendance.left_at.is_(None),
            Attendance.voided_at.is_(None),
        )
    ).one_or_none()


def _planned_end(unit: Unit, stay: Attendance) -> datetime | None:
    return unit.session.get_one(Shift, stay.shift_id).ends_at if stay.shift_id else None


def _require_new_scan(unit: Unit, volunteer_id: UUID, post_id: UUID) -> None:
    """Refuse a second act at one post within the seconds in which a reader repeats itself."""
    last = unit.session.scalars(
        select(Attendance)
        .where(
            Attendance.volunteer_id == volunteer_id,
            Attendance.voided_at.is_(None),
            Attendance.came_at > unit.now - LONGEST_STAY,
        )
        .order_by(Attendance.came_at.desc())
    ).first()
    if last is None or last.post_id != post_id or last.origin != Origin.CLOCKED:
        return
    at = last.left_at or last.came_at
    if timedelta() <= unit.now - at < SAME_SCAN:
        who = unit.session.get_one(Volunteer, volunteer_id)
        raise ScannedTwice(who.name, at)


def strike_out(unit: Unit, stay: Attendance, reason: str) -> None:
    """Void a stay; it stays visible and counts no more."""
    stay.voided_at, stay.void_reason = unit.now, reason


def require_free(unit: Unit, who: Volunteer, span: Span, *, besides: UUID | None = None) -> None:
    """Refuse a stay that shares a moment with another of the same person."""
    near = unit.session.scalars(
        select(Attendance).where(
            Attendance.volunteer_id == who.id,
            Attendance.voided_at.is_(None),
            Attendance.came_at.between(span.since - _NEAR, (span.until or unit.now) + _NEAR),
        )
    ).all()
    spans = [Span(stay.came_at, stay.left_at) for stay in near if stay.id != besides]
    if span in spans:
        raise StayAlreadyEntered(who.name, span.since)
    if other := first_overlap(span, spans):
        raise StaysOverlap(who.name, other.since, other.until)


def _shift_at(unit: Unit, post_id: UUID, moment: datetime) -> Shift | None:
    """The shift of a post that runs at `moment` or begins within the hour."""
    return unit.session.scalars(
        select(Shift)
        .where(
            Shift.post_id == post_id,
            Shift.cancelled_at.is_(None),
            Shift.starts_at <= moment + EARLY_FOR_SHIFT,
            Shift.ends_at > moment,
        )
        .order_by(Shift.starts_at)
    ).first()
