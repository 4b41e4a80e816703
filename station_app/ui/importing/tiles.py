"""Figures side by side, each the head of a list: the chosen one says which list is shown."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.i18n import _
from station_app.ui.theme import set_look
from station_app.ui.widgets import Tile

_ASIDE: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TileRow(QWidget):
    """Tiles by key; `chosen(key)`. Arrows go from one to the next, Enter and Space choose."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.here = ""
        self._tiles: dict[str, Tile] = {}
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def add(self, key: str, label: str, icon: str) -> Tile:
        """Add a figure; the first one is chosen."""
        tile = Tile(label, icon=icon, opens=True)
        tile.clicked.connect(partial(self.choose, key))
        self._tiles[key] = tile
        self._layout.addWidget(tile, 1)
        return tile

    def choose(self, key: str) -> None:
        """Show what is behind this figure."""
        self.here = key
        for other, tile in self._tiles.items():
            set_look(tile, chosen=other == key)
            tile.setAccessibleDescription(_("Its list is shown.") if other == key else "")
        self.chosen.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go to the tile beside the one with the keyboard."""
        keys = [key for key, tile in self._tiles.items() if tile.hasFocus()]
        step = _ASIDE.get(Qt.Key(event.key()))
        shown = [key for key, tile in self._tiles.items() if not tile.isHidden()]
        if step is None or not keys:
            super().keyPressEvent(event)
            return
        place = (shown.index(keys[0]) + step) % len(shown)
        self._tiles[shown[place]].setFocus(Qt.FocusReason.OtherFocusReason)
        self.choose(shown[place])
