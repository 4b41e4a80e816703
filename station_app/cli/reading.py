"""Whole lists for a terminal: the same ids and rows as on screen, read to the end."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from station_app.data.unit import Office

Filter = TypeVar("Filter")
Row = TypeVar("Row")

_CHUNK = 1000


def every_row(
    office: Office,
    ids: Callable[..., list[str]],
    rows: Callable[..., Sequence[Row | None]],
    filter: Any,
    **order: Any,
) -> list[Row]:
    """All rows that pass the filter, in order."""
    keys = office.read(ids, filter, None, **order)
    found: list[Row] = []
    for start in range(0, len(keys), _CHUNK):
        found += filter_gone(office.read(rows, keys[start : start + _CHUNK]))
    return found


def filter_gone(rows: Sequence[Row | None]) -> list[Row]:
    """The rows that are still there."""
    return [row for row in rows if row is not None]
