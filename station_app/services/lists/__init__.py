"""The read side of each big table: ids first, rows on sight.

Every module here has two functions. `ids(unit, filter, order, descending, limit)` gives the keys of
all rows that pass, in order; `rows(unit, ids)` gives the frozen rows of some keys, one each and in
their order, None where a row is gone. Keys are text.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, and_, type_coerce

from station_app.data.unit import Unit

_LAST_CHARACTER = "\U0010ffff"
Row = TypeVar("Row")


class Order(StrEnum):
    """Base of the orders a list can be sorted by."""


def keys(
    unit: Unit,
    wanted: Select[Any],
    key: ColumnElement[UUID],
    by: Sequence[ColumnElement[Any]],
    *,
    descending: bool,
    limit: int | None,
) -> list[str]:
    """The keys of a select, ordered by `by` and at last by the key itself.

    Keys are read as the database keeps them: making a million UUID objects costs a second.
    """
    order = [column.desc() if descending else column.asc() for column in (*by, key)]
    found = unit.session.scalars(
        wanted.with_only_columns(type_coerce(key, String)).order_by(*order).limit(limit)
    )
    return list(found)


def in_order(
    ids: Sequence[str], found: Iterable[Any], make: Callable[[Any], Row]
) -> list[Row | None]:
    """The rows of `ids` in their order; each found record has the key as its `id`."""
    by_key = {record.id.hex: make(record) for record in found}
    return [by_key.get(UUID(key).hex) for key in ids]


def begins(column: ColumnElement[str], prefix: str) -> ColumnElement[bool]:
    """Whether a text begins so, as a range that an index answers."""
    return and_(column >= prefix, column < prefix + _LAST_CHARACTER)


def uuids(ids: Iterable[str]) -> list[UUID]:
    """Keys as the database compares them."""
    return [UUID(key) for key in ids]
