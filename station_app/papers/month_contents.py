"""What the report of a month says, frozen, in the words that are printed."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ReportedSum:
    """Minutes of one post or of one day."""

    name: str
    minutes: int


@dataclass(frozen=True, slots=True)
class ReportedChange:
    """Minutes added to a closed month, or taken from it: when, whose, for which service, why."""

    made_at: datetime
    month: str
    number: str
    name: str
    post: str
    served_at: datetime
    minutes: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthSheet:
    """A month: frozen where it was closed, else as the books stand; moments are the desk's.

    `later` are changes after closing, `made_here` changes made in this month to earlier ones.
    """

    recording_unit: str
    station: str
    printed_on: date
    first_day: date
    minutes: int
    stays: int
    people: int
    closed_at: datetime | None
    closed_by: str
    head_seq: int
    head_code: str
    posts: tuple[ReportedSum, ...]
    days: tuple[ReportedSum, ...]
    later: tuple[ReportedChange, ...]
    made_here: tuple[ReportedChange, ...]
