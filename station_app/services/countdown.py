"""What is to be recorded, and until when: ten working days from the end of an activity.

Why counted by shift: the law counts from the end of the activity (Order 67, art. 11), and a shift
is what the paper sheet on the desk belongs to.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import exists, func, or_, select

from station_app.clock import local
from station_app.data.models import Assignment as Place
from station_app.data.models import Attendance, Post, Shift
from station_app.data.unit import Unit
from station_app.domain.attendance import LATE_FROM_SHIFT
from station_app.domain.calendar import ONE_DAY, Calendar
from station_app.services.calendar import calendar_between
from station_app.services.roster_facts import STANDS

WORKING_DAYS: Final = 10
_LOOKED_BACK: Final = timedelta(days=62)


@dataclass(frozen=True, slots=True)
class Unrecorded:
    """A shift that is over and not recorded.

    Either stays have no end, or people were expected of whom nobody has a stay nor is known not to
    have come. `left` working days remain until `due_on`, below zero once it is past.
    """

    shift_id: UUID
    post: str
    starts_at: datetime
    ends_at: datetime
    expected: int
    still_open: int
    due_on: date
    left: int


def unrecorded(unit: Unit) -> tuple[Unrecorded, ...]:
    """The shifts of the last two months that wait for their record, the most urgent first."""
    today = local(unit.now).date()
    stands = Attendance.voided_at.is_(None)
    stay = select(Attendance.id).where(Attendance.shift_id == Shift.id, stands)
    still_open = (
        select(func.count())
        .where(Attendance.shift_id == Shift.id, stands, Attendance.left_at.is_(None))
        .scalar_subquery()
    )
    expected = (
        select(func.count())
        .where(Place.shift_id == Shift.id, Place.missed_at.is_(None), *STANDS)
        .scalar_subquery()
    )
    found = unit.session.execute(
        select(Shift, Post.name, expected, still_open)
        .join(Post, Post.id == Shift.post_id)
        .where(
            Shift.day >= today - _LOOKED_BACK,
            Shift.ends_at <= unit.now - LATE_FROM_SHIFT,
            Shift.cancelled_at.is_(None),
            or_(still_open > 0, (expected > 0) & ~exists(stay)),
        )
        .order_by(Shift.ends_at, Post.code)
    ).all()
    calendar = calendar_between(unit, today - _LOOKED_BACK, today + timedelta(days=31))
    return tuple(
        _unrecorded(shift, post, people, lost, today, calendar)
        for shift, post, people, lost in found
    )


def _unrecorded(
    shift: Shift, post: str, expected: int, still_open: int, today: date, calendar: Calendar
) -> Unrecorded:
    due = calendar.working_days_after(local(shift.ends_at).date(), WORKING_DAYS)
    return Unrecorded(
        shift_id=shift.id,
        post=post,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        expected=expected,
        still_open=still_open,
        due_on=due,
        left=_working_days(today, due, calendar),
    )


def _working_days(since: date, until: date, calendar: Calendar) -> int:
    """Working days after the one up to and with the other; negative the other way round."""
    first, last = sorted((since, until))
    days = (first + ONE_DAY * place for place in range(1, (last - first).days + 1))
    count = sum(map(calendar.is_working_day, days))
    return count if until >= since else -count
