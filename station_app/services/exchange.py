"""Use cases of the exchange: a bundle onto a stick, booked only after it was read back.

Why whole tables are read into memory first: the stick is slow, and no unit stays open while
somebody looks for the right one.
"""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Column, String, func, or_, select, type_coerce

from station_app.bundles.disk import Disk
from station_app.bundles.heading import Heading, Party
from station_app.bundles.journal_table import JOURNAL
from station_app.bundles.package import Contents
from station_app.bundles.read import Inspection, inspect
from station_app.bundles.schema import Field, FieldType, Layout, Table, Value
from station_app.bundles.write import SYSTEM_DISK, write_bundle
from station_app.data.models import (
    Assignment,
    Attendance,
    Base,
    Bundle,
    CalendarDay,
    Certificate,
    Consent,
    Evaluation,
    JournalEntry,
    Kept,
    MonthClose,
    Post,
    Qualification,
    Shift,
    Star,
    StarSetting,
    Station,
    Team,
    TeamMember,
    Volunteer,
)
from station_app.data.unit import Office, Unit
from station_app.domain.documents import masked
from station_app.domain.journal import root_of
from station_app.domain.profiles import Profile
from station_app.services.journal import entries, journal_head
from station_app.services.stations import find_own, own_station
from station_app.services.tasks import Task

SCHEMA = 3
SENT: tuple[type[Kept], ...] = (
    Station,
    Volunteer,
    Consent,
    Qualification,
    Post,
    Shift,
    Assignment,
    Attendance,
    MonthClose,
    Evaluation,
    Certificate,
    Team,
    TeamMember,
    Star,
    StarSetting,
    CalendarDay,
)
STAYS_HOME = {
    "volunteer": {
        "former_names",
        "name_key",
        "sound",
        "remark",
        "photo",
        "consent_witness",
        "guardian_name",
        "guardian_phone",
        *(field.name for field in fields(Profile)),
    },
    "consent": {"witness", "guardian_name", "guardian_phone", "note"},
    "qualification": {"number"},
    "attendance": {"witness", "review_note"},
    "evaluation": {"note"},
    "certificate": {"snapshot"},
    "team": {"search_key"},
}
"""Columns that no superior needs: what serves our search box, free remarks, printed texts, and all
that people chose to tell."""

_MASKED = {("volunteer", "document_number"), ("volunteer", "phone"), ("team", "phone")}
_TYPES = {
    bool: FieldType.BOOLEAN,
    int: FieldType.INTEGER,
    date: FieldType.DATE,
    datetime: FieldType.DATETIME,
    time: FieldType.TIME,
}


@dataclass(frozen=True, slots=True)
class BundleRow:
    """One bundle that left the house."""

    id: UUID
    file_name: str
    folder: str
    from_seq: int
    to_seq: int
    rows: int
    size: int
    exported_at: datetime


@dataclass(frozen=True, slots=True)
class Unsent:
    """What changed since the last bundle was booked; all there is when none was."""

    last: BundleRow | None
    entries: int
    rows: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A bundle of this station held against its books.

    `agrees`: the journal here has the bundle's last entry, with the same hash. `entries_since` came
    after it, bookings of bundles not counted; `rows` counts each table as it is now.
    """

    agrees: bool
    entries_since: int
    rows: Mapping[str, int]


def export_bundle(
    office: Office, folder: Path, *, scratch: Path, task: Task, disk: Disk = SYSTEM_DISK
) -> Inspection:
    """Write everything the superior has not confirmed as a bundle into a folder, and book it.

    Without receipts that is everything from entry 1. Raises StationNotSetUp and what
    `bundles.write.write_bundle` raises; nothing is booked then.
    """
    contents = office.read(bundle_contents)
    written = write_bundle(contents, folder, scratch=scratch, disk=disk, step=task.step)
    office.write(book_bundle, written, folder)
    return written


def inspect_bundle(path: Path, *, scratch: Path, task: Task) -> Inspection:
    """Read a bundle through and through; raises the refusals of `bundles.errors`."""
    return inspect(path, scratch=scratch, step=task.step)


def bundle_contents(unit: Unit) -> Contents:
    """One slice of the journal and its rows in their newest state."""
    station, head = own_station(unit), journal_head(unit)
    heading = Heading(
        sender=Party(str(station.id), station.code, station.name),
        epoch=head.epoch,
        from_seq=1,
        to_seq=head.seq,
        ancestor=head.ancestor or None,
        prev_hash=root_of(head.ancestor),
        schema=SCHEMA,
        claimed_at=unit.now,
        nonce=secrets.token_hex(16),
    )
    slice_ = tuple(entries(unit, head.epoch, heading.from_seq, heading.to_seq))
    return Contents(heading, tuple(_table(unit, model, heading) for model in SENT), slice_)


def book_bundle(unit: Unit, written: Inspection, folder: Path) -> None:
    """Book a bundle that lies on the stick and was read back from it."""
    heading = written.heading
    unit.add(
        Bundle(
            file_name=written.path.name,
            folder=str(folder),
            epoch=heading.epoch,
            from_seq=heading.from_seq,
            to_seq=heading.to_seq,
            head_hash=written.head_hash,
            sha256=written.sha256,
            size=written.bytes,
            rows=sum(written.rows.values()),
            exported_at=unit.now,
        )
    )


def bundles_sent(unit: Unit, *, limit: int | None = None) -> list[BundleRow]:
    """Every bundle that was booked, newest first."""
    shown = [getattr(Bundle, name) for name in BundleRow.__slots__]
    newest = select(*shown).order_by(Bundle.exported_at.desc(), Bundle.id.desc()).limit(limit)
    return [BundleRow(*row) for row in unit.session.execute(newest)]


def unsent(unit: Unit) -> Unsent:
    """How much the superior has not been handed yet; the booking of a bundle itself is nothing."""
    head, last = journal_head(unit), next(iter(bundles_sent(unit, limit=1)), None)
    counted = select(func.count(), func.count(JournalEntry.row_id.distinct())).where(
        JournalEntry.epoch == head.epoch,
        JournalEntry.seq > _sent_until(unit, head.epoch),
        JournalEntry.entity.in_([model.__tablename__ for model in SENT]),
        JournalEntry.rev > 0,
    )
    entries, rows = unit.session.execute(counted).one()
    return Unsent(last, entries, rows)


def compare_with_books(unit: Unit, found: Inspection) -> Comparison | None:
    """How a bundle stands to these books; None if another station wrote it."""
    heading, station = found.heading, find_own(unit)
    if station is None or heading.sender.id != str(station.id):
        return None
    ours = unit.session.scalars(
        select(JournalEntry.hash).where(
            JournalEntry.epoch == heading.epoch, JournalEntry.seq == heading.to_seq
        )
    ).one_or_none()
    after = select(func.count()).where(
        or_(JournalEntry.epoch != heading.epoch, JournalEntry.seq > heading.to_seq),
        JournalEntry.entity != Bundle.__tablename__,
    )
    since = unit.session.scalars(after).one()
    rows = {model.__tablename__: _count(unit, model) for model in SENT}
    rows[JOURNAL.name] = _count(unit, JournalEntry)
    return Comparison(ours == found.head_hash, since, rows)


def layout_of(model: type[Kept]) -> Layout:
    """How a table of the books travels."""
    return Layout(model.__tablename__, tuple(_field(column) for column in _columns(model)), ("id",))


def _sent_until(unit: Unit, epoch: str) -> int:
    furthest = select(func.max(Bundle.to_seq)).where(Bundle.epoch == epoch)
    return unit.session.scalars(furthest).one() or 0


def _count(unit: Unit, model: type[Base]) -> int:
    return unit.session.scalars(select(func.count()).select_from(model)).one()


def _table(unit: Unit, model: type[Kept], heading: Heading) -> Table:
    changed = select(func.replace(JournalEntry.row_id, "-", "")).where(
        JournalEntry.epoch == heading.epoch,
        JournalEntry.seq.between(heading.from_seq, heading.to_seq),
        JournalEntry.entity == model.__tablename__,
        JournalEntry.rev > 0,
    )
    columns = _columns(model)
    found = unit.session.execute(
        select(*columns).where(type_coerce(model.id, String).in_(changed)).order_by(model.id)
    )
    names = [column.key for column in columns]
    rows = tuple(tuple(_cells(model.__tablename__, names, row)) for row in found)
    return Table(layout_of(model), rows, len(rows))


def _columns(model: type[Kept]) -> list[Any]:
    """The columns that travel, id and revision first."""
    home = STAYS_HOME.get(model.__tablename__, set())
    first = ("id", "rev")
    rest = [column.key for column in model.__table__.columns if column.key not in home]
    return [model.__table__.c[key] for key in (*first, *(k for k in rest if k not in first))]


def _field(column: Column[Any]) -> Field:
    kind = _TYPES.get(column.type.python_type, FieldType.STRING)
    keyed = column.primary_key or bool(column.foreign_keys)
    required = not column.nullable and (kind is not FieldType.STRING or keyed)
    return Field(column.key, kind, required=required)


def _cells(table: str, names: list[str], row: Any) -> Iterator[Value]:
    for name, value in zip(names, row, strict=True):
        if isinstance(value, UUID):
            yield str(value)
        elif value == "":
            yield None
        elif (table, name) in _MASKED:
            yield masked(value)
        else:
            yield value
