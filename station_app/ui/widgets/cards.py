"""Grounds to put things on: cards, figures, status chips."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from station_app.ui.icons import pixmap
from station_app.ui.theme import Size, Tone, set_look, tokens
from station_app.ui.widgets.showing import show_if
from station_app.ui.widgets.words import Caption, Paragraph, Title, Words


class Card(QFrame):
    """A raised ground with an optional title and actions; what belongs together is in `body`."""

    def __init__(self, title: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, ground="card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 16)
        layout.setSpacing(8)
        self._title = Title(title)
        self._title.setMinimumHeight(tokens().control)
        self._head = QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(self._title, 1)
        layout.addLayout(self._head)
        show_if(self._title, bool(title))
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        layout.addLayout(self.body, 1)

    def add_action(self, button: QWidget) -> None:
        """Put a quiet button at the right of the title."""
        self._head.addWidget(button)

    def set_title(self, title: str) -> None:
        """Call the card something else."""
        self._title.setText(title)
        show_if(self._title, bool(title))


class Badge(QLabel):
    """A status word on its soft ground."""

    def __init__(self, text: str, tone: Tone = Tone.MUTED) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedHeight(tokens().px(24))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_look(self, chip=tone.value)

    def show_status(self, text: str, tone: Tone) -> None:
        """Show another status."""
        self.setText(text)
        set_look(self, chip=tone.value)


class Tile(QFrame):
    """One big figure and what it counts; with `opens` it can be entered like a button."""

    clicked = Signal()

    def __init__(
        self, label: str, *, icon: str = "", tone: Tone = Tone.PLAIN, opens: bool = False
    ) -> None:
        super().__init__()
        self._label = Paragraph(label, Size.CAPTION, Tone.MUTED)
        self._number = Words("–", Size.DISPLAY)
        self._note = Caption("")
        self._opens = opens
        self._icon = icon
        self._picture = QLabel()
        self._lay_out()
        self.show_figure("–", tone=tone)
        set_look(self, ground="card", tile=opens)
        if opens:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_figure(self, number: str, *, note: str = "", tone: Tone = Tone.PLAIN) -> None:
        """Show this figure, with a short note after it."""
        self._number.setText(number)
        self._number.set_tone(tone)
        self._note.setText(note)
        if self._icon:
            ink = tokens().colours.ink(Tone.MUTED if tone is Tone.PLAIN else tone)
            self._picture.setPixmap(pixmap(self._icon, ink, tokens().px(24)))
        self.setAccessibleName(f"{self._label.text()}: {number} {note}".strip())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press within enters."""
        super().mouseReleaseEvent(event)
        if self._opens and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space enter."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if self._opens and event.key() in keys:
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._number)
        foot.addWidget(self._note, 1, Qt.AlignmentFlag.AlignBottom)
        head = QHBoxLayout()
        head.addWidget(self._label, 1)
        head.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(foot)
