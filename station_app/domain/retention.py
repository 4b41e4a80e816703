"""How long personal data is kept of people who serve no more (PIPL, art. 19; GB/T 40143-2021)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from station_app.errors import StationError

SHORTEST: Final = 1
LONGEST: Final = 50


@dataclass(eq=False)
class RetentionTooShort(StationError):
    """Years without service must lie between these two, both included."""

    years: int
    shortest: int
    longest: int


@dataclass(frozen=True, slots=True)
class RetentionRule:
    """After how many full years without service, or since registration, a person is listed.

    Nothing goes by itself: the list is looked at by a person. The record of service stays in any
    case, at least ten years (GB/T 40143-2021).
    """

    years: int = 3

    def check(self) -> None:
        """Raise RetentionTooShort where the years make no sense."""
        if not SHORTEST <= self.years <= LONGEST:
            raise RetentionTooShort(self.years, SHORTEST, LONGEST)

    def before(self, today: date) -> date:
        """Who served last before this day, or never and was registered before it, is listed."""
        day = 28 if (today.month, today.day) == (2, 29) else today.day
        return date(today.year - self.years, today.month, day)
