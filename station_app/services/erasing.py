"""Use cases of erasure: what would go and stay, erase one person, erase several."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from station_app.clock import local
from station_app.data.models import (
    Bundle,
    Certificate,
    Consent,
    Erasure,
    JournalEntry,
    Kept,
    Qualification,
    Star,
    TeamMember,
    Volunteer,
)
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import VolunteerUnknown
from station_app.domain.documents import DocumentKind, masked
from station_app.domain.erasing import BESIDE, DATA_ERASED, LONGEST_NOTE, Cause, emptied
from station_app.domain.fields import short_text
from station_app.domain.journal import BLANK_IMAGE, Op
from station_app.errors import Cancelled, Outcome, Refusal, StationError
from station_app.services.erasable import (
    erasable,
    lent_by,
    lost_in,
    places_to_come,
    reached,
    reduce,
    rows_beside,
    values_of,
)
from station_app.services.hours import EVER, hours_by_person
from station_app.services.records import records_of
from station_app.services.tasks import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasurePreview:
    """What an erasure takes and leaves; `fields` are columns that hold something now.

    `shifts` are those to come on which the person is expected, `whole_papers` the certificates
    whose frozen text shows the document in full. `bundles` left the house already, the last on
    `bundled_on`.
    """

    id: UUID
    number: str
    name: str
    fields: tuple[str, ...]
    merged: tuple[str, ...]
    consents: int
    qualifications: int
    shifts: int
    entries: int
    document_kind: DocumentKind
    document_masked: str
    birth_year: int
    registered_on: date
    visits: int
    minutes: int
    papers: int
    whole_papers: tuple[str, ...]
    stars: int
    teams: int
    bundles: int
    bundled_on: date | None


@dataclass(frozen=True, slots=True)
class Erased:
    """A record without personal data; `entries` of the journal say nothing more of it."""

    id: UUID
    number: str
    name: str
    entries: int


@dataclass(frozen=True, slots=True)
class ErasedAll:
    """What became of several; `swept` is false while the file waits to be written anew."""

    outcome: Outcome
    swept: bool


def erasure_preview(unit: Unit, volunteer_id: UUID) -> ErasurePreview:
    """What would go, what stays; raises what `erase_person` raises."""
    who = erasable(unit, volunteer_id)
    records = records_of(unit, who)
    beside = [row for row in rows_beside(unit, who) if _holds_more(row)]
    visits, minutes = _served(unit, who)
    papers = _papers(unit, who)
    bundles, last = _handed_over(unit)
    return ErasurePreview(
        id=who.id,
        number=who.number,
        name=who.name,
        fields=tuple(dict.fromkeys(key for one in records for key in emptied(values_of(one)))),
        merged=tuple(one.number for one in records[1:]),
        consents=sum(isinstance(row, Consent) for row in beside),
        qualifications=sum(isinstance(row, Qualification) for row in beside),
        shifts=len(places_to_come(unit, who)),
        entries=_entries(unit, reached(unit, who)),
        document_kind=DocumentKind(who.document_kind),
        document_masked=masked(who.document_number),
        birth_year=who.born_on.year,
        registered_on=who.registered_on,
        visits=visits,
        minutes=minutes,
        papers=len(papers),
        whole_papers=tuple(number for number, text in papers if who.document_number in text),
        stars=_count(unit, Star, who),
        teams=_count(unit, TeamMember, who),
        bundles=bundles,
        bundled_on=last,
    )


def erase_person(unit: Unit, volunteer_id: UUID, *, cause: Cause, note: str) -> Erased:
    """Reduce a record, and what was merged into it, to what the law wants kept.

    Raises StillIn, AlreadyErased, RecordMerged, TextLength. The file itself is made clean by
    `Office.sweep`.
    """
    who = erasable(unit, volunteer_id)
    note = short_text("note", note, LONGEST_NOTE)
    rows, records = reached(unit, who), records_of(unit, who)
    lost, lent = lost_in(records), lent_by(unit, records)
    for place in places_to_come(unit, who):
        place.withdrawn_at, place.withdrawn_reason = unit.now, DATA_ERASED
    unit.erasing(rows)
    for row in rows:
        reduce(unit, row)
    entries = unit.overwrite_past(rows, lost, lent=lent)
    unit.add(
        Erasure(
            volunteer_id=who.id,
            cause=cause,
            note=note,
            entries=entries,
            erased_at=unit.now,
            erased_by=unit.actor,
        )
    )
    return Erased(who.id, who.number, who.name, entries)


def erase_people(
    office: Office, people: Sequence[UUID], *, cause: Cause, note: str, task: Task
) -> ErasedAll:
    """Erase several, each in a unit of its own, and write the file anew at the end.

    Stopped between two people, those done are done and the rest is refused as Cancelled.
    """
    refused: list[Refusal] = []
    for place, one in enumerate(people):
        try:
            office.write(erase_person, one, cause=cause, note=note)
            task.step(place + 1, len(people))
        except Cancelled as stopped:
            refused += [Refusal(None, None, stopped, "") for _ in people[place + 1 :]]
            break
        except StationError as error:
            refused.append(Refusal(None, None, error, office.read(_number, one)))
    done = len(people) - len(refused)
    return ErasedAll(Outcome(len(people), done, tuple(refused)), _swept(office))


def record_numbered(unit: Unit, number: str) -> UUID:
    """The record with just this number, hidden ones too; raises VolunteerUnknown."""
    found = unit.session.scalars(select(Volunteer.id).where(Volunteer.number == number)).first()
    if found is None:
        raise VolunteerUnknown(number)
    return found


def _swept(office: Office) -> bool:
    """Whether the file is clean; what the disk has against it now is tried again at the start."""
    try:
        return office.sweep()
    except StationError:
        return False


def _holds_more(row: Kept) -> bool:
    """Whether the row holds something that goes."""
    return any(getattr(row, key) for key in BESIDE[row.__tablename__])


def _count(unit: Unit, model: type[Any], who: Volunteer) -> int:
    counted = select(func.count()).select_from(model).where(model.volunteer_id == who.id)
    return unit.session.scalars(counted).one()


def _entries(unit: Unit, rows: Sequence[Kept]) -> int:
    """How many entries of the journal tell what these rows held."""
    counted = select(func.count()).where(
        JournalEntry.entity.in_({row.__tablename__ for row in rows}),
        JournalEntry.row_id.in_([str(row.id) for row in rows]),
        JournalEntry.op != Op.ACCESS,
        JournalEntry.image != BLANK_IMAGE,
    )
    return unit.session.scalars(counted).one()


def _served(unit: Unit, who: Volunteer) -> tuple[int, int]:
    """Visits and minutes that count."""
    for one in hours_by_person(unit, EVER, volunteers=[who.id]):
        return one.visits, one.minutes
    return 0, 0


def _papers(unit: Unit, who: Volunteer) -> list[tuple[str, str]]:
    """Numbers and frozen texts."""
    wanted = select(Certificate.number, Certificate.snapshot).where(
        Certificate.volunteer_id == who.id
    )
    return [(number, text) for number, text in unit.session.execute(wanted)]


def _handed_over(unit: Unit) -> tuple[int, date | None]:
    """How many bundles left the house, and when the last."""
    days = [local(at).date() for at in unit.session.scalars(select(Bundle.exported_at))]
    return len(days), max(days, default=None)


def _number(unit: Unit, volunteer_id: UUID) -> str:
    return unit.session.get_one(Volunteer, volunteer_id).number
