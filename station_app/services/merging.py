"""Use cases of merging: put two records of one person together.

Why nothing is deleted: the hidden record keeps its number, which papers still name, and says into
whom it was merged. Why every change is written down with its old value: undo then is no guess.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select

from station_app.data.models import Attendance, Merge, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import Span
from station_app.domain.documents import Document, DocumentKind, Sex
from station_app.domain.merging import (
    BothHave,
    BothInNow,
    Choice,
    DocumentsDiffer,
    HoursWouldChange,
    MergeWish,
    RecordHidden,
    SaidNotSame,
    SamePerson,
    StaysAtOnce,
    all_former_names,
    at_once,
    fields_of,
    joined,
    require_agreement,
)
from station_app.errors import StationError
from station_app.services.belongings import had_twice, holdings, rows_of
from station_app.services.duplicates import word_on
from station_app.services.erased import require_record
from station_app.services.hours import EVER, hours_by_person
from station_app.services.merge_changes import Change, as_text, put
from station_app.services.people import survivor_of

FIELDS: Final = fields_of(column.key for column in Volunteer.__table__.columns)


@dataclass(frozen=True, slots=True)
class Merged:
    """A merge that stands; `moved` counts the rows of each table, `minutes` are those of both."""

    id: UUID
    survivor_id: UUID
    name: str
    number: str
    merged_number: str
    moved: Mapping[str, int]
    minutes: int


@dataclass(frozen=True, slots=True)
class MergedNumber:
    """A number whose record was merged, and the record it leads to now."""

    number: str
    name: str
    survivor_id: UUID
    survivor_number: str
    survivor_name: str
    merged_at: datetime


def merge_people(unit: Unit, wish: MergeWish) -> Merged:
    """Put one record into another; everything that belonged to it moves.

    Raises RecordHidden, DocumentsDiffer, HoursWouldChange, the first of `clashes`, and
    BirthDateDiffers or SexDiffers where the chosen document says otherwise.
    """
    survivor, merged = (living(unit, one) for one in (wish.survivor_id, wish.merged_id))
    for clash in clashes(unit, survivor, merged):
        raise clash
    if documents_differ(survivor, merged) and not wish.why.strip():
        raise DocumentsDiffer
    before = minutes_of(unit, survivor, merged)
    merged.hidden_at, merged.merged_into = unit.now, survivor.id
    unit.session.flush()  # the hidden record gives its document free before the other takes it
    chosen = list(_choose(survivor, merged, wish.choices))
    moved = list(_move(unit, merged, survivor))
    unit.session.flush()
    if (after := minutes_of(unit, survivor)) != before:
        raise HoursWouldChange(before, after)
    record = unit.add(
        Merge(
            survivor_id=survivor.id,
            merged_id=merged.id,
            merged_at=unit.now,
            merged_by=unit.actor,
            why=wish.why.strip(),
            minutes=before,
            changes=as_text([*chosen, *moved]),
        )
    )
    counts = Counter(change.entity for change in moved)
    return Merged(
        record.id, survivor.id, survivor.name, survivor.number, merged.number, counts, before
    )


def merged_number(unit: Unit, number: str) -> MergedNumber | None:
    """Where a number leads whose record was merged; None for any other number."""
    row = unit.session.scalars(
        select(Volunteer).where(Volunteer.number == number, Volunteer.merged_into.is_not(None))
    ).one_or_none()
    if row is None or row.hidden_at is None:
        return None
    last = survivor_of(unit, row)
    return MergedNumber(row.number, row.name, last.id, last.number, last.name, row.hidden_at)


def living(unit: Unit, volunteer_id: UUID) -> Volunteer:
    """A record that is not hidden; raises RecordHidden, RecordErased."""
    row = unit.session.get_one(Volunteer, volunteer_id)
    if row.hidden_at is not None:
        raise RecordHidden(row.name, row.number)
    require_record(row)
    return row


def clashes(unit: Unit, one: Volunteer, other: Volunteer) -> list[StationError]:
    """All that must be settled before two records can become one, whichever of them stays.

    SamePerson, SaidNotSame, BothInNow, StaysAtOnce, BothHave.
    """
    if one.id == other.id:
        return [SamePerson(one.name, one.number)]
    found: list[StationError] = []
    if word := word_on(unit, one.id, other.id):
        found.append(SaidNotSame(word.said_on, word.said_by))
    found += _stays_at_once(unit, one, other)
    for holding in holdings():
        if holding.model is not Attendance:
            count = had_twice(unit, holding, one.id, other.id)
            found += [BothHave(holding.entity, count)] if count else []
    return found


def documents_differ(one: Volunteer, other: Volunteer) -> bool:
    """Whether somebody must say which of two documents is wrong, and why."""
    return one.document_number != other.document_number


def minutes_of(unit: Unit, *people: Volunteer) -> int:
    """All counted minutes of these people, by the one sum that certificates use."""
    ids = [person.id for person in people]
    return sum(one.minutes for one in hours_by_person(unit, EVER, volunteers=ids))


def _choose(
    survivor: Volunteer, merged: Volunteer, choices: Mapping[str, Choice]
) -> Iterator[Change]:
    """Put the chosen values into the record that stays; KeyError for a field nobody has.

    Either name is found afterwards: the one that is not chosen becomes a former one.
    """
    known = [text for one in (merged, survivor) for text in (one.former_names, one.name)]
    for key, choice in choices.items():
        for column in FIELDS[key]:
            kept, taken = getattr(survivor, column), getattr(merged, column)
            if choice is Choice.BOTH:
                taken = joined(key, kept, taken)
            if choice is not Choice.KEPT and kept != taken:
                yield put(survivor, column, taken)
    if (former := all_former_names(survivor.name, *known)) != survivor.former_names:
        yield put(survivor, "former_names", former)
    document = Document(DocumentKind(survivor.document_kind), survivor.document_number)
    require_agreement(document, survivor.born_on, Sex(survivor.sex))


def _move(unit: Unit, merged: Volunteer, survivor: Volunteer) -> Iterator[Change]:
    for holding in holdings():
        for row in rows_of(unit, holding, merged.id):
            yield put(row, holding.column, survivor.id)


def _stays_at_once(unit: Unit, one: Volunteer, other: Volunteer) -> list[StationError]:
    pairs = at_once(_spans(unit, one), _spans(unit, other))
    present = [pair for pair in pairs if pair[0].until is None and pair[1].until is None]
    found: list[StationError] = [BothInNow(mine.since, yours.since) for mine, yours in present]
    past = [pair for pair in pairs if pair not in present]
    if past:
        mine, yours = past[0]
        found.append(
            StaysAtOnce(
                len(past),
                one.number,
                mine.since,
                mine.until,
                other.number,
                yours.since,
                yours.until,
            )
        )
    return found


def _spans(unit: Unit, person: Volunteer) -> list[Span]:
    wanted = select(Attendance.came_at, Attendance.left_at).where(
        Attendance.volunteer_id == person.id, Attendance.voided_at.is_(None)
    )
    return [Span(*times) for times in unit.session.execute(wanted)]
