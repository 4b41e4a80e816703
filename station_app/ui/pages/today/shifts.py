"""The shifts of the day on the first page, with who came."""

from station_app.clock import today
from station_app.i18n import _
from station_app.services.lists.posts import ShiftFilter, shift_ids, shift_rows
from station_app.ui.desk import Desk
from station_app.ui.pages.posts.columns import day_columns
from station_app.ui.tables import Empty, ListView, OfficeList
from station_app.ui.widgets import Card


class DayShifts(Card):
    """A list without the day, which the page tells already; Enter goes to the desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Shifts today"))
        self._desk = desk
        tables = frozenset({"shift", "post", "attendance"})
        self.view = ListView(
            desk,
            OfficeList(desk.office, shift_ids, shift_rows, tables),
            day_columns(desk.clock),
            name="day_shifts",
            label=_("Shifts today"),
            empty=Empty("calendar", _("No shift today.")),
            framed=False,
            counted=False,
        )
        self.body.addWidget(self.view, 1)
        self.view.opened.connect(lambda _key: desk.go("attendance"))
        self.view.open(self._filter())

    def catch_up(self) -> None:
        """Show the present day, and what has begun or ended since."""
        if self.view.model.filter == self._filter():
            self.view.model.reload()
        else:
            self.view.open(self._filter())

    def _filter(self) -> ShiftFilter:
        day = today(self._desk.clock)
        return ShiftFilter(day, day)
