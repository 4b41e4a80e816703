"""Stays as a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, not_, select

from station_app.clock import local
from station_app.data.models import Attendance, Post, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import LATE_FROM_SHIFT, UNPLANNED_STAY, Origin
from station_app.services.lists import Order, in_order, keys, uuids
from station_app.services.lists.people import matching


class StayOrder(Order):
    """What the list of stays can be sorted by."""

    CAME = "came"
    NAME = "name"
    POST = "post"
    MINUTES = "minutes"


class Standing(StrEnum):
    """Which stays of a range: those that stand, are still open, or were struck out.

    Of the open ones: of people who are in, and of people who forgot to sign out.
    """

    STANDING = "standing"
    OPEN = "open"
    IN = "in"
    FORGOTTEN = "forgotten"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class StayFilter:
    """Which stays: by wall-clock days (both included), person, post, state, search text."""

    first: date | None = None
    last: date | None = None
    volunteer_id: UUID | None = None
    post_id: UUID | None = None
    standing: Standing = Standing.STANDING
    text: str = ""


@dataclass(frozen=True, slots=True)
class StayRow:
    """One stay as lists show it; `walk_in` when it belongs to no shift.

    `planned_end` is when its shift ends; `entered_at` and `entered_by` tell who wrote it when.
    """

    id: UUID
    volunteer_id: UUID
    number: str
    name: str
    post: str
    day: date
    came_at: datetime
    left_at: datetime | None
    minutes: int | None
    origin: Origin
    evidence: str
    walk_in: bool
    void_reason: str
    planned_end: datetime | None
    entered_at: datetime
    entered_by: str


_BY: dict[StayOrder, tuple[ColumnElement[Any], ...]] = {
    StayOrder.CAME: (Attendance.day.expression, Attendance.came_at.expression),
    StayOrder.NAME: (Volunteer.sound.expression,),
    StayOrder.POST: (Post.name.expression,),
    StayOrder.MINUTES: (Attendance.minutes.expression,),
}


def ids(
    unit: Unit,
    filter: StayFilter,
    order: StayOrder | None,
    *,
    descending: bool = False,
    limit: int | None = None,
) -> list[str]:
    """The keys of the stays that pass, in order."""
    wanted = _where(_joined(Attendance.id), filter).where(_state(unit, filter.standing))
    by = _BY[order or StayOrder.CAME]
    return keys(unit, wanted, Attendance.id.expression, by, descending=descending, limit=limit)


def rows(unit: Unit, ids: Sequence[str]) -> list[StayRow | None]:
    """The stays of these keys."""
    found = unit.session.execute(_joined(*_SHOWN).where(Attendance.id.in_(uuids(ids))))
    return in_order(ids, found, _row)


def _joined(*columns: Any) -> Select[Any]:
    return (
        select(*columns)
        .join(Volunteer, Volunteer.id == Attendance.volunteer_id)
        .join(Post, Post.id == Attendance.post_id)
        .outerjoin(Shift, Shift.id == Attendance.shift_id)
    )


def _state(unit: Unit, standing: Standing) -> ColumnElement[bool]:
    stands = Attendance.voided_at.is_(None)
    if standing is Standing.STANDING:
        return stands
    if standing is Standing.VOID:
        return Attendance.voided_at.is_not(None)
    # In a list of its own, so that the few open stays are found before anything is put in order.
    is_open = Attendance.id.in_(select(Attendance.id).where(stands, Attendance.left_at.is_(None)))
    if standing is Standing.OPEN:
        return is_open
    forgotten = forgotten_at(unit.now)
    return is_open & (forgotten if standing is Standing.FORGOTTEN else not_(forgotten))


def forgotten_at(now: datetime) -> ColumnElement[bool]:
    """What `domain.attendance.is_forgotten` says, of open stays joined to their shifts."""
    over = case(
        (Shift.id.is_(None), Attendance.came_at < now - UNPLANNED_STAY),
        else_=Shift.ends_at < now - LATE_FROM_SHIFT,
    )
    return (Attendance.day != local(now).date()) & over


def _where(wanted: Select[Any], filter: StayFilter) -> Select[Any]:
    if filter.first is not None:
        wanted = wanted.where(Attendance.day >= filter.first)
    if filter.last is not None:
        wanted = wanted.where(Attendance.day <= filter.last)
    if filter.volunteer_id is not None:
        wanted = wanted.where(Attendance.volunteer_id == filter.volunteer_id)
    if filter.post_id is not None:
        wanted = wanted.where(Attendance.post_id == filter.post_id)
    if filter.text.strip():
        wanted = wanted.where(matching(filter.text))
    return wanted


_SHOWN = [
    Attendance.id,
    Attendance.volunteer_id,
    Volunteer.number,
    Volunteer.name,
    Post.name.label("post"),
    Attendance.day,
    Attendance.came_at,
    Attendance.left_at,
    Attendance.minutes,
    Attendance.origin,
    Attendance.evidence,
    Attendance.shift_id,
    Attendance.void_reason,
    Shift.ends_at.label("planned_end"),
    Attendance.entered_at,
    Attendance.entered_by,
]


def _row(record: Any) -> StayRow:
    values = dict(record._mapping)
    walk_in = values.pop("shift_id") is None
    return StayRow(**values | {"origin": Origin(record.origin)}, walk_in=walk_in)
