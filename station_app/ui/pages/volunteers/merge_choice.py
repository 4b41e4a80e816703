"""Two values beside each other, one of them chosen: by mouse, by arrows, by Space."""

from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from station_app.i18n import _
from station_app.ui.theme import Size, Tone, set_look
from station_app.ui.widgets import Paragraph, Words


class Side(IntEnum):
    """Whose value: that of the record at the left, at the right, or both together."""

    LEFT = 0
    RIGHT = 1
    BOTH = 2


class ChoiceTable(QWidget):
    """One line a field; Tab goes from line to line, arrows choose within one.

    `chosen(key)` when somebody chose in a line.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._groups: dict[str, QButtonGroup] = {}
        self._options: dict[str, list[_Option]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        for column, stretch in enumerate((4, 10, 10, 0)):
            self._grid.setColumnStretch(column, stretch)

    def add(self, key: str, label: str, left: str, right: str, *, both: bool = False) -> None:
        """Add a line; `both` offers to keep both values."""
        row, group = self._grid.rowCount(), QButtonGroup(self)
        self._grid.addWidget(Paragraph(label, Size.CAPTION, Tone.MUTED), row, 0)
        options = [_Option(label, text, Paragraph()) for text in (left, right)]
        if both:
            options.append(_Option(label, _("Both"), Words()))
        for place, option in enumerate(options):
            group.addButton(option.radio, place)
            self._grid.addWidget(option, row, place + 1)
        group.idClicked.connect(lambda _place: self.chosen.emit(key))
        self._groups[key], self._options[key] = group, options

    def choose(self, key: str, side: Side) -> None:
        """Choose without telling."""
        self._options[key][side].radio.setChecked(True)

    def set_text(self, key: str, side: Side, text: str) -> None:
        """Show another value in this place."""
        self._options[key][side].set_text(text)

    def side(self, key: str) -> Side:
        """What is chosen in a line."""
        return Side(self._groups[key].checkedId())

    def sides(self) -> Mapping[str, Side]:
        """What is chosen in each line."""
        return {key: self.side(key) for key in self._groups}

    def radio(self, key: str, side: Side) -> QRadioButton:
        """The button of one value."""
        return self._options[key][side].radio


class _Option(QFrame):
    """A value on its ground; the whole of it can be pressed."""

    def __init__(self, label: str, text: str, words: Words) -> None:
        super().__init__()
        self._label = label
        self.radio = QRadioButton()
        self._words = words
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 2, 12, 2)
        layout.setSpacing(4)
        layout.addWidget(self.radio)
        layout.addWidget(self._words, 1)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.radio.toggled.connect(self._show_ground)
        self.set_text(text)
        self._show_ground(False)

    def set_text(self, text: str) -> None:
        """Show a value; a dash where there is none."""
        self._words.setText(text or "–")
        named = _("{label}: {value}").format(label=self._label, value=text or _("empty"))
        self.radio.setAccessibleName(named)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press anywhere on it chooses it."""
        super().mouseReleaseEvent(event)
        if self.rect().contains(event.position().toPoint()):
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()

    def _show_ground(self, chosen: bool) -> None:
        set_look(self, ground="info" if chosen else "card")
