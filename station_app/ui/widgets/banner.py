"""A sentence that stands where it matters until it no longer holds."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from station_app.ui.icons import pixmap
from station_app.ui.theme import Tone, set_look, tokens
from station_app.ui.widgets.showing import show_if
from station_app.ui.widgets.words import Paragraph

ICONS = {Tone.INFO: "info", Tone.OK: "ok", Tone.WARN: "warning", Tone.DANGER: "danger"}


class Banner(QFrame):
    """A tinted box with an icon and a sentence; hidden while there is nothing to say."""

    def __init__(self, sentence: str = "", tone: Tone = Tone.DANGER) -> None:
        super().__init__()
        self._picture = QLabel()
        self._words = Paragraph()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._words, 1)
        self.say(sentence, tone)

    def say(self, sentence: str, tone: Tone = Tone.DANGER) -> None:
        """Show this sentence, or nothing."""
        ink = tokens().colours.ink(tone)
        self._picture.setPixmap(pixmap(ICONS[tone], ink, tokens().icon))
        self._words.setText(sentence)
        set_look(self, ground=tone.value)
        show_if(self, bool(sentence))
