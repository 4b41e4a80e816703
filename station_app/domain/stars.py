"""Stars of volunteers: hours make one due, a person confirms it (Order 67, art. 10).

The default table is that of the Volunteer Service Record Measures of 2012 (民函〔2012〕340号):
100, 300, 600, 1000 and 1500 hours in all. Places differ, some count by the year, so the table is
a setting.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from station_app.errors import StationError

MOST_STARS: Final = 10
MOST_HOURS: Final = 99_999


class Basis(StrEnum):
    """Which hours count: those of the whole record, or those of one calendar year."""

    ALL = "all"
    YEAR = "year"


@dataclass(eq=False)
class StarTableEmpty(StationError):
    """The table has no star."""


@dataclass(eq=False)
class StarTableTooLong(StationError):
    """The table has more stars than are told apart."""

    stars: int
    most: int


@dataclass(eq=False)
class StarHoursOutOfRange(StationError):
    """A star for no hours, or for more than anybody gives."""

    star: int
    hours: int
    most: int


@dataclass(eq=False)
class StarsNotAscending(StationError):
    """A star asks for no more hours than the one before it."""

    star: int
    hours: int
    before: int


@dataclass(eq=False)
class StarNotReached(StationError):
    """The hours do not make this star, as when a stay was struck out meanwhile."""

    name: str
    star: int
    minutes: int
    needed: int


@dataclass(eq=False)
class StarNotInTable(StationError):
    """The table has fewer stars than this."""

    name: str
    star: int
    stars: int


@dataclass(eq=False)
class StarConfirmedAlready(StationError):
    """This star or a higher one stands in the books."""

    name: str
    star: int
    on: date


@dataclass(eq=False)
class StarConfirmedEarly(StationError):
    """The confirmation is dated before the hours were reached."""

    name: str
    star: int
    reached_on: date
    on: date


@dataclass(eq=False)
class StarConfirmedInFuture(StationError):
    """The confirmation is dated after today."""

    on: date


@dataclass(eq=False)
class StarTakenBack(StationError):
    """The star was taken back meanwhile."""

    name: str
    star: int


@dataclass(frozen=True, slots=True)
class StarTable:
    """Hours for one star, two stars …, ascending, and which hours count."""

    hours: tuple[int, ...] = (100, 300, 600, 1000, 1500)
    basis: Basis = Basis.ALL

    def minutes_for(self, star: int) -> int:
        """Minutes that make this star; stars count from 1."""
        return self.hours[star - 1] * 60


DEFAULT: Final = StarTable()


def checked_table(table: StarTable) -> StarTable:
    """The table, if it can be kept.

    Raises StarTableEmpty, StarTableTooLong, StarHoursOutOfRange, StarsNotAscending.
    """
    if not table.hours:
        raise StarTableEmpty
    if len(table.hours) > MOST_STARS:
        raise StarTableTooLong(len(table.hours), MOST_STARS)
    before = 0
    for star, hours in enumerate(table.hours, start=1):
        if not 1 <= hours <= MOST_HOURS:
            raise StarHoursOutOfRange(star, hours, MOST_HOURS)
        if hours <= before:
            raise StarsNotAscending(star, hours, before)
        before = hours
    return table


def star_of(minutes: int, table: StarTable) -> int:
    """The star these minutes make; 0 below the first."""
    return bisect_right([hours * 60 for hours in table.hours], minutes)


def next_star(minutes: int, table: StarTable) -> int | None:
    """The first star these minutes do not make yet; None above the last."""
    star = star_of(minutes, table) + 1
    return star if star <= len(table.hours) else None


def minutes_to_next(minutes: int, table: StarTable) -> int | None:
    """Minutes still to give for the next star; None above the last."""
    star = next_star(minutes, table)
    return None if star is None else table.minutes_for(star) - minutes


def reached_on(stays: Iterable[tuple[date, int]], needed: int) -> date | None:
    """The day on which the minutes of these stays, in order, first made up `needed`."""
    given = 0
    for day, minutes in stays:
        given += minutes
        if given >= needed:
            return day
    return None
