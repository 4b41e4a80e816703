"""Correcting a stay: the times as they were, as they are to be, and what that changes."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.clock import local, today
from station_app.domain.attendance import Span, checked_stay, written_span
from station_app.domain.closing import Month
from station_app.domain.crediting import CreditRule, credited
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.corrections import correct_stay
from station_app.services.lists.attendance import StayRow
from station_app.services.month_list import is_closed
from station_app.services.settings import credit_rule
from station_app.services.stay_stories import StayVersion
from station_app.ui.desk import Desk
from station_app.ui.theme import Tone
from station_app.ui.widgets import (
    Banner,
    DateField,
    DialogFrame,
    Form,
    NumberField,
    Paragraph,
    TextField,
    TimeField,
)
from station_app.wording import sentence
from station_app.wording.days import clock_span, day_words
from station_app.wording.hours import correction_text
from station_app.wording.values import hours_with_unit

LONGEST_PAUSE: Final = 600
LONGEST_TEXT: Final = 200


class CorrectDialog(DialogFrame):
    """`corrected(words)` tells what became of the hours once the new stay stands."""

    corrected = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, stay: StayRow, now: StayVersion) -> None:
        title = _("Correct the stay of {name}").format(name=stay.name)
        super().__init__(parent, title, primary=_("Correct"), width=600)
        self._desk, self._now = desk, now
        self._rule = CreditRule()
        self.body.addWidget(Paragraph(_was(stay, now)))
        self.frozen = Banner()
        self.body.addWidget(self.frozen)
        self.form = Form(columns=2)
        self._add_fields()
        self.add_form(self.form)
        self.preview = Banner()
        self.add_foot(self.preview)
        self.form.rest()
        self.form.edited.connect(self._preview)
        self.confirmed.connect(self._correct)
        desk.read(self, credit_rule, done=self._take_rule)
        desk.read(self, is_closed, Month.of(stay.day), done=self._tell_frozen)
        self._preview()

    def span(self) -> Span | None:
        """What is typed; None while something is missing."""
        day, came, left = self.day.value(), self.came.value(), self.left.value()
        if day is None or came is None or left is None:
            return None
        return written_span(day, came, left, overnight=True)

    def _add_fields(self) -> None:
        now, add = self._now, self.form.add
        since, until = local(now.came_at), local(now.left_at or now.came_at)
        day = DateField(today(self._desk.clock), since.date())
        self.day = add("day", _("Day"), day, required=True)
        self.pause = add(
            "pause",
            _("Pause"),
            NumberField(0, LONGEST_PAUSE, now.pause, unit=_("min")),
            hint=_("Minutes that do not count"),
        )
        came = TimeField(since.time().replace(second=0, microsecond=0))
        left = TimeField(until.time().replace(second=0, microsecond=0))
        self.came = add("came", _("Came at"), came, required=True)
        self.left = add(
            "left", _("Left at"), left, hint=_("Before coming: on the next day"), required=True
        )
        self.reason = add("reason", _("Why it is corrected"), TextField(), required=True, span=2)
        self.evidence = add("evidence", _("Evidence"), TextField(now.evidence), span=2)
        self.reason.setMaxLength(LONGEST_TEXT)
        self.evidence.setMaxLength(LONGEST_TEXT)

    def _take_rule(self, rule: CreditRule) -> None:
        self._rule = rule
        self._preview()

    def _tell_frozen(self, closed: bool) -> None:
        if closed:
            told = _("This month is closed: the change stands in its report, with day and reason.")
            self.frozen.say(told, Tone.WARN)
            self.refuse("")  # takes the room that is needed now

    def _preview(self) -> None:
        """What would count, or what stands against it."""
        if (span := self.span()) is None:
            self.preview.say("")
            return
        try:
            checked_stay(span, self._desk.clock.now())
            assert span.until is not None
            minutes = credited(span.since, span.until, self.pause.value(), self._rule)
        except StationError as error:
            self.preview.say(sentence(error), Tone.WARN)
            return
        self.preview.say(self._becomes(span, minutes), Tone.INFO)

    def _becomes(self, span: Span, minutes: int) -> str:
        was, becomes = _times(Span(self._now.came_at, self._now.left_at)), _times(span)
        told = correction_text(self._now.minutes or 0, minutes)
        if was == becomes:
            return told
        return _("{was} becomes {becomes}. {hours}").format(was=was, becomes=becomes, hours=told)

    def _correct(self) -> None:
        self.refuse("")
        if not self.form.check() or (span := self.span()) is None:
            return
        self.set_busy(True)
        self._desk.write(
            self,
            correct_stay,
            self._now.id,
            span,
            pause=self.pause.value(),
            reason=self.reason.value(),
            evidence=self.evidence.value(),
            done=lambda _key: self._done(),
            refused=self._refused,
        )

    def _done(self) -> None:
        self.form.rest()
        self.accept()
        self.corrected.emit(_("The stay is corrected. The earlier entry stays visible."))

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        self.refuse(sentence(error))


def _was(stay: StayRow, now: StayVersion) -> str:
    return _(
        "{post}, {day} {time}, {hours}. It stays visible, struck out, beside the new one."
    ).format(
        post=stay.post,
        day=day_words(stay.day),
        time=clock_span(now.came_at, now.left_at),
        hours=hours_with_unit(now.minutes or 0),
    )


def _times(span: Span) -> str:
    return _("{day} {time}").format(
        day=day_words(local(span.since).date()), time=clock_span(span.since, span.until)
    )
