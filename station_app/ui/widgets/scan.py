"""The box a scanner types into: what it sends is taken as it is, whatever the keyboard does."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from station_app.ui.widgets.fields import TextField
from station_app.ui.widgets.typed import folded


class ScanBox(TextField):
    """Scan or type, Enter; `scanned(text)` with full-width letters folded, then empty again.

    Why no input method here: a scanner is a keyboard, and Chinese typing would swallow its letters.
    """

    scanned = Signal(str)

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, icon="id-card")
        self.setAccessibleName(name)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter hands over what was scanned; Esc clears it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if text := folded(self.text()):
                self.clear()
                self.scanned.emit(text)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
