"""Statutory holidays and make-up working days.

Why a stretch reaches over weekends: the State Council announces days off as one stretch ("1 to 7
October"), of which lists of holidays name only the weekdays.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from station_app.places import resource

SHIPPED = "calendar/special_days.json"
ONE_DAY = timedelta(days=1)
SATURDAY = 5
_BRIDGE = "调休放假"
_NEAR = timedelta(days=21)


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


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days off in a row, as they are announced, with the weekend days that are worked for them."""

    name: str
    first: date
    last: date
    worked: tuple[date, ...]

    @property
    def length(self) -> int:
        """How many days."""
        return (self.last - self.first).days + 1


def stretches(days: Iterable[SpecialDay]) -> tuple[Stretch, ...]:
    """Days off that follow each other as one stretch.

    A worked day belongs to the nearest one that took a working day for its length.
    """
    ordered = sorted(days, key=lambda special: special.day)
    runs: list[list[SpecialDay]] = []
    for special in ordered:
        if special.kind is not DayKind.OFF:
            continue
        if runs and special.day - runs[-1][-1].day == ONE_DAY:
            runs[-1].append(special)
        else:
            runs.append([special])
    worked = [special.day for special in ordered if special.kind is DayKind.WORKED]
    return tuple(
        _stretch(run, [day for day in worked if _nearest(day, runs) is run]) for run in runs
    )


def _stretch(run: list[SpecialDay], worked: Iterable[date]) -> Stretch:
    names = [special.name for special in run if special.name != _BRIDGE] or [run[0].name]
    name = max(dict.fromkeys(names), key=names.count)
    return Stretch(name, run[0].day, run[-1].day, tuple(worked))


def _nearest(day: date, runs: Iterable[list[SpecialDay]]) -> list[SpecialDay] | None:
    def gap(run: list[SpecialDay]) -> timedelta:
        return min(abs(day - run[0].day), abs(day - run[-1].day))

    bridged = [run for run in runs if any(special.name == _BRIDGE for special in run)]
    near = min(bridged, key=gap, default=None)
    return near if near is not None and gap(near) <= _NEAR else None


@cache
def special_days(year: int) -> tuple[SpecialDay, ...]:
    """The special days of a year: as shipped, else computed.

    Why shipped: importing the library takes a quarter of a second, and the first page asks.
    """
    shipped = _shipped()
    if str(year) not in shipped:
        return computed_year(year)
    return tuple(
        SpecialDay(date.fromisoformat(day), DayKind(kind), name, Status(status))
        for day, kind, name, status in shipped[str(year)]
    )


@cache
def _shipped() -> dict[str, list[list[str]]]:
    years: dict[str, list[list[str]]] = json.loads(resource(SHIPPED).read_text("utf-8"))
    return years


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
        SpecialDay(day, DayKind.OFF, name if name != "休息日" else _BRIDGE, status)
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
