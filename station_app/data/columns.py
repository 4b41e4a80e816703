"""How values lie in the database: the same text on every engine, sorted as it reads."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import String
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from station_app.domain.journal import stamp


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept as RFC 3339 text in UTC; text order is time order."""

    impl = String(24)
    cache_ok = True

    @property
    def python_type(self) -> type[datetime]:
        """What rows hold."""
        return datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Write the instant; a naive one is a bug and raises ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant must be aware")
        return stamp(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Read the instant back, aware, in UTC."""
        return None if value is None else datetime.fromisoformat(value)


class WallTime(TypeDecorator[time]):
    """A time of day on the desk's wall clock, kept as HH:MM."""

    impl = String(5)
    cache_ok = True

    @property
    def python_type(self) -> type[time]:
        """What rows hold."""
        return time

    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        """Write hours and minutes."""
        return None if value is None else value.strftime("%H:%M")

    def process_result_value(self, value: Any, dialect: Dialect) -> time | None:
        """Read hours and minutes."""
        return None if value is None else time.fromisoformat(value)
