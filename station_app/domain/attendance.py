"""Stays and the hours they make: what counts, what cannot be, and where each stay comes from."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from uuid import UUID

from station_app.clock import at_desk, local
from station_app.errors import StationError

LONGEST_STAY = timedelta(hours=16)
EARLY_FOR_SHIFT = timedelta(minutes=60)
LATE_FROM_SHIFT = timedelta(minutes=60)
UNPLANNED_STAY = timedelta(hours=8)
SAME_SCAN = timedelta(seconds=5)
UNDONE_AT_DESK = "undone_at_desk"  # why a stay was struck out, where no clerk gave a reason
MISENTERED = "misentered"
CORRECTED_BY_ANOTHER = "corrected_by_another"


class Origin(StrEnum):
    """How we know of a stay; it stays with the hours up to the certificate."""

    CLOCKED = "clocked"
    SHEET = "sheet"
    CORRECTED = "corrected"
    SUPPLEMENTED = "supplemented"
    IMPORTED = "imported"


@dataclass(eq=False)
class AlreadyIn(StationError):
    """The volunteer is in; signing in twice would count twice."""

    name: str
    since: datetime


@dataclass(eq=False)
class ScannedTwice(StationError):
    """The same person was signed a moment ago: one card held out once, read twice."""

    name: str
    at: datetime


@dataclass(eq=False)
class StayForgotten(StationError):
    """The stay is still open from an earlier day; it is never filled silently."""

    name: str
    since: datetime
    stay_id: UUID


@dataclass(eq=False)
class NotIn(StationError):
    """There is no open stay to sign out from."""

    name: str


@dataclass(eq=False)
class LeftBeforeComing(StationError):
    """The stay ends at or before its beginning."""

    came_at: datetime
    left_at: datetime


@dataclass(eq=False)
class StayTooLong(StationError):
    """Longer than one person serves on end; `hours` and `longest` in hours."""

    hours: Decimal
    longest: Decimal


@dataclass(eq=False)
class StayInFuture(StationError):
    """The stay has not happened yet."""

    at: datetime


@dataclass(eq=False)
class StaysOverlap(StationError):
    """The volunteer was already in at that time; `until` is empty while that stay is open."""

    name: str
    since: datetime
    until: datetime | None


@dataclass(eq=False)
class StayAlreadyEntered(StationError):
    """This very stay stands in the books."""

    name: str
    since: datetime


@dataclass(eq=False)
class PostUnknown(StationError):
    """No open post has this name or code."""

    post: str


@dataclass(eq=False)
class VolunteerUnknown(StationError):
    """Nobody is registered under this number."""

    number: str


@dataclass(eq=False)
class NumberAndNameDiffer(StationError):
    """The number belongs to somebody with another name."""

    number: str
    name: str
    registered: str


@dataclass(eq=False)
class VolunteerAmbiguous(StationError):
    """Several volunteers fit the name; a number decides."""

    name: str
    numbers: tuple[str, ...]


@dataclass(eq=False)
class StayGone(StationError):
    """The stay is no longer what the clerk saw: signed out or voided meanwhile."""


@dataclass(eq=False)
class ReasonMissing(StationError):
    """An act that must say why does not."""


@dataclass(eq=False)
class SameClerk(StationError):
    """Who asked for supplemented hours cannot confirm them; a second person must."""

    clerk: str


@dataclass(eq=False)
class SupplementDecided(StationError):
    """Somebody decided about these hours already."""

    by: str


@dataclass(eq=False)
class BeyondPlan(StationError):
    """More minutes than the shift had, or no shift at all: only with a mark that says so."""

    planned: int
    minutes: int


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time; without an end it is still going on."""

    since: datetime
    until: datetime | None

    def overlaps(self, other: "Span") -> bool:
        """Whether both share a moment; touching ends do not."""
        return (self.until is None or other.since < self.until) and (
            other.until is None or self.since < other.until
        )


def written_span(day: date, came: time, left: time | None, *, overnight: bool) -> Span:
    """The stay that a paper of `day` tells of; overnight, an end before the start is next day's."""
    since = at_desk(day, came.hour, came.minute)
    if left is None:
        return Span(since, None)
    until = at_desk(day, left.hour, left.minute)
    return Span(since, until + timedelta(days=1) if overnight and until <= since else until)


def checked_stay(span: Span, now: datetime) -> Span:
    """The stay, if it can have happened.

    Raises LeftBeforeComing, StayInFuture, StayTooLong.
    """
    end = span.until or span.since
    if max(span.since, end) > now:
        raise StayInFuture(max(span.since, end))
    if span.until is not None and span.until <= span.since:
        raise LeftBeforeComing(span.since, span.until)
    if end - span.since > LONGEST_STAY:
        raise StayTooLong(hours(minutes_between(span.since, end)), hours(960))
    return span


def first_overlap(span: Span, others: Iterable[Span]) -> Span | None:
    """The first of `others` that shares a moment with `span`."""
    return next((other for other in others if span.overlaps(other)), None)


def is_forgotten(stay: Span, planned_end: datetime | None, now: datetime) -> bool:
    """Whether a stay of an earlier day is open longer than its shift, or a night without one."""
    if stay.until is not None or local(stay.since).date() == local(now).date():
        return False
    if planned_end is None:
        return now - stay.since > UNPLANNED_STAY
    return now - planned_end > LATE_FROM_SHIFT


def minutes_between(came_at: datetime, left_at: datetime) -> int:
    """Whole minutes given, never rounded up (Order 67, art. 7: time actually given)."""
    return max(0, int((left_at - came_at).total_seconds() // 60))


def hours(minutes: int) -> Decimal:
    """Minutes as hours with at most two decimals, half up: 90 → 1.5."""
    value = (Decimal(minutes) / 60).quantize(Decimal("0.01"), ROUND_HALF_UP)
    return value.quantize(Decimal(1)) if value == value.to_integral() else value.normalize()
