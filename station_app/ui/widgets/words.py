"""Words on the screen, by their place in the type scale and their tone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from station_app.ui.theme import Size, Tone, set_look


class Words(QLabel):
    """Plain text; never markup, since names and notes of people go in here."""

    def __init__(
        self,
        text: str = "",
        size: Size = Size.BODY,
        tone: Tone = Tone.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        set_look(self, step=size.value, tone=tone.value)

    def set_tone(self, tone: Tone) -> None:
        """Change what the colour means."""
        if self.property("tone") != tone.value:
            set_look(self, tone=tone.value)


class Paragraph(Words):
    """Words that break into lines."""

    def __init__(
        self,
        text: str = "",
        size: Size = Size.BODY,
        tone: Tone = Tone.PLAIN,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, size, tone, parent)
        self.setWordWrap(True)


class Caption(Words):
    """Small muted words below or beside something."""

    def __init__(self, text: str = "", tone: Tone = Tone.MUTED) -> None:
        super().__init__(text, Size.CAPTION, tone)


class Title(Words):
    """The head of a part of a page."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, Size.TITLE)
