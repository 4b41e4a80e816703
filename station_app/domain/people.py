"""Volunteers: what must be known of a person, by whose consent, and the number the desk gives.

Why a draft beside the registration: a form and a roster both hold half-finished people, and both
must say which field is wrong. Only what passed every rule becomes a `Registration`, so nobody below
meets a half-checked person.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Final, TypeVar

from station_app.domain.consents import (
    ConsentInFuture,
    ConsentWay,
    GuardianNeeded,
    NoConsent,
    Purpose,
    checked_guardian,
    checked_witness,
)
from station_app.domain.documents import (
    BornInFuture,
    Document,
    DocumentKind,
    Sex,
    check_document,
)
from station_app.domain.fields import MissingField, Problem, given, short_text
from station_app.domain.names import tidy_name
from station_app.domain.phones import tidy_phone
from station_app.domain.profiles import Profile, checked_profile, profile_problems
from station_app.errors import StationError

T = TypeVar("T")
_STATED: Final = (Sex.MALE, Sex.FEMALE)
# What two digits add to a Luhn sum: the first, and the digits of twice the second.
_PAIRS: Final = {f"{n:02d}": n // 10 + sum(divmod(n % 10 * 2, 10)) for n in range(100)}
_OF_AGE: Final = 18
_LAST_SERIAL: Final = 999_999
LONGEST_AREA: Final = 100
LONGEST_SKILL: Final = 50
LONGEST_REMARK: Final = 500


@dataclass(eq=False)
class ConsentAfterRegistration(StationError):
    """The consent is dated after the day on which the person was registered."""

    consent_on: date
    registered_on: date


@dataclass(eq=False)
class AgeBelow(StationError):
    """Younger than this desk registers; ages in full years."""

    age: int
    minimum: int


@dataclass(eq=False)
class BirthDateDiffers(StationError):
    """The birth date typed is not the one the document number states."""

    given: date
    in_number: date


@dataclass(eq=False)
class SexDiffers(StationError):
    """The sex typed is not the one the document number states."""

    given: Sex
    in_number: Sex


@dataclass(eq=False)
class AlreadyRegistered(StationError):
    """Somebody with this document is registered; `number` is that volunteer's number."""

    name: str
    number: str


@dataclass(eq=False)
class NumbersExhausted(StationError):
    """A million volunteers were numbered in one year; the layout has no further number."""

    year: int


@dataclass(eq=False)
class AgesOutOfOrder(StationError):
    """The ages do not rise from the first, or lie outside of 0 to `most`."""

    most: int


@dataclass(frozen=True, slots=True)
class AgeRules:
    """Ages in full years. Places differ, so these are settings; the defaults are one city's.

    Below `minimum` nobody is registered; below `guardian_present_below` the guardian comes along;
    below `guardian_below` the guardian agrees for the child.
    """

    minimum: int = 6
    guardian_present_below: int = 10
    guardian_below: int = 14

    def check(self) -> None:
        """Raise AgesOutOfOrder where the ages contradict one another."""
        ages = (0, self.minimum, self.guardian_present_below, self.guardian_below, _OF_AGE)
        if list(ages) != sorted(ages):
            raise AgesOutOfOrder(_OF_AGE)


_USUAL: Final = AgeRules()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A person as a form or a roster has it so far; empty text and None mean "not given"."""

    name: str = ""
    sex: Sex | None = None
    born_on: date | None = None
    document_kind: DocumentKind = DocumentKind.RESIDENT_ID
    document_number: str = ""
    area: str = ""
    phone: str = ""
    skills: tuple[str, ...] = ()
    service_classes: tuple[str, ...] = ()
    consent_on: date | None = None
    consent_way: ConsentWay | None = None
    consent_witness: str = ""
    guardian_name: str = ""
    guardian_phone: str = ""
    purposes: frozenset[Purpose] = frozenset()
    remark: str = ""
    profile: Profile = field(default_factory=Profile)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """What Order 67, art. 5 wants recorded of a volunteer, checked, with the consent of art. 6.

    `phone` may be empty: some people have none. `service_classes` are codes of that list.
    `purposes` are those agreed to with the registration beyond the record itself.
    """

    name: str
    sex: Sex
    born_on: date
    document: Document
    area: str
    phone: str
    skills: tuple[str, ...]
    service_classes: tuple[str, ...]
    consent_on: date
    consent_way: ConsentWay
    consent_witness: str = ""
    guardian_name: str = ""
    guardian_phone: str = ""
    purposes: frozenset[Purpose] = frozenset()
    remark: str = ""
    profile: Profile = field(default_factory=Profile)


def registration(draft: Draft, *, today: date, ages: AgeRules | None = None) -> Registration:
    """The checked registration; raises the error of the first problem, in the order of the form."""
    ages = ages or _USUAL
    name = _name(draft)
    document = _document(draft, today)
    sex = _sex(draft, document)
    born_on = _born_on(draft, document, today, ages)
    return Registration(
        name=name,
        sex=sex,
        born_on=born_on,
        document=document,
        area=_area(draft),
        phone=_phone(draft.phone),
        skills=_skills(draft.skills),
        service_classes=draft.service_classes,
        consent_on=_consent_on(draft, today),
        consent_way=_consent_way(draft, age_on(born_on, today), ages),
        consent_witness=_witness(draft),
        guardian_name=_guardian(draft),
        guardian_phone=_phone(draft.guardian_phone),
        purposes=draft.purposes,
        remark=short_text("remark", draft.remark, LONGEST_REMARK),
        profile=checked_profile(draft.profile),
    )


def registration_problems(
    draft: Draft, *, today: date, ages: AgeRules | None = None
) -> tuple[Problem, ...]:
    """Everything wrong with the draft, field by field; empty when it can be registered.

    Sex and birth date are not asked for while the document that may state them is wrong.
    """
    ages = ages or _USUAL
    problems: list[Problem] = []

    def ask(field: str, rule: Callable[[], T]) -> T | None:
        try:
            return rule()
        except StationError as error:
            problems.append(Problem(field, error))
            return None

    ask("name", lambda: _name(draft))
    born_on = draft.born_on
    if document := ask("document_number", lambda: _document(draft, today)):
        ask("sex", lambda: _sex(draft, document))
        born_on = ask("born_on", lambda: _born_on(draft, document, today, ages))
    ask("area", lambda: _area(draft))
    ask("phone", lambda: _phone(draft.phone))
    ask("skills", lambda: _skills(draft.skills))
    ask("consent_on", lambda: _consent_on(draft, today))
    age = age_on(born_on, today) if born_on else ages.guardian_below
    ask("consent_way", lambda: _consent_way(draft, age, ages))
    ask("consent_witness", lambda: _witness(draft))
    ask("guardian_name", lambda: _guardian(draft))
    ask("guardian_phone", lambda: _phone(draft.guardian_phone))
    ask("remark", lambda: short_text("remark", draft.remark, LONGEST_REMARK))
    return (*problems, *profile_problems(draft.profile))


def age_on(born_on: date, day: date) -> int:
    """Age in full years; who was born on 29 February turns older on 1 March."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))


def volunteer_number(year: int, serial: int) -> str:
    """The desk's own number of a volunteer: year, serial 1 to 999999, a Luhn check digit; 9 digits.

    Never the identity number, so that it can be printed and read aloud. Raises NumbersExhausted.
    """
    if serial > _LAST_SERIAL:
        raise NumbersExhausted(year)
    body = f"{year % 100:02d}{serial:06d}"
    return body + _luhn(body)


def is_volunteer_number(text: str) -> bool:
    """Whether the text has the form and the check digit of a volunteer number."""
    return len(text) == 9 and text.isascii() and text.isdigit() and text[8] == _luhn(text[:8])


def _luhn(body: str) -> str:
    """The check digit of eight digits; written out for long rosters, held to stdnum's by tests."""
    total = sum(_PAIRS[body[place : place + 2]] for place in range(0, 8, 2))
    return str(-total % 10)


def _name(draft: Draft) -> str:
    return tidy_name(given("name", draft.name))


def _document(draft: Draft, today: date) -> Document:
    number = given("document_number", draft.document_number)
    return check_document(draft.document_kind, number, today=today)


def _sex(draft: Draft, document: Document) -> Sex:
    given, stated = draft.sex, document.sex
    if stated and given in _STATED and given is not stated:
        raise SexDiffers(given, stated)
    if stated and given in (None, Sex.UNKNOWN):
        return stated
    if given is None:
        raise MissingField("sex")
    return given


def _born_on(draft: Draft, document: Document, today: date, ages: AgeRules) -> date:
    stated = document.born_on
    born_on = draft.born_on or stated
    if born_on is None:
        raise MissingField("born_on")
    if stated and born_on != stated:
        raise BirthDateDiffers(born_on, stated)
    if born_on > today:
        raise BornInFuture(born_on)
    if (age := age_on(born_on, today)) < ages.minimum:
        raise AgeBelow(age, ages.minimum)
    return born_on


def _area(draft: Draft) -> str:
    return given("area", short_text("area", draft.area, LONGEST_AREA))


def _phone(text: str) -> str:
    return tidy_phone(text) if text.strip() else ""


@lru_cache(maxsize=4096)
def _skills(skills: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, (short_text("skills", skill, LONGEST_SKILL) for skill in skills)))


def _consent_on(draft: Draft, today: date) -> date:
    if draft.consent_on is None:
        raise NoConsent
    if draft.consent_on > today:
        raise ConsentInFuture(draft.consent_on)
    return draft.consent_on


def _consent_way(draft: Draft, age: int, ages: AgeRules) -> ConsentWay:
    if draft.consent_way is None:
        raise NoConsent
    if age < ages.guardian_below and draft.consent_way is not ConsentWay.GUARDIAN:
        raise GuardianNeeded(age, ages.guardian_below)
    return draft.consent_way


def _witness(draft: Draft) -> str:
    return checked_witness(draft.consent_way or ConsentWay.PAPER, draft.consent_witness)


def _guardian(draft: Draft) -> str:
    return checked_guardian(draft.consent_way or ConsentWay.PAPER, draft.guardian_name)
