"""The figures of the day: six tiles, each the way to what it counts."""

from collections.abc import Callable

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from station_app.i18n import _, ngettext
from station_app.services.today import Today
from station_app.ui.desk import Desk
from station_app.ui.theme import tokens
from station_app.ui.widgets import Tile, Tone
from station_app.wording.values import day_text, hours_text

_WIDE = 960


class Figures(QWidget):
    """In one row where there is room, else in two."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._day = ""
        self.in_now = self._tile(_("In now"), "check-in", lambda: desk.go("attendance"))
        self.came = self._tile(_("Came today"), "person", lambda: desk.go("attendance", self._day))
        self.shifts = self._tile(_("Shifts today"), "calendar", lambda: desk.go("posts", "shifts"))
        self.forgotten = self._tile(
            _("Forgotten sign-outs"), "clock", lambda: desk.go("attendance", "forgotten")
        )
        self.hours = self._tile(
            _("Hours this month"), "attendance", lambda: desk.go("attendance", "month")
        )
        self.volunteers = self._tile(_("Volunteers"), "volunteers", lambda: desk.go("volunteers"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._columns = 0
        self._arrange(len(self._tiles()))

    def show_day(self, now: Today) -> None:
        """Show the figures of this moment."""
        self._day = day_text(now.day)
        self.in_now.show_figure(str(now.in_now), tone=Tone.OK if now.in_now else Tone.PLAIN)
        self.came.show_figure(str(now.came))
        worry = Tone.WARN if now.short else Tone.PLAIN
        self.shifts.show_figure(str(len(now.shifts)), note=_short(now.short), tone=worry)
        self.forgotten.show_figure(
            str(now.forgotten), tone=Tone.DANGER if now.forgotten else Tone.PLAIN
        )
        self.hours.show_figure(hours_text(now.minutes), note=_("hours"))
        self.volunteers.show_figure(f"{now.volunteers:,}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into two rows where one is too narrow."""
        super().resizeEvent(event)
        self._arrange(6 if self.width() >= tokens().px(_WIDE) else 3)

    def _tile(self, label: str, icon: str, go: Callable[[], object]) -> Tile:
        tile = Tile(label, icon=icon, opens=True)
        tile.clicked.connect(go)
        return tile

    def _tiles(self) -> tuple[Tile, ...]:
        return (
            self.in_now,
            self.came,
            self.shifts,
            self.forgotten,
            self.hours,
            self.volunteers,
        )

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self._tiles()):
            self._grid.addWidget(tile, *divmod(place, columns))
        for column in range(len(self._tiles())):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)


def _short(count: int) -> str:
    if not count:
        return ""
    return ngettext("{count} short", "{count} short", count).format(count=count)
