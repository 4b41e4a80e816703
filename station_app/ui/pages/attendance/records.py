"""All stays of a period: where each is known from, what was struck out and why."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.clock import today
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
from station_app.ui.pages.attendance.columns import RECORD_COLUMNS
from station_app.ui.pages.attendance.stay_dialog import StayDialog
from station_app.ui.tables import Empty, ListView, OfficeList
from station_app.ui.widgets import Button, Choice, FilterBar, PeriodField, Span


class Records(QWidget):
    """Enter on a row shows the stay whole; `closing(stay)` asks to give it an end."""

    closing = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._add_filters()
        self.view = ListView(
            desk,
            OfficeList(desk.office, ids, rows, frozenset({"attendance"})),
            RECORD_COLUMNS,
            name="records",
            label=_("Sign-in records"),
            empty=Empty("attendance", _("No sign-in in this period.")),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.filters)
        layout.addWidget(self.view, 1)
        self.filters.changed.connect(lambda: self.view.set_filter(self._filter()))
        self.view.opened.connect(self.show_stay)
        self.view.chosen.connect(lambda _ids: self._offer())
        self.view.model.filled.connect(self._offer)
        self.view.model.order, self.view.model.descending = StayOrder.CAME, True
        self.view.open(self._filter())

    def offer_posts(self, posts: Sequence[tuple[UUID, str]]) -> None:
        """Let the list be narrowed to one of these posts."""
        options: list[tuple[Any, str]] = [(None, _("All posts")), *posts]
        self._post.set_options(options)

    def show_day(self, day: date) -> None:
        """Show the stays of one day."""
        self.filters.reset()
        self._period.set_value((day, day))

    def show_forgotten(self) -> None:
        """Show all sign-outs that were forgotten, of any time."""
        self.filters.reset()
        self._period.set_span(Span.ALL)
        self._standing.set_value(Standing.FORGOTTEN)

    def show_open(self, first: date, last: date) -> None:
        """Show the stays of these days that have no end."""
        self.filters.reset()
        self._period.set_value((first, last))
        self._standing.set_value(Standing.OPEN)

    def show_stay(self, key: str) -> None:
        """Show one stay whole."""
        self._open_stay([self._row(key)])

    def show_one(self, stay_id: UUID) -> None:
        """Show a stay whole that need not be in the list."""
        self._desk.read(self, rows, [str(stay_id)], done=self._open_stay, newest="stay")

    def _add_filters(self) -> None:
        self.filters = FilterBar()
        self._text = self.filters.search(_("Name, Pinyin, number or phone tail"))
        self._period = self.filters.add(PeriodField(today(self._desk.clock), Span.THIS_MONTH))
        self._post = self.filters.add(Choice([(None, _("All posts"))], name=_("Post")))
        standings = (
            (Standing.STANDING, _("Records that count")),
            (Standing.OPEN, _("Not signed out")),
            (Standing.FORGOTTEN, _("Forgotten")),
            (Standing.VOID, _("Struck out")),
        )
        self._standing = self.filters.add(Choice(standings, name=_("Which records")))
        self._show = Button(_("Details…"), icon="eye")
        self._show.clicked.connect(self._show_chosen)
        self.filters.add_right(self._show)

    def _filter(self) -> StayFilter:
        first, last = self._period.value()
        return StayFilter(
            first=first,
            last=last,
            post_id=self._post.value(),
            standing=self._standing.value(),
            text=self._text.value(),
        )

    def _offer(self) -> None:
        self._show.setEnabled(len(self.view.selected()) == 1)

    def _show_chosen(self) -> None:
        selected = self.view.selected()
        if len(selected) == 1:
            self.show_stay(selected[0])

    def _open_stay(self, found: Sequence[StayRow | None]) -> None:
        for row in filter(None, found):
            dialog = StayDialog(self._desk, self.window(), row)
            dialog.closing.connect(self.closing)
            dialog.open()

    def _row(self, key: str) -> StayRow | None:
        place = self.view.model.row_of(key)
        return self.view.model.row_at(place) if place >= 0 else None
