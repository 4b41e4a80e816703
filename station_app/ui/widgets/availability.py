"""When somebody is free: days across, parts of the day down, one stop of the keyboard.

Why the heads are cells: who walks the grid by arrow keys ticks a whole day there, without a mouse
and without another key to learn.
"""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from station_app.domain.profiles import DAYS, PARTS
from station_app.i18n import _
from station_app.ui.theme import set_look, tokens
from station_app.wording.labels import label
from station_app.wording.values import weekday_text

_Index = QModelIndex | QPersistentModelIndex
_LINE: Final = 32
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_PARTLY: Final = Qt.CheckState.PartiallyChecked


class AvailabilityGrid(QTableWidget):
    """Arrows walk, Space ticks; on a head it ticks the whole day or part, or clears it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(len(PARTS) + 1, len(DAYS) + 1)
        self._boxes: dict[tuple[int, int], QTableWidgetItem] = {}
        self.setItemDelegate(_Boxes(self))
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.hide()
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(tokens().px(_LINE))
        self.setFixedHeight(tokens().px(_LINE) * (len(PARTS) + 1) + tokens().px(12))
        set_look(self, checks=True)
        self._fill()
        self.clicked.connect(lambda index: self._toggle(index.row(), index.column()))

    def value(self) -> tuple[str, ...]:
        """The ticked codes, in the order of the list."""
        return tuple(f"{day}{part}" for day in DAYS for part in PARTS if self._is_ticked(part, day))

    def set_value(self, slots: Iterable[str]) -> None:
        """Tick these alone."""
        wanted = set(slots)
        with QSignalBlocker(self):
            for day in DAYS:
                for part in PARTS:
                    self._tick(part, day, f"{day}{part}" in wanted)
        self._count()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks where the keyboard is."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            self._toggle(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by keyboard, stand on the first box."""
        super().focusInEvent(event)
        if self.currentRow() < 0:
            self.setCurrentCell(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Every column as wide as its words, and what is left shared by all."""
        super().resizeEvent(event)
        width = self.fontMetrics().horizontalAdvance
        needed = [max(width(self._boxes[part, 0].text()) for part in PARTS)]
        needed += [width(self._boxes[0, day].text()) for day in DAYS]
        rest = (self.viewport().width() - sum(needed)) // len(needed)
        for column, words in enumerate(needed):
            self.setColumnWidth(column, words + rest)

    def _fill(self) -> None:
        parts = ("", _("Morning"), _("Afternoon"), _("Evening"))
        days = ("", *(weekday_text(day - 1) for day in DAYS[:-1]), _("Holidays"))
        for row in range(self.rowCount()):
            for column in range(self.columnCount()):
                words = "" if row and column else parts[row] or days[column]
                spoken = label("availability", f"{column}{row}") if row and column else words
                item = QTableWidgetItem(words)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
                item.setToolTip(spoken if row and column else "")
                if row or column:
                    item.setCheckState(_UNCHECKED)
                else:
                    item.setFlags(Qt.ItemFlag.NoItemFlags)
                self._boxes[row, column] = item
                self.setItem(row, column, item)

    def _toggle(self, row: int, column: int) -> None:
        """Tick or clear a box, or everything under a head."""
        if row < 0 or not (row or column):
            return
        wanted = self._boxes[row, column].checkState() is not _CHECKED
        for part in [row] if row else PARTS:
            for day in [column] if column else DAYS:
                self._tick(part, day, wanted)
        self._count()
        self.changed.emit()

    def _count(self) -> None:
        """Let the heads tell whether all, some or none under them are ticked."""
        for part in PARTS:
            self._sum_up(self._boxes[part, 0], [self._is_ticked(part, day) for day in DAYS])
        for day in DAYS:
            self._sum_up(self._boxes[0, day], [self._is_ticked(part, day) for part in PARTS])

    def _sum_up(self, head: QTableWidgetItem, ticked: list[bool]) -> None:
        head.setCheckState(_CHECKED if all(ticked) else _PARTLY if any(ticked) else _UNCHECKED)

    def _is_ticked(self, part: int, day: int) -> bool:
        return self._boxes[part, day].checkState() is _CHECKED

    def _tick(self, part: int, day: int, wanted: bool) -> None:
        self._boxes[part, day].setCheckState(_CHECKED if wanted else _UNCHECKED)


class _Boxes(QStyledItemDelegate):
    """Heads have their words beside their box, the others a box in the middle."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """A box, perhaps words, and a ring where the keyboard is."""
        table = self.parent()
        assert isinstance(table, QTableWidget)
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return
        words = index.data(Qt.ItemDataRole.DisplayRole) or ""
        side, gap = tokens().px(16), tokens().px(8)
        space = QRect(option.rect)
        width = side + (gap + option.fontMetrics.horizontalAdvance(words) if words else 0)
        left = space.x() + (tokens().px(4) if index.column() == 0 else (space.width() - width) // 2)
        box = QStyleOptionViewItem(option)
        box.rect = QRect(left, space.center().y() - side // 2, side, side)
        box.state = QStyle.StateFlag.State_Enabled | _DRAWN[Qt.CheckState(state)]
        mark = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        table.style().drawPrimitive(mark, box, painter, table)
        space.setLeft(left + side + gap)
        painter.setPen(QColor(tokens().colours.muted))
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, words)
        if table.hasFocus() and table.currentIndex() == index:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().colours.accent), tokens().ring))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(2, 2, -2, -2), 4, 4)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """The grid ticks by itself, wherever in a cell somebody presses."""
        return False


_DRAWN: Final = {
    _CHECKED: QStyle.StateFlag.State_On,
    _PARTLY: QStyle.StateFlag.State_NoChange,
    _UNCHECKED: QStyle.StateFlag.State_Off,
}
