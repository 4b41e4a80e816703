"""Use cases of merges that stand: list them, and undo one completely.

Why undo may be refused: a corrected telephone or a certificate over the hours of both belongs to
the person as one; no program can tell which half of it is whose.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import aliased

from station_app.clock import local
from station_app.data.models import Attendance, Certificate, Kept, Merge, Volunteer
from station_app.data.unit import Unit
from station_app.domain.certificates import State
from station_app.domain.erasing import MergeErased
from station_app.domain.merging import (
    CertificateSince,
    DocumentTaken,
    FieldsChangedSince,
    HoursWouldChange,
    MergedOnward,
    MergeUndone,
    RowsGoneSince,
)
from station_app.errors import StationError
from station_app.services.belongings import holdings
from station_app.services.duplicates import Someone
from station_app.services.merge_changes import Change, changes_of
from station_app.services.merging import FIELDS, minutes_of

_CHUNK = 500


@dataclass(frozen=True, slots=True)
class MergeRow:
    """One merge that stands."""

    id: UUID
    survivor: Someone
    merged: Someone
    merged_at: datetime
    merged_by: str
    why: str
    moved: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Unmerged:
    """Two records again. `stays_since` were entered after the merge; they stay where they are."""

    survivor: Someone
    merged: Someone
    moved: Mapping[str, int]
    stays_since: int


def merges(unit: Unit) -> list[MergeRow]:
    """All merges that stand, the newest first."""
    survivor, merged = aliased(Volunteer), aliased(Volunteer)
    wanted = (
        select(Merge, survivor, merged)
        .join(survivor, survivor.id == Merge.survivor_id)
        .join(merged, merged.id == Merge.merged_id)
        .where(Merge.undone_at.is_(None))
        .order_by(Merge.merged_at.desc(), Merge.id.desc())
    )
    return [_row(*found) for found in unit.session.execute(wanted)]


def undo_merge(unit: Unit, merge_id: UUID) -> Unmerged:
    """Make two records of one again, each with what was its own; raises the first of `obstacles`.

    Whatever was entered since stays with the record that stayed. Raises HoursWouldChange.
    """
    record = unit.session.get_one(Merge, merge_id)
    survivor = unit.session.get_one(Volunteer, record.survivor_id)
    merged = unit.session.get_one(Volunteer, record.merged_id)
    changes = changes_of(record)
    rows = _rows_of(unit, changes)
    for obstacle in _obstacles(unit, record, survivor, changes, rows):
        raise obstacle
    before = minutes_of(unit, survivor, merged)
    since = _stays_since(unit, record, changes)
    for change in changes:
        setattr(rows[change.row_id], change.column, change.old)
    unit.session.flush()  # the record that stayed gives the other's document back first
    merged.hidden_at = merged.merged_into = None
    record.undone_at, record.undone_by = unit.now, unit.actor
    unit.session.flush()
    if (after := minutes_of(unit, survivor, merged)) != before:
        raise HoursWouldChange(before, after)
    return Unmerged(_someone(survivor), _someone(merged), _moved(record, changes), since)


def obstacles(unit: Unit, merge_id: UUID) -> list[StationError]:
    """All that stands against undoing a merge.

    MergeUndone, MergedOnward, MergeErased, FieldsChangedSince, RowsGoneSince, CertificateSince,
    DocumentTaken.
    """
    record = unit.session.get_one(Merge, merge_id)
    survivor = unit.session.get_one(Volunteer, record.survivor_id)
    changes = changes_of(record)
    return list(_obstacles(unit, record, survivor, changes, _rows_of(unit, changes)))


def _obstacles(
    unit: Unit,
    record: Merge,
    survivor: Volunteer,
    changes: Sequence[Change],
    rows: Mapping[UUID, Kept],
) -> Iterator[StationError]:
    if record.undone_at is not None:
        yield MergeUndone()
        return
    if survivor.merged_into is not None:
        yield MergedOnward(unit.session.get_one(Volunteer, survivor.merged_into).number)
        return
    if survivor.erased_at is not None:
        yield MergeErased(survivor.name, local(survivor.erased_at).date())
        return
    changed = [one for one in changes if getattr(rows[one.row_id], one.column) != one.new]
    if fields := _fields(change for change in changed if change.row_id == survivor.id):
        yield FieldsChangedSince(fields)
    if gone := sum(change.row_id != survivor.id for change in changed):
        yield RowsGoneSince(gone)
    if paper := _certificate_since(unit, record, changes):
        yield CertificateSince(paper)
    yield from _documents_taken(unit, record, changes)


def _fields(changes: Iterable[Change]) -> tuple[str, ...]:
    """The fields as a clerk knows them; former names follow from the name."""
    columns = {"name" if one.column == "former_names" else one.column for one in changes}
    return tuple(key for key, own in FIELDS.items() if columns & set(own))


def _rows_of(unit: Unit, changes: Sequence[Change]) -> dict[UUID, Kept]:
    """Every row that a merge changed, as it is now."""
    models = {one.entity: one.model for one in holdings()} | {"volunteer": Volunteer}
    found: dict[UUID, Kept] = {}
    for entity in {change.entity for change in changes}:
        model, ids = models[entity], [one.row_id for one in changes if one.entity == entity]
        for start in range(0, len(ids), _CHUNK):
            wanted = select(model).where(model.id.in_(ids[start : start + _CHUNK]))
            found |= {row.id: row for row in unit.session.scalars(wanted)}
    return found


def _certificate_since(unit: Unit, record: Merge, changes: Sequence[Change]) -> str:
    """The number of a paper issued since the merge over time of both; empty where none was."""
    moved = [change.row_id for change in changes if change.entity == Attendance.__tablename__]
    days: set[Any] = set()
    for start in range(0, len(moved), _CHUNK):
        wanted = select(Attendance.day).where(
            Attendance.id.in_(moved[start : start + _CHUNK]),
            Attendance.voided_at.is_(None),
            Attendance.left_at.is_not(None),
        )
        days.update(unit.session.scalars(wanted))
    papers = select(Certificate.number, Certificate.from_day, Certificate.to_day).where(
        Certificate.volunteer_id == record.survivor_id,
        Certificate.state != State.VOID.value,
        Certificate.reserved_at > record.merged_at,
    )
    for number, first, last in unit.session.execute(papers.order_by(Certificate.number)):
        if any(first <= day <= last for day in days):
            return number
    return ""


def _documents_taken(
    unit: Unit, record: Merge, changes: Sequence[Change]
) -> Iterator[StationError]:
    """Refuse where a document that comes back was given to somebody registered since."""
    merged = unit.session.get_one(Volunteer, record.merged_id)
    survivor = unit.session.get_one(Volunteer, record.survivor_id)
    before = {
        change.column: change.old for change in changes if change.row_id == record.survivor_id
    }
    back = {
        (merged.document_kind, merged.document_number),
        (
            before.get("document_kind", survivor.document_kind),
            before.get("document_number", survivor.document_number),
        ),
    }
    for kind, number in sorted(back):
        taken = select(Volunteer).where(
            Volunteer.document_kind == kind,
            Volunteer.document_number == number,
            Volunteer.hidden_at.is_(None),
            Volunteer.id != record.survivor_id,
        )
        for other in unit.session.scalars(taken):
            yield DocumentTaken(other.name, other.number)


def _stays_since(unit: Unit, record: Merge, changes: Sequence[Change]) -> int:
    """How many stays that hold were entered for the person after the merge."""
    moved = {change.row_id for change in changes}
    wanted = select(Attendance.id).where(
        Attendance.volunteer_id == record.survivor_id,
        Attendance.entered_at > record.merged_at,
        Attendance.voided_at.is_(None),
    )
    return len(set(unit.session.scalars(wanted)) - moved)


def _row(record: Merge, survivor: Volunteer, merged: Volunteer) -> MergeRow:
    return MergeRow(
        record.id,
        _someone(survivor),
        _someone(merged),
        record.merged_at,
        record.merged_by,
        record.why,
        _moved(record, changes_of(record)),
    )


def _moved(record: Merge, changes: Iterable[Change]) -> Counter[str]:
    return Counter(change.entity for change in changes if change.row_id != record.survivor_id)


def _someone(row: Volunteer) -> Someone:
    return Someone(row.id, row.number, row.name)
