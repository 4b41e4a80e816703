"""Months and their closing: what must be done before, and what a later change is called."""

from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from station_app.errors import StationError


@dataclass(eq=False)
class MonthUnreadable(StationError):
    """No month in the form 2026-11."""

    text: str


@dataclass(eq=False)
class MonthNotOver(StationError):
    """The month has days to come; `last` is its last one."""

    last: date


@dataclass(eq=False)
class MonthClosedAlready(StationError):
    """The month was closed on a day by somebody."""

    closed_on: date
    by: str


@dataclass(eq=False)
class MonthNotReady(StationError):
    """Something is left to do: how many of each kind."""

    open_stays: int
    unreviewed: int
    supplements: int


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """One month of the calendar."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> "Month":
        """The month of a day."""
        return cls(day.year, day.month)

    @classmethod
    def read(cls, text: str) -> "Month":
        """The month in a text such as 2026-11; raises MonthUnreadable."""
        try:
            day = date.fromisoformat(f"{text.strip()}-01")
        except ValueError:
            raise MonthUnreadable(text.strip()) from None
        return cls.of(day)

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.first + relativedelta(day=31)

    def __str__(self) -> str:
        """2026-11."""
        return f"{self.year:04d}-{self.month:02d}"
