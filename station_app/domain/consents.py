"""Consent: for what, how and before whom it was given, and what still holds.

Why purposes stand apart: a person may want the hours recorded and no picture in the newspaper
(Personal Information Protection Law, arts. 14, 23, 29). Why withdrawal is an act beside the others
and strikes nothing out: what was done while the consent held was lawful (art. 15).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from station_app.domain.fields import MissingField, short_text
from station_app.domain.names import tidy_name
from station_app.domain.phones import tidy_phone
from station_app.errors import StationError

LONGEST_NOTE: Final = 200


class ConsentWay(StrEnum):
    """How a person agreed to being registered by others (Order 67, art. 6)."""

    PAPER = "paper"
    SPOKEN_WITNESSED = "spoken_witnessed"
    ONLINE = "online"
    GUARDIAN = "guardian"


class Purpose(StrEnum):
    """What consent is asked for, each apart."""

    RECORD = "record"
    PHOTO = "photo"
    PUBLICITY = "publicity"
    HANDOVER = "handover"


class Act(StrEnum):
    """Giving and taking back."""

    GIVEN = "given"
    WITHDRAWN = "withdrawn"


@dataclass(eq=False)
class NoConsent(StationError):
    """No date or no way of consent; others may not register a person without (Order 67, art. 6)."""


@dataclass(eq=False)
class ConsentInFuture(StationError):
    """The consent is dated after today."""

    consent_on: date


@dataclass(eq=False)
class GuardianNeeded(StationError):
    """A child's consent is given by the guardian (Personal Information Protection Law, art. 31)."""

    age: int
    limit: int


@dataclass(eq=False)
class ConsentLacking(StationError):
    """The person never agreed to this purpose, or took it back on `withdrawn_on`."""

    name: str
    purpose: Purpose
    withdrawn_on: date | None


@dataclass(eq=False)
class ConsentUnchanged(StationError):
    """The act changes nothing: what is given holds already, what is withdrawn did not hold."""

    act: Act


@dataclass(eq=False)
class ConsentBeforeLast(StationError):
    """The act is dated before the last one about the same purpose."""

    on: date
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentAct:
    """One act about some purposes; `witness` for spoken words, the guardian for a child's."""

    act: Act = Act.GIVEN
    purposes: frozenset[Purpose] = field(default_factory=frozenset)
    on: date
    way: ConsentWay
    witness: str = ""
    guardian_name: str = ""
    guardian_phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """How it stands with one purpose: the last act about it, None if there never was one."""

    purpose: Purpose
    last: ConsentAct | None

    @property
    def holds(self) -> bool:
        """Whether the consent is there today."""
        return self.last is not None and self.last.act is Act.GIVEN


def holdings(acts: Iterable[ConsentAct]) -> Mapping[Purpose, Holding]:
    """What holds after these acts, the oldest first; of one day, in the order they were entered."""
    last: dict[Purpose, ConsentAct] = {}
    for act in acts:
        last.update(dict.fromkeys(act.purposes, act))
    return {purpose: Holding(purpose, last.get(purpose)) for purpose in Purpose}


def checked_act(act: ConsentAct, *, age: int, guardian_below: int, today: date) -> ConsentAct:
    """The act tidied.

    Raises MissingField, ConsentInFuture, GuardianNeeded, TextLength, PhoneUnreadable and what
    `tidy_name` raises.
    """
    if not act.purposes:
        raise MissingField("purposes")
    if act.on > today:
        raise ConsentInFuture(act.on)
    if act.act is Act.GIVEN and age < guardian_below and act.way is not ConsentWay.GUARDIAN:
        raise GuardianNeeded(age, guardian_below)
    return ConsentAct(
        act=act.act,
        purposes=act.purposes,
        on=act.on,
        way=act.way,
        witness=checked_witness(act.way, act.witness, "witness"),
        guardian_name=checked_guardian(act.way, act.guardian_name),
        guardian_phone=tidy_phone(act.guardian_phone) if act.guardian_phone.strip() else "",
        note=short_text("note", act.note, LONGEST_NOTE),
    )


def checked_witness(way: ConsentWay, name: str, field: str = "consent_witness") -> str:
    """The witness's name; raises MissingField where spoken words have none, and NameCharacters."""
    if way is ConsentWay.SPOKEN_WITNESSED and not name.strip():
        raise MissingField(field)
    return tidy_name(name) if name.strip() else ""


def checked_guardian(way: ConsentWay, name: str) -> str:
    """The guardian's name; raises MissingField where the guardian agreed, and NameCharacters."""
    if way is ConsentWay.GUARDIAN and not name.strip():
        raise MissingField("guardian_name")
    return tidy_name(name) if name.strip() else ""
