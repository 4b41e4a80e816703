"""What the first page tells: figures of the day, today's shifts, and what is due.

Why one use case: the page shows one moment, so all its figures come from one snapshot. Each is
answered by an index, so that a million stays do not slow the morning down.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import distinct, exists, func, not_, select
from sqlalchemy.orm import aliased

from station_app.clock import local
from station_app.data.models import Attendance, Bundle, Certificate, Epoch, Post, Shift
from station_app.data.unit import Unit
from station_app.domain.attendance import minutes_between
from station_app.domain.calendar import SpecialDay, Status
from station_app.domain.certificates import State
from station_app.domain.posts import month_around
from station_app.services.calendar import days_of_year, year_status
from station_app.services.countdown import Unrecorded, unrecorded
from station_app.services.hours import Period, counted, total_minutes
from station_app.services.lists.attendance import forgotten_at
from station_app.services.lists.posts import (
    ShiftFilter,
    ShiftRow,
    ShiftState,
    shift_ids,
    shift_rows,
)
from station_app.services.month_list import last_month_open
from station_app.services.people import registered_count
from station_app.services.register import INTERRUPTED

PLAN_FROM = 20
LATELY = 14
BUNDLE_EVERY = timedelta(days=14)
_MINUTES_A_DAY = 1440
_REMEMBERED = timedelta(days=30)


class DueKind(StrEnum):
    """What may be due; the order is that of the list."""

    FORGOTTEN = "forgotten"
    MONTH = "month"
    CERTIFICATES = "certificates"
    SHIFTS = "shifts"
    BUNDLE = "bundle"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class Due:
    """One thing to do. `count`: open stays, interrupted papers, posts without shifts, days since
    the last bundle, the year whose days off are only estimated, or the month that is over and not
    closed, October 2026 being 202610."""

    kind: DueKind
    count: int


@dataclass(frozen=True, slots=True)
class Today:
    """The day at one glance.

    `minutes` are those of this month, `short` counts the shifts that began with fewer people than
    they need, `lately` gives each of the last days its minutes, `unrecorded` the shifts that wait
    for their record.
    """

    day: date
    special: SpecialDay | None
    in_now: int
    came: int
    forgotten: int
    minutes: int
    volunteers: int
    shifts: tuple[ShiftRow, ...]
    short: int
    lately: tuple[tuple[date, int], ...]
    unrecorded: tuple[Unrecorded, ...]
    due: tuple[Due, ...]


def today(unit: Unit) -> Today:
    """Everything the first page shows, of one moment."""
    day = local(unit.now).date()
    inside, forgotten = _open_stays(unit)
    keys = shift_ids(unit, ShiftFilter(day, day), None)
    short = shift_ids(unit, ShiftFilter(day, day, state=ShiftState.SHORT), None)
    return Today(
        day=day,
        special=next((one for one in days_of_year(unit, day.year) if one.day == day), None),
        in_now=inside,
        came=_came(unit, day),
        forgotten=forgotten,
        minutes=total_minutes(unit, Period(*month_around(day))),
        volunteers=registered_count(unit),
        shifts=tuple(row for row in shift_rows(unit, keys) if row),
        short=len(short),
        lately=_lately(unit, day),
        unrecorded=unrecorded(unit),
        due=_due(unit, day, forgotten),
    )


def _open_stays(unit: Unit) -> tuple[int, int]:
    """How many are in, and how many only forgot to sign out."""
    forgotten = func.count().filter(forgotten_at(unit.now))
    count, lost = unit.session.execute(
        select(func.count(), forgotten)
        .select_from(Attendance)
        .outerjoin(Shift, Shift.id == Attendance.shift_id)
        .where(Attendance.left_at.is_(None), Attendance.voided_at.is_(None))
    ).one()
    return count - lost, lost


def _came(unit: Unit, day: date) -> int:
    wanted = select(func.count(distinct(Attendance.volunteer_id)))
    return unit.session.scalars(
        wanted.where(Attendance.day == day, Attendance.voided_at.is_(None))
    ).one()


def _lately(unit: Unit, day: date) -> tuple[tuple[date, int], ...]:
    days = [day - timedelta(days=back) for back in range(LATELY - 1, -1, -1)]
    served = select(Attendance.day, func.sum(Attendance.minutes)).group_by(Attendance.day)
    found = unit.session.execute(served.where(*counted(Period(days[0], day))))
    minutes = {served_on: total or 0 for served_on, total in found}
    return tuple((one, minutes.get(one, 0)) for one in days)


def _due(unit: Unit, day: date, forgotten: int) -> tuple[Due, ...]:
    counts = {
        DueKind.FORGOTTEN: forgotten,
        DueKind.MONTH: _open_month(unit),
        DueKind.CERTIFICATES: _interrupted(unit),
        DueKind.SHIFTS: _without_shifts(unit, day) if day.day >= PLAN_FROM else 0,
        DueKind.BUNDLE: _days_without_bundle(unit),
        DueKind.CALENDAR: _estimated_year(unit, day),
    }
    return tuple(Due(kind, count) for kind, count in counts.items() if count)


def _open_month(unit: Unit) -> int:
    month = last_month_open(unit)
    return month.year * 100 + month.month if month else 0


def _interrupted(unit: Unit) -> int:
    """Papers lately lost to a crash, whose people have got none of that kind since."""
    later = aliased(Certificate)
    again = exists().where(
        later.volunteer_id == Certificate.volunteer_id,
        later.kind == Certificate.kind,
        later.state == State.ISSUED.value,
        later.reserved_at > Certificate.reserved_at,
    )
    wanted = select(func.count()).select_from(Certificate)
    return unit.session.scalars(
        wanted.where(
            Certificate.state == State.VOID.value,
            Certificate.void_reason == INTERRUPTED,
            Certificate.voided_at > unit.now - _REMEMBERED,
            not_(again),
        )
    ).one()


def _without_shifts(unit: Unit, day: date) -> int:
    """Open posts that have no shift in the next month yet."""
    made = select(Shift.post_id).where(Shift.day.between(*month_around(day, months=1)))
    wanted = select(func.count()).select_from(Post)
    return unit.session.scalars(wanted.where(Post.closed_on.is_(None), Post.id.not_in(made))).one()


def _days_without_bundle(unit: Unit) -> int:
    """Days since the last bundle, or since the books were opened; 0 while that is not long."""
    last = unit.session.scalars(select(func.max(Bundle.exported_at))).first()
    since = last or unit.session.scalars(select(func.min(Epoch.opened_at))).first()
    if since is None or unit.now - since < BUNDLE_EVERY:
        return 0
    return minutes_between(since, unit.now) // _MINUTES_A_DAY


def _estimated_year(unit: Unit, day: date) -> int:
    """The year in which the next month lies, if its days off are only estimated."""
    year = month_around(day, months=1)[0].year
    return year if year_status(unit, year) is Status.ESTIMATED else 0
