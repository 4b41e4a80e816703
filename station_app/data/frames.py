"""Rows of one table, as they go into it by the thousand and as the journal keeps them.

Why beside the ORM: a row costs it a fifth of a millisecond, which a roster of a hundred thousand
feels. What the rows of a table have in common is worked out once, from the table's own columns.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Table, insert

from station_app.domain.journal import JSON, Images, stamp
from station_app.domain.words import tidy_text

_PLAIN: dict[type, Callable[[Any], str]] = {
    datetime: stamp,
    date: date.isoformat,
    time: lambda value: value.strftime("%H:%M"),
    UUID: str,
    str: tidy_text,
}


class Frame:
    """How rows of a table are written; `keys` are its columns in their order."""

    def __init__(self, table: Table) -> None:
        """Any table of the books."""
        self.keys = tuple(column.key for column in table.columns)
        self.image: Callable[[Sequence[JSON]], bytes] = Images(self.keys).image
        self._table = table
        self._blank = {column.key: _default(column) for column in table.columns}
        self._values: Callable[[Mapping[str, Any]], tuple[Any, ...]] = itemgetter(*self.keys)
        kinds = [column.type.python_type for column in table.columns]
        self._ids = [place for place, kind in enumerate(kinds) if kind is UUID]
        self._plain = [(place, _PLAIN[kind]) for place, kind in enumerate(kinds) if kind in _PLAIN]

    def filled(self, row: Mapping[str, Any]) -> list[JSON]:
        """A new row's plain values; columns it does not name have their defaults.

        Raises TypeError for what is no column.
        """
        whole = {**self._blank, **row}
        if len(whole) != len(self.keys):
            raise TypeError(f"no columns of {self._table.name}: {row.keys() - set(self.keys)}")
        return self.plain(self._values(whole))

    def plain(self, values: Sequence[Any]) -> list[JSON]:
        """Values in the order of `keys` as JSON knows them: ids, days and times as tidy text."""
        made = list(values)
        for place, plain in self._plain:
            if made[place] is not None:
                made[place] = plain(made[place])
        return made

    def put(self, connection: Connection, rows: Sequence[Sequence[Any]]) -> None:
        """Insert rows of plain values; ids are kept without dashes."""
        statement = str(insert(self._table).compile(dialect=connection.dialect))
        connection.exec_driver_sql(statement, [self._kept(row) for row in rows])

    def _kept(self, row: Sequence[Any]) -> tuple[Any, ...]:
        if not self._ids:
            return tuple(row)
        kept = list(row)
        for place in self._ids:
            if kept[place] is not None:
                kept[place] = kept[place].replace("-", "")
        return tuple(kept)


@cache
def frame_of(table: Table) -> Frame:
    """The frame of a table."""
    return Frame(table)


def _default(column: Column[Any]) -> Any:
    return getattr(column.default, "arg", None)
