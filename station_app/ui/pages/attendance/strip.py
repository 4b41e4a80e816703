"""A tinted strip that stands until what it tells of is settled."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy

from station_app.ui.icons import pixmap
from station_app.ui.theme import Size, Tone, set_look, tokens
from station_app.ui.widgets import Button, Words


class Strip(QFrame):
    """An icon, a head, words beside it and buttons at the right; hidden until told something."""

    def __init__(self, icon: str, tone: Tone) -> None:
        super().__init__()
        self.head = Words("", Size.STRONG, tone)
        self.words = Words("")
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        picture = QLabel()
        picture.setPixmap(pixmap(icon, tokens().colours.ink(tone), tokens().icon))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 4, 4, 4)
        self._layout.setSpacing(12)
        self._layout.addWidget(picture)
        self._layout.addWidget(self.head)
        self._layout.addWidget(self.words, 1)
        set_look(self, ground=tone.value)
        self.hide()

    def add_button(self, button: Button) -> Button:
        """Put a button at the right end."""
        self._layout.addWidget(button)
        return button

    def tell(self, head: str, words: str) -> None:
        """Show this; nothing hides the strip."""
        self.head.setText(head)
        self.words.setText(words)
        self.words.setToolTip(words)
        self.setVisible(bool(head))
