"""How a volunteer's service is judged after a shift (Order 67, art. 10): a grade, a note, a day."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from station_app.clock import local
from station_app.domain.fields import short_text
from station_app.domain.names import tidy_name
from station_app.errors import StationError

LONGEST_NOTE = 200


class Grade(StrEnum):
    """How it was, the best first."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


@dataclass(eq=False)
class EvaluatedAlready(StationError):
    """Somebody judged this stay; that has to be struck out before another one is given."""

    name: str
    by: str
    on_day: date


@dataclass(eq=False)
class NotServedYet(StationError):
    """The stay has no end yet, or was struck out: there is nothing to judge."""

    name: str


@dataclass(eq=False)
class EvaluationEarly(StationError):
    """The judgement bears a day before the service or one that has not come; `served_on`."""

    on_day: date
    served_on: date


@dataclass(eq=False)
class EvaluationGone(StationError):
    """The evaluation was struck out meanwhile."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the person in charge said, and on which day; `by` is that person's name."""

    grade: Grade
    by: str
    on_day: date
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationCard:
    """One evaluation of one stay; `void_reason` where it was struck out."""

    id: UUID
    stay_id: UUID
    judgement: Judgement
    entered_at: datetime
    entered_by: str
    void_reason: str


def judgement(grade: Grade, *, by: str, on_day: date, note: str) -> Judgement:
    """A judgement as it is kept; raises what `tidy_name` and `short_text` do."""
    return Judgement(grade, tidy_name(by), on_day, short_text("note", note, LONGEST_NOTE))


def check_day(on_day: date, served_on: date, now: datetime) -> None:
    """Raise EvaluationEarly for a day before the service or after the present one."""
    if not served_on <= on_day <= local(now).date():
        raise EvaluationEarly(on_day, served_on)
