"""The last stays of one volunteer, as a short table that needs no scrolling."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from station_app.i18n import N_, _
from station_app.services.lists.attendance import StayRow
from station_app.ui.theme import Tone
from station_app.ui.widgets import Caption, Words
from station_app.wording.attendance import origin_label
from station_app.wording.values import clock_text, day_text, hours_text

_TITLES: Final = (N_("Day"), N_("Post"), N_("Time"), N_("Hours"), N_("Origin"))
_HOURS: Final = 3
_POST: Final = 1


class StayList(QWidget):
    """One line a stay, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(_POST, 1)

    def show_stays(self, stays: Sequence[StayRow]) -> None:
        """Show these stays, or that there are none yet."""
        while (item := self._grid.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()
        if not stays:
            self._grid.addWidget(Words(_("No stay yet."), tone=Tone.MUTED), 0, 0, 1, 5)
            return
        for column, title in enumerate(_TITLES):
            self._put(Caption(_(title)), 0, column)
        for line, stay in enumerate(stays, start=1):
            for column, words in enumerate(_cells(stay)):
                self._put(Words(words), line, column)

    def _put(self, words: Words, line: int, column: int) -> None:
        side = Qt.AlignmentFlag.AlignRight if column == _HOURS else Qt.AlignmentFlag.AlignLeft
        self._grid.addWidget(words, line, column, side)


def _cells(stay: StayRow) -> tuple[str, ...]:
    until = clock_text(stay.left_at) or _("still in")
    times = _("{came} – {left}").format(came=clock_text(stay.came_at), left=until)
    hours = hours_text(stay.minutes)
    return day_text(stay.day), stay.post, times, hours, origin_label(stay.origin)
