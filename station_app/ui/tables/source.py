"""Where a list comes from: all ids of a filter and an order, and the rows of some ids."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, Protocol, TypeVar

from station_app.data.unit import Office

Row = TypeVar("Row")
RowOut = TypeVar("RowOut", covariant=True)


class ListSource(Protocol[RowOut]):
    """The read side of one list; both calls come from any thread."""

    tables: frozenset[str]

    def ids(
        self, filter: Any, order: Any, *, descending: bool, limit: int | None = None
    ) -> list[str]:
        """The ids that pass the filter, in this order, the first `limit` of them if given."""
        ...

    def rows(self, ids: Sequence[str]) -> Sequence[RowOut | None]:
        """The rows of these ids, one each and in their order; None where one is gone."""
        ...


class OfficeList:
    """A list behind two use cases of `station_app.services.lists`, each call its own unit."""

    def __init__(
        self,
        office: Office,
        ids: Callable[..., list[str]],
        rows: Callable[..., Sequence[Any]],
        tables: frozenset[str],
    ) -> None:
        """`tables` are those whose change makes the list stale."""
        self.tables = tables
        self._office = office
        self._ids = ids
        self._rows = rows

    def ids(
        self, filter: Any, order: Any, *, descending: bool, limit: int | None = None
    ) -> list[str]:
        """All ids, or the first `limit` of them, in one reading unit."""
        return self._office.read(self._ids, filter, order, descending=descending, limit=limit)

    def rows(self, ids: Sequence[str]) -> Sequence[Any]:
        """The rows of these ids in one reading unit."""
        return self._office.read(self._rows, ids)


class RowsInHand(Generic[Row]):
    """A list of rows that are in memory already, shown as they stand; nothing sorts or filters."""

    tables: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.all: Sequence[Row] = ()

    def ids(
        self, filter: Any, order: Any, *, descending: bool, limit: int | None = None
    ) -> list[str]:
        """The places of all rows, or of the first `limit` of them."""
        return [str(place) for place in range(len(self.all))][:limit]

    def rows(self, ids: Sequence[str]) -> Sequence[Row]:
        """The rows at these places."""
        return [self.all[int(place)] for place in ids]
