"""A few values side by side, one of them chosen."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget


class Options(QWidget):
    """Radio buttons in a row; arrows choose. `changed` only when somebody chose."""

    changed = Signal()

    def __init__(self, options: Sequence[tuple[Any, str]], chosen: Any) -> None:
        super().__init__()
        self._values = [value for value, _words in options]
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        for place, (value, words) in enumerate(options):
            button = QRadioButton(words)
            button.setChecked(value == chosen)
            self._group.addButton(button, place)
            layout.addWidget(button)
        layout.addStretch(1)
        self.setFocusProxy(self._group.button(self._values.index(chosen)))
        self._group.idClicked.connect(lambda _place: self.changed.emit())

    def value(self) -> Any:
        """The chosen value."""
        return self._values[self._group.checkedId()]

    def choose(self, value: Any) -> None:
        """Choose as a press would."""
        self._group.button(self._values.index(value)).click()
