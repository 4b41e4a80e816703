"""The table itself: whole rows, keyboard first, widths remembered, cells copied as text."""

from itertools import chain, islice
from typing import Any, Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from station_app.ui.desk import Desk
from station_app.ui.tables.delegate import ListDelegate
from station_app.ui.tables.header import ListHeader
from station_app.ui.tables.model import PagedModel
from station_app.ui.theme import tokens

_MOST_COPIED: Final = 5000
_QUIET_MS: Final = 400


class Table(QTableView):
    """A `QTableView` in the way of the house; `opened(id)` on Enter or double click."""

    opened = Signal(str)

    def __init__(self, desk: Desk, model: PagedModel[Any], name: str) -> None:
        super().__init__()
        self._list = model
        self._desk = desk
        self._preferences = desk.preferences
        self._name = name
        self._delegate = ListDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(ListHeader(self))
        self.setModel(model)
        self._set_up()
        self._set_widths()
        self.doubleClicked.connect(self._open)
        self.entered.connect(self._hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last row, not column."""
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._list.rowCount() - 1,
        }
        if action in ends and self._list.rowCount():
            return self._list.index(ends[action], max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    def as_text(self) -> str:
        """The chosen rows as tab-separated lines, as a spreadsheet takes them; 5,000 at most."""
        rows = islice(chain.from_iterable(self.chosen()), _MOST_COPIED)
        return "\n".join("\t".join(self._words(row)) for row in rows)

    def chosen(self) -> list[range]:
        """The chosen rows as runs, top to bottom."""
        parts = self.selectionModel().selection().toList()
        return [
            range(top, bottom + 1) for top, bottom in sorted((p.top(), p.bottom()) for p in parts)
        ]

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by keyboard, stand on the first row rather than nowhere."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._list.rowCount():
            self.setCurrentIndex(self._list.index(0, 0))

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under a mouse that has left."""
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Below the last row nothing is under the mouse."""
        super().mouseMoveEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self._hover(QModelIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and a ring around the one with the keyboard."""
        super().paintEvent(event)
        index = self.currentIndex()
        if not self.hasFocus() or not index.isValid():
            return
        rect = self.visualRect(index)
        rect.setLeft(1)
        rect.setRight(min(self.viewport().width(), self.horizontalHeader().length()) - 2)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(tokens().colours.accent), tokens().ring))
        painter.drawRect(rect.adjusted(0, 0, 0, -2))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what width is left to the columns that stretch."""
        super().resizeEvent(event)
        self._stretch()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(tokens().row)
        header = self.horizontalHeader()
        header.sectionClicked.connect(self._sort)
        header.sectionResized.connect(self._on_resized)

    def _set_widths(self) -> None:
        kept = self._preferences.now.columns.get(self._name, [])
        for place, column in enumerate(self._list.columns):
            width = kept[place] if len(kept) == len(self._list.columns) else column.width
            self.setColumnWidth(place, round(width * tokens().scale))

    def _on_resized(self) -> None:
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._desk.soon(self, "widths", _QUIET_MS, self.keep_widths)

    def keep_widths(self) -> None:
        """Remember the widths as the clerk has dragged them."""
        widths = [
            round(self.columnWidth(place) / tokens().scale)
            for place in range(len(self._list.columns))
        ]
        self._preferences.change(columns=self._preferences.now.columns | {self._name: widths})

    def _stretch(self) -> None:
        places = [n for n, column in enumerate(self._list.columns) if column.stretch]
        if not places:
            return
        fixed = sum(self.columnWidth(n) for n in range(len(self._list.columns)) if n not in places)
        each = (self.viewport().width() - fixed) // len(places)
        for place in places:
            least = tokens().px(self._list.columns[place].width)
            self.setColumnWidth(place, max(each, least))

    def _words(self, row: int) -> list[str]:
        cells = (self._list.index(row, column) for column in range(len(self._list.columns)))
        return [str(cell.data() or "") for cell in cells]

    def _sort(self, section: int) -> None:
        column = self._list.columns[section]
        if column.order is None:
            return
        now, descending = self._list.sorting
        self._list.set_order(column.order, descending=column.order == now and not descending)
        self.horizontalHeader().viewport().update()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._list.id_at(index.row()))

    def _hover(self, index: QModelIndex) -> None:
        if self._delegate.hovered != index.row():
            self._delegate.hovered = index.row()
            self.viewport().update()
