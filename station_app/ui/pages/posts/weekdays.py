"""Seven switches for the days of the week: one stop of the Tab key, then arrows or figures."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from station_app.i18n import _
from station_app.ui.widgets import Button
from station_app.wording.values import weekday_text


class WeekdayField(QWidget):
    """A set of weekdays, Monday = 0. Space or 1 to 7 switch, Left and Right go along."""

    changed = Signal()

    def __init__(self, days: Iterable[int] = ()) -> None:
        super().__init__()
        self._days = [_Switch(day, self) for day in range(7)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for switch in self._days:
            layout.addWidget(switch, 1)
        self.set_value(frozenset(days))
        for switch in self._days:
            switch.toggled.connect(lambda _on: self.changed.emit())
        self._stop_at(0)

    def value(self) -> frozenset[int]:
        """The days switched on."""
        return frozenset(day for day, switch in enumerate(self._days) if switch.isChecked())

    def set_value(self, days: Iterable[int]) -> None:
        """Switch these days on and the others off."""
        wanted = frozenset(days)
        for day, switch in enumerate(self._days):
            switch.setChecked(day in wanted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes on to the switch it was at last."""
        super().focusInEvent(event)
        at = next(one for one in self._days if one.focusPolicy() == Qt.FocusPolicy.StrongFocus)
        at.setFocus(event.reason())

    def go_to(self, day: int) -> None:
        """Put the keyboard on the switch of this day, around the end of the week."""
        self._stop_at(day % 7)
        self._days[day % 7].setFocus(Qt.FocusReason.OtherFocusReason)

    def switch(self, day: int) -> None:
        """Switch this day on or off, and stand there."""
        self.go_to(day)
        self._days[day].toggle()

    def _stop_at(self, day: int) -> None:
        for place, switch in enumerate(self._days):
            here = place == day
            strong, click = Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.ClickFocus
            switch.setFocusPolicy(strong if here else click)


class _Switch(Button):
    """One day."""

    def __init__(self, day: int, week: WeekdayField) -> None:
        super().__init__(weekday_text(day))
        self._day = day
        self._week = week
        self.setCheckable(True)
        self.setToolTip(_("Space or {key}").format(key=day + 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along, figures switch, Enter belongs to the form around the week."""
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._week.go_to(self._day + (1 if key == Qt.Key.Key_Right else -1))
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_7:
            self._week.switch(key - Qt.Key.Key_1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QApplication.sendEvent(self._week, event)
        else:
            super().keyPressEvent(event)
