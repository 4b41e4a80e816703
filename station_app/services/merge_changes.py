"""What a merge changed, cell by cell, as it is written down and read back."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from station_app.data.models import Kept, Merge


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that a merge changed: of the record that stayed, or of a row that was moved."""

    entity: str
    row_id: UUID
    column: str
    old: Any
    new: Any


def put(row: Kept, column: str, value: Any) -> Change:
    """Set one cell; answers with what was changed."""
    change = Change(row.__tablename__, row.id, column, getattr(row, column), value)
    setattr(row, column, value)
    return change


def as_text(changes: Iterable[Change]) -> str:
    """Changes as JSON: one list each of entity, row, column, old and new value."""
    cells = [
        (one.entity, str(one.row_id), one.column, _plain(one.old), _plain(one.new))
        for one in changes
    ]
    return json.dumps(cells)


def changes_of(record: Merge) -> list[Change]:
    """Everything a merge changed, in order."""
    return [_change(*cells) for cells in json.loads(record.changes)]


def _change(entity: str, row_id: str, column: str, old: Any, new: Any) -> Change:
    tables = Kept.metadata.tables
    kind = tables[entity].columns[column].type.python_type
    return Change(entity, UUID(row_id), column, _read_back(kind, old), _read_back(kind, new))


def _plain(value: Any) -> Any:
    match value:
        case date() | time():
            return value.isoformat()
        case UUID():
            return str(value)
        case _:
            return value


def _read_back(kind: type, value: Any) -> Any:
    if value is None:
        return None
    if kind is UUID:
        return UUID(value)
    return kind.fromisoformat(value) if issubclass(kind, date | datetime | time) else value
