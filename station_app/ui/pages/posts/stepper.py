"""A month or a week to look at, with the way to the one before and the one after."""

from datetime import date, timedelta
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.domain.posts import month_around
from station_app.i18n import _
from station_app.ui.theme import tokens
from station_app.ui.widgets import Choice, IconButton, Words
from station_app.wording.days import day_words, month_words

_WEEK = timedelta(days=7)


class Stretch(StrEnum):
    """How much is looked at in one."""

    MONTH = "month"
    WEEK = "week"


class RangeStepper(QWidget):
    """First and last day of the month or week shown; `changed` when it is another."""

    changed = Signal()

    def __init__(self, today: date, stretch: Stretch = Stretch.MONTH) -> None:
        super().__init__()
        self._today = today
        self._day = today
        options = ((Stretch.MONTH, _("By month")), (Stretch.WEEK, _("By week")))
        self._stretch = Choice(options, name=_("Month or week"))
        self._stretch.set_value(stretch)
        self._words = Words("")
        self._words.setMinimumWidth(tokens().px(176))
        back = IconButton("chevron-left", _("Before"))
        on = IconButton("chevron-right", _("After"))
        back.clicked.connect(lambda: self.step(-1))
        on.clicked.connect(lambda: self.step(1))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self._stretch, back, on, self._words):
            layout.addWidget(widget)
        self.setFocusProxy(self._stretch)
        self._stretch.changed.connect(self._tell)
        self._show()

    def value(self) -> tuple[date, date]:
        """First and last day, both included."""
        if self._stretch.value() is Stretch.MONTH:
            return month_around(self._day)
        monday = self._day - timedelta(days=self._day.weekday())
        return monday, monday + _WEEK - timedelta(days=1)

    def set_value(self, days: tuple[date, date]) -> None:
        """Show the month or week in which these days begin."""
        self._day = days[0]
        self._tell()

    def step(self, by: int) -> None:
        """Go on by whole months or weeks."""
        first, _last = self.value()
        month = self._stretch.value() is Stretch.MONTH
        self._day = month_around(first, months=by)[0] if month else first + by * _WEEK
        self._tell()

    def _tell(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        first, last = self.value()
        words = month_words(first)
        if self._stretch.value() is Stretch.WEEK:
            words = _("{first} – {last}").format(first=day_words(first), last=day_words(last))
        self._words.setText(words)
