"""What of a stay counts: the time given, less pauses, in the station's unit (Order 67, art. 7).

Why never rounded up: an hour nobody served is the field's scandal. Travel is no service and is not
in a stay at all (rules of 2012).
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from station_app.domain.attendance import minutes_between
from station_app.errors import StationError

UNITS: Final = (1, 5, 10, 15, 30, 60)


@dataclass(eq=False)
class PauseTooLong(StationError):
    """The pauses take up the whole stay; both in minutes."""

    pause: int
    stay: int


@dataclass(eq=False)
class CreditUnitUnknown(StationError):
    """No unit in which hours are counted; `units` are those there are, in minutes."""

    minutes: int
    units: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CreditRule:
    """In which unit time counts, in minutes; what does not fill a unit is let go."""

    unit_minutes: int = 1

    def check(self) -> None:
        """Raise CreditUnitUnknown for a unit that does not exist."""
        if self.unit_minutes not in UNITS:
            raise CreditUnitUnknown(self.unit_minutes, UNITS)


def credited(came_at: datetime, left_at: datetime, pause: int, rule: CreditRule) -> int:
    """Minutes that count; raises PauseTooLong where nothing is left to count."""
    stay = minutes_between(came_at, left_at)
    if pause < 0 or (pause and pause >= stay):
        raise PauseTooLong(pause, stay)
    return (stay - pause) // rule.unit_minutes * rule.unit_minutes
