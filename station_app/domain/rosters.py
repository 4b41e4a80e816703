"""Who is expected on which shift: what stands against putting somebody on it."""

from dataclasses import dataclass
from datetime import datetime

from station_app.errors import StationError


@dataclass(eq=False)
class ExpectedAlready(StationError):
    """The person is on this shift."""

    name: str
    starts_at: datetime


@dataclass(eq=False)
class ShiftOver(StationError):
    """The shift has ended; who was there is entered as a stay."""

    ended_at: datetime


@dataclass(eq=False)
class ShiftCalledOff(StationError):
    """The shift was called off."""

    starts_at: datetime


@dataclass(eq=False)
class ExpectedElsewhere(StationError):
    """The person is on another shift at that time; shifts that only touch do not count."""

    name: str
    post: str
    starts_at: datetime
    ends_at: datetime


@dataclass(eq=False)
class NotExpected(StationError):
    """The person was taken off the shift meanwhile."""

    name: str
