"""Fields to type into, all with `value()`, `set_value()` and `changed`; forms need no more."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from station_app.ui.icons import pixmap
from station_app.ui.theme import tokens


class TextField(QLineEdit):
    """One line of text; `value()` is stripped."""

    changed = Signal()

    def __init__(self, text: str = "", *, placeholder: str = "", icon: str = "") -> None:
        super().__init__(text)
        self.setPlaceholderText(placeholder)
        self.textChanged.connect(lambda _text: self.changed.emit())
        self._icon = icon
        if icon:
            self.setTextMargins(tokens().icon + 6, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and its icon before the text."""
        super().paintEvent(event)
        if self._icon:
            side = tokens().px(16)
            painter = QPainter(self)
            picture = pixmap(self._icon, tokens().colours.muted, side)
            painter.drawPixmap(10, (self.height() - side) // 2, picture)
            painter.end()

    def value(self) -> str:
        """What is typed, without space around it."""
        return self.text().strip()

    def set_value(self, text: str) -> None:
        """Show this text from its beginning."""
        self.setText(text)
        self.setCursorPosition(0)


class TextArea(QPlainTextEdit):
    """Several lines of text; Tab leaves it, as it leaves every field."""

    changed = Signal()

    def __init__(self, text: str = "", *, lines: int = 3) -> None:
        super().__init__(text)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 22)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        """What is typed, without space around it."""
        return self.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Show this text."""
        self.setPlainText(text)


class NumberField(QSpinBox):
    """A whole number within bounds, typed or stepped by the arrow keys."""

    changed = Signal()

    def __init__(self, least: int, most: int, value: int, *, unit: str = "") -> None:
        super().__init__()
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setFixedHeight(tokens().control)
        self.lineEdit().setTextMargins(9, 0, 0, 0)
        self.setRange(least, most)
        self.setValue(value)
        if unit:
            self.setSuffix(f" {unit}")
        self.valueChanged.connect(lambda _value: self.changed.emit())

    def set_value(self, value: int) -> None:
        """Show this number."""
        self.setValue(value)


# A combo box that adjusts to its contents shrinks to them on a timer, whatever its layout says.
_NEVER_SHRINK = QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow


class Choice(QComboBox):
    """One of several values, each with the words it is shown by."""

    changed = Signal()

    def __init__(self, options: Iterable[tuple[Any, str]] = (), *, name: str = "") -> None:
        """`name` is read out where no label stands beside the field."""
        super().__init__()
        self._values: list[Any] = []
        self.setSizeAdjustPolicy(_NEVER_SHRINK)
        self.setAccessibleName(name)
        self.setMaxVisibleItems(12)
        self.set_options(options)
        self.currentIndexChanged.connect(lambda _index: self.changed.emit())

    def set_options(self, options: Iterable[tuple[Any, str]]) -> None:
        """Offer other values; the present one stays chosen if it is among them."""
        kept = self.value()
        blocked = self.blockSignals(True)
        self.clear()
        self._values = []
        for value, words in options:
            self._values.append(value)
            self.addItem(words)
        self.blockSignals(blocked)
        self.set_value(kept)
        self.updateGeometry()

    def options(self) -> tuple[tuple[Any, str], ...]:
        """What is offered, with the words it is shown by."""
        words = (self.itemText(place) for place in range(self.count()))
        return tuple(zip(self._values, words, strict=True))

    def value(self) -> Any:
        """The chosen value; None if there is nothing to choose."""
        place = self.currentIndex()
        return self._values[place] if 0 <= place < len(self._values) else None

    def set_value(self, value: Any) -> None:
        """Choose this value; one that is not offered leaves the first chosen."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def sizeHint(self) -> QSize:
        """Room for the longest words and the arrow."""
        words = (self.itemText(place) for place in range(self.count()))
        longest = max(map(self.fontMetrics().horizontalAdvance, words), default=0)
        return QSize(longest + tokens().px(28) + 20, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, and our own arrow."""
        super().paintEvent(event)
        side = tokens().px(16)
        colours = tokens().colours
        colour = colours.muted if self.isEnabled() else colours.faint
        painter = QPainter(self)
        left = self.width() - side - 10
        target = QRectF(left, (self.height() - side) / 2, side, side)
        arrow = pixmap("chevron-down", colour, side)
        painter.drawPixmap(target, arrow, QRectF(arrow.rect()))
        painter.end()

    def wheelEvent(self, event: Any) -> None:
        """Scrolling a page must not change a value on the way."""
        event.ignore()


class Check(QCheckBox):
    """Yes or no."""

    changed = Signal()

    def __init__(self, words: str, on: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setChecked(on)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(lambda _on: self.changed.emit())

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()

    def set_value(self, on: bool) -> None:
        """Tick it or not."""
        self.setChecked(on)
