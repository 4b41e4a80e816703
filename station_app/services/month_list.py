"""The months of the books: what each holds, and whether it is closed."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, exists, func, select, type_coerce

from station_app.clock import local
from station_app.data.models import Attendance, MonthClose
from station_app.data.unit import Unit
from station_app.domain.calendar import ONE_DAY
from station_app.domain.closing import Month
from station_app.services.closing import Totals, months_closed
from station_app.services.hours import EVER, Period, counted


@dataclass(frozen=True, slots=True)
class MonthRow:
    """A month as a list shows it: frozen figures where it was closed, else those of now.

    `over` when all its days are past; `closed_by` is empty while it is open.
    """

    month: Month
    minutes: int
    stays: int
    people: int
    over: bool
    closed_by: str


def months(unit: Unit) -> tuple[MonthRow, ...]:
    """Every month with stays or closed, and the present one; the newest first."""
    today = local(unit.now).date()
    now: dict[str, Any] = {str(Month.of(today)): (0, 0, 0)} | _served(unit)
    closed = {str(one.month): one for one in months_closed(unit)}
    rows = []
    for text in sorted(now | closed, reverse=True):
        month, frozen = Month.read(text), closed.get(text)
        minutes, stays, people = _figures(frozen.totals) if frozen else now[text]
        by = frozen.closed_by if frozen else ""
        rows.append(MonthRow(month, minutes, stays, people, today > month.last, by))
    return tuple(rows)


def last_month_open(unit: Unit) -> Month | None:
    """The month before the present one, if it has hours and is not closed."""
    last = Month.of(Month.of(local(unit.now).date()).first - ONE_DAY)
    closed = exists().where(MonthClose.month == str(last))
    served = exists().where(*counted(Period(last.first, last.last)))
    return last if unit.session.scalars(select(served & ~closed)).one() else None


def is_closed(unit: Unit, month: Month) -> bool:
    """Whether the totals of a month are frozen."""
    closed = exists().where(MonthClose.month == str(month))
    return unit.session.scalars(select(closed)).one()


def _served(unit: Unit) -> dict[str, tuple[int, int, int]]:
    month = func.substr(type_coerce(Attendance.day, String), 1, 7)
    people = func.count(Attendance.volunteer_id.distinct())
    found: Any = unit.session.execute(
        select(month, func.sum(Attendance.minutes), func.count(), people)
        .where(*counted(EVER))
        .group_by(month)
    )
    return {text: (minutes or 0, stays, who) for text, minutes, stays, who in found}


def _figures(totals: Totals) -> tuple[int, int, int]:
    return totals.minutes, totals.stays, totals.people
