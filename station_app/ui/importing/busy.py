"""What is under way, and how far it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from station_app.i18n import _
from station_app.ui.widgets import Words


class BusyPane(QWidget):
    """A sentence and a bar.

    It takes the keyboard, so that a second Enter of a quick hand presses nothing.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title = Words()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._bar)
        layout.addStretch(1)

    def begin(self, title: str) -> None:
        """Something new is under way."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self._bar.setRange(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """It is so far."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)
