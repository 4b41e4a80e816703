"""The shifts of a month or a week: gaps in plain sight, and the way to call one off."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.clock import today
from station_app.i18n import _
from station_app.services.lists.posts import (
    ShiftFilter,
    ShiftRow,
    ShiftState,
    shift_ids,
    shift_rows,
)
from station_app.services.posts import cancel_shift, restore_shift
from station_app.ui.desk import Desk
from station_app.ui.notices import Action
from station_app.ui.pages.posts.columns import shift_columns
from station_app.ui.pages.posts.stepper import RangeStepper
from station_app.ui.tables import Empty, ListView, OfficeList
from station_app.ui.widgets import Button, Choice, FilterBar, Tone
from station_app.ui.widgets.reason import ReasonDialog
from station_app.wording.days import clock_span, day_words

_TABLES = frozenset({"shift", "post", "attendance"})


class ShiftList(QWidget):
    """Shifts with who came; Enter on a past one shows its sign-in records."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.stepper = RangeStepper(today(desk.clock))
        self.filters = FilterBar()
        self._post = self.filters.add(Choice([(None, _("All posts"))], name=_("Post")))
        states = (
            (None, _("All shifts")),
            (ShiftState.SHORT, _("Too few came")),
            (ShiftState.CANCELLED, _("Called off")),
        )
        self._state = self.filters.add(Choice(states, name=_("Which shifts")))
        self._cancel = Button(_("Call off…"), icon="void")
        self.filters.add_right(self._cancel)
        source = OfficeList(desk.office, shift_ids, shift_rows, _TABLES)
        empty = Empty(
            "calendar", _("No shifts in this time. Make those of a month by “Make shifts…”.")
        )
        columns = shift_columns(desk.clock)
        self.view = ListView(desk, source, columns, name="shifts", label=_("Shifts"), empty=empty)
        self._lay_out()
        self._connect()
        self.view.open(self._filter())

    def offer_posts(self, posts: Sequence[tuple[UUID, str]]) -> None:
        """Let the list be narrowed to one of these posts."""
        options: list[tuple[Any, str]] = [(None, _("All posts")), *posts]
        self._post.set_options(options)

    def show_month(self, month: date) -> None:
        """Show the shifts that begin in this month."""
        self.stepper.set_value((month, month))

    def chosen(self) -> ShiftRow | None:
        """The shift that is chosen, if it is one."""
        ids = self.view.selected()
        return self._row(ids[0]) if len(ids) == 1 else None

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.stepper)
        top.addWidget(self.filters, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)

    def _connect(self) -> None:
        for part in (self.stepper, self.filters):
            part.changed.connect(lambda: self.view.set_filter(self._filter()))
        self.view.chosen.connect(lambda _ids: self._offer())
        self.view.model.filled.connect(self._offer)
        self.view.opened.connect(self._open)
        self._cancel.clicked.connect(self._on_cancel)
        self._offer()

    def _filter(self) -> ShiftFilter:
        return ShiftFilter(*self.stepper.value(), self._post.value(), self._state.value())

    def _row(self, key: str) -> ShiftRow | None:
        place = self.view.model.row_of(key)
        return self.view.model.row_at(place) if place >= 0 else None

    def _offer(self) -> None:
        row = self.chosen()
        self._cancel.setEnabled(row is not None and self._may_change(row))
        off = row is not None and row.cancelled
        self._cancel.setText(_("Hold after all") if off else _("Call off…"))

    def _may_change(self, row: ShiftRow) -> bool:
        return row.ends_at > self._desk.clock.now() and not row.came

    def _open(self, key: str) -> None:
        row = self._row(key)
        if row is not None and not self._may_change(row):
            self._desk.go("attendance", row.day.isoformat())
        elif row is not None:
            self._change(row)

    def _on_cancel(self) -> None:
        if (row := self.chosen()) is not None:
            self._change(row)

    def _change(self, row: ShiftRow) -> None:
        if row.cancelled:
            self._restore(row)
            return
        text = _("{post}, {day} {time}. The shift stays visible with the reason.").format(
            post=row.post,
            day=day_words(row.day),
            time=clock_span(row.starts_at, row.ends_at),
        )
        dialog = ReasonDialog(self.window(), _("Call off this shift?"), text, primary=_("Call off"))
        dialog.given.connect(
            lambda reason: self._desk.write(
                dialog,
                cancel_shift,
                row.id,
                reason,
                done=lambda _nothing: self._cancelled(dialog, row),
                refused=dialog.refused,
            )
        )
        dialog.open()

    def _cancelled(self, dialog: ReasonDialog, row: ShiftRow) -> None:
        dialog.accept()
        told = _("{post} on {day} is called off.").format(post=row.post, day=day_words(row.day))
        self._desk.tell(Tone.OK, told, Action(_("Undo"), partial(self._restore, row)))

    def _restore(self, row: ShiftRow) -> None:
        told = _("{post} on {day} is held after all.").format(post=row.post, day=day_words(row.day))
        self._desk.write(
            self, restore_shift, row.id, done=lambda _nothing: self._desk.tell(Tone.OK, told)
        )
