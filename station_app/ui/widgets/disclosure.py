"""What most people leave out, folded away behind a word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.ui.icons import icon
from station_app.ui.widgets.buttons import Button
from station_app.ui.widgets.words import Caption


class Disclosure(QWidget):
    """A button that unfolds what follows: `toggled(open)`. A short note may stand beside it."""

    toggled = Signal(bool)

    def __init__(self, text: str) -> None:
        """`text` has its access key marked by "&"."""
        super().__init__()
        self.button = Button(text, icon="chevron-right")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._on_toggled)
        self._note = Caption()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.button)
        layout.addWidget(self._note)
        layout.addStretch(1)

    def is_open(self) -> bool:
        """Whether what follows is unfolded."""
        return self.button.isChecked()

    def set_open(self, wanted: bool) -> None:
        """Unfold or fold."""
        self.button.setChecked(wanted)

    def say(self, note: str) -> None:
        """Let this stand beside the button."""
        self._note.setText(note)
        self.button.setAccessibleDescription(note)

    def _on_toggled(self, now_open: bool) -> None:
        self.button.setIcon(icon("chevron-down" if now_open else "chevron-right", gap=4))
        self.toggled.emit(now_open)
