"""Who may serve on which shift: what stands against it, and whether it warns or blocks.

Why nothing but a double booking of the same shift is an error of its own: what else stands in the
way differs by place and season, so each limit is a setting, and a clerk may pass over a warning
with a reason.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from station_app.clock import local
from station_app.domain.people import age_on
from station_app.domain.qualifications import QualificationCard, holds_on
from station_app.errors import StationError

_HOLIDAY: Final = 8
_NOON: Final = 12
_EVENING: Final = 18
_LONGEST_REST: Final = 48 * 60
_LONGEST_GRACE: Final = 120
_WEEK: Final = 7 * 24 * 60


class Weight(StrEnum):
    """What a limit does where it is not kept."""

    OFF = "off"
    WARN = "warn"
    BLOCK = "block"


class Limit(StrEnum):
    """What may stand against somebody on a shift, in the order in which it is told."""

    OVERLAP = "overlap"
    QUALIFICATION = "qualification"
    AGE = "age"
    HEALTH = "health"
    AVAILABILITY = "availability"
    REST = "rest"
    WEEK = "week"
    FULL = "full"


@dataclass(eq=False)
class ExpectedAlready(StationError):
    """The person is on this shift."""

    name: str
    starts_at: datetime


@dataclass(eq=False)
class ShiftUnknown(StationError):
    """The post has no shift on that day, or several; `starts` are their times."""

    post: str
    day: date
    starts: tuple[time, ...]


@dataclass(eq=False)
class ShiftOver(StationError):
    """The shift has ended; who was there is entered as a stay."""

    ended_at: datetime


@dataclass(eq=False)
class ShiftCalledOff(StationError):
    """The shift was called off."""

    starts_at: datetime


@dataclass(eq=False)
class NotExpected(StationError):
    """The person was taken off the shift meanwhile."""

    name: str


@dataclass(eq=False)
class ExpectedElsewhere(StationError):
    """The person is on another shift at that time, beyond the minutes that are let go."""

    name: str
    post: str
    starts_at: datetime
    ends_at: datetime


@dataclass(eq=False)
class NotQualified(StationError):
    """The post asks for a qualification, a code of its list, that is not valid on that day.

    `lapsed_on` is the last day of one the person had; None if there never was one.
    """

    name: str
    kind: str
    day: date
    lapsed_on: date | None


@dataclass(eq=False)
class AgeOutside(StationError):
    """On the day of the shift the person is younger or older than the post allows."""

    name: str
    age: int
    least: int | None
    most: int | None


@dataclass(eq=False)
class HealthLimited(StationError):
    """The person told of a limit of health; only people can say whether it matters here."""

    name: str
    limit: str


@dataclass(eq=False)
class NotAvailable(StationError):
    """The person said when to serve, and this is another time; `slots` are codes of that list."""

    name: str
    slots: tuple[str, ...]


@dataclass(eq=False)
class RestTooShort(StationError):
    """Less rest than wanted lies between this shift and another; in minutes."""

    name: str
    post: str
    rest: int
    wanted: int


@dataclass(eq=False)
class WeekTooFull(StationError):
    """With this shift the person would serve more in the week than is let; in minutes."""

    name: str
    minutes: int
    most: int


@dataclass(eq=False)
class ShiftFull(StationError):
    """As many people as the post takes are on the shift."""

    most: int


@dataclass(eq=False)
class NeedsReason(StationError):
    """So much speaks against it that a clerk may pass over, but with a reason; `first` of it."""

    first: StationError
    count: int


@dataclass(eq=False)
class NothingToSwap(StationError):
    """Both places are of one shift or of one person."""


@dataclass(eq=False)
class RosterRulesOutOfRange(StationError):
    """A figure of the rules lies outside of what makes sense; in minutes."""

    field: str
    most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterRules:
    """What a station lets: figures in minutes, and what each limit does; None is no limit.

    Shifts may overlap by up to `grace` minutes. Touching shifts never overlap.
    """

    grace: int = 10
    rest_minutes: int = 0
    week_minutes: int | None = None
    overlap: Weight = Weight.BLOCK
    qualification: Weight = Weight.BLOCK
    age: Weight = Weight.BLOCK
    health: Weight = Weight.WARN
    availability: Weight = Weight.WARN
    rest: Weight = Weight.WARN
    week: Weight = Weight.WARN
    full: Weight = Weight.WARN

    def weight(self, limit: Limit) -> Weight:
        """What this limit does."""
        return Weight(getattr(self, limit.value))

    def check(self) -> None:
        """Raise RosterRulesOutOfRange for a figure that makes no sense."""
        for field, value, most in (
            ("grace", self.grace, _LONGEST_GRACE),
            ("rest_minutes", self.rest_minutes, _LONGEST_REST),
            ("week_minutes", self.week_minutes or 0, _WEEK),
        ):
            if not 0 <= value <= most:
                raise RosterRulesOutOfRange(field, most)


@dataclass(frozen=True, slots=True)
class Booked:
    """A shift somebody is on."""

    post: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Needs:
    """What a shift asks of people. `slots` are the parts of the day it touches."""

    day: date
    starts_at: datetime
    ends_at: datetime
    slots: frozenset[str]
    qualifications: tuple[str, ...] = ()
    min_age: int | None = None
    max_age: int | None = None
    most: int = 1
    taken: int = 0

    @property
    def minutes(self) -> int:
        """How long it is."""
        return int((self.ends_at - self.starts_at).total_seconds()) // 60


class Candidate(NamedTuple):
    """What is known of a person that matters here; `booked` are the shifts of the weeks around.

    Why no dataclass: to suggest people for one shift, all of the station's are made.
    """

    name: str
    born_on: date
    availability: frozenset[str] = frozenset()
    health: str = ""
    qualifications: Sequence[QualificationCard] = ()
    booked: Sequence[Booked] = ()
    area: str = ""


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing that speaks against a person on a shift."""

    limit: Limit
    error: StationError
    blocks: bool


def concerns(who: Candidate, needs: Needs, rules: RosterRules) -> tuple[Concern, ...]:
    """Everything that speaks against it, in the order of `Limit`; what is off is not told."""
    return judge(needs, rules)(who)


def judge(needs: Needs, rules: RosterRules) -> Callable[[Candidate], tuple[Concern, ...]]:
    """What `concerns` says of one person after another, for a shift that stays the same."""
    asked = [
        (limit, errors, weight is Weight.BLOCK)
        for limit, errors in _ASKED.items()
        if (weight := rules.weight(limit)) is not Weight.OFF and _matters(limit, needs, rules)
    ]

    def told(who: Candidate) -> tuple[Concern, ...]:
        found = []
        for limit, errors, blocks in asked:
            for error in errors(who, needs, rules):
                found.append(Concern(limit, error, blocks))
        return tuple(found)

    return told


def _matters(limit: Limit, needs: Needs, rules: RosterRules) -> bool:
    """Whether a limit can speak against anybody at all here."""
    match limit:
        case Limit.QUALIFICATION:
            return bool(needs.qualifications)
        case Limit.AGE:
            return needs.min_age is not None or needs.max_age is not None
        case Limit.REST:
            return rules.rest_minutes > 0
        case Limit.WEEK:
            return rules.week_minutes is not None
        case Limit.FULL:
            return needs.taken >= needs.most
        case _:
            return True


def slots_between(starts_at: datetime, ends_at: datetime, *, holiday: bool) -> frozenset[str]:
    """The parts of the day a shift touches, by the day on which it begins: codes of `SLOTS`."""
    start = local(starts_at)
    day = _HOLIDAY if holiday else start.isoweekday()
    last = start + (ends_at - starts_at) - timedelta(minutes=1)
    until = last.hour if last.date() == start.date() else 23
    parts = {1 if hour < _NOON else 2 if hour < _EVENING else 3 for hour in (start.hour, until)}
    return frozenset(f"{day}{part}" for part in range(min(parts), max(parts) + 1))


def _overlap(who: Candidate, needs: Needs, rules: RosterRules) -> Sequence[StationError]:
    if not who.booked:
        return ()
    grace = timedelta(minutes=rules.grace)
    return [
        ExpectedElsewhere(who.name, other.post, other.starts_at, other.ends_at)
        for other in who.booked
        if min(other.ends_at, needs.ends_at) - max(other.starts_at, needs.starts_at) > grace
    ]


def _qualification(who: Candidate, needs: Needs, _rules: RosterRules) -> Sequence[StationError]:
    return [
        NotQualified(who.name, kind, needs.day, _lapsed(who, kind, needs.day))
        for kind in needs.qualifications
        if not holds_on(who.qualifications, kind, needs.day)
    ]


def _lapsed(who: Candidate, kind: str, day: date) -> date | None:
    ends = (one.valid_until for one in who.qualifications if one.kind == kind)
    return max((end for end in ends if end and end < day), default=None)


def _age(who: Candidate, needs: Needs, _rules: RosterRules) -> Sequence[StationError]:
    least, most = needs.min_age, needs.max_age
    if least is None and most is None:
        return ()
    age = age_on(who.born_on, needs.day)
    outside = (least is not None and age < least) or (most is not None and age > most)
    return (AgeOutside(who.name, age, least, most),) if outside else ()


def _health(who: Candidate, _needs: Needs, _rules: RosterRules) -> Sequence[StationError]:
    return (HealthLimited(who.name, who.health),) if who.health else ()


def _availability(who: Candidate, needs: Needs, _rules: RosterRules) -> Sequence[StationError]:
    if not who.availability or needs.slots <= who.availability:
        return ()
    return (NotAvailable(who.name, tuple(sorted(needs.slots - who.availability))),)


def _rest(who: Candidate, needs: Needs, rules: RosterRules) -> Sequence[StationError]:
    found: list[StationError] = []
    for other in who.booked if rules.rest_minutes else ():
        between = max(needs.starts_at - other.ends_at, other.starts_at - needs.ends_at)
        minutes = int(between.total_seconds()) // 60
        if 0 <= minutes < rules.rest_minutes:
            found.append(RestTooShort(who.name, other.post, minutes, rules.rest_minutes))
    return found


def _week(who: Candidate, needs: Needs, rules: RosterRules) -> Sequence[StationError]:
    if rules.week_minutes is None:
        return ()
    week = needs.day.isocalendar()[:2]
    same = (one for one in who.booked if local(one.starts_at).isocalendar()[:2] == week)
    served = sum(int((one.ends_at - one.starts_at).total_seconds()) // 60 for one in same)
    if served + needs.minutes <= rules.week_minutes:
        return ()
    return (WeekTooFull(who.name, served + needs.minutes, rules.week_minutes),)


def _full(_who: Candidate, needs: Needs, _rules: RosterRules) -> Sequence[StationError]:
    return (ShiftFull(needs.most),) if needs.taken >= needs.most else ()


_ASKED = {
    Limit.OVERLAP: _overlap,
    Limit.QUALIFICATION: _qualification,
    Limit.AGE: _age,
    Limit.HEALTH: _health,
    Limit.AVAILABILITY: _availability,
    Limit.REST: _rest,
    Limit.WEEK: _week,
    Limit.FULL: _full,
}
