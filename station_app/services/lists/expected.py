"""Who is expected on a day: each place on a shift, and whether the person has come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import and_, select

from station_app.data.models import Assignment, Attendance, Post, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.services.lists import Order, in_order, keys, uuids
from station_app.services.roster_facts import STANDS


class ExpectedOrder(Order):
    """What the list can be sorted by."""

    TIME = "time"


class Presence(StrEnum):
    """How it stands with somebody who is expected."""

    COMING = "coming"
    LATE = "late"
    IN = "in"
    DONE = "done"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class ExpectedRow:
    """One place on a shift of the day; `came_at` is of the stay that belongs to it."""

    id: UUID
    volunteer_id: UUID
    number: str
    name: str
    phone: str
    post_id: UUID
    post: str
    starts_at: datetime
    ends_at: datetime
    came_at: datetime | None
    left_at: datetime | None
    missed_at: datetime | None

    def presence(self, now: datetime) -> Presence:
        """How it stands at a moment; late is whoever is not there when the shift has begun."""
        if self.came_at is not None:
            return Presence.IN if self.left_at is None else Presence.DONE
        if self.missed_at is not None or now >= self.ends_at:
            return Presence.MISSED
        return Presence.LATE if now > self.starts_at else Presence.COMING


def ids(
    unit: Unit,
    filter: date,
    order: ExpectedOrder | None,
    *,
    descending: bool = False,
    limit: int | None = None,
) -> list[str]:
    """The places on the shifts of a day, by their beginning, then by name."""
    wanted: Any = (
        select(Assignment.id)
        .join(Shift, Shift.id == Assignment.shift_id)
        .join(Volunteer, Volunteer.id == Assignment.volunteer_id)
        .where(Shift.day == filter, Shift.cancelled_at.is_(None), *STANDS)
    )
    by = (Shift.starts_at.expression, Volunteer.sound.expression)
    return keys(unit, wanted, Assignment.id.expression, by, descending=descending, limit=limit)


def rows(unit: Unit, ids: Sequence[str]) -> list[ExpectedRow | None]:
    """The places of these keys."""
    place, stay = Assignment, Attendance
    found = unit.session.execute(
        select(place.id, place.volunteer_id, Volunteer.number, Volunteer.name, Volunteer.phone)
        .add_columns(Post.id.label("post_id"), Post.name.label("post"))
        .add_columns(Shift.starts_at, Shift.ends_at, stay.came_at, stay.left_at, place.missed_at)
        .join(Volunteer, Volunteer.id == place.volunteer_id)
        .join(Shift, Shift.id == place.shift_id)
        .join(Post, Post.id == Shift.post_id)
        .outerjoin(
            stay,
            and_(
                stay.volunteer_id == place.volunteer_id,
                stay.shift_id == place.shift_id,
                stay.voided_at.is_(None),
            ),
        )
        .where(place.id.in_(uuids(ids)))
        .order_by(stay.came_at)
    )
    return in_order(ids, found, lambda record: ExpectedRow(**record._mapping))
