"""The shifts of the day with who came; gaps in plain sight."""

from station_app.clock import today
from station_app.i18n import _
from station_app.services.lists.posts import ShiftFilter, ShiftRow, shift_ids, shift_rows
from station_app.ui.desk import Desk
from station_app.ui.pages.posts.columns import narrow_columns, who_came
from station_app.ui.tables import Empty, ListView, OfficeList
from station_app.ui.theme import tokens
from station_app.ui.widgets import Button, Card, Kind, Paragraph, Tone
from station_app.wording.days import clock_span

_LEAST = 120


class ShiftsToday(Card):
    """A narrow list; below it the names of those who came to the chosen shift."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Shifts today"))
        self._desk = desk
        tables = frozenset({"shift", "post", "attendance"})
        self.view = ListView(
            desk,
            OfficeList(desk.office, shift_ids, shift_rows, tables),
            narrow_columns(desk.clock),
            name="shifts_today",
            label=_("Shifts today"),
            framed=False,
            counted=False,
            empty=Empty("calendar", _("No shift today. Whoever comes is signed in as a walk-in.")),
        )
        self.view.setMinimumHeight(tokens().px(_LEAST))
        self.other = Button(_("Expected"), Kind.QUIET, icon="volunteers")
        self.add_action(self.other)
        self.names = Paragraph("", tone=Tone.MUTED)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self.names)
        self.view.chosen.connect(lambda _ids: self._tell_names())
        self.view.model.filled.connect(self._tell_names)
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

    def _tell_names(self) -> None:
        row = self._chosen() or self._running()
        names = who_came(row) if row is not None else ""
        self.names.setVisible(bool(names))
        if row is not None:
            self.names.setText(
                _("{post} {time}: {names}").format(
                    post=row.post, time=clock_span(row.starts_at, row.ends_at), names=names
                )
            )

    def _chosen(self) -> ShiftRow | None:
        ids = self.view.selected()
        place = self.view.model.row_of(ids[0]) if ids else -1
        return self.view.model.row_at(place) if place >= 0 else None

    def _running(self) -> ShiftRow | None:
        now = self._desk.clock.now()
        rows = (self.view.model.row_at(place) for place in range(len(self.view.model.ids())))
        return next((row for row in rows if row and row.starts_at <= now < row.ends_at), None)
