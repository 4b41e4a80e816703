"""People beside the roster: who is on the shift, and who could be, each with the reasons why."""

from collections.abc import Iterable
from typing import Any, Final

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from station_app.ui.pages.posts.roster_grid import PERSON
from station_app.ui.tables.delegate import Index
from station_app.ui.theme import Size, font, tokens

_LINES: Final = Qt.ItemDataRole.UserRole
_KEY: Final = Qt.ItemDataRole.UserRole + 1
_EDGE: Final = 8


class PeopleList(QListWidget):
    """Two lines a person. `picked(key)` on Enter or a double click; dragged where `drags`."""

    picked = Signal(str)

    def __init__(self, label: str, *, drags: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(label)
        self.setItemDelegate(_TwoLines(self))
        self.setDragEnabled(drags)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(self._pick)

    def show_people(self, people: Iterable[tuple[str, str, str]]) -> None:
        """Show key, name and second line of each; the choice stays where it is still there."""
        old = self.chosen()
        self.clear()
        for key, name, line in people:
            item = QListWidgetItem(f"{name}. {line}")
            item.setData(_LINES, (name, line))
            item.setData(_KEY, key)
            item.setToolTip(line)
            self.addItem(item)
            if key == old:
                self.setCurrentItem(item)

    def chosen(self) -> str:
        """The key of the person chosen, empty for nobody."""
        items = self.selectedItems()
        return str(items[0].data(_KEY)) if items else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter picks."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selectedItems():
            self._pick(self.selectedItems()[0])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: Any) -> None:
        """Coming by keyboard, stand on the first person."""
        super().focusInEvent(event)
        if not self.selectedItems() and self.count():
            self.setCurrentRow(0)

    def mimeData(self, items: Any) -> QMimeData:
        """The key of the person who is dragged."""
        data = QMimeData()
        data.setData(PERSON, items[0].data(_KEY).encode())
        return data

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(str(item.data(_KEY)))


class _TwoLines(QStyledItemDelegate):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines and some air."""
        return QSize(tokens().px(120), tokens().px(52))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Name above, the rest below."""
        painter.save()
        colours = tokens().colours
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(colours.chosen))
        painter.setPen(QColor(colours.border))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        room = option.rect.adjusted(_EDGE, 4, -_EDGE, -4)
        half = room.height() // 2
        name, line = index.data(_LINES)
        for words, size, ink, top in (
            (name, Size.STRONG, colours.text, 0),
            (line, Size.CAPTION, colours.muted, half),
        ):
            painter.setFont(font(size))
            painter.setPen(QColor(ink))
            place = room.adjusted(0, top, 0, top - half)
            elided = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, place.width()
            )
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, elided)
        painter.restore()
