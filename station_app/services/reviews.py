"""Use cases of the review: unusual stays of a month, looked at by a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from station_app.data.models import Attendance, Post, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import Origin, StayGone
from station_app.domain.reviews import Flag, Looked, flags
from station_app.services.calendar import calendar_between
from station_app.services.hours import Period, counted
from station_app.services.settings import review_rules


@dataclass(frozen=True, slots=True)
class FlaggedStay:
    """An unusual stay, and whether somebody has looked at it."""

    id: UUID
    volunteer_id: UUID
    number: str
    name: str
    post: str
    came_at: datetime
    left_at: datetime
    minutes: int
    origin: Origin
    entered_by: str
    flags: tuple[Flag, ...]
    reviewed_by: str
    review_note: str


def review_list(
    unit: Unit, first: date, last: date, *, all_of_them: bool = False
) -> tuple[FlaggedStay, ...]:
    """Unusual stays of these days that nobody has looked at, or all; the earliest first."""
    found = unit.session.execute(
        select(Attendance, Volunteer.number, Volunteer.name, Volunteer.registered_on, Post.name)
        .add_columns(Shift.starts_at, Shift.ends_at)
        .join(Volunteer, Volunteer.id == Attendance.volunteer_id)
        .join(Post, Post.id == Attendance.post_id)
        .outerjoin(Shift, Shift.id == Attendance.shift_id)
        .where(*counted(Period(first, last)))
        .order_by(Attendance.came_at, Attendance.id)
    ).all()
    looked = [
        _looked(stay, registered, begins, ends) for stay, *_, registered, _p, begins, ends in found
    ]
    told = flags(looked, review_rules(unit), calendar_between(unit, first, last))
    return tuple(
        _flagged(stay, number, name, post, told[stay.id])
        for stay, number, name, _registered, post, _begins, _ends in found
        if stay.id in told and (all_of_them or stay.reviewed_at is None)
    )


def review_stays(unit: Unit, stay_ids: Sequence[UUID], note: str) -> int:
    """Keep that somebody looked at these stays and lets them count; how many. Raises StayGone."""
    for stay_id in stay_ids:
        stay = unit.session.get_one(Attendance, stay_id)
        if stay.voided_at is not None:
            raise StayGone
        stay.reviewed_at, stay.reviewed_by, stay.review_note = unit.now, unit.actor, note.strip()
    return len(stay_ids)


def withdraw_review(unit: Unit, stay_id: UUID) -> None:
    """Take an approval back that was given by mistake; the stay stands on the list again."""
    stay = unit.session.get_one(Attendance, stay_id)
    stay.reviewed_at, stay.reviewed_by, stay.review_note = None, "", ""


def _looked(
    stay: Attendance, registered_on: date, begins: datetime | None, ends: datetime | None
) -> Looked:
    assert stay.left_at is not None
    assert stay.minutes is not None
    return Looked(
        id=stay.id,
        volunteer_id=stay.volunteer_id,
        day=stay.day,
        came_at=stay.came_at,
        left_at=stay.left_at,
        minutes=stay.minutes,
        origin=Origin(stay.origin),
        entered_at=stay.entered_at,
        entered_by=stay.entered_by,
        registered_on=registered_on,
        planned=(begins, ends) if begins and ends else None,
    )


def _flagged(
    stay: Attendance, number: str, name: str, post: str, told: tuple[Flag, ...]
) -> FlaggedStay:
    assert stay.left_at is not None
    return FlaggedStay(
        id=stay.id,
        volunteer_id=stay.volunteer_id,
        number=number,
        name=name,
        post=post,
        came_at=stay.came_at,
        left_at=stay.left_at,
        minutes=stay.minutes or 0,
        origin=Origin(stay.origin),
        entered_by=stay.entered_by,
        flags=told,
        reviewed_by=stay.reviewed_by,
        review_note=stay.review_note,
    )
