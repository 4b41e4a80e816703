"""The register of certificates as a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select

from station_app.data.models import Certificate, Volunteer
from station_app.data.unit import Unit
from station_app.domain.certificates import Kind, State
from station_app.services.lists import Order, begins, in_order, keys, uuids
from station_app.services.lists.people import matching


class CertificateOrder(Order):
    """What the register can be sorted by."""

    NUMBER = "number"
    RESERVED = "reserved"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class CertificateFilter:
    """Which lines: by kind, state, person, and search text (number or person)."""

    kind: Kind | None = None
    state: State | None = None
    volunteer_id: UUID | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """One line of the register as lists show it."""

    id: UUID
    number: str
    kind: Kind
    volunteer_id: UUID
    volunteer_number: str
    name: str
    from_day: date
    to_day: date
    minutes: int
    state: State
    reserved_at: datetime
    issued_at: datetime | None
    voided_at: datetime | None
    void_reason: str


_BY: dict[CertificateOrder, tuple[ColumnElement[Any], ...]] = {
    CertificateOrder.NUMBER: (Certificate.number.expression,),
    CertificateOrder.RESERVED: (Certificate.reserved_at.expression, Certificate.number.expression),
    CertificateOrder.NAME: (Volunteer.sound.expression,),
}


def ids(
    unit: Unit,
    filter: CertificateFilter,
    order: CertificateOrder | None,
    *,
    descending: bool = False,
    limit: int | None = None,
) -> list[str]:
    """The keys of the lines that pass, in order."""
    wanted = _where(_joined(Certificate.id), filter)
    by = _BY[order or CertificateOrder.RESERVED]
    return keys(unit, wanted, Certificate.id.expression, by, descending=descending, limit=limit)


def rows(unit: Unit, ids: Sequence[str]) -> list[CertificateRow | None]:
    """The lines of these keys."""
    found = unit.session.execute(_joined(*_SHOWN).where(Certificate.id.in_(uuids(ids))))
    return in_order(ids, found, _row)


def _joined(*columns: Any) -> Select[Any]:
    return select(*columns).join(Volunteer, Volunteer.id == Certificate.volunteer_id)


def _where(wanted: Select[Any], filter: CertificateFilter) -> Select[Any]:
    if filter.kind is not None:
        wanted = wanted.where(Certificate.kind == filter.kind.value)
    if filter.state is not None:
        wanted = wanted.where(Certificate.state == filter.state.value)
    if filter.volunteer_id is not None:
        wanted = wanted.where(Certificate.volunteer_id == filter.volunteer_id)
    if text := filter.text.strip():
        number = begins(Certificate.number.expression, text.upper())
        wanted = wanted.where(or_(number, matching(text)))
    return wanted


_SHOWN: list[Any] = [
    Certificate.id,
    Certificate.number,
    Certificate.kind,
    Certificate.volunteer_id,
    Volunteer.number.label("volunteer_number"),
    Volunteer.name,
    Certificate.from_day,
    Certificate.to_day,
    Certificate.minutes,
    Certificate.state,
    Certificate.reserved_at,
    Certificate.issued_at,
    Certificate.voided_at,
    Certificate.void_reason,
]


def _row(record: Any) -> CertificateRow:
    kind, state = Kind(record.kind), State(record.state)
    return CertificateRow(**dict(record._mapping) | {"kind": kind, "state": state})
