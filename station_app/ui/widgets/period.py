"""A period of days: one of the usual ones, or two days typed."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.i18n import N_, _
from station_app.ui.widgets.dates import DateField
from station_app.ui.widgets.fields import Choice
from station_app.ui.widgets.words import Words

Days = tuple[date | None, date | None]


class Span(StrEnum):
    """The periods a desk asks for every day."""

    ALL = "all"
    TODAY = "today"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "this_year"
    LAST_YEAR = "last_year"
    CHOSEN = "chosen"


_WORDS: Final = {
    Span.ALL: N_("All time"),
    Span.TODAY: N_("This day"),
    Span.THIS_MONTH: N_("This month"),
    Span.LAST_MONTH: N_("Last month"),
    Span.THIS_YEAR: N_("This year"),
    Span.LAST_YEAR: N_("Last year"),
    Span.CHOSEN: N_("From – to"),
}


def days_of(span: Span, today: date) -> Days:
    """First and last day of a usual period, both included; (None, None) without bounds."""
    month = today.replace(day=1)
    year = date(today.year, 1, 1)
    day = timedelta(days=1)
    return {
        Span.ALL: (None, None),
        Span.TODAY: (today, today),
        Span.THIS_MONTH: (month, (month + 31 * day).replace(day=1) - day),
        Span.LAST_MONTH: ((month - day).replace(day=1), month - day),
        Span.THIS_YEAR: (year, date(today.year, 12, 31)),
        Span.LAST_YEAR: (date(today.year - 1, 1, 1), year - day),
        Span.CHOSEN: (None, None),
    }[span]


class PeriodField(QWidget):
    """First and last day, both included; either may be open. `changed` on every readable change."""

    changed = Signal()

    def __init__(self, today: date, span: Span = Span.ALL) -> None:
        super().__init__()
        self._today = today
        self._span = Choice(((one, _(words)) for one, words in _WORDS.items()), name=_("Period"))
        self._first = DateField(today)
        self._last = DateField(today)
        self._first.setAccessibleName(_("First day"))
        self._last.setAccessibleName(_("Last day"))
        self._dash = Words("–")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._span, self._first, self._dash, self._last):
            layout.addWidget(widget)
        self.setFocusProxy(self._span)
        self._span.changed.connect(self._on_span)
        self._first.changed.connect(self.changed)
        self._last.changed.connect(self.changed)
        self.set_span(span)

    def value(self) -> Days:
        """First and last day; None where open."""
        return self._first.value(), self._last.value()

    def unreadable(self) -> bool:
        """Whether something is typed that is no day."""
        return self._first.unreadable() or self._last.unreadable()

    def complaint(self) -> str:
        """What to type instead."""
        return self._first.complaint()

    def set_value(self, days: Days) -> None:
        """Show these days."""
        usual = (one for one in Span if one is not Span.CHOSEN)
        span = next((one for one in usual if days_of(one, self._today) == days), Span.CHOSEN)
        self._show(span, days)
        self.changed.emit()

    def set_span(self, span: Span) -> None:
        """Show one of the usual periods."""
        self._show(span, days_of(span, self._today))
        self.changed.emit()

    def _on_span(self) -> None:
        span = self._span.value()
        days = self.value() if span is Span.CHOSEN else days_of(span, self._today)
        self._show(span, days)
        self.changed.emit()

    def _show(self, span: Span, days: Days) -> None:
        fields = (self._span, self._first, self._last)
        blocked = [QSignalBlocker(field) for field in fields]
        self._span.set_value(span)
        self._first.set_value(days[0])
        self._last.set_value(days[1])
        del blocked
        for widget in (self._first, self._dash, self._last):
            widget.setVisible(span is Span.CHOSEN)
