"""Statutory holidays and make-up working days.

Why a stretch reaches over weekends: the State Council announces days off as one stretch ("1 to 7
October"), of which lists of holidays name only the weekdays.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

ONE_DAY = timedelta(days=1)
SATURDAY = 5


class DayKind(StrEnum):
    """How a day breaks the plain week."""

    OFF = "off"
    WORKED = "worked"


class Status(StrEnum):
    """Whether a year is known from its announcement or only computed."""

    OFFICIAL = "official"
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """One day that breaks the plain week."""

    day: date
    kind: DayKind
    name: str
    status: Status


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which days are off and which weekend days are worked; all other days follow the week."""

    special: Mapping[date, DayKind]

    def is_holiday(self, day: date) -> bool:
        """Whether the day lies in a statutory stretch of days off."""
        return self.special.get(day) is DayKind.OFF

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on this day."""
        kind = self.special.get(day)
        return kind is DayKind.WORKED or (kind is None and day.weekday() < SATURDAY)

    def working_days_after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day` (record within 10: Order 67, art. 11)."""
        while count:
            day += ONE_DAY
            count -= self.is_working_day(day)
        return day


@cache
def computed_year(year: int) -> tuple[SpecialDay, ...]:
    """The special days of a year from the `holidays` library.

    A year without any make-up day has not been announced yet: all its days are `estimated`.
    """
    from holidays import country_holidays

    known = country_holidays("CN", years=year, language="zh_CN")
    worked = {day for day in known.weekend_workdays if day.year == year}
    status = Status.OFFICIAL if worked else Status.ESTIMATED
    off = {day: name.partition("（")[0] for day, name in known.items() if day.year == year}
    days = [SpecialDay(day, DayKind.WORKED, "调休上班", status) for day in worked]
    days += [
        SpecialDay(day, DayKind.OFF, name if name != "休息日" else "调休放假", status)
        for day, name in _with_weekends(off, worked).items()
    ]
    return tuple(sorted(days, key=lambda special: special.day))


def _with_weekends(off: Mapping[date, str], worked: Iterable[date]) -> dict[date, str]:
    """Let every stretch reach over the weekend days that touch it and are not worked."""
    stretch, closed = dict(off), set(worked)
    for step in (ONE_DAY, -ONE_DAY):
        for first, name in list(stretch.items()):
            day = first + step
            while day.weekday() >= SATURDAY and day not in closed and day not in stretch:
                if day.year == first.year:
                    stretch[day] = name
                day += step
    return stretch
