"""Rows in memory, found by their own keys, so that a selection outlives a reload."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

Row = TypeVar("Row")


class InHand(Generic[Row]):
    """The rows as they were read last; nothing sorts or filters."""

    tables: frozenset[str] = frozenset()

    def __init__(self, key: Callable[[Row], str]) -> None:
        self._key = key
        self._all: dict[str, Row] = {}

    def keep(self, rows: Sequence[Row]) -> None:
        """Hold these from now on."""
        self._all = {self._key(row): row for row in rows}

    def chosen(self, keys: Sequence[str]) -> list[Row]:
        """The rows of these keys that are still there."""
        return [self._all[key] for key in keys if key in self._all]

    def ids(
        self, filter: Any, order: Any, *, descending: bool, limit: int | None = None
    ) -> list[str]:
        """All keys, or the first `limit` of them."""
        return list(self._all)[:limit]

    def rows(self, ids: Sequence[str]) -> Sequence[Row | None]:
        """The rows of these keys."""
        return [self._all.get(key) for key in ids]
