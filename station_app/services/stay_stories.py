"""Where the hours of a stay come from: what stood there before, who changed it and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import aliased

from station_app.data.models import Attendance, Post, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import Origin
from station_app.domain.evaluations import EvaluationCard
from station_app.services.evaluations import evaluation_of


@dataclass(frozen=True, slots=True)
class StayVersion:
    """One stay as it stands or stood; `reason` says why it took the place of another one."""

    id: UUID
    came_at: datetime
    left_at: datetime | None
    pause: int
    minutes: int | None
    origin: Origin
    reason: str
    evidence: str
    witness: str
    confirmed_by: str
    entered_at: datetime
    entered_by: str
    void_reason: str


@dataclass(frozen=True, slots=True)
class StayStory:
    """A stay, what it replaced (the newest first), what replaced it, and who looked at it."""

    now: StayVersion
    before: tuple[StayVersion, ...]
    after: StayVersion | None
    reviewed_at: datetime | None
    reviewed_by: str
    review_note: str
    evaluation: EvaluationCard | None


@dataclass(frozen=True, slots=True)
class Correction:
    """A stay that was corrected: as it was, and as it is."""

    number: str
    name: str
    post: str
    old: StayVersion
    new: StayVersion


def stay_story(unit: Unit, stay_id: UUID) -> StayStory:
    """The story of one stay; raises NoResultFound."""
    stay = unit.session.get_one(Attendance, stay_id)
    wanted = select(Attendance).where(  # by the person, whose stays an index finds
        Attendance.volunteer_id == stay.volunteer_id, Attendance.corrects_id == stay_id
    )
    after = unit.session.scalars(wanted.order_by(Attendance.id.desc())).first()
    return StayStory(
        now=_version(stay),
        before=tuple(_replaced(unit, stay)),
        after=_version(after) if after else None,
        reviewed_at=stay.reviewed_at,
        reviewed_by=stay.reviewed_by,
        review_note=stay.review_note,
        evaluation=evaluation_of(unit, stay_id),
    )


def corrections_between(
    unit: Unit, first: date | None, last: date | None
) -> tuple[Correction, ...]:
    """The stays of these days that took the place of another, the last entered first."""
    old = aliased(Attendance)
    wanted: Any = (
        select(Attendance, old, Volunteer.number, Volunteer.name, Post.name)
        .join(old, old.id == Attendance.corrects_id)
        .join(Volunteer, Volunteer.id == Attendance.volunteer_id)
        .join(Post, Post.id == Attendance.post_id)
        .order_by(Attendance.entered_at.desc(), Attendance.id)
    )
    if first is not None:
        wanted = wanted.where(Attendance.day >= first)
    if last is not None:
        wanted = wanted.where(Attendance.day <= last)
    return tuple(
        Correction(number, name, post, _version(before), _version(now))
        for now, before, number, name, post in unit.session.execute(wanted)
    )


def _replaced(unit: Unit, stay: Attendance) -> Iterator[StayVersion]:
    while stay.corrects_id is not None:
        stay = unit.session.get_one(Attendance, stay.corrects_id)
        yield _version(stay)


def _version(stay: Attendance) -> StayVersion:
    return StayVersion(
        id=stay.id,
        came_at=stay.came_at,
        left_at=stay.left_at,
        pause=stay.pause_minutes,
        minutes=stay.minutes,
        origin=Origin(stay.origin),
        reason=stay.reason,
        evidence=stay.evidence,
        witness=stay.witness,
        confirmed_by=stay.confirmed_by,
        entered_at=stay.entered_at,
        entered_by=stay.entered_by,
        void_reason=stay.void_reason,
    )
