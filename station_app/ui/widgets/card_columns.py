"""Cards side by side in as many columns as there is room for."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.theme import tokens

_LEAST: Final = 300


class CardColumns(QWidget):
    """Columns of cards; where they would get too narrow, the last ones go below the first.

    `weights` say how the width is shared while all columns stand side by side.
    """

    def __init__(self, columns: Sequence[Sequence[QWidget]], weights: Sequence[int]) -> None:
        super().__init__()
        self._cards = [list(column) for column in columns]
        self._weights = list(weights)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)
        self._rooms = [QVBoxLayout() for _column in columns]
        for room in self._rooms:
            room.setSpacing(12)
            self._layout.addLayout(room)
        self.columns = 0
        self._share(len(columns))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give every column the room it needs."""
        super().resizeEvent(event)
        fitting = max(1, (self.width() + 12) // (tokens().px(_LEAST) + 12))
        self._share(min(fitting, len(self._cards)))

    def _share(self, columns: int) -> None:
        if columns == self.columns:
            return
        self.columns = columns
        for room in self._rooms:
            while room.takeAt(0) is not None:
                pass
        for place, cards in enumerate(self._cards):
            for card in cards:
                self._rooms[place % columns].addWidget(card)
        for place, room in enumerate(self._rooms):
            room.addStretch(1)
            self._layout.setStretch(place, self._weights[place] if place < columns else 0)
        self.updateGeometry()
