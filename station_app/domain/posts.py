"""Standing posts: a weekly rule, and the shifts that follow from it.

The rule is an RFC 5545 recurrence rule (`FREQ=WEEKLY;BYDAY=MO,WE`), so that finer rules need no new
column later.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr

from station_app.clock import at_desk
from station_app.domain.calendar import Calendar
from station_app.errors import StationError

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LONGEST_RANGE = timedelta(days=366)
_OLDEST = 120
POST_CLOSED = "post_closed"  # why a shift was cancelled, where no clerk gave a reason


@dataclass(eq=False)
class PostFieldMissing(StationError):
    """A field that no post can do without is empty."""

    field: str


@dataclass(eq=False)
class PostNameTaken(StationError):
    """Another post already has this name."""

    name: str


@dataclass(eq=False)
class PostPeopleUpsideDown(StationError):
    """The least number of people is above the greatest, or below one."""

    least: int
    most: int


@dataclass(eq=False)
class PostWithoutLength(StationError):
    """The post ends at the minute at which it starts."""

    at: time


@dataclass(eq=False)
class PostAgesUpsideDown(StationError):
    """The greatest age lies below the least, or one of them is no age; in full years."""

    least: int | None
    most: int | None


@dataclass(eq=False)
class RangeUpsideDown(StationError):
    """A range of days ends before it begins."""

    first: date
    last: date


@dataclass(eq=False)
class RangeTooLong(StationError):
    """More days were asked for than one step makes."""

    days: int
    most: int


class Risk(StrEnum):
    """How dangerous the service is; with a high one nobody serves without cover (art. 17)."""

    NONE = "none"
    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPlan:
    """What a clerk says of a post. Times are of the wall clock; weekdays count from Monday = 0.

    Risks are told when people are asked to come (Regulation on Voluntary Service, art. 12);
    `qualifications` are codes of the list of their kinds, ages full years on the day of service,
    `exceptions` days of the rule that get no shift (RFC 5545, EXDATE).
    """

    name: str
    service_class: str
    place: str
    weekdays: frozenset[int]
    starts_at: time
    ends_at: time
    first_day: date
    content: str = ""
    min_people: int = 1
    max_people: int = 2
    skip_holidays: bool = True
    organiser: str = ""
    in_charge: str = ""
    service_object: str = ""
    risk: Risk = Risk.NONE
    risk_note: str = ""
    qualifications: tuple[str, ...] = ()
    min_age: int | None = None
    max_age: int | None = None
    exceptions: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedShift:
    """A shift that the rule asks for; both instants in UTC."""

    day: date
    starts_at: datetime
    ends_at: datetime


def checked_post(plan: PostPlan) -> PostPlan:
    """The plan, if it can be kept.

    Raises PostFieldMissing, PostPeopleUpsideDown, PostWithoutLength, PostAgesUpsideDown.
    """
    for field in ("name", "service_class", "place", "weekdays"):
        if not getattr(plan, field):
            raise PostFieldMissing(field)
    if not 1 <= plan.min_people <= plan.max_people:
        raise PostPeopleUpsideDown(plan.min_people, plan.max_people)
    if plan.starts_at == plan.ends_at:
        raise PostWithoutLength(plan.starts_at)
    if plan.risk is not Risk.NONE and not plan.risk_note.strip():
        raise PostFieldMissing("risk_note")
    least, most = plan.min_age, plan.max_age
    if not 0 <= (least or 0) <= (_OLDEST if most is None else most) <= _OLDEST:
        raise PostAgesUpsideDown(least, most)
    return plan


def weekly_rule(weekdays: Collection[int]) -> str:
    """The recurrence rule of these weekdays."""
    return "FREQ=WEEKLY;BYDAY=" + ",".join(WEEKDAYS[day] for day in sorted(weekdays))


def weekdays_of(rule: str) -> frozenset[int]:
    """The weekdays a weekly rule names."""
    return frozenset(WEEKDAYS.index(name) for name in rule.rpartition("BYDAY=")[2].split(","))


def check_range(first: date, last: date) -> None:
    """Refuse a range that is upside down or longer than a year."""
    if last < first:
        raise RangeUpsideDown(first, last)
    if last - first > LONGEST_RANGE:
        raise RangeTooLong((last - first).days + 1, LONGEST_RANGE.days)


def month_around(day: date, months: int = 0) -> tuple[date, date]:
    """The first and the last day of a month: that of `day`, or one `months` later."""
    first = day.replace(day=1) + relativedelta(months=months)
    return first, first + relativedelta(day=31)


def planned_shifts(
    plan: PostPlan, calendar: Calendar, first: date, last: date
) -> Iterator[PlannedShift]:
    """The shifts of a post between two days, both included.

    Statutory days off are left out where the plan says so; a make-up working day does not add a
    shift by itself. An end at or before the start is on the next day.
    """
    for day in _days_of_rule(plan, first, last):
        if day not in plan.exceptions and not _is_skipped(plan, calendar, day):
            yield shift_on(day, plan.starts_at, plan.ends_at)


def skipped_days(plan: PostPlan, calendar: Calendar, first: date, last: date) -> list[date]:
    """The days of the rule that get no shift because they are statutory days off."""
    return [day for day in _days_of_rule(plan, first, last) if _is_skipped(plan, calendar, day)]


def shift_on(day: date, starts_at: time, ends_at: time) -> PlannedShift:
    """The shift of one day."""
    start = at_desk(day, starts_at.hour, starts_at.minute)
    end = at_desk(day, ends_at.hour, ends_at.minute)
    return PlannedShift(day, start, end if end > start else end + timedelta(days=1))


def _days_of_rule(plan: PostPlan, first: date, last: date) -> Iterator[date]:
    check_range(first, last)
    begin = datetime.combine(max(first, plan.first_day), time())
    rule = rrulestr(weekly_rule(plan.weekdays), dtstart=begin)
    for moment in rule.between(begin, datetime.combine(last, time()), inc=True):
        yield moment.date()


def _is_skipped(plan: PostPlan, calendar: Calendar, day: date) -> bool:
    return plan.skip_holidays and calendar.is_holiday(day)
