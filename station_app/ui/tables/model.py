"""A table model that keeps ids, and rows only of what is seen.

Why two stages: the first ids come with a LIMIT in a millisecond and fill the screen; the whole list
of a million follows from the desk's thread. Sorting and filtering are the database's work alone.
"""

import logging
from collections import OrderedDict
from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor

from station_app.errors import StationError
from station_app.i18n import _
from station_app.ui.desk import Desk
from station_app.ui.tables.column import Column
from station_app.ui.tables.source import ListSource
from station_app.ui.theme import tokens

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
FIRST: Final = 256
PAGE: Final = 128
PAGES_KEPT: Final = 8
QUIET_MS: Final = 120
PAINT_MS: Final = 30
ID_ROLE: Final = Qt.ItemDataRole.UserRole
TONE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
ICON_ROLE: Final = Qt.ItemDataRole.UserRole + 2
_NOWHERE: Final = QModelIndex()
_log = logging.getLogger(__name__)


class State(Enum):
    """What a list can show."""

    LOADING = "loading"
    READY = "ready"
    BROKEN = "broken"


class PagedModel(QAbstractTableModel, Generic[Row]):
    """Rows of a `ListSource` under one filter and one order.

    `state_changed` tells a State; `filled` that ids came or went; `complete` whether all are known.
    """

    state_changed = Signal(object)
    filled = Signal()

    def __init__(
        self,
        desk: Desk,
        source: ListSource[Row],
        columns: Sequence[Column[Row]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.filter: Any = None
        self.order: Any = next((one.order for one in columns if one.order is not None), None)
        self.descending = False
        self.ranked = False
        self.state = State.LOADING
        self.complete = False
        self.error: Exception | None = None
        self.awake = True
        self._desk = desk
        self._source = source
        self._ids: list[str] = []
        self._pages: OrderedDict[int, Sequence[Row | None]] = OrderedDict()
        self._stale = False
        self._wish = 0
        desk.changed.connect(self._on_change)

    # What the page asks for

    def open(self, filter: Any = None) -> None:
        """Show the list at once under this filter."""
        self.filter = filter
        self._refill()

    def set_filter(self, filter: Any, *, ranked: bool = False) -> None:
        """Show the list under another filter, after a moment without further typing.

        `ranked`: the source knows what comes first, as long as no column is asked for.
        """
        if filter == self.filter:
            return
        self.filter, self.ranked = filter, ranked
        self._desk.soon(self, "refill", QUIET_MS, self._refill)

    def set_order(self, order: Any, *, descending: bool = False) -> None:
        """Show the list in another order; the source sorts."""
        if (order, descending) != self.sorting:
            self.order, self.descending, self.ranked = order, descending, False
            self._refill()

    @property
    def sorting(self) -> tuple[Any, bool]:
        """The order that holds and whether it descends; (None, False) for the source's own."""
        return (None, False) if self.ranked else (self.order, self.descending)

    def reload(self) -> None:
        """Read the list again, leaving everything where it is that still exists."""
        self._stale = False
        if len(self._ids) < FIRST or self.state is State.BROKEN:
            self._refill()
        else:
            self._fetch_all(self._replace)

    def wake(self, awake: bool) -> None:
        """A sleeping model puts off reloading until it is seen again."""
        self.awake = awake
        if awake and self._stale:
            self.reload()

    # What stands in it

    def id_at(self, row: int) -> str:
        """The id in this row."""
        return self._ids[row]

    def ids(self) -> Sequence[str]:
        """All ids known so far, in order."""
        return self._ids

    def row_of(self, row_id: str) -> int:
        """Where this id stands; -1 if it is not in the list."""
        try:
            return self._ids.index(row_id)
        except ValueError:
            return -1

    def row_at(self, row: int) -> Row | None:
        """The row itself, read with its page; None where it is gone or unreadable."""
        number = row // PAGE
        page = self._pages.get(number)
        if page is None:
            page = self._read(number)
            self._pages[number] = page
            if len(self._pages) > PAGES_KEPT:
                self._pages.popitem(last=False)
        self._pages.move_to_end(number)
        return page[row % PAGE]

    # Qt's questions

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """All ids known so far."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The declared columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """One aspect of one cell."""
        answer = _ANSWERS.get(role)
        if answer is None or not index.isValid():
            return None
        if role == ID_ROLE:
            return self._ids[index.row()]
        row = self.row_at(index.row())
        return None if row is None else answer(self.columns[index.column()], row)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The titles, in the present language."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _(self.columns[section].title)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.columns[section].align.value
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order by a declared column; the source sorts."""
        if 0 <= column < len(self.columns) and self.columns[column].order is not None:
            descending = order is Qt.SortOrder.DescendingOrder
            self.set_order(self.columns[column].order, descending=descending)

    # How it is filled

    def _refill(self) -> None:
        self._stale = False
        self._wish += 1
        try:
            first = self._ask(FIRST)
        except Exception as error:
            self._broken(error)
            return
        self._reset(first, complete=len(first) < FIRST)
        if not self.complete:
            # Reading a million ids beside the first paint would more than double its time.
            self._desk.soon(self, "rest", PAINT_MS, lambda: self._fetch_all(self._extend))

    def _ask(self, limit: int | None) -> list[str]:
        order, descending = self.sorting
        return self._source.ids(self.filter, order, descending=descending, limit=limit)

    def _fetch_all(self, arrived: Callable[[list[str]], None]) -> None:
        source, filter, wish = self._source, self.filter, self._wish
        order, descending = self.sorting
        self._desk.query(
            self,
            lambda: source.ids(filter, order, descending=descending),
            done=lambda ids: arrived(ids) if wish == self._wish else None,
            refused=self._broken,
            newest="ids",
        )

    def _extend(self, ids: list[str]) -> None:
        known = len(self._ids)
        if ids[:known] != self._ids:
            self._reset(ids, complete=True)
            return
        if len(ids) > known:
            self.beginInsertRows(QModelIndex(), known, len(ids) - 1)
            self._ids = ids
            self.endInsertRows()
        self.complete = True
        self.filled.emit()

    def _replace(self, ids: list[str]) -> None:
        if ids != self._ids:
            self._reset(ids, complete=True)
            return
        self._pages.clear()
        self.complete = True
        if ids:
            last = self.index(len(ids) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.filled.emit()

    def _reset(self, ids: list[str], *, complete: bool) -> None:
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        self.complete = complete
        self.endResetModel()
        self._enter(State.READY)
        self.filled.emit()

    def _read(self, number: int) -> Sequence[Row | None]:
        wanted = self._ids[number * PAGE : (number + 1) * PAGE]
        try:
            return self._source.rows(wanted)
        except Exception as error:
            self._desk.soon(self, "broken", 0, partial(self._broken, error))
            return [None] * len(wanted)

    def _broken(self, error: Exception) -> None:
        if not isinstance(error, StationError):
            _log.error("list unreadable", exc_info=error)
        self.error = error
        self._enter(State.BROKEN)

    def _enter(self, state: State) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_change(self, tables: frozenset[str]) -> None:
        if self.state is State.LOADING or not tables & self._source.tables:
            return
        self._stale = True
        if self.awake:
            self._desk.soon(self, "reload", 0, self.reload)


def _shown_tone(column: Column[Any], row: Any) -> QColor | None:
    if column.tone is None or column.chip:
        return None
    return QColor(tokens().colours.ink(column.tone(row)))


_ANSWERS: Final[dict[int, Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, row: column.text(row),
    Qt.ItemDataRole.AccessibleTextRole: lambda column, row: (
        f"{_(column.title)}: {column.text(row)}"
    ),
    Qt.ItemDataRole.TextAlignmentRole: lambda column, row: column.align.value,
    Qt.ItemDataRole.ForegroundRole: _shown_tone,
    ID_ROLE: lambda column, row: None,
    TONE_ROLE: lambda column, row: column.tone(row) if column.tone and column.chip else None,
    ICON_ROLE: lambda column, row: column.icon(row) if column.icon else None,
}
