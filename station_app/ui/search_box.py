"""The one search box: a person by name, pinyin, initials, phone tail or number."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from station_app.i18n import _, ngettext
from station_app.ui.desk import Desk
from station_app.ui.tables.delegate import draw_chip
from station_app.ui.theme import Size, Tone, font, set_look, tokens
from station_app.ui.widgets.fields import TextField
from station_app.ui.widgets.words import Caption

SHOWN: Final = 8
_QUIET_MS: Final = 30
_FOUND: Final = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Found:
    """One person the search found, in the words a clerk tells people apart by."""

    id: str
    name: str
    number: str
    tail: str
    status: str = ""
    tone: Tone = Tone.MUTED


Find = Callable[[str], Sequence[Found]]


class SearchBox(TextField):
    """Type, see, Enter. The list below never takes the keyboard from the box.

    `find(text)` runs on the screen's thread: it must be an index lookup.
    """

    person_chosen = Signal(str)

    def __init__(self, desk: Desk, find: Find, *, hint: str = "") -> None:
        """`hint` stands below the people found and says what Enter does."""
        super().__init__(placeholder=_("Name, pinyin, number or phone tail"), icon="search")
        self.setAccessibleName(_("Find a person"))
        self.setClearButtonEnabled(True)
        self._desk = desk
        self._find = find
        self._looked_for = ""
        self._list = _FoundList(self, hint or _("↑ ↓ to choose, Enter to open"))
        self._list.picked.connect(self._choose)
        self.textEdited.connect(self._on_edited)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down choose, Enter opens, Esc closes."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._list.isVisible():
            self._list.move_by(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._looked_for != self.value():
                self._look()
            self._list.pick()
        elif key == Qt.Key.Key_Escape and self._list.isVisible():
            self._list.hide()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The list stays below the box when the window changes its size."""
        if event.type() == QEvent.Type.Resize:
            self._list.hide()
        return super().eventFilter(watched, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the keyboard."""
        super().focusOutEvent(event)
        self._list.hide()

    def results(self) -> list[Found]:
        """What is shown below the box now."""
        return self._list.found() if self._list.isVisible() else []

    def _on_edited(self) -> None:
        self._desk.soon(self, "find", _QUIET_MS, self._look)

    def _look(self) -> None:
        text = self._looked_for = self.value()
        if not text:
            self._list.hide()
            return
        try:
            found = self._find(text)
        except Exception as error:
            self._list.hide()
            self._desk.report_bug(error)
            return
        self._list.show_found(self, found)
        told = ngettext("{count} person found", "{count} people found", len(found))
        words = told.format(count=len(found)) if found else _("Nobody found")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _choose(self, person: str) -> None:
        self._list.hide()
        self.clear()
        self.person_chosen.emit(person)


class _FoundList(QFrame):
    """The people found, over the page and below the box."""

    picked = Signal(str)

    def __init__(self, box: QWidget, hint: str) -> None:
        super().__init__(box)
        self._hint = hint
        self.hide()
        set_look(self, ground="popup")
        self._rows = QListWidget()
        self._rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows.setItemDelegate(_FoundDelegate(self._rows))
        self._rows.setMouseTracking(True)
        self._rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows.setAccessibleName(_("People found"))
        self._rows.itemPressed.connect(lambda item: self.picked.emit(item.data(_FOUND).id))
        self._rows.itemEntered.connect(self._rows.setCurrentItem)
        set_look(self._rows, bare=True)
        self._foot = Caption()
        self._foot.setContentsMargins(8, 4, 8, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.setSpacing(0)
        layout.addWidget(self._rows)
        layout.addWidget(self._foot)

    def show_found(self, box: QWidget, found: Sequence[Found]) -> None:
        """Come up below the box with these people."""
        host = _host(box)
        if self.parentWidget() is not host:
            self.setParent(host)
            host.installEventFilter(box)
        self._rows.clear()
        for person in found[:SHOWN]:
            item = QListWidgetItem(f"{person.name} {person.number} {person.tail} {person.status}")
            item.setData(_FOUND, person)
            self._rows.addItem(item)
        self._rows.setCurrentRow(0)
        self._rows.setVisible(bool(found))
        self._foot.setText(_told(len(found)) or self._hint)
        self._rows.setFixedHeight(tokens().px(48) * min(len(found), SHOWN))
        corner = box.mapTo(host, QPoint(0, box.height() + 4))
        self.move(corner)
        self.setFixedWidth(box.width())
        self.adjustSize()
        self.show()
        self.raise_()

    def found(self) -> list[Found]:
        """The people shown."""
        return [self._rows.item(row).data(_FOUND) for row in range(self._rows.count())]

    def move_by(self, step: int) -> None:
        """Choose the next or the one before, around the end."""
        if count := self._rows.count():
            self._rows.setCurrentRow((self._rows.currentRow() + step) % count)

    def pick(self) -> None:
        """Take the chosen one."""
        if self.isVisible() and (item := self._rows.currentItem()) is not None:
            self.picked.emit(item.data(_FOUND).id)


class _FoundDelegate(QStyledItemDelegate):
    """Name and status on one line, number and phone tail below."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, tokens().px(48))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        person: Found = index.data(_FOUND)
        colours = tokens().colours
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.chosen))
            painter.drawRoundedRect(option.rect, 4, 4)
        room = option.rect.adjusted(8, 2, -8, -2)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if person.status:
            chip = draw_chip(painter, room, person.status, person.tone, side)
            room.setRight(chip.left() - 8)
        upper = room.adjusted(0, 0, 0, -room.height() // 2)
        lower = room.adjusted(0, room.height() // 2, 0, 0)
        painter.setPen(QColor(colours.text))
        painter.setFont(font(Size.BODY, bold=True))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(upper, left, person.name)
        painter.setPen(QColor(colours.muted))
        painter.setFont(font(Size.CAPTION))
        painter.drawText(lower, left, "  ·  ".join(filter(None, (person.number, person.tail))))
        painter.restore()


def _host(box: QWidget) -> QWidget:
    window = box.window()
    inner = window.centralWidget() if isinstance(window, QMainWindow) else None
    return inner or window


def _told(count: int) -> str:
    if not count:
        return _("Nobody found. Try fewer letters, the initials or the last digits of the phone.")
    if count >= SHOWN:
        return _("There may be more. Type on to narrow it down.")
    return ""
