"""Use cases of the calendar: which days are off, and how surely we know."""

from datetime import date

from sqlalchemy import select

from station_app.data.models import CalendarDay
from station_app.data.unit import Unit
from station_app.domain.calendar import (
    Calendar,
    DayKind,
    SpecialDay,
    Status,
    special_days,
)


def calendar_between(unit: Unit, first: date, last: date) -> Calendar:
    """The calendar of the years that a range touches; days kept in the books come first."""
    special: dict[date, DayKind] = {}
    for year in range(first.year, last.year + 1):
        special |= {day.day: day.kind for day in days_of_year(unit, year)}
    return Calendar(special)


def days_of_year(unit: Unit, year: int) -> tuple[SpecialDay, ...]:
    """The special days of a year: those the desk has kept, else those computed."""
    kept = unit.session.scalars(
        select(CalendarDay)
        .where(CalendarDay.day.between(date(year, 1, 1), date(year, 12, 31)))
        .order_by(CalendarDay.day)
    ).all()
    if not kept:
        return special_days(year)
    return tuple(
        SpecialDay(row.day, DayKind(row.kind), row.name, Status(row.status)) for row in kept
    )


def year_status(unit: Unit, year: int) -> Status:
    """Whether the days off of a year are official or only estimated."""
    days = days_of_year(unit, year)
    official = any(day.status is Status.OFFICIAL for day in days)
    return Status.OFFICIAL if official else Status.ESTIMATED
