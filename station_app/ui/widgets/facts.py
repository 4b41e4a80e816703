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
        self._pairs: list[_Pair] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def show_facts(self, facts: Iterable[tuple[str, str]]) -> None:
        """Show these pairs instead of what stood here."""
        known = list(facts)
        for place in range(len(self._pairs), len(known)):
            self._pairs.append(_Pair())
            self._grid.addWidget(self._pairs[-1], *divmod(place, self._columns))
        for place, pair in enumerate(self._pairs):
            pair.setVisible(place < len(known))
            if place < len(known):
                pair.say(*known[place])


class _Pair(QWidget):
    """One label above what it says."""

    def __init__(self) -> None:
        super().__init__()
        self._label = Caption()
        self._words = Paragraph()
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._label)
        layout.addWidget(self._words)
        layout.addStretch(1)

    def say(self, label: str, value: str) -> None:
        """Say this; a dash where nothing is known."""
        self._label.setText(label)
        self._words.setText(value or "–")
        self._words.setAccessibleName(f"{label}: {value}")
