"""Confirmed stars as a list, those taken back among them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select

from station_app.data.models import Star, Volunteer
from station_app.data.unit import Unit
from station_app.services.lists import Order, in_order, keys, uuids
from station_app.services.lists.people import matching


class StarOrder(Order):
    """What the confirmed stars can be sorted by."""

    CONFIRMED = "confirmed"
    NAME = "name"
    STAR = "star"


@dataclass(frozen=True, slots=True)
class StarFilter:
    """Which stars: of those whom the search text finds; without those taken back, or with them."""

    text: str = ""
    withdrawn: bool = False
    volunteer_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class StarRow:
    """One confirmed star; `year` is 0 where the hours of the whole record counted."""

    id: UUID
    volunteer_id: UUID
    number: str
    name: str
    star: int
    year: int
    minutes: int
    needed: int
    reached_on: date
    confirmed_on: date
    confirmed_by: str
    withdrawn_at: datetime | None
    withdraw_reason: str


_BY: dict[StarOrder, tuple[ColumnElement[Any], ...]] = {
    StarOrder.CONFIRMED: (Star.confirmed_on.expression, Star.star.expression),
    StarOrder.NAME: (Volunteer.sound.expression,),
    StarOrder.STAR: (Star.star.expression, Volunteer.sound.expression),
}


def ids(
    unit: Unit,
    filter: StarFilter,
    order: StarOrder | None,
    *,
    descending: bool = False,
    limit: int | None = None,
) -> list[str]:
    """The keys of the stars that pass, in order."""
    wanted = _joined(Star.id)
    if not filter.withdrawn:
        wanted = wanted.where(Star.withdrawn_at.is_(None))
    if filter.volunteer_id is not None:
        wanted = wanted.where(Star.volunteer_id == filter.volunteer_id)
    if text := filter.text.strip():
        wanted = wanted.where(matching(text))
    by, key = _BY[order or StarOrder.CONFIRMED], Star.id.expression
    return keys(unit, wanted, key, by, descending=descending, limit=limit)


def rows(unit: Unit, ids: Sequence[str]) -> list[StarRow | None]:
    """The stars of these keys."""
    found = unit.session.execute(_joined(*_SHOWN).where(Star.id.in_(uuids(ids))))
    return in_order(ids, found, lambda record: StarRow(*record))


def _joined(*columns: Any) -> Select[Any]:
    return select(*columns).join(Volunteer, Volunteer.id == Star.volunteer_id)


_OF_PERSON = ("number", "name")
_SHOWN: list[Any] = [
    getattr(Volunteer if name in _OF_PERSON else Star, name) for name in StarRow.__slots__
]
