"""Use cases of duplicates: look for them, find those like one person, remember "not the same"."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, String, or_, select, type_coerce
from sqlalchemy.orm import aliased

from station_app.clock import local
from station_app.data.models import Merge, NotSame, Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.documents import DocumentKind
from station_app.domain.duplicates import (
    Candidate,
    Known,
    Likelihood,
    Trait,
    candidates,
    candidates_for,
    compared,
    is_shared,
    likelihood,
)
from station_app.domain.look_alikes import spellings
from station_app.domain.names import name_key, sounds
from station_app.domain.people import Registration
from station_app.errors import StationError
from station_app.services.people import survivor_of
from station_app.services.search import with_phone
from station_app.services.tasks import Task

_COLUMNS: Any = (
    type_coerce(Volunteer.id, String),
    *(getattr(Volunteer, name) for name in Known.__slots__[1:]),
)

_COMPARED = (Volunteer.hidden_at.is_(None), Volunteer.erased_at.is_(None))


@dataclass(eq=False)
class WordGone(StationError):
    """The word that two records are two people was taken back already."""


@dataclass(frozen=True, slots=True)
class Someone:
    """One of a pair, as lists tell people apart."""

    id: UUID
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one person, and why; `one` has the lower number."""

    one: Someone
    other: Someone
    traits: tuple[Trait, ...]
    likelihood: Likelihood


@dataclass(frozen=True, slots=True)
class Word:
    """A clerk's word that two records are two people."""

    id: UUID
    said_on: date
    said_by: str


@dataclass(frozen=True, slots=True)
class NotSamePair:
    """Two people of whom somebody said so; it can be taken back."""

    id: UUID
    one: Someone
    other: Someone
    said_at: datetime
    said_by: str


def find_duplicates(office: Office, *, task: Task) -> tuple[Pair, ...]:
    """All pairs worth a look, the likeliest first, but for those said to be two people.

    Raises Cancelled. No unit stays open while they are compared.
    """
    people, apart = office.read(_everybody)
    found = candidates(people, task.step)
    return tuple(_pair(one) for one in found if frozenset((one.one.id, one.other.id)) not in apart)


def duplicates_of(unit: Unit, volunteer_id: UUID) -> tuple[Pair, ...]:
    """Who may be the same person as this one, the likeliest first; found by indexes alone."""
    row = unit.session.execute(select(*_COLUMNS).where(Volunteer.id == volunteer_id)).one()
    person = Known(*row)
    apart = _apart(unit)
    return tuple(
        _pair(one)
        for one in _like(unit, person)
        if frozenset((person.id, one.other.id)) not in apart
    )


def people_like(unit: Unit, draft: Registration) -> tuple[Pair, ...]:
    """Who may already be registered as this person; the draft stands first, without a number.

    Also by the document of a record that was merged: it leads to the one that stayed.
    """
    nobody = Known(
        id=UUID(int=0).hex,
        number="",
        name=draft.name,
        name_key=name_key(draft.name),
        sound=sounds(draft.name).full,
        sex=draft.sex.value,
        born_on=draft.born_on,
        document_kind=draft.document.kind.value,
        document_number=draft.document.number,
        phone=draft.phone,
    )
    found: dict[str, Pair] = {}
    for one in (*_by_merged_document(unit, nobody), *_like(unit, nobody)):
        found.setdefault(one.other.id, _pair(one))
    return tuple(found.values())


def what_two_share(
    unit: Unit, one_id: UUID, other_id: UUID
) -> tuple[tuple[Trait, ...], Likelihood | None]:
    """What two records have in common or not, and how much that looks like one person."""
    one, other = (
        Known(*unit.session.execute(select(*_COLUMNS).where(Volunteer.id == record)).one())
        for record in (one_id, other_id)
    )
    traits = compared(one, other, shared_phone=is_shared(_sharers(unit, one)))
    return traits, likelihood(traits)


def say_not_same(unit: Unit, one_id: UUID, other_id: UUID) -> UUID:
    """Remember that two records are two people; answers with the word, to take it back by."""
    if word := word_on(unit, one_id, other_id):
        return word.id
    lower, higher = sorted((one_id, other_id))
    row = NotSame(one_id=lower, other_id=higher, said_at=unit.now, said_by=unit.actor)
    return unit.add(row).id


def take_back_not_same(unit: Unit, word_id: UUID) -> None:
    """Take such a word back: the pair is looked at again. Raises WordGone."""
    row = unit.session.get_one(NotSame, word_id)
    if row.withdrawn_at is not None:
        raise WordGone
    row.withdrawn_at = unit.now


def word_on(unit: Unit, one_id: UUID, other_id: UUID) -> Word | None:
    """Whether somebody said that two records are two people, themselves or what went into them."""
    ones, others = (_with_merged(unit, one) for one in (one_id, other_id))
    wanted = select(NotSame).where(
        NotSame.withdrawn_at.is_(None),
        or_(
            NotSame.one_id.in_(ones) & NotSame.other_id.in_(others),
            NotSame.one_id.in_(others) & NotSame.other_id.in_(ones),
        ),
    )
    row = unit.session.scalars(wanted.order_by(NotSame.id)).first()
    return Word(row.id, local(row.said_at).date(), row.said_by) if row else None


def not_same_pairs(unit: Unit) -> list[NotSamePair]:
    """All that were said to be two people, the newest word first."""
    one, other = aliased(Volunteer), aliased(Volunteer)
    wanted = (
        select(NotSame, one, other)
        .join(one, one.id == NotSame.one_id)
        .join(other, other.id == NotSame.other_id)
        .where(NotSame.withdrawn_at.is_(None))
        .order_by(NotSame.said_at.desc(), NotSame.id.desc())
    )
    return [_not_same(*found) for found in unit.session.execute(wanted)]


def _everybody(unit: Unit) -> tuple[list[Known], set[frozenset[str]]]:
    """All records that are compared, and the pairs said to be two people."""
    rows = unit.session.execute(select(*_COLUMNS).where(*_COMPARED))
    return [Known(*row) for row in rows], _apart(unit)


def _apart(unit: Unit) -> set[frozenset[str]]:
    """Pairs said to be two people, each record standing for what it was merged into."""
    merged = select(Merge.merged_id, Merge.survivor_id).where(Merge.undone_at.is_(None))
    into = dict(unit.session.execute(merged).all())

    def last(record: UUID) -> str:
        while record in into:
            record = into[record]
        return record.hex

    said = select(NotSame.one_id, NotSame.other_id).where(NotSame.withdrawn_at.is_(None))
    return {frozenset(map(last, pair)) for pair in unit.session.execute(said)}


def _with_merged(unit: Unit, record: UUID) -> list[UUID]:
    """The record and all that were merged into it."""
    found = [record]
    for one in found:
        wanted = select(Merge.merged_id).where(Merge.survivor_id == one, Merge.undone_at.is_(None))
        found += unit.session.scalars(wanted)
    return found


def _like(unit: Unit, person: Known) -> list[Candidate]:
    """Candidates for one person: whoever shares sound, spelling, telephone or document number."""
    shared: list[ColumnElement[bool]] = [
        Volunteer.name_key.in_(spellings(person.name_key)),
        Volunteer.document_kind.in_(list(DocumentKind))
        & (Volunteer.document_number == person.document_number),
    ]
    if person.sound:
        shared.append(Volunteer.sound == person.sound)
    if person.phone:
        shared.append(with_phone(person.phone))
    others: dict[str, Known] = {}
    for condition in shared:
        others |= {one.id: one for one in _living(unit, condition)}
    others.pop(person.id, None)
    return candidates_for(person, others.values(), _sharers(unit, person))


def _sharers(unit: Unit, person: Known) -> int:
    """How many people have the telephone of this one, who is counted too."""
    if not person.phone:
        return 0
    return len({one.id for one in _living(unit, with_phone(person.phone))} | {person.id})


def _living(unit: Unit, condition: ColumnElement[bool]) -> Iterator[Known]:
    rows = unit.session.execute(select(*_COLUMNS).where(condition, *_COMPARED))
    return (Known(*row) for row in rows)


def _by_merged_document(unit: Unit, person: Known) -> Iterator[Candidate]:
    """The record that stayed where a record with this document was merged into it."""
    hidden = unit.session.scalars(
        select(Volunteer)
        .join(Merge, Merge.merged_id == Volunteer.id)
        .where(
            Merge.undone_at.is_(None),
            Volunteer.document_kind == person.document_kind,
            Volunteer.document_number == person.document_number,
        )
    )
    for row in hidden:
        last = survivor_of(unit, row)
        for one in _living(unit, Volunteer.id == last.id):
            rest = set(compared(person, one)) - {Trait.OTHER_DOCUMENT, Trait.DOCUMENT_SLIP}
            traits = (Trait.SAME_DOCUMENT, *(trait for trait in Trait if trait in rest))
            yield Candidate(person, one, traits, Likelihood.SURE)


def _not_same(row: NotSame, first: Volunteer, second: Volunteer) -> NotSamePair:
    one, other = sorted((_someone(first), _someone(second)), key=lambda who: who.number)
    return NotSamePair(row.id, one, other, row.said_at, row.said_by)


def _pair(found: Candidate) -> Pair:
    return Pair(_one(found.one), _one(found.other), found.traits, found.likelihood)


def _one(known: Known) -> Someone:
    return Someone(UUID(known.id), known.number, known.name)


def _someone(row: Volunteer) -> Someone:
    return Someone(row.id, row.number, row.name)
