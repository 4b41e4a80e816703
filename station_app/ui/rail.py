"""The navigation rail: the seven places of the desk, one key each."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from station_app.i18n import _
from station_app.ui.icons import icon, pixmap
from station_app.ui.pages import PageEntry
from station_app.ui.theme import Size, Tone, set_look, tokens
from station_app.ui.widgets.words import Words


class BrandMark(QWidget):
    """The one place for the brand's red: a flag on a plate."""

    def __init__(self) -> None:
        super().__init__()
        self._side = tokens().px(36)
        self.setFixedSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The plate and the flag."""
        colours = tokens().colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.brand))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        inner = self._side * 2 // 3
        edge = (self._side - inner) // 2
        painter.drawPixmap(edge, edge, pixmap("station", colours.on_fill, inner))
        painter.end()


class Place(QPushButton):
    """One entry of the rail."""

    def __init__(self, entry: PageEntry, key: int) -> None:
        super().__init__(_(entry.title))
        self.key = entry.key
        self._words = _(entry.title)
        self._icon = entry.icon
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setIconSize(QSize(tokens().px(20), tokens().px(20)))
        self.setToolTip(_("{page} (Ctrl+{key})").format(page=self._words, key=key))
        self.setAccessibleName(self._words)
        set_look(self, kind="place")
        self.toggled.connect(lambda _on: self._colour())
        self._colour()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or with its word."""
        self.setText("" if narrow else f" {self._words}")
        set_look(self, narrow=narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk the rail; Enter goes there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Up:
            self.focusNextPrevChild(False)
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextPrevChild(True)
        else:
            super().keyPressEvent(event)

    def _colour(self) -> None:
        self.setIcon(icon(self._icon, Tone.INFO if self.isChecked() else Tone.MUTED))


class Rail(QFrame):
    """The places one below the other, settings at the foot; `went(key)` when one is chosen."""

    went = Signal(str)

    def __init__(self, entries: Sequence[PageEntry]) -> None:
        super().__init__()
        self.narrow = False
        self._group = QButtonGroup(self)
        self._places = [Place(entry, number) for number, entry in enumerate(entries, start=1)]
        self._name = Words(_("Practice Station"), Size.STRONG)
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        head.setSpacing(12)
        head.addWidget(BrandMark())
        head.addWidget(self._name, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addSpacing(16)
        for place in self._places:
            if place is self._places[-1]:
                layout.addStretch(1)
            self._group.addButton(place)
            layout.addWidget(place)
            place.clicked.connect(lambda _on, key=place.key: self.went.emit(key))
        set_look(self, ground="rail")
        self.setAccessibleName(_("Pages"))
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Collapse to icons, or unfold."""
        self.narrow = narrow
        self._name.setVisible(not narrow)
        for place in self._places:
            place.set_narrow(narrow)
        self.setFixedWidth(tokens().px(44) + 26 if narrow else tokens().px(192))

    def mark(self, key: str) -> None:
        """Show which page is open."""
        for place in self._places:
            place.setChecked(place.key == key)

    def start(self) -> None:
        """Put the keyboard on the present place."""
        here = self._group.checkedButton() or self._places[0]
        here.setFocus(Qt.FocusReason.ShortcutFocusReason)
