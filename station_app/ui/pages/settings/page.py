"""The page Settings: this station, this screen, the books and how surely they are kept."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from station_app.i18n import _
from station_app.ui.desk import Desk
from station_app.ui.pages.settings.about import AboutPart
from station_app.ui.pages.settings.ages import AgesPart
from station_app.ui.pages.settings.books import BooksPart
from station_app.ui.pages.settings.calendar import CalendarPart
from station_app.ui.pages.settings.codes import CodesPart
from station_app.ui.pages.settings.hours import HoursPart
from station_app.ui.pages.settings.journal import JournalPart
from station_app.ui.pages.settings.look import LookPart
from station_app.ui.pages.settings.stars import StarsPart
from station_app.ui.pages.settings.station_card import StationPart
from station_app.ui.theme import tokens
from station_app.ui.widgets import Card, Page

_TWO_COLUMNS_FROM = 880


class SettingsPage(Page):
    """Cards, in two columns where there is room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Settings"))
        self.station = StationPart(desk)
        self.look = LookPart(desk)
        self.books = BooksPart(desk)
        self.journal = JournalPart(desk)
        self.stars = StarsPart(desk)
        self.hours = HoursPart(desk)
        self.ages = AgesPart(desk)
        self.codes = CodesPart(desk)
        self.calendar = CalendarPart(desk)
        self.cards = _Columns(
            (self.station, self.look, self.books, self.journal),
            (self.hours, self.stars, self.ages, self.codes, self.calendar, AboutPart()),
        )
        self.body.addWidget(self.cards)
        self.body.addStretch(1)

    def start(self) -> None:
        """Stand on the language, which somebody who cannot read this looks for."""
        self.look.language.setFocus(Qt.FocusReason.OtherFocusReason)

    def reveal(self, what: str) -> None:
        """Show a part by its name here: "stars", "ages", "codes" …"""
        part = getattr(self, what)
        assert isinstance(part, Card)
        scroll = self.findChild(QScrollArea)
        assert scroll is not None
        self.desk.soon(self, "reveal", 0, partial(_bring_up, scroll, part))


def _bring_up(scroll: QScrollArea, part: QWidget) -> None:
    """Show the part from its head: a long one does not fit as a whole."""
    inner = scroll.widget()
    assert inner is not None
    top = part.mapTo(inner, QPoint(0, 0)).y()
    scroll.verticalScrollBar().setValue(top)


class _Columns(QWidget):
    """Halves side by side or one below the other, then what takes the whole width."""

    def __init__(self, halves: tuple[QWidget, ...], wholes: tuple[QWidget, ...]) -> None:
        super().__init__()
        self._halves, self._wholes = halves, wholes
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        self._arrange(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as fit."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= tokens().px(_TWO_COLUMNS_FROM) else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for part in (*self._halves, *self._wholes):
            self._grid.removeWidget(part)
        for place, half in enumerate(self._halves):
            self._grid.addWidget(half, *divmod(place, columns))
        below = -(-len(self._halves) // columns)
        for row, whole in enumerate(self._wholes, start=below):
            self._grid.addWidget(whole, row, 0, 1, columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
