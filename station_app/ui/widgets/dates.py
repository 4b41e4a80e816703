"""Days, times, months and periods, typed first: every one can be filled without the mouse."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Final, Generic, TypeVar

from dateutil.relativedelta import relativedelta
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QVBoxLayout

from station_app.i18n import _, language
from station_app.ui.icons import icon
from station_app.ui.theme import Tone, set_look, tokens
from station_app.ui.widgets.fields import TextField
from station_app.ui.widgets.typed import read_day, read_month, read_time

Value = TypeVar("Value")


class ReadField(TextField, Generic[Value]):
    """A field whose text is read as a value: `value()` is None while empty or unreadable.

    Leaving the field writes the value the one way it is written; Up and Down step it.
    """

    def __init__(self, icon_name: str, width: int) -> None:
        super().__init__()
        self.setMaxLength(20)
        self.setMinimumWidth(tokens().px(width))
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.tool = QAction(icon(icon_name, Tone.MUTED), "", self)
        self.addAction(self.tool, QLineEdit.ActionPosition.TrailingPosition)

    def read(self, text: str) -> Value | None:
        """What this text means."""
        raise NotImplementedError

    def written(self, value: Value) -> str:
        """The one way this value is written."""
        raise NotImplementedError

    def stepped(self, by: int, *, far: bool) -> Value:
        """The value some steps further; `far` for Page Up and Page Down."""
        raise NotImplementedError

    def value(self) -> Value | None:  # type: ignore[override]  # a value, no longer its text
        """What is typed; None while empty or unreadable."""
        return self.read(self.text())

    def set_value(self, value: Value | None) -> None:  # type: ignore[override]
        """Show this value, or nothing."""
        self.setText("" if value is None else self.written(value))

    def unreadable(self) -> bool:
        """Whether something is typed that means nothing."""
        return bool(self.text().strip()) and self.value() is None

    def complaint(self) -> str:
        """What to type instead."""
        raise NotImplementedError

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Write what was typed the one way it is written."""
        super().focusOutEvent(event)
        if (value := self.value()) is not None and self.text() != self.written(value):
            self.set_value(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down step the value, Page Up and Page Down by more."""
        steps = _STEPS.get(Qt.Key(event.key()))
        if steps is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        else:
            by, far = steps
            self.set_value(self.stepped(by, far=far))


_STEPS: Final = {
    Qt.Key.Key_Up: (-1, False),
    Qt.Key.Key_Down: (1, False),
    Qt.Key.Key_PageUp: (-1, True),
    Qt.Key.Key_PageDown: (1, True),
}


class DateField(ReadField[date]):
    """A day as 2026-03-05; `3-5` is this year's. Alt+Down or F4 shows a calendar."""

    def __init__(self, today: date, value: date | None = None) -> None:
        super().__init__("calendar", 148)
        self._today = today
        self.setPlaceholderText(_("yyyy-mm-dd"))
        self.tool.setToolTip(_("Calendar (F4)"))
        self.tool.triggered.connect(self.show_calendar)
        self.set_value(value)

    def read(self, text: str) -> date | None:
        """Read as days are typed."""
        return read_day(text, self._today)

    def written(self, value: date) -> str:
        """2026-03-05."""
        return value.isoformat()

    def stepped(self, by: int, *, far: bool) -> date:
        """A day further, or a month; from nothing, today."""
        start = self.value()
        if start is None:
            return self._today
        return start + (relativedelta(months=by) if far else timedelta(days=by))

    def complaint(self) -> str:
        """What to type instead."""
        return _("This is no date. Type it like 2026-03-05.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F4 and Alt+Down show the calendar."""
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() == Qt.Key.Key_F4 or (alt and event.key() == Qt.Key.Key_Down):
            self.show_calendar()
        else:
            super().keyPressEvent(event)

    def show_calendar(self) -> None:
        """Let the day be chosen from a month."""
        _Calendar(self, self.value() or self._today, self._take).open()

    def _take(self, day: date) -> None:
        self.set_value(day)
        self.setFocus(Qt.FocusReason.PopupFocusReason)


class TimeField(ReadField[time]):
    """A time of day as 08:30; `830` and `8` are read too. Up and Down go by five minutes."""

    def __init__(self, value: time | None = None) -> None:
        super().__init__("clock", 104)
        self.setPlaceholderText(_("hh:mm"))
        self.set_value(value)

    def read(self, text: str) -> time | None:
        """Read as times are typed."""
        return read_time(text)

    def written(self, value: time) -> str:
        """08:30."""
        return value.strftime("%H:%M")

    def stepped(self, by: int, *, far: bool) -> time:
        """Five minutes further, or an hour, within the day."""
        start = self.value() or time(9)
        minutes = start.hour * 60 + start.minute + by * (60 if far else 5)
        hour, minute = divmod(min(max(minutes, 0), 24 * 60 - 1), 60)
        return time(hour, minute)

    def complaint(self) -> str:
        """What to type instead."""
        return _("This is no time of day. Type it like 08:30.")


class MonthField(ReadField[date]):
    """A month as 2026-03; its value is the first day. Up and Down go by a month."""

    def __init__(self, today: date, value: date | None = None) -> None:
        super().__init__("calendar", 128)
        self._today = today
        self.setPlaceholderText(_("yyyy-mm"))
        self.set_value(value or today)

    def read(self, text: str) -> date | None:
        """Read as months are typed."""
        return read_month(text, self._today)

    def written(self, value: date) -> str:
        """2026-03."""
        return value.strftime("%Y-%m")

    def stepped(self, by: int, *, far: bool) -> date:
        """A month further, or a year."""
        start = self.value() or self._today.replace(day=1)
        return start + relativedelta(months=by * (12 if far else 1))

    def complaint(self) -> str:
        """What to type instead."""
        return _("This is no month. Type it like 2026-03.")


class _Calendar(QFrame):
    """A month to choose a day from, below its field."""

    def __init__(self, field: DateField, day: date, take: Callable[[date], None]) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._take = take
        self._field = field
        self._month = QCalendarWidget()
        self._month.setLocale(QLocale(language()))
        self._month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._month.setGridVisible(False)
        self._month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._month.setSelectedDate(QDate(day.year, day.month, day.day))
        self._month.activated.connect(self._chosen)
        self._month.clicked.connect(self._chosen)
        self.setFocusProxy(self._month)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._month)
        set_look(self, ground="popup")

    def open(self) -> None:
        """Come up below the field, or above it where there is no room."""
        field = self._field
        size = self.sizeHint()
        below = field.mapToGlobal(field.rect().bottomLeft())
        if below.y() + size.height() > field.screen().availableGeometry().bottom():
            below.setY(field.mapToGlobal(field.rect().topLeft()).y() - size.height())
        self.move(below)
        self.show()
        self._month.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the field as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _chosen(self, day: QDate) -> None:
        self._take(date(day.year(), day.month(), day.day()))
        self.close()
