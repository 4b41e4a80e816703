"""The row of filters above a list."""

from typing import Any, Protocol, TypeVar, cast

from PySide6.QtCore import QKeyCombination, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.i18n import _
from station_app.ui.theme import tokens
from station_app.ui.widgets.buttons import Button, Kind
from station_app.ui.widgets.fields import TextField

Field = TypeVar("Field", bound=QWidget)


class Filtering(Protocol):
    """What a filter field has: a value, and word of its change."""

    changed: SignalInstance

    def value(self) -> Any:
        """What is chosen or typed."""

    def set_value(self, value: Any) -> None:
        """Show this value."""


class FilterBar(QWidget):
    """Fields side by side and a way to clear them; `changed` when any of them changes.

    What a field holds when it is added counts as "no filter". Ctrl+F goes to the text field.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._fields: list[tuple[Filtering, Any]] = []
        self._clear = Button(_("Clear filters"), Kind.QUIET, icon="close")
        self._clear.clicked.connect(self.reset)
        self._clear.hide()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addWidget(self._clear)
        self._layout.addStretch(1)

    def search(self, placeholder: str) -> TextField:
        """Add a field for words."""
        field = TextField(placeholder=placeholder, icon="search")
        field.setAccessibleName(placeholder)
        field.setClearButtonEnabled(True)
        words = field.fontMetrics().horizontalAdvance(placeholder)
        field.setMinimumWidth(max(tokens().px(240), words + tokens().px(72)))
        keys = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_F)
        find = QShortcut(QKeySequence(keys), self)
        find.activated.connect(lambda: field.setFocus(Qt.FocusReason.ShortcutFocusReason))
        return self.add(field)

    def add(self, field: Field) -> Field:
        """Add a field that has `value`, `set_value` and `changed`."""
        kept = cast(Filtering, field)
        self._fields.append((kept, kept.value()))
        self._layout.insertWidget(len(self._fields) - 1, field)
        kept.changed.connect(self._on_changed)
        return field

    def add_right(self, widget: QWidget) -> None:
        """Put something at the right end that is no filter."""
        self._layout.addWidget(widget)

    def reset(self) -> None:
        """Take all filters back."""
        for field, first in self._fields:
            field.set_value(first)

    def _on_changed(self) -> None:
        self._clear.setVisible(any(field.value() != first for field, first in self._fields))
        self.changed.emit()
