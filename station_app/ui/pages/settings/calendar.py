"""The days off of a year, and how surely they are known."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QGridLayout, QWidget

from station_app.clock import today
from station_app.domain.calendar import SpecialDay, Status, Stretch, stretches
from station_app.i18n import _, ngettext
from station_app.services.calendar import days_of_year
from station_app.ui.desk import Desk
from station_app.ui.theme import Size, Tone
from station_app.ui.widgets import Badge, Banner, Caption, Card, Choice, Words
from station_app.wording.values import day_text, weekday_text


class CalendarPart(Card):
    """One line a stretch of days off; a year that is only estimated says so."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Days off and make-up working days"))
        self.desk = desk
        year = today(desk.clock).year
        years = [(one, str(one)) for one in range(year - 1, year + 3)]
        self.year = Choice(years, name=_("Year"))
        self.year.set_value(year)
        self.year.changed.connect(self._read)
        self.status = Badge("")
        self.warning = Banner()
        self._lines = QWidget()
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(3, 1)
        self.add_action(self.status)
        self.add_action(self.year)
        self.body.addWidget(self.warning)
        self.body.addWidget(self._lines)
        self._read()

    def _read(self) -> None:
        self.desk.read(self, days_of_year, self.year.value(), done=self._show, newest="days")

    def _show(self, days: tuple[SpecialDay, ...]) -> None:
        official = any(day.status is Status.OFFICIAL for day in days)
        words = _("Official") if official else _("Estimated")
        self.status.show_status(words, Tone.OK if official else Tone.WARN)
        estimated = _(
            "The days off of {year} are only estimated: their announcement is not known here yet, "
            "and make-up working days are missing. Compare before you plan."
        )
        told = "" if official else estimated.format(year=self.year.value())
        self.warning.say(told, Tone.WARN)
        self._fill(stretches(days))

    def _fill(self, lines: Sequence[Stretch]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        titles = (_("Holiday"), _("Days off"), _("Length"), _("Worked instead"))
        for column, title in enumerate(titles):
            self._grid.addWidget(Caption(title), 0, column)
        for row, line in enumerate(lines, start=1):
            for column, words in enumerate(_cells(line)):
                size = Size.STRONG if column == 0 else Size.BODY
                self._grid.addWidget(Words(words, size), row, column)


def _cells(line: Stretch) -> tuple[str, ...]:
    count = line.length
    length = ngettext("{count} day", "{count} days", count).format(count=count)
    span = _("{first} – {last}").format(first=_day(line.first), last=_day(line.last))
    first = _day(line.first) if line.first == line.last else span
    return line.name, first, length, _(", ").join(map(_day, line.worked)) or "–"


def _day(day: date) -> str:
    return _("{day} {weekday}").format(day=day_text(day), weekday=weekday_text(day.weekday()))
