"""Unusual stays: what a person looks at before hours are reported or a month is closed.

Why flags and no refusals: each of these happens for good reasons too. Invented hours are found by
somebody looking, and the program's part is that nothing unusual goes by unseen.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from station_app.clock import local
from station_app.domain.attendance import Origin
from station_app.domain.calendar import Calendar
from station_app.errors import StationError


class Flag(StrEnum):
    """Why a stay is looked at, in the order in which it is told."""

    OVERLAP = "overlap"
    LONG_DAY = "long_day"
    BEFORE_REGISTRATION = "before_registration"
    OUTSIDE_SHIFT = "outside_shift"
    ENTERED_LATE = "entered_late"
    ONE_CLERK = "one_clerk"
    AT_NIGHT = "at_night"


@dataclass(eq=False)
class ReviewRulesOutOfRange(StationError):
    """A figure of the review lies outside of what makes sense."""

    field: str
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class ReviewRules:
    """From which figures on a stay is looked at.

    `day_minutes`: more than this on one day. `working_days`: entered later than so many after the
    stay (Order 67, art. 11 asks for ten). `by_one_clerk`: so many stays of one day, not clocked,
    entered by one clerk. Night lasts from `night_from` to `night_until`, hours of the clock.
    """

    day_minutes: int = 8 * 60
    working_days: int = 10
    by_one_clerk: int = 30
    night_from: int = 22
    night_until: int = 6

    def check(self) -> None:
        """Raise ReviewRulesOutOfRange for a figure that makes no sense."""
        for field, least, most in (
            ("day_minutes", 60, 24 * 60),
            ("working_days", 1, 60),
            ("by_one_clerk", 1, 10_000),
            ("night_from", 12, 24),
            ("night_until", 0, 12),
        ):
            if not least <= getattr(self, field) <= most:
                raise ReviewRulesOutOfRange(field, least, most)


class Looked(NamedTuple):
    """A stay as far as the review goes; where it belongs to a shift, with that shift's times."""

    id: str
    volunteer_id: str
    day: date
    came_at: datetime
    left_at: datetime
    minutes: int
    origin: str
    entered_at: datetime
    entered_by: str
    registered_on: date
    planned_from: datetime | None = None
    planned_until: datetime | None = None


def flags(
    stays: Sequence[Looked], rules: ReviewRules, calendar: Calendar
) -> Mapping[str, tuple[Flag, ...]]:
    """The flags of each stay that has any. `stays` are whole days, so that days can be summed."""
    a_day = Counter[tuple[str, date]]()
    by_clerk = Counter[tuple[str, date]]()
    for stay in stays:
        a_day[stay.volunteer_id, stay.day] += stay.minutes
        if stay.origin != Origin.CLOCKED:
            by_clerk[stay.entered_by, stay.day] += 1
    twice = set(_overlapping(stays))
    days = {stay.day for stay in stays}
    due = {day: calendar.working_days_after(day, rules.working_days) for day in days}
    found = {}
    for stay in stays:
        told = {
            Flag.OVERLAP: stay.id in twice,
            Flag.LONG_DAY: a_day[stay.volunteer_id, stay.day] > rules.day_minutes,
            Flag.BEFORE_REGISTRATION: stay.day < stay.registered_on,
            Flag.OUTSIDE_SHIFT: _is_outside(stay),
            Flag.ENTERED_LATE: local(stay.entered_at).date() > due[stay.day],
            Flag.ONE_CLERK: stay.origin != Origin.CLOCKED
            and by_clerk[stay.entered_by, stay.day] >= rules.by_one_clerk,
            Flag.AT_NIGHT: _is_night(stay, rules),
        }
        if any(told.values()):
            found[stay.id] = tuple(flag for flag, holds in told.items() if holds)
    return found


def _overlapping(stays: Iterable[Looked]) -> Iterator[str]:
    last: dict[str, Looked] = {}
    for stay in sorted(stays, key=lambda one: one.came_at):
        before = last.get(stay.volunteer_id)
        if before is not None and stay.came_at < before.left_at:
            yield from (before.id, stay.id)
        if before is None or stay.left_at > before.left_at:
            last[stay.volunteer_id] = stay


def _is_outside(stay: Looked) -> bool:
    """Whether none of it lies within its shift."""
    begins, ends = stay.planned_from, stay.planned_until
    if begins is None or ends is None:
        return False
    return stay.left_at <= begins or stay.came_at >= ends


def _is_night(stay: Looked, rules: ReviewRules) -> bool:
    begins, ends = local(stay.came_at), local(stay.left_at)
    return (
        begins.hour >= rules.night_from
        or begins.hour < rules.night_until
        or (ends.date() > begins.date() or ends.hour >= rules.night_from)
    )
