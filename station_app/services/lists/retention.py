"""People who have not served for so long that their data may have to go, as a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select

from station_app.data.models import Attendance, Volunteer
from station_app.data.unit import Unit
from station_app.services.lists import Order, in_order, keys, uuids


class RetentionOrder(Order):
    """What the list can be sorted by."""

    NAME = "name"
    NUMBER = "number"
    REGISTERED = "registered"
    SERVED = "served"


@dataclass(frozen=True, slots=True)
class RetentionFilter:
    """Registered before this day, and not in service since."""

    before: date


@dataclass(frozen=True, slots=True)
class RetentionRow:
    """One of them; `last_on` is the day of the last stay, None if there never was one."""

    id: UUID
    number: str
    name: str
    registered_on: date
    last_on: date | None
    minutes: int


_STANDING = Attendance.voided_at.is_(None)
_LAST = (
    select(func.max(Attendance.day))
    .where(Attendance.volunteer_id == Volunteer.id, _STANDING)
    .correlate(Volunteer)
    .scalar_subquery()
)
_BY: dict[RetentionOrder, ColumnElement[Any]] = {
    RetentionOrder.NAME: Volunteer.sound.expression,
    RetentionOrder.NUMBER: Volunteer.number.expression,
    RetentionOrder.REGISTERED: Volunteer.registered_on.expression,
    RetentionOrder.SERVED: _LAST,
}


def ids(
    unit: Unit,
    filter: RetentionFilter,
    order: RetentionOrder | None,
    *,
    descending: bool = False,
    limit: int | None = None,
) -> list[str]:
    """The keys of the people that pass, whoever was registered first before the others."""
    since = select(Attendance.volunteer_id).where(Attendance.day >= filter.before, _STANDING)
    wanted: Select[Any] = select(Volunteer.id).where(
        Volunteer.hidden_at.is_(None),
        Volunteer.erased_at.is_(None),
        Volunteer.registered_on < filter.before,
        Volunteer.id.not_in(since),
    )
    by = _BY[order or RetentionOrder.REGISTERED]
    return keys(unit, wanted, Volunteer.id.expression, [by], descending=descending, limit=limit)


def rows(unit: Unit, ids: Sequence[str]) -> list[RetentionRow | None]:
    """The rows of these keys."""
    wanted = (
        select(
            Volunteer.id,
            Volunteer.number,
            Volunteer.name,
            Volunteer.registered_on,
            func.max(Attendance.day).label("last_on"),
            func.coalesce(func.sum(Attendance.minutes), 0).label("minutes"),
        )
        .outerjoin(Attendance, (Attendance.volunteer_id == Volunteer.id) & _STANDING)
        .where(Volunteer.id.in_(uuids(ids)))
        .group_by(Volunteer.id)
    )
    return in_order(ids, unit.session.execute(wanted), lambda record: RetentionRow(*record))
