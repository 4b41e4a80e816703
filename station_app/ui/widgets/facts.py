"""What is known of one thing: labels above values, side by side."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from station_app.ui.widgets.words import Caption, Paragraph


class Facts(QWidget):
    """Pairs of a label and what it says, in columns of one width; the values can be copied."""

    def __init__(self, columns: int = 2) -> None:
        super().__init__()
        self._columns = columns
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show these pairs instead of what stood here."""
        while (item := self._grid.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        for place, (label, value) in enumerate(facts):
            self._grid.addWidget(_pair(label, value), *divmod(place, self._columns))


def _pair(label: str, value: str) -> QWidget:
    words = Paragraph(value or "–")
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.setAccessibleName(f"{label}: {value}")
    pair = QWidget()
    layout = QVBoxLayout(pair)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(Caption(label))
    layout.addWidget(words)
    layout.addStretch(1)
    return pair
