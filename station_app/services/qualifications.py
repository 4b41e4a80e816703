"""Use cases of qualifications: enter a paper somebody showed, strike one out, ask about a day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from station_app.clock import local
from station_app.data.models import Qualification, Volunteer
from station_app.data.unit import Unit
from station_app.domain import qualifications as rules
from station_app.domain.attendance import ReasonMissing
from station_app.domain.qualifications import (
    QualificationCard,
    QualificationEntered,
    QualificationGone,
    checked_qualification,
)
from station_app.services.erased import require_record


@dataclass(frozen=True, slots=True)
class HeldQualification:
    """A qualification in the books; struck out where `voided_on` says when."""

    id: UUID
    card: QualificationCard
    voided_on: date | None
    void_reason: str


def add_qualification(unit: Unit, volunteer_id: UUID, card: QualificationCard) -> UUID:
    """Enter a qualification somebody brought proof of; its key.

    Raises RecordErased, MissingField, TextLength, QualificationEndsEarly, QualificationEntered.
    """
    who = unit.session.get_one(Volunteer, volunteer_id)
    require_record(who)
    card = checked_qualification(card)
    for row in _rows(unit, volunteer_id):
        if row.voided_at is None and _card(row) == card:
            raise QualificationEntered(who.name, card.kind, card.number, card.valid_from)
    made = Qualification(
        volunteer_id=who.id,
        kind=card.kind,
        number=card.number,
        issuer=card.issuer,
        valid_from=card.valid_from,
        valid_until=card.valid_until,
    )
    return unit.add(made).id


def void_qualification(unit: Unit, qualification_id: UUID, reason: str) -> None:
    """Strike a qualification out; it stays visible. Raises ReasonMissing, QualificationGone."""
    if not reason.strip():
        raise ReasonMissing
    row = unit.session.get_one(Qualification, qualification_id)
    if row.voided_at is not None:
        raise QualificationGone(row.kind)
    row.voided_at, row.void_reason = unit.now, reason.strip()


def qualifications_of(unit: Unit, volunteer_id: UUID) -> tuple[HeldQualification, ...]:
    """All qualifications of a person: those that stand first, the longest valid on top."""
    held = [
        HeldQualification(
            row.id,
            _card(row),
            local(row.voided_at).date() if row.voided_at else None,
            row.void_reason,
        )
        for row in _rows(unit, volunteer_id)
    ]
    held.sort(key=lambda one: one.card.valid_until or date.max, reverse=True)
    return tuple(sorted(held, key=lambda one: one.voided_on is not None))


def holds_on(unit: Unit, volunteer_id: UUID, kind: str, day: date) -> bool:
    """Whether a person is qualified on a day, such as that of a shift."""
    stand = (_card(row) for row in _rows(unit, volunteer_id) if row.voided_at is None)
    return rules.holds_on(stand, kind, day)


def _rows(unit: Unit, volunteer_id: UUID) -> list[Qualification]:
    wanted = select(Qualification).where(Qualification.volunteer_id == volunteer_id)
    return list(unit.session.scalars(wanted.order_by(Qualification.id)))


def _card(row: Qualification) -> QualificationCard:
    return QualificationCard(
        kind=row.kind,
        number=row.number,
        issuer=row.issuer,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
    )
