"""Buttons: one primary on a page at most, secondary beside it, quiet within, danger to destroy."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from station_app.ui.icons import icon as drawn
from station_app.ui.theme import Tone, set_look, tokens

_GAP = 4


class Kind(StrEnum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    DANGER = "danger"


class Button(QPushButton):
    """A button with a word and perhaps an icon; reached by Tab, pressed by Space or Enter."""

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.SECONDARY,
        *,
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._filled = kind in (Kind.PRIMARY, Kind.DANGER)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if icon:
            tone = Tone.INFO if kind is Kind.QUIET else Tone.PLAIN
            gap = _GAP if text else 0
            self.setIcon(drawn(icon, tone, on_fill=self._filled, gap=gap))
            self.setIconSize(QSize(tokens().icon + gap, tokens().icon))
        set_look(self, kind=kind.value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.animateClick()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A filled button shows the keyboard by a ring inside its edge."""
        super().paintEvent(event)
        if self._filled and self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(tokens().colours.on_fill), tokens().ring))
            inner = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            painter.drawRoundedRect(inner, tokens().radius - 2, tokens().radius - 2)
            painter.end()


class IconButton(Button):
    """A square button with an icon alone; its name is read out and shown as a tip."""

    def __init__(self, icon: str, name: str, kind: Kind = Kind.QUIET) -> None:
        super().__init__("", kind, icon=icon)
        self.setToolTip(name)
        self.setAccessibleName(name)
        set_look(self, square=True)
