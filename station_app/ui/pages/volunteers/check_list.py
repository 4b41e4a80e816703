"""Several of many, in one stop of the keyboard."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from station_app.domain.names import sounds
from station_app.ui.theme import set_look, tokens

_CODE: Final = Qt.ItemDataRole.UserRole
_INITIALS: Final = Qt.ItemDataRole.UserRole + 1


class CheckList(QListWidget):
    """Boxes side by side; arrows walk, Space ticks, letters jump to a label or its initials."""

    changed = Signal()

    def __init__(
        self, options: Sequence[tuple[str, str]], label: Callable[[str], str] = str
    ) -> None:
        """`options` are codes with the words they are shown by; `label` names any other code."""
        super().__init__()
        self._label = label
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_look(self, checks=True)
        for code, words in options:
            self._add(code, words, checked=False)
        self.itemChanged.connect(lambda _item: self.changed.emit())

    def value(self) -> tuple[str, ...]:
        """The ticked codes, in the order of the list."""
        return tuple(item.data(_CODE) for item in self._items() if _is_ticked(item))

    def set_value(self, codes: Sequence[str]) -> None:
        """Tick these alone; one that is not offered is offered by itself, so that none is lost."""
        known = {item.data(_CODE) for item in self._items()}
        for item in self._items():
            item.setCheckState(_state(item.data(_CODE) in codes))
        for code in codes:
            if code not in known:
                self._add(code, self._label(code), checked=True)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next label that begins so, in writing or in initials."""
        wanted, count = search.casefold(), self.count()
        for step in range(1, count + 1):
            item = self.item((self.currentRow() + step) % count)
            if item.text().casefold().startswith(wanted) or item.data(_INITIALS).startswith(wanted):
                self.setCurrentItem(item)
                return

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by keyboard, stand on the first box."""
        super().focusInEvent(event)
        self.setCurrentRow(max(self.currentRow(), 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No box looks chosen once the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.clearSelection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many boxes in a line as fit, and as many lines as that takes."""
        super().resizeEvent(event)
        width = self.viewport().width() - tokens().px(8)
        words = max(map(self.fontMetrics().horizontalAdvance, self._words()), default=0)
        columns = max(1, min(width // (words + tokens().px(32)), self.count()))
        lines = -(-self.count() // columns)
        side = width // columns if lines > 1 else min(width // columns, words + tokens().px(64))
        cell = QSize(side, tokens().px(32))
        if cell != self.gridSize():
            self.setGridSize(cell)
            with QSignalBlocker(self):  # a size is data to Qt, and no tick
                for item in self._items():
                    item.setSizeHint(cell)
        self.setFixedHeight(lines * cell.height() + tokens().px(12))

    def _add(self, code: str, words: str, *, checked: bool) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsSelectable)
        item.setData(_CODE, code)
        item.setData(_INITIALS, sounds(words).initials)
        item.setCheckState(_state(checked))
        self.addItem(item)

    def _words(self) -> list[str]:
        return [item.text() for item in self._items()]

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]


def _is_ticked(item: QListWidgetItem) -> bool:
    return item.checkState() is Qt.CheckState.Checked


def _state(checked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
