"""Use cases of people: register, change, look at, tell who is meant."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func, select

from station_app.clock import local
from station_app.data.models import Attendance, Consent, Erasure, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import (
    NumberAndNameDiffer,
    ReasonMissing,
    VolunteerAmbiguous,
    VolunteerUnknown,
)
from station_app.domain.consents import Act
from station_app.domain.documents import Document
from station_app.domain.journal import JSON
from station_app.domain.names import NAMES_APART, name_key
from station_app.domain.people import (
    AlreadyRegistered,
    ConsentAfterRegistration,
    Registration,
    volunteer_number,
)
from station_app.services.cards import columns_of, registration_of
from station_app.services.erased import require_record
from station_app.services.photos import drop_photo, keep_photo
from station_app.services.tasks import unheard

_CHUNK = 2000
_HOLDS = (Volunteer.hidden_at.is_(None), Volunteer.erased_at.is_(None))


@dataclass(frozen=True, slots=True)
class Registered:
    """A volunteer as the books have taken it in."""

    id: UUID
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class HeadCount:
    """How many people the desk knows, and how many of them are in."""

    registered: int
    in_now: int


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One volunteer whole: what was registered, and the number given."""

    id: UUID
    number: str
    registered_on: date
    registration: Registration


def register(unit: Unit, person: Registration, *, photo: bytes = b"") -> Registered:
    """Register a volunteer under the next number; raises AlreadyRegistered.

    Raises what `keep_photo` raises where a photograph comes with the registration.
    """
    (result,) = register_all(unit, [person])
    if isinstance(result, AlreadyRegistered):
        raise result
    if photo:
        keep_photo(unit, result.id, photo)
    return result


def register_all(
    unit: Unit, people: Sequence[Registration], step: Callable[[int, int], None] = unheard
) -> list[Registered | AlreadyRegistered]:
    """Register many in one unit; one answer each, in order. Nobody is registered twice."""
    numbers = _Numbers(unit)
    answers: list[Registered | AlreadyRegistered] = []
    for start in range(0, len(people), _CHUNK):
        for answer in _registered(unit, people[start : start + _CHUNK], numbers):
            answers.append(answer)
            step(len(answers), len(people))
    return answers


def change_volunteer(
    unit: Unit, volunteer_id: UUID, person: Registration, *, photo: bytes | None = None
) -> None:
    """Correct what was registered; number and day stay, and so does the photo unless given.

    No bytes drop the photo. Raises RecordErased, AlreadyRegistered, ConsentAfterRegistration, and
    what `keep_photo` raises.
    """
    row = unit.session.get_one(Volunteer, volunteer_id)
    require_record(row)
    if person.consent_on > row.registered_on:
        raise ConsentAfterRegistration(person.consent_on, row.registered_on)
    other = unit.session.scalars(_with_document(person.document)).one_or_none()
    if other is not None and other.id != row.id:
        raise AlreadyRegistered(other.name, other.number)
    if name_key(person.name) != row.name_key:
        row.former_names = _former_names(row, person.name)
    for name, value in columns_of(person).items():
        setattr(row, name, value)
    if photo is not None:
        _set_photo(unit, volunteer_id, photo)


def person_card(unit: Unit, volunteer_id: UUID) -> PersonCard:
    """One volunteer whole, document number included; raises NoResultFound for an unknown id."""
    return _card(unit.session.get_one(Volunteer, volunteer_id))


def show_document(unit: Unit, volunteer_id: UUID, why: str) -> str:
    """The document number in full; the journal keeps who saw it, when and why.

    Raises ReasonMissing, RecordErased.
    """
    if not why.strip():
        raise ReasonMissing
    row = unit.session.get_one(Volunteer, volunteer_id)
    require_record(row)
    facts: dict[str, JSON] = {"field": "document_number", "why": why.strip()}
    unit.access("show_document", Volunteer.__tablename__, str(row.id), facts)
    return row.document_number


def who_has(unit: Unit, document: Document) -> Registered | None:
    """Who is registered with this document already."""
    row = unit.session.scalars(_with_document(document)).one_or_none()
    return Registered(row.id, row.number, row.name) if row else None


def areas_in_use(unit: Unit, *, among: int = 200) -> tuple[str, ...]:
    """Areas of residence of those registered last, the newest first: what a form may offer."""
    newest = select(Volunteer.area).order_by(Volunteer.id.desc()).limit(among)
    return tuple(dict.fromkeys(filter(None, unit.session.scalars(newest))))


def head_count(unit: Unit) -> HeadCount:
    """How many are registered, and how many of them are in now."""
    inside = select(func.count()).select_from(Attendance)
    inside = inside.where(Attendance.left_at.is_(None), Attendance.voided_at.is_(None))
    return HeadCount(
        registered_count(unit),
        unit.session.scalars(inside).one(),
    )


def registered_count(unit: Unit) -> int:
    """How many are registered. Erasures are few, and the shown are counted from an index alone."""
    shown = select(func.count()).select_from(Volunteer).where(Volunteer.hidden_at.is_(None))
    erased = shown.join(Erasure, Erasure.volunteer_id == Volunteer.id)
    return unit.session.scalars(shown).one() - unit.session.scalars(erased).one()


def find_by_number(unit: Unit, number: str) -> Volunteer:
    """The volunteer with this number, or into whom that record was merged.

    Raises VolunteerUnknown.
    """
    row = unit.session.scalars(select(Volunteer).where(Volunteer.number == number)).one_or_none()
    row = survivor_of(unit, row) if row else None
    if row is None or row.hidden_at is not None:
        raise VolunteerUnknown(number)
    return row


def survivor_of(unit: Unit, row: Volunteer) -> Volunteer:
    """The record into which a record was merged at last; itself if it never was."""
    while row.merged_into is not None:
        row = unit.session.get_one(Volunteer, row.merged_into)
    return row


def who_is_meant(unit: Unit, *, number: str, name: str, phone: str) -> Volunteer:
    """The volunteer a paper names: by number where there is one, else by name, then phone.

    A number another desk gave, or a slip in it, does no harm where name and phone together name
    one person. Raises VolunteerUnknown, NumberAndNameDiffer, VolunteerAmbiguous.
    """
    same = _named(unit, name) if name else []
    exact = [row for row in same if phone and row.phone == phone]
    if number:
        return _numbered(unit, number, name, exact)
    if len(same) > 1 and phone:
        same = exact
    if not same:
        raise VolunteerUnknown(name)
    if len(same) > 1:
        raise VolunteerAmbiguous(name, tuple(row.number for row in same))
    return same[0]


def _numbered(unit: Unit, number: str, name: str, exact: Sequence[Volunteer]) -> Volunteer:
    try:
        row = find_by_number(unit, number)
        if name and not _is_called(row, name):
            raise NumberAndNameDiffer(number, name, row.name)
    except (VolunteerUnknown, NumberAndNameDiffer):
        if len(exact) != 1:
            raise
        return exact[0]
    return row


def _is_called(row: Volunteer, name: str) -> bool:
    """Whether this is the name of a person, or was once."""
    known = (row.name, *row.former_names.split(NAMES_APART))
    return name_key(name) in map(name_key, known)


def _named(unit: Unit, name: str) -> Sequence[Volunteer]:
    wanted = select(Volunteer).where(Volunteer.name_key == name_key(name))
    return unit.session.scalars(wanted.where(Volunteer.hidden_at.is_(None))).all()


class _Numbers:
    """Hands out volunteer numbers; safe because only one unit writes at a time."""

    def __init__(self, unit: Unit) -> None:
        self._year = local(unit.now).year
        prefix = f"{self._year % 100:02d}"
        last = unit.session.scalars(
            select(Volunteer.number)
            .where(Volunteer.number.between(prefix, prefix + "~"))
            .order_by(Volunteer.number.desc())
            .limit(1)
        ).first()
        self._serial = int(last[2:8]) if last else 0

    def next(self) -> str:
        """The next free number; raises NumbersExhausted after a million in a year."""
        self._serial += 1
        return volunteer_number(self._year, self._serial)


def _listed_in(parameter: str) -> Any:
    """Values that come as one JSON list: a statement with a thousand places is slow to write."""
    return select(func.json_each(bindparam(parameter)).table_valued("value").c.value)


_KNOWN = select(
    Volunteer.document_kind, Volunteer.document_number, Volunteer.name, Volunteer.number
).where(
    Volunteer.document_kind.in_(_listed_in("kinds")),
    Volunteer.document_number.in_(_listed_in("numbers")),
    *_HOLDS,
)


def _known_documents(
    unit: Unit, documents: Sequence[Document]
) -> dict[tuple[str, str], tuple[str, str]]:
    """Name and number of everybody who is registered with one of these documents."""
    kinds = json.dumps([*{document.kind.value for document in documents}])
    numbers = json.dumps([document.number for document in documents])
    found = unit.session.execute(_KNOWN, {"kinds": kinds, "numbers": numbers})
    return {(kind, document): (name, number) for kind, document, name, number in found}


def _with_document(document: Document) -> Any:
    return select(Volunteer).where(
        Volunteer.document_kind == document.kind,
        Volunteer.document_number == document.number,
        *_HOLDS,
    )


def _registered(
    unit: Unit, people: Sequence[Registration], numbers: "_Numbers"
) -> Iterator[Registered | AlreadyRegistered]:
    """Register those whose document nobody has; one answer each, in order."""
    known = _known_documents(unit, [person.document for person in people])
    day, rows, refused = local(unit.now).date(), [], {}
    for place, person in enumerate(people):
        key = (person.document.kind.value, person.document.number)
        if key in known:
            refused[place] = AlreadyRegistered(*known[key])
        else:
            number = numbers.next()
            known[key] = (person.name, number)
            rows.append({"number": number, "registered_on": day, **columns_of(person)})
    made = zip(unit.add_volunteers(rows), rows, strict=True)
    for place in range(len(people)):
        if place in refused:
            yield refused[place]
        else:
            one, row = next(made)
            if people[place].purposes:
                _agreed(unit, one, people[place])
            yield Registered(one, row["number"], row["name"])


def _former_names(row: Volunteer, name: str) -> str:
    """What the person was called before this name: the latest last, none of them twice."""
    names = [*filter(None, row.former_names.split(NAMES_APART)), row.name]
    by_key = {name_key(one): one for one in names}
    by_key.pop(name_key(name), None)
    return NAMES_APART.join(by_key.values())


def _card(row: Volunteer) -> PersonCard:
    return PersonCard(row.id, row.number, row.registered_on, registration_of(row))


def _agreed(unit: Unit, volunteer_id: UUID, person: Registration) -> None:
    """Keep what the person agreed to beyond the record, on the same paper and day."""
    unit.add(
        Consent(
            volunteer_id=volunteer_id,
            act=Act.GIVEN,
            purposes=" ".join(sorted(person.purposes)),
            on_day=person.consent_on,
            way=person.consent_way.value,
            witness=person.consent_witness,
            guardian_name=person.guardian_name,
            guardian_phone=person.guardian_phone,
            entered_at=unit.now,
            entered_by=unit.actor,
        )
    )


def _set_photo(unit: Unit, volunteer_id: UUID, photo: bytes) -> None:
    if photo:
        keep_photo(unit, volunteer_id, photo)
    else:
        drop_photo(unit, volunteer_id)
