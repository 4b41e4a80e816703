"""A short list that is read and not worked in: a line or two for each thing, within a card."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.ui.theme import Size, Tone
from station_app.ui.widgets.buttons import IconButton
from station_app.ui.widgets.cards import Badge
from station_app.ui.widgets.words import Paragraph, Words


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done with one line: an icon, what it is called, and the doing."""

    icon: str
    name: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Line:
    """What stands at the left and at the right, what stands below, a status, an act and a tip."""

    text: str
    right: str = ""
    below: str = ""
    chip: str = ""
    tone: Tone = Tone.MUTED
    act: Act | None = None
    tip: str = ""


class Lines(QWidget):
    """One line below the other; without any, a muted sentence."""

    def __init__(self, empty: str) -> None:
        super().__init__()
        self._empty = empty
        self._shown: Sequence[Line] | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self.show_lines(())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these instead of what stood here."""
        if self._shown is not None and list(self._shown) == list(lines):
            return
        self._shown = tuple(lines)
        while (item := self._layout.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        if not lines:
            self._layout.addWidget(Paragraph(self._empty, tone=Tone.MUTED))
        for line in lines:
            self._layout.addWidget(_Row(line))

    def texts(self) -> list[str]:
        """What can be read, line by line."""
        return [" ".join(_parts(line)) for line in self._shown or ()]


class _Row(QWidget):
    """One line; it is read out as a whole."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.setAccessibleName(" ".join(_parts(line)))
        self.setToolTip(line.tip)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(Paragraph(line.text), 1)
        if line.right:
            first.addWidget(Words(line.right), 0, Qt.AlignmentFlag.AlignTop)
        if line.chip:
            first.addWidget(Badge(line.chip, line.tone), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(first)
        if line.below:
            words.addWidget(Paragraph(line.below, Size.CAPTION, Tone.MUTED))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(words, 1)
        if line.act is not None:
            layout.addWidget(_button(line))


def _button(line: Line) -> IconButton:
    assert line.act is not None
    button = IconButton(line.act.icon, line.act.name)
    button.setAccessibleName(f"{line.act.name}: {line.text}")
    button.clicked.connect(lambda _checked, run=line.act.run: run())
    return button


def _parts(line: Line) -> list[str]:
    return [part for part in (line.text, line.right, line.chip, line.below) if part]
