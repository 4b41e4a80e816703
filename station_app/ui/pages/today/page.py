"""The page Today: the figures of the day, its shifts, and what is due."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout

from station_app.clock import local
from station_app.clock import today as day_of
from station_app.domain.calendar import DayKind, SpecialDay
from station_app.i18n import _
from station_app.services.today import Today, today
from station_app.ui.desk import Desk
from station_app.ui.pages.today.figures import Figures
from station_app.ui.pages.today.hours_chart import HoursChart
from station_app.ui.pages.today.shifts import DayShifts
from station_app.ui.pages.today.to_do import ToDo
from station_app.ui.theme import tokens
from station_app.ui.widgets import Button, Card, Kind, Page
from station_app.wording.days import long_day

_MINUTE_MS = 60_000
_QUIET_MS = 100
_LARGE = 1.5
_TABLES = frozenset(
    {
        "assignment",
        "attendance",
        "bundle",
        "calendar_day",
        "certificate",
        "month_close",
        "post",
        "shift",
        "volunteer",
    }
)


class TodayPage(Page):
    """What a clerk sees on coming in. All figures are of one moment."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Today"))
        self._add_actions()
        self.figures = Figures(desk)
        self.shifts = DayShifts(desk)
        self.to_do = ToDo(desk)
        self.chart = HoursChart()
        lately = Card(_("Hours of the last days"))
        lately.body.addWidget(self.chart)
        below = QHBoxLayout()
        below.setSpacing(16)
        below.addWidget(self.shifts, 3)
        below.addWidget(self.to_do, 2)
        self.body.addWidget(self.figures)
        self.body.addLayout(below, 1)
        self.body.addWidget(lately)
        desk.changed.connect(self._on_change)
        self._minute = QTimer(self, interval=_MINUTE_MS)
        self._minute.timeout.connect(self._catch_up)
        self._minute.start()

    def refresh(self) -> None:
        """Look again, on every visit."""
        self.shifts.catch_up()
        self.desk.read(self, today, done=self._show, newest="today")

    def _add_actions(self) -> None:
        ways = (
            (_("Export bundle"), "export", "bundles", "write", Kind.SECONDARY),
            (_("Issue certificate"), "certificates", "certificates", "", Kind.SECONDARY),
            (_("Register volunteer"), "person-add", "volunteers", "new", Kind.SECONDARY),
            (_("Sign in"), "check-in", "attendance", "", Kind.PRIMARY),
        )
        for words, icon, page, what, kind in ways:
            button = Button(words, kind, icon=icon if tokens().scale < _LARGE else "")
            button.clicked.connect(lambda _on=False, page=page, what=what: self.desk.go(page, what))
            self.add_action(button)

    def _catch_up(self) -> None:
        if self.isVisible():
            self.refresh()

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & _TABLES and self.isVisible():
            self.desk.soon(self, "look", _QUIET_MS, self.refresh)

    def _show(self, now: Today) -> None:
        self.figures.show_day(now)
        self.to_do.show_due(now.unrecorded, now.due)
        self.chart.show_days(now.lately)
        self.set_subtitle(self._greeting(now.special))

    def _greeting(self, special: SpecialDay | None) -> str:
        clock = self.desk.clock
        day = long_day(day_of(clock))
        if special is not None:
            day = _("{day} ({name})").format(day=day, name=_name(special))
        words = greeting(local(clock.now()).hour)
        return _("{greeting} It is {day}.").format(greeting=words, day=day)


def greeting(hour: int) -> str:
    """Good morning until noon, good afternoon until six."""
    if hour < 12:
        return _("Good morning.")
    return _("Good afternoon.") if hour < 18 else _("Good evening.")


def _name(special: SpecialDay) -> str:
    return _("make-up working day") if special.kind is DayKind.WORKED else special.name
