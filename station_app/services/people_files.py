"""Use case: personal data leaves as a file, and the journal keeps who took it, how much and why.

Why numbers are masked unless somebody asks for them whole: most lists are made to be called by, and
a list that is lost with whole numbers cannot be called back. Why the journal comes before the
file's name: a file must never lie in a folder that nobody answers for.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import select

from station_app.data.errors import telling
from station_app.data.models import Consent, Station, Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import ReasonMissing
from station_app.domain.consents import Act, Purpose
from station_app.domain.documents import Document, masked
from station_app.domain.journal import JSON
from station_app.domain.people import Registration
from station_app.i18n import language
from station_app.places import Places
from station_app.services.cards import registration_of
from station_app.services.files import prepared
from station_app.services.lists import people
from station_app.services.lists.people import PeopleFilter
from station_app.services.stations import own_station
from station_app.services.tasks import Task
from station_app.sheets.people_files import write_people

_CHUNK: Final = 500
SUFFIXES: Final = (".xlsx", ".csv")


@dataclass(frozen=True, slots=True)
class Exported:
    """A file that lies in its folder; `left_out` were erased and are in no list any more."""

    path: Path
    people: int
    left_out: int
    full_documents: bool


@dataclass(frozen=True, slots=True)
class PersonLine:
    """One person of the file; `purposes` of the registration are those that hold now."""

    number: str
    registered_on: date
    registration: Registration


def export_people(
    office: Office,
    path: Path,
    *,
    whom: PeopleFilter | Sequence[UUID],
    why: str,
    full_documents: bool,
    task: Task,
) -> Exported:
    """Write people into a file: those whom a filter finds, or these; a CSV where it is named so.

    Raises ReasonMissing, StationNotSetUp, Cancelled, DiskFull and what `files.prepared` raises; no
    file lies there then.
    """
    if not why.strip():
        raise ReasonMissing
    keys = _keys(office, whom)
    scratch = Places(office.path.parent).temporary  # swept at the next start after a crash
    with tempfile.TemporaryDirectory(dir=scratch, prefix="export-") as folder:
        part = Path(folder) / path.name
        with telling(office.path):
            count = write_people(
                part,
                _lines(office, keys, full_documents, task),
                kind="csv" if path.suffix.lower() == ".csv" else "xlsx",
                language="en" if language() == "en" else "zh_CN",
                masked=not full_documents,
            )
        with prepared(path, part.read_bytes()) as file:
            office.write(book_export, path.name, why.strip(), count, full_documents=full_documents)
            file.put()
    return Exported(path, count, len(keys) - count, full_documents)


def book_export(unit: Unit, name: str, why: str, count: int, *, full_documents: bool) -> None:
    """Keep in the journal that so many people's data left; raises StationNotSetUp."""
    facts: dict[str, JSON] = {
        "file": name,
        "why": why,
        "people": count,
        "document_numbers": "full" if full_documents else "masked",
    }
    unit.access("export_people", Station.__tablename__, str(own_station(unit).id), facts)


def _keys(office: Office, whom: PeopleFilter | Sequence[UUID]) -> list[UUID]:
    if isinstance(whom, PeopleFilter):
        return [UUID(key) for key in office.read(people.ids, whom, None)]
    return list(whom)


def _lines(
    office: Office, keys: Sequence[UUID], full_documents: bool, task: Task
) -> Iterator[PersonLine]:
    """The people by their keys, in this order; a unit for each chunk, so that the desk goes on."""
    for start in range(0, len(keys), _CHUNK):
        chunk = keys[start : start + _CHUNK]
        for line in office.read(_read, chunk):
            yield line if full_documents else replace(line, registration=_masked(line.registration))
        task.step(start + len(chunk), len(keys))


def _read(unit: Unit, keys: Sequence[UUID]) -> list[PersonLine]:
    wanted = select(Volunteer).where(Volunteer.id.in_(keys), Volunteer.erased_at.is_(None))
    rows = {row.id: row for row in unit.session.scalars(wanted)}
    agreed = _agreed(unit, keys)
    return [
        PersonLine(
            rows[key].number,
            rows[key].registered_on,
            replace(registration_of(rows[key]), purposes=frozenset(agreed.get(key, ()))),
        )
        for key in keys
        if key in rows
    ]


def _agreed(unit: Unit, keys: Sequence[UUID]) -> dict[UUID, set[Purpose]]:
    """What each agreed to beyond the record and did not take back."""
    found: dict[UUID, set[Purpose]] = {}
    wanted = select(Consent).where(Consent.volunteer_id.in_(keys))
    for row in unit.session.scalars(wanted.order_by(Consent.on_day, Consent.id)):
        holds, named = found.setdefault(row.volunteer_id, set()), map(Purpose, row.purposes.split())
        (holds.update if row.act == Act.GIVEN else holds.difference_update)(named)
    for holds in found.values():
        holds.discard(Purpose.RECORD)
    return found


def _masked(person: Registration) -> Registration:
    document = Document(person.document.kind, masked(person.document.number))
    return replace(person, document=document)
