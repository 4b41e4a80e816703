"""Time enters the program here and nowhere else.

Inside, an instant is always aware and in UTC; people see China Standard Time (UTC+08:00, without
daylight saving since 1991), whatever the PC believes its zone to be.
"""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Protocol

ZONE = timezone(timedelta(hours=8), "UTC+08:00")


class Clock(Protocol):
    """Anything that tells the present instant."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        ...


class SystemClock:
    """The PC's own clock, to the millisecond."""

    def now(self) -> datetime:
        """The present instant, aware, in UTC."""
        instant = datetime.now(UTC)
        return instant.replace(microsecond=instant.microsecond // 1000 * 1000)


def local(instant: datetime) -> datetime:
    """The same instant on the desk's wall clock."""
    return instant.astimezone(ZONE)


def today(clock: Clock) -> date:
    """The desk's calendar day."""
    return local(clock.now()).date()


def at_desk(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """The instant (UTC) at which the desk's wall clock shows this day and time."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE).astimezone(UTC)
