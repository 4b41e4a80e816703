"""A clock that a test sets."""

from datetime import UTC, datetime, timedelta

from station_app.clock import ZONE


class FixedClock:
    """Stands still until it is told to move."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """The instant set."""
        return self.moment

    def forward(self, **by: float) -> None:
        """Move on by days, hours, minutes."""
        self.moment += timedelta(**by)

    def at(self, text: str) -> datetime:
        """Move to a time on the desk's wall clock: "2026-11-02 09:20"."""
        self.moment = datetime.fromisoformat(text).replace(tzinfo=ZONE).astimezone(UTC)
        return self.moment
