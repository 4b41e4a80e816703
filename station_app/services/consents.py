"""Use cases of consent: what a person agreed to, giving more, taking it back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from station_app.clock import local
from station_app.data.models import Consent, Volunteer
from station_app.data.unit import Unit
from station_app.domain.consents import (
    Act,
    ConsentAct,
    ConsentBeforeLast,
    ConsentLacking,
    ConsentUnchanged,
    ConsentWay,
    Holding,
    Purpose,
    checked_act,
    holdings,
)
from station_app.domain.people import age_on
from station_app.services.erased import require_record
from station_app.services.pictures import let_go
from station_app.services.records import records_of
from station_app.services.settings import ages


@dataclass(frozen=True, slots=True)
class Consents:
    """Everything a person agreed to and took back: the oldest act first, and what holds now."""

    acts: tuple[ConsentAct, ...]
    now: Mapping[Purpose, Holding]


def consents_of(unit: Unit, volunteer_id: UUID) -> Consents:
    """How it stands with a person's consent; raises NoResultFound for an unknown id."""
    acts = _acts(unit, unit.session.get_one(Volunteer, volunteer_id))
    return Consents(acts, holdings(acts))


def give_consent(unit: Unit, volunteer_id: UUID, act: ConsentAct) -> None:
    """Keep that a person agreed; raises what `checked_act` does, and the order of days.

    Raises RecordErased, ConsentUnchanged where all of it holds already, and ConsentBeforeLast.
    """
    _keep(unit, volunteer_id, act)


def withdraw_consent(unit: Unit, volunteer_id: UUID, act: ConsentAct) -> None:
    """Keep that a person took consent back; with the record goes everything that rests on it.

    A photograph whose consent is taken back is gone at once. Raises what `give_consent` raises.
    """
    if Purpose.PHOTO in _keep(unit, volunteer_id, act):
        for record in records_of(unit, unit.session.get_one(Volunteer, volunteer_id)):
            let_go(unit, record)


def require_consent(unit: Unit, who: Volunteer, purpose: Purpose) -> None:
    """Raise ConsentLacking unless the person agrees to this purpose."""
    holding = holdings(_acts(unit, who))[purpose]
    if not holding.holds:
        withdrawn = holding.last.on if holding.last else None
        raise ConsentLacking(who.name, purpose, withdrawn)


def _keep(unit: Unit, volunteer_id: UUID, act: ConsentAct) -> frozenset[Purpose]:
    """Enter the act; answers with the purposes for which it changed something."""
    who = unit.session.get_one(Volunteer, volunteer_id)
    require_record(who)
    today = local(unit.now).date()
    rules = ages(unit)
    act = checked_act(
        act, age=age_on(who.born_on, today), guardian_below=rules.guardian_below, today=today
    )
    changing = _changing(holdings(_acts(unit, who)), act)
    unit.add(
        Consent(
            volunteer_id=who.id,
            act=act.act,
            purposes=" ".join(purpose for purpose in Purpose if purpose in changing),
            on_day=act.on,
            way=act.way,
            witness=act.witness,
            guardian_name=act.guardian_name,
            guardian_phone=act.guardian_phone,
            note=act.note,
            entered_at=unit.now,
            entered_by=unit.actor,
        )
    )
    return changing


def _changing(now: Mapping[Purpose, Holding], act: ConsentAct) -> frozenset[Purpose]:
    """The purposes for which the act changes something."""
    giving = act.act is Act.GIVEN
    meant = act.purposes
    if not giving and Purpose.RECORD in meant:
        meant = frozenset(Purpose)
    changing = frozenset(purpose for purpose in meant if now[purpose].holds is not giving)
    if not changing:
        raise ConsentUnchanged(act.act)
    last = max((one.on for p in changing if (one := now[p].last)), default=date.min)
    if act.on < last:
        raise ConsentBeforeLast(act.on, last)
    return changing


def _acts(unit: Unit, who: Volunteer) -> tuple[ConsentAct, ...]:
    """The consent at registration, then everything after it."""
    wanted = select(Consent).where(Consent.volunteer_id == who.id)
    later = unit.session.scalars(wanted.order_by(Consent.on_day, Consent.id))
    return (_first(who), *map(_act, later))


def _first(who: Volunteer) -> ConsentAct:
    return ConsentAct(
        purposes=frozenset({Purpose.RECORD}),
        on=who.consent_on,
        way=ConsentWay(who.consent_way),
        witness=who.consent_witness,
        guardian_name=who.guardian_name,
        guardian_phone=who.guardian_phone,
    )


def _act(row: Consent) -> ConsentAct:
    return ConsentAct(
        act=Act(row.act),
        purposes=frozenset(map(Purpose, row.purposes.split())),
        on=row.on_day,
        way=ConsentWay(row.way),
        witness=row.witness,
        guardian_name=row.guardian_name,
        guardian_phone=row.guardian_phone,
        note=row.note,
    )
