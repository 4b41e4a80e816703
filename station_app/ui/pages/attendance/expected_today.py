"""Who is expected today, who is late and who did not come; Enter signs the chosen one in."""

from typing import Final

from PySide6.QtCore import Signal

from station_app.clock import Clock, today
from station_app.i18n import N_, _
from station_app.services.lists.expected import ExpectedRow, Presence, ids, rows
from station_app.ui.desk import Desk
from station_app.ui.tables import Align, Column, Empty, ListView, OfficeList
from station_app.ui.theme import tokens
from station_app.ui.widgets import Button, Card, Kind, Tone
from station_app.wording.attendance import presence_label
from station_app.wording.values import clock_text

_LEAST: Final = 120
_TABLES: Final = frozenset({"assignment", "attendance", "shift", "post", "volunteer"})
_TONES: Final = {
    Presence.COMING: Tone.MUTED,
    Presence.LATE: Tone.WARN,
    Presence.IN: Tone.OK,
    Presence.DONE: Tone.INFO,
    Presence.MISSED: Tone.DANGER,
}


class ExpectedToday(Card):
    """`coming(volunteer id, post id)` on Enter for whoever is not there yet; `counted` how many."""

    coming = Signal(object, object)
    counted = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Expected today"))
        self._desk = desk
        self.view = ListView(
            desk,
            OfficeList(desk.office, ids, rows, _TABLES),
            _columns(desk.clock),
            name="expected_today",
            label=_("Expected today"),
            framed=False,
            counted=False,
            empty=Empty("calendar", _("Nobody is expected today.")),
        )
        self.view.setMinimumHeight(tokens().px(_LEAST))
        self.other = Button(_("Shifts"), Kind.QUIET, icon="calendar")
        self.add_action(self.other)
        self.body.addWidget(self.view, 1)
        self.view.opened.connect(self._open)
        self.view.model.filled.connect(self._count)
        self.view.open(today(desk.clock))

    def catch_up(self) -> None:
        """Show the present day, and who has become late since."""
        day = today(self._desk.clock)
        if self.view.model.filter == day:
            self.view.model.reload()
        else:
            self.view.open(day)

    def _count(self) -> None:
        count = len(self.view.model.ids())
        told = _("Expected today: {count}").format(count=count) if count else _("Expected today")
        self.set_title(told)
        self.counted.emit(count)

    def _open(self, key: str) -> None:
        place = self.view.model.row_of(key)
        row = self.view.model.row_at(place) if place >= 0 else None
        if row is not None and row.came_at is None:
            self.coming.emit(row.volunteer_id, row.post_id)


def _columns(clock: Clock) -> tuple[Column[ExpectedRow], ...]:
    return (
        Column(N_("Time"), lambda row: clock_text(row.starts_at), width=72),
        Column(N_("Name"), lambda row: row.name, width=104, strong=True),
        Column(N_("Post"), lambda row: row.post, width=96, stretch=True),
        Column(N_("Phone tail"), lambda row: row.phone[-4:], width=80),
        Column(
            N_("State"),
            lambda row: presence_label(row.presence(clock.now())),
            tone=lambda row: _TONES[row.presence(clock.now())],
            chip=True,
            align=Align.CENTRE,
            width=88,
        ),
    )
