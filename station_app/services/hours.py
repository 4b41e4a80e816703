"""Hours by person and period: one sum, used by the screen, the verbs and the certificates."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select

from station_app.data.models import Attendance, Volunteer
from station_app.data.unit import Unit
from station_app.domain.posts import RangeUpsideDown


@dataclass(frozen=True, slots=True)
class Period:
    """Wall-clock days, both included; an open end is open."""

    first: date | None = None
    last: date | None = None


EVER = Period()


@dataclass(frozen=True, slots=True)
class PersonHours:
    """What one volunteer gave in a period; open and struck-out stays do not count."""

    volunteer_id: UUID
    number: str
    name: str
    visits: int
    minutes: int


def hours_by_person(
    unit: Unit,
    period: Period,
    *,
    least_minutes: int = 0,
    volunteers: Sequence[UUID] | None = None,
) -> list[PersonHours]:
    """Everybody with counted stays in the period, most hours first; raises RangeUpsideDown."""
    if period.first and period.last and period.last < period.first:
        raise RangeUpsideDown(period.first, period.last)
    total = func.sum(Attendance.minutes)
    shown: list[Any] = [Volunteer.id, Volunteer.number, Volunteer.name, func.count(), total]
    wanted: Select[Any] = (
        select(*shown)
        .join(Attendance, Attendance.volunteer_id == Volunteer.id)
        .where(*counted(period))
        .group_by(Volunteer.id)
        .having(total >= least_minutes)
        .order_by(total.desc(), Volunteer.number)
    )
    if volunteers is not None:
        wanted = wanted.where(Volunteer.id.in_(volunteers))
    return [PersonHours(*record) for record in unit.session.execute(wanted)]


def total_minutes(unit: Unit, period: Period) -> int:
    """All counted minutes of the period."""
    wanted = select(func.sum(Attendance.minutes)).where(*counted(period))
    return unit.session.scalars(wanted).one() or 0


def counted(period: Period) -> list[Any]:
    """The conditions under which a stay counts in a period."""
    conditions: list[Any] = [Attendance.voided_at.is_(None), Attendance.left_at.is_not(None)]
    if period.first is not None:
        conditions.append(Attendance.day >= period.first)
    if period.last is not None:
        conditions.append(Attendance.day <= period.last)
    return conditions
