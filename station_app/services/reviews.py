"""Use cases of the review: unusual stays of a month, looked at by a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select, true

from station_app.data.models import Attendance, Post, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import Origin, StayGone
from station_app.domain.reviews import Flag, Looked, flags
from station_app.services.calendar import calendar_between
from station_app.services.hours import Period, counted
from station_app.services.roster_facts import as_text
from station_app.services.settings import review_rules

_FEW: Final = 500
"""So many ids go into one question; for more, all stays of the days are read."""


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
    told = _told(unit, first, last, all_of_them=all_of_them)
    found = unit.session.execute(
        select(Attendance, Volunteer.number, Volunteer.name, Post.name)
        .join(Volunteer, Volunteer.id == Attendance.volunteer_id)
        .join(Post, Post.id == Attendance.post_id)
        .where(*counted(Period(first, last)))
        .where(as_text(Attendance.id).in_(told) if len(told) <= _FEW else true())
        .order_by(Attendance.came_at, Attendance.id)
    )
    return tuple(
        _flagged(stay, number, name, post, told[stay.id.hex])
        for stay, number, name, post in found
        if stay.id.hex in told
    )


def to_review(unit: Unit, first: date, last: date) -> int:
    """How many unusual stays of these days nobody has looked at."""
    return len(_told(unit, first, last, all_of_them=False))


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


def _told(unit: Unit, first: date, last: date, *, all_of_them: bool) -> dict[str, tuple[Flag, ...]]:
    """The flags of the stays of these days that have any; keyed as the database has their ids."""
    row = Attendance
    found = unit.session.execute(
        select(as_text(row.id), as_text(row.volunteer_id), row.day, row.came_at, row.left_at)
        .add_columns(row.minutes, row.origin, row.entered_at, row.entered_by)
        .add_columns(Volunteer.registered_on, Shift.starts_at, Shift.ends_at, row.reviewed_by)
        .join(Volunteer, Volunteer.id == row.volunteer_id)
        .outerjoin(Shift, Shift.id == row.shift_id)
        .where(*counted(Period(first, last)))
    ).all()
    looked = [Looked(*stay[:-1]) for stay in found]
    told = flags(looked, review_rules(unit), calendar_between(unit, first, last))
    if all_of_them:
        return dict(told)
    return {one: told[one] for one, *_rest, reviewed_by in found if one in told and not reviewed_by}


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
