"""A place with nothing in it says what to do."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from station_app.ui.icons import pixmap
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets.buttons import Button, Kind
from station_app.ui.widgets.words import Paragraph


class EmptyState(QWidget):
    """An icon, one sentence, and where there is one the way out."""

    def __init__(
        self,
        icon: str,
        text: str,
        action: str = "",
        run: Callable[[], object] | None = None,
        tone: Tone = Tone.MUTED,
    ) -> None:
        super().__init__()
        self._picture = QLabel()
        self._picture.setPixmap(pixmap(icon, tokens().colours.ink(tone), tokens().px(48)))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text = Paragraph(text, tone=Tone.MUTED)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setMaximumWidth(tokens().px(420))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(16)
        layout.addStretch(2)
        layout.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        line = QHBoxLayout()
        line.addStretch(1)
        line.addWidget(self._text, 100)
        line.addStretch(1)
        layout.addLayout(line)
        if action and run is not None:
            button = Button(action, Kind.PRIMARY)
            button.clicked.connect(lambda: run())
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            self.setFocusProxy(button)
        layout.addStretch(3)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)
