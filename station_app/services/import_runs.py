"""Use cases of imports that were done: what each brought, and taking all of it back.

Why by the journal: it names every row that came in with a file, whatever happened to it since.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Column, Select, String, Table, func, or_, select, type_coerce

from station_app.data.models import (
    Attendance,
    Base,
    Certificate,
    ImportRun,
    JournalEntry,
    Kept,
    NotSame,
    Star,
    Volunteer,
)
from station_app.data.unit import Unit
from station_app.domain.importing import (
    CHANGED,
    IMPORT_TAKEN_BACK,
    Blocking,
    ImportBuiltOn,
    ImportTakenBack,
    ImportUnknown,
)
from station_app.domain.journal import Op
from station_app.services.attendance import strike_out
from station_app.services.journal import journal_head
from station_app.sheets.reading import Kind

_CHUNK: Final = 500
_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class RunFile:
    """The file of an import, as the books remember it."""

    kind: Kind
    name: str
    sha256: str
    asked: int


@dataclass(frozen=True, slots=True)
class RunRow:
    """One import that put something into the books."""

    id: UUID
    kind: Kind
    file: str
    asked: int
    done: int
    imported_at: datetime
    imported_by: str
    undone_at: datetime | None
    undone_by: str


@dataclass(frozen=True, slots=True)
class TakeBackPreview:
    """What taking an import back would do: so many rows go, unless `blocked` rows stand in the way.

    `first` are the first of those, with what was built on them.
    """

    run: RunRow
    count: int
    blocked: int
    first: tuple[Blocking, ...]


def run_file(path: Path, kind: Kind, asked: int) -> RunFile:
    """The file as it lies there; raises OSError."""
    with path.open("rb") as file:
        return RunFile(kind, path.name, hashlib.file_digest(file, "sha256").hexdigest(), asked)


def keep_run(unit: Unit, file: RunFile, done: int, since: int) -> UUID | None:
    """Keep that a file came in: with it all entries of the journal after `since`.

    Nothing where nothing came in.
    """
    if not done:
        return None
    unit.session.flush()
    head = journal_head(unit)
    row = ImportRun(
        kind=file.kind,
        file_name=file.name,
        sha256=file.sha256,
        asked=file.asked,
        done=done,
        epoch=head.epoch,
        from_seq=since + 1,
        to_seq=head.seq,
        imported_at=unit.now,
        imported_by=unit.actor,
    )
    return unit.add(row).id


def import_runs(unit: Unit) -> list[RunRow]:
    """All imports that put something into the books, the newest first."""
    wanted = select(ImportRun).order_by(ImportRun.imported_at.desc(), ImportRun.id.desc())
    return [_row(run) for run in unit.session.scalars(wanted)]


def take_back_preview(unit: Unit, run_id: UUID) -> TakeBackPreview:
    """What taking an import back would do; raises ImportTakenBack, ImportUnknown."""
    run = _standing(unit, run_id)
    count = unit.session.scalars(select(func.count()).select_from(_rows(run).subquery())).one()
    blocked, first = _blocked(unit, run)
    return TakeBackPreview(_row(run), count, blocked, first)


def take_back_import(unit: Unit, run_id: UUID) -> int:
    """Take back all that came in with a file: people are hidden, stays struck out; how many.

    The numbers of people taken back are never given again; the same file can come in once more.
    Raises ImportBuiltOn, ImportTakenBack, ImportUnknown.
    """
    run = _standing(unit, run_id)
    blocked, first = _blocked(unit, run)
    if blocked:
        raise ImportBuiltOn(run.file_name, blocked, first)
    ids = list(unit.session.scalars(_rows(run)))
    for start in range(0, len(ids), _CHUNK):
        chunk = ids[start : start + _CHUNK]
        for row in unit.session.scalars(select(_model(run)).where(_model(run).id.in_(chunk))):
            _take_back(unit, row)
        unit.session.flush()
    run.undone_at, run.undone_by = unit.now, unit.actor
    return len(ids)


def _take_back(unit: Unit, row: Kept) -> None:
    if isinstance(row, Volunteer):
        row.hidden_at = unit.now
    elif isinstance(row, Attendance):
        strike_out(unit, row, IMPORT_TAKEN_BACK)


def _standing(unit: Unit, run_id: UUID) -> ImportRun:
    run = unit.session.get(ImportRun, run_id)
    if run is None:
        raise ImportUnknown
    if run.undone_at is not None:
        raise ImportTakenBack(run.file_name)
    return run


def _model(run: ImportRun) -> type[Volunteer] | type[Attendance]:
    return Volunteer if run.kind == "roster" else Attendance


def _rows(run: ImportRun) -> Select[UUID]:
    """The ids of the people or stays that came in with the file."""
    model = _model(run)
    return select(model.id).where(_in_books_as(model.id).in_(_written(run, model.__tablename__)))


def _written(run: ImportRun, entity: str) -> Select[str]:
    """The ids of rows of a table that the import put in, as the database has them."""
    return select(func.replace(JournalEntry.row_id, "-", "")).where(
        JournalEntry.epoch == run.epoch,
        JournalEntry.seq.between(run.from_seq, run.to_seq),
        JournalEntry.entity == entity,
        JournalEntry.op == Op.INSERT.value,
    )


def _in_books_as(column: Any) -> Any:
    return type_coerce(column, String)


def _blocked(unit: Unit, run: ImportRun) -> tuple[int, tuple[Blocking, ...]]:
    """How many rows of the import are in use, and by what the first of them are."""
    model = _model(run)
    found: dict[UUID, str] = {}
    for by, ids in _uses(run, model):
        for one in unit.session.scalars(ids):
            found.setdefault(one, by)
    first = list(found)[:_SHOWN]
    return len(found), tuple(_blocking(unit, model, one, found[one]) for one in first)


def _uses(
    run: ImportRun, model: type[Volunteer] | type[Attendance]
) -> Iterator[tuple[str, Select[UUID]]]:
    """What may have been built on rows of an import, with the ids of those on which it was."""
    gone = Volunteer.hidden_at if model is Volunteer else Attendance.voided_at
    yield CHANGED, _rows(run).where(or_(model.rev > 1, gone.is_not(None)))
    table = cast(Table, model.__table__)
    for other, column in pointing_at(table):
        own = _in_books_as(other.id).in_(_written(run, other.__tablename__))
        using = select(column).where(
            _in_books_as(column).in_(_written(run, table.name)), other.id.is_not(None), ~own
        )
        yield other.__tablename__, using.distinct()
    if model is Attendance:
        yield from _papers(run)


def _papers(run: ImportRun) -> Iterator[tuple[str, Select[UUID]]]:
    """Certificates and stars given since, into which hours of the import have gone."""
    yield (
        Certificate.__tablename__,
        _rows(run)
        .join(Certificate, Certificate.volunteer_id == Attendance.volunteer_id)
        .where(
            Certificate.id > run.id,
            Certificate.voided_at.is_(None),
            Attendance.day.between(Certificate.from_day, Certificate.to_day),
        )
        .distinct(),
    )
    yield (
        Star.__tablename__,
        _rows(run)
        .join(Star, Star.volunteer_id == Attendance.volunteer_id)
        .where(Star.id > run.id, Star.withdrawn_at.is_(None))
        .distinct(),
    )


def pointing_at(table: Table) -> Iterator[tuple[type[Kept], Any]]:
    """The columns of all tables of the books that name a row of this one.

    A word that two people are not the same is about records, and nothing is built on it.
    """
    for mapper in Base.registry.mappers:
        model = cast("type[Kept]", mapper.class_)
        if model is NotSame or not issubclass(model, Kept):
            continue
        for column in cast(Table, mapper.local_table).columns:
            if _points_at(column, table):
                yield model, getattr(model, column.key)


def _points_at(column: Column[Any], table: Table) -> bool:
    return any(key.column.table is table for key in column.foreign_keys)


def _blocking(
    unit: Unit, model: type[Volunteer] | type[Attendance], row_id: UUID, by: str
) -> Blocking:
    if model is Volunteer:
        who = unit.session.get_one(Volunteer, row_id)
        return Blocking(who.number, who.name, by)
    stay = unit.session.get_one(Attendance, row_id)
    who = unit.session.get_one(Volunteer, stay.volunteer_id)
    return Blocking(who.number, who.name, by, stay.day)


def _row(run: ImportRun) -> RunRow:
    return RunRow(
        id=run.id,
        kind=cast(Kind, run.kind),
        file=run.file_name,
        asked=run.asked,
        done=run.done,
        imported_at=run.imported_at,
        imported_by=run.imported_by,
        undone_at=run.undone_at,
        undone_by=run.undone_by,
    )
