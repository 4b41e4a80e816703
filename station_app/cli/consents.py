"""Verbs about one volunteer: everything known, consent given and taken back, qualifications."""

import argparse
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from unicodedata import normalize
from uuid import UUID

from station_app.cli.answers import JSON, Facts
from station_app.cli.kinds import choices_text, code_of, day
from station_app.cli.verbs import Call, Verb
from station_app.clock import local, today
from station_app.domain.attendance import hours
from station_app.domain.codes import ListName
from station_app.domain.consents import Act, ConsentAct, ConsentWay, Holding, Purpose
from station_app.domain.people import age_on
from station_app.domain.qualifications import QualificationCard
from station_app.i18n import N_, _
from station_app.services.consents import Consents, consents_of, give_consent, withdraw_consent
from station_app.services.meant import volunteer_meant
from station_app.services.person_ties import TeamTie
from station_app.services.portraits import Portrait, portrait
from station_app.services.qualifications import (
    HeldQualification,
    add_qualification,
    qualifications_of,
)
from station_app.services.rosters import NextShift
from station_app.wording.consents import holding_text, present_text, purpose_label
from station_app.wording.labels import sex_label
from station_app.wording.people import field_label
from station_app.wording.qualifications import qualification_label, until_text, validity_label
from station_app.wording.stars import star_text
from station_app.wording.values import born_text, day_text, hours_with_unit, moment_text

GROUPS: dict[str, str] = {}


def _number_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help=_("volunteer number, or the whole name"))


def _who(call: Call) -> UUID:
    return call.office.read(volunteer_meant, call.options.number)


# Everything known of one person


def _show(call: Call) -> Facts:
    shown = call.office.read(portrait, _who(call))
    day_now = today(call.clock)
    return Facts(_portrait_facts(shown, day_now), list(_portrait_told(shown, day_now)))


def _portrait_facts(shown: Portrait, day_now: date) -> Mapping[str, JSON]:
    person, told = shown.person, shown.person.profile
    return {
        "number": shown.number,
        "name": shown.name,
        "former_names": list(shown.former_names),
        "sex": person.sex.value,
        "born_on": born_text(person.born_on, erased=shown.erased_on is not None),
        "document_kind": person.document.kind.value,
        "document_masked": person.document.number,
        "area": person.area,
        "phone": person.phone,
        "skills": list(person.skills),
        "service_classes": list(person.service_classes),
        "registered_on": day_text(shown.registered_on),
        "remark": person.remark,
        "profile": {name: _plain(getattr(told, name)) for name in told.__dataclass_fields__},
        "merged_numbers": [one.number for one in shown.merged],
        "erased_on": day_text(shown.erased_on) or None,
        "in_since": _instant(shown.in_since),
        "hours_this_year": float(hours(shown.minutes_this_year)),
        "hours": float(hours(shown.minutes)),
        "times": shown.visits,
        "star": shown.standing.star,
        "hours_to_next_star": _hours(shown.standing.minutes_to_next),
        "consents": [_holding_facts(one) for one in shown.consents.now.values()],
        "qualifications": [_held_facts(one, day_now) for one in shown.qualifications],
        "teams": [_team_facts(one) for one in shown.teams],
        "next_shifts": [_shift_facts(one) for one in shown.shifts],
    }


def _team_facts(team: TeamTie) -> Mapping[str, JSON]:
    since, until = day_text(team.since_on), day_text(team.until_on) or None
    return {"team": team.team, "leads": team.leads, "since": since, "until": until}


def _shift_facts(shift: NextShift) -> Mapping[str, JSON]:
    starts_at, ends_at = _instant(shift.starts_at), _instant(shift.ends_at)
    place = {"post": shift.post, "place": shift.place}
    return place | {"starts_at": starts_at, "ends_at": ends_at}


def _portrait_told(shown: Portrait, day_now: date) -> Iterator[str]:
    person, label = shown.person, _("{label}: {value}")
    yield " · ".join(
        part
        for part in (
            shown.name,
            shown.number,
            sex_label(person.sex),
            born_text(person.born_on, erased=shown.erased_on is not None),
            "" if shown.erased_on else _("{age} years").format(age=age_on(person.born_on, day_now)),
        )
        if part
    )
    for field, value in (
        ("document_number", person.document.number),
        ("phone", person.phone),
        ("area", person.area),
        ("emergency_name", f"{person.profile.emergency_name} {person.profile.emergency_phone}"),
        ("health", person.profile.health),
    ):
        if value.strip():
            yield label.format(label=field_label(field), value=value.strip())
    yield label.format(label=_("Hours this year"), value=hours_with_unit(shown.minutes_this_year))
    yield label.format(label=_("Hours in all"), value=hours_with_unit(shown.minutes))
    yield label.format(label=_("Star rating"), value=star_text(shown.standing.star) or "–")
    yield from _consents_told(shown.consents)
    yield from (_held_told(one, day_now) for one in shown.qualifications)
    for shift in shown.shifts:
        yield label.format(
            label=_("Next shift"), value=f"{moment_text(shift.starts_at)} {shift.post}"
        )


# Consent


def _consent_options(parser: argparse.ArgumentParser) -> None:
    _number_option(parser)
    acts = parser.add_mutually_exclusive_group()
    acts.add_argument(
        "--give", metavar="PURPOSES", type=_purposes, help=choices_text("consent_purpose")
    )
    acts.add_argument(
        "--withdraw",
        metavar="PURPOSES",
        type=_purposes,
        help=_("the same; with the record everything ends that rests on it"),
    )
    parser.add_argument("--on", metavar="DAY", type=day, help=_("day of the word; today else"))
    parser.add_argument(
        "--way",
        metavar="WAY",
        type=code_of("consent_way"),
        default=ConsentWay.PAPER.value,
        help=choices_text("consent_way"),
    )
    parser.add_argument("--witness", default="", help=_("who heard spoken words"))
    parser.add_argument("--guardian", default="", help=_("name of the guardian"))
    parser.add_argument("--guardian-phone", default="", help=_("phone of the guardian"))
    parser.add_argument("--note", default="", help=_("a note kept with it"))


def _consent(call: Call) -> Facts:
    given, who = call.options, _who(call)
    if given.give:
        call.office.write(give_consent, who, _act(call, Act.GIVEN, given.give))
    elif given.withdraw:
        call.office.write(withdraw_consent, who, _act(call, Act.WITHDRAWN, given.withdraw))
    known = call.office.read(consents_of, who)
    facts = {"consents": [_holding_facts(one) for one in known.now.values()]}
    return Facts(facts, list(_consents_told(known)))


def _act(call: Call, act: Act, purposes: frozenset[Purpose]) -> ConsentAct:
    given = call.options
    return ConsentAct(
        act=act,
        purposes=purposes,
        on=given.on or today(call.clock),
        way=ConsentWay(given.way),
        witness=given.witness,
        guardian_name=given.guardian,
        guardian_phone=given.guardian_phone,
        note=given.note,
    )


def _purposes(text: str) -> frozenset[Purpose]:
    """Purposes as codes or labels with commas between them."""
    read = code_of("consent_purpose")
    return frozenset(Purpose(read(part)) for part in normalize("NFKC", text).split(","))


def _consents_told(known: Consents) -> Iterator[str]:
    for holding in known.now.values():
        present = present_text(holding.last) if holding.last else ""
        value = " · ".join(filter(None, (holding_text(holding), present)))
        yield _("{label}: {value}").format(label=purpose_label(holding.purpose), value=value)


def _holding_facts(holding: Holding) -> Mapping[str, JSON]:
    last = holding.last
    return {
        "purpose": holding.purpose.value,
        "holds": holding.holds,
        "act": last.act.value if last else None,
        "on": day_text(last.on) if last else None,
        "way": last.way.value if last else None,
        "witness": last.witness if last else "",
        "guardian": last.guardian_name if last else "",
    }


# Qualifications


def _qualify_options(parser: argparse.ArgumentParser) -> None:
    _number_option(parser)
    kinds: ListName = "qualification_kind"
    parser.add_argument("--kind", metavar="KIND", type=code_of(kinds), help=choices_text(kinds))
    parser.add_argument("--paper", default="", help=_("number of the paper"))
    parser.add_argument("--issuer", default="", help=_("who issued it"))
    parser.add_argument("--from", dest="since", metavar="DAY", type=day, help=_("first valid day"))
    parser.add_argument(
        "--until", metavar="DAY", type=day, help=_("last valid day; none if it does not lapse")
    )


def _qualify(call: Call) -> Facts:
    given, who, day_now = call.options, _who(call), today(call.clock)
    if given.kind:
        card = QualificationCard(
            kind=given.kind,
            number=given.paper,
            issuer=given.issuer,
            valid_from=given.since or day_now,
            valid_until=given.until,
        )
        call.office.write(add_qualification, who, card)
    held = call.office.read(qualifications_of, who)
    facts = {"qualifications": [_held_facts(one, day_now) for one in held]}
    told = [_held_told(one, day_now) for one in held]
    return Facts(facts, told or [_("No qualification is entered.")])


def _held_facts(held: HeldQualification, day_now: date) -> Mapping[str, JSON]:
    card = held.card
    return {
        "kind": card.kind,
        "paper": card.number,
        "issuer": card.issuer,
        "from": day_text(card.valid_from),
        "until": day_text(card.valid_until) or None,
        "validity": card.validity(day_now).value,
        "voided_on": day_text(held.voided_on) or None,
        "void_reason": held.void_reason,
    }


def _held_told(held: HeldQualification, day_now: date) -> str:
    card = held.card
    state = _("struck out") if held.voided_on else validity_label(card.validity(day_now))
    parts = (qualification_label(card.kind), state, until_text(card), card.number)
    return " · ".join(filter(None, parts))


def _plain(value: Any) -> JSON:
    return list(value) if isinstance(value, tuple) else value


def _instant(moment: Any) -> str | None:
    return local(moment).isoformat(timespec="minutes") if moment else None


def _hours(minutes: int | None) -> float | None:
    return None if minutes is None else float(hours(minutes))


VERBS = (
    Verb(("volunteers", "show"), N_("show one volunteer whole"), _show, _number_option),
    Verb(
        ("volunteers", "consent"),
        N_("show what a volunteer agreed to, enter more, or take it back"),
        _consent,
        _consent_options,
    ),
    Verb(
        ("volunteers", "qualify"),
        N_("show the qualifications of a volunteer, or enter one"),
        _qualify,
        _qualify_options,
    ),
)
