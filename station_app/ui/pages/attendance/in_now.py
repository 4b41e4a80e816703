"""Who is in now, the latest on top; Enter on a row signs that person out."""

from PySide6.QtCore import Signal

from station_app.i18n import _
from station_app.services.lists.attendance import (
    Standing,
    StayFilter,
    StayOrder,
    StayRow,
    ids,
    rows,
)
from station_app.ui.desk import Desk
from station_app.ui.pages.attendance.columns import in_now_columns
from station_app.ui.tables import Empty, ListView, OfficeList
from station_app.ui.theme import tokens
from station_app.ui.widgets import Button, Card

_LEAST = 120


class InNow(Card):
    """The list of open stays of people who are here; `leaving(volunteer id)`."""

    leaving = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("In now"))
        source = OfficeList(desk.office, ids, rows, frozenset({"attendance"}))
        self.view = ListView(
            desk,
            source,
            in_now_columns(desk.clock, roomy=tokens().scale == 1),
            name="in_now",
            label=_("In now"),
            framed=False,
            counted=False,
            empty=Empty("check-in", _("Nobody is in. The first scan opens the day.")),
        )
        self.view.setMinimumHeight(tokens().px(_LEAST))
        self.out = Button(_("Sign out (Enter)"), icon="check-out")
        self.add_action(self.out)
        self.body.addWidget(self.view, 1)
        self.out.clicked.connect(self._sign_out)
        self.view.opened.connect(self._leave)
        self.view.chosen.connect(lambda _ids: self._offer())
        self.view.model.filled.connect(self._offer)
        self.view.model.order, self.view.model.descending = StayOrder.CAME, True
        self.view.open(StayFilter(standing=Standing.IN))
        self._offer()

    def catch_up(self) -> None:
        """Show the time that has passed."""
        self.view.model.reload()

    def _offer(self) -> None:
        count = len(self.view.model.ids())
        self.set_title(_("In now: {count}").format(count=count) if count else _("In now"))
        self.out.setEnabled(len(self.view.selected()) == 1)

    def _sign_out(self) -> None:
        selected = self.view.selected()
        if len(selected) == 1:
            self._leave(selected[0])

    def _leave(self, key: str) -> None:
        if (row := self._row(key)) is not None:
            self.leaving.emit(row.volunteer_id)

    def _row(self, key: str) -> StayRow | None:
        place = self.view.model.row_of(key)
        return self.view.model.row_at(place) if place >= 0 else None
