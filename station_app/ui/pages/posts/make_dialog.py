"""Make the shifts of a month: see first what would come of it."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.clock import today
from station_app.domain.posts import month_around
from station_app.i18n import _, ngettext
from station_app.services.posts import ShiftsPreview, make_shifts, preview_shifts
from station_app.ui.desk import Desk
from station_app.ui.widgets import (
    Banner,
    Choice,
    DialogFrame,
    Form,
    MonthField,
    Paragraph,
    Tone,
)
from station_app.wording import sentence

_QUIET_MS = 150
_NAMED_DAYS = 10


class MakeDialog(DialogFrame):
    """Asks for month and post; `made(count, month)` when the shifts stand."""

    made = Signal(int, object)

    def __init__(
        self, desk: Desk, parent: QWidget, posts: Sequence[tuple[UUID, str]], chosen: UUID | None
    ) -> None:
        super().__init__(parent, _("Make shifts"), primary=_("Make shifts"), width=520)
        self._desk = desk
        day = today(desk.clock)
        following, _last = month_around(day, months=1)
        form = Form(columns=2)
        self.month = form.add("month", _("Month"), MonthField(day, following), required=True)
        options: list[tuple[Any, str]] = [(None, _("All open posts")), *posts]
        self.post = form.add("post", _("Post"), Choice(options))
        self.post.set_value(chosen)
        form.rest()
        self.account = Paragraph()
        self.warning = Banner("", Tone.WARN)
        self.add_form(form)
        self.body.addWidget(self.account)
        self.body.addWidget(self.warning)
        self._shown = form
        form.edited.connect(lambda: desk.soon(self, "preview", _QUIET_MS, self._look))
        self.confirmed.connect(self._make)
        self._look()

    def _look(self) -> None:
        self._shown.rest()
        first = self.month.value()
        if first is None:
            self._shown.problem("month", self.month.complaint())
            self.set_busy(True)
            return
        self._desk.read(
            self,
            preview_shifts,
            *month_around(first),
            self.post.value(),
            done=self._show,
            newest="preview",
        )

    def _show(self, preview: ShiftsPreview) -> None:
        self.account.setText(account_of(preview))
        self.warning.say(_warning(preview), Tone.WARN)
        self.set_busy(not preview.new)
        self.refuse("")

    def _make(self) -> None:
        first = self.month.value()
        if first is None:
            return
        self.set_busy(True)
        self._desk.write(
            self,
            make_shifts,
            *month_around(first),
            self.post.value(),
            done=lambda count: self._done(count, first),
            refused=lambda error: self.refuse(sentence(error)),
        )

    def _done(self, count: int, first: date) -> None:
        self.made.emit(count, first)
        self.accept()


def account_of(preview: ShiftsPreview) -> str:
    """On a line each: 23 new shifts. 4 stand already. 2 days off are left out: 10-01, 10-02."""
    words = ngettext("{count} new shift.", "{count} new shifts.", preview.new)
    told = [words.format(count=preview.new)]
    if preview.standing:
        words = ngettext("{count} stands already.", "{count} stand already.", preview.standing)
        told.append(words.format(count=preview.standing))
    if preview.skipped:
        told.append(_skipped(preview.skipped))
    return "\n".join(told)


def _skipped(days: Sequence[date]) -> str:
    words = ngettext(
        "{count} day off is left out: {days}.", "{count} days off are left out: {days}.", len(days)
    )
    named = _(", ").join(f"{day:%m-%d}" for day in days[:_NAMED_DAYS])
    if len(days) > _NAMED_DAYS:
        named = _("{days} …").format(days=named)
    return words.format(count=len(days), days=named)


def _warning(preview: ShiftsPreview) -> str:
    if not preview.estimated:
        return ""
    return _(
        "The days off of {year} are not announced yet and only estimated. Check the shifts again "
        "when they are."
    ).format(year=_(", ").join(map(str, preview.estimated)))
