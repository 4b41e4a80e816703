"""Asking for hours nobody signed for: who, where, when, why, and who can vouch for it."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from station_app.clock import today
from station_app.domain.attendance import BeyondPlan, written_span
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.corrections import Asked, ask_supplement
from station_app.ui.desk import Desk
from station_app.ui.pages.certificates.person_field import PersonField
from station_app.ui.pages.hours.correct_dialog import LONGEST_PAUSE, LONGEST_TEXT
from station_app.ui.widgets import (
    Check,
    Choice,
    DateField,
    DialogFrame,
    Form,
    NumberField,
    Paragraph,
    TextField,
    TimeField,
)
from station_app.wording import sentence


class SupplementDialog(DialogFrame):
    """`asked()` once the hours wait for a second person."""

    asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget, posts: Sequence[tuple[UUID, str]]) -> None:
        super().__init__(parent, _("Supplement hours"), primary=_("Ask for the hours"), width=640)
        self._desk = desk
        told = _("They count once a second person has confirmed them.")
        self.body.addWidget(Paragraph(told))
        self.form = Form(columns=2)
        self._add_when(posts)
        self._add_why()
        self.add_form(self.form)
        self.person.setFocusProxy(self.person.search)  # only now: Enter in it is its own
        self.person.changed.connect(self._on_person)
        self.form.rest()
        self.confirmed.connect(self._ask)

    def _add_when(self, posts: Sequence[tuple[UUID, str]]) -> None:
        day, add = today(self._desk.clock), self.form.add
        self.person = add("person", _("Volunteer"), PersonField(self._desk), required=True, span=2)
        self.post = add("post", _("Post"), Choice(posts), required=True)
        self.day = add("day", _("Day"), DateField(day), required=True)
        self.came = add("came", _("Came at"), TimeField(), required=True)
        self.left = add(
            "left",
            _("Left at"),
            TimeField(),
            hint=_("Before coming: on the next day"),
            required=True,
        )
        self.pause = add(
            "pause",
            _("Pause"),
            NumberField(0, LONGEST_PAUSE, 0, unit=_("min")),
            hint=_("Minutes that do not count"),
        )
        self.witness = add(
            "witness", _("Witness"), TextField(), hint=_("Who can vouch for it"), required=True
        )

    def _add_why(self) -> None:
        add = self.form.add
        self.reason = add("reason", _("Why nobody signed"), TextField(), required=True, span=2)
        hint = _("Photo, duty book, message …")
        self.evidence = add("evidence", _("Evidence"), TextField(), hint=hint, span=2)
        self.beyond = add("beyond", _("Beyond the plan"), Check(_("More than was planned")), span=2)
        self.form.show_field("beyond", False)
        for field in (self.reason, self.evidence):
            field.setMaxLength(LONGEST_TEXT)

    def _on_person(self) -> None:
        if self.person.value() is not None:
            self.post.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask(self) -> None:
        self.refuse("")
        who, day, came, left = (
            self.person.value(),
            self.day.value(),
            self.came.value(),
            self.left.value(),
        )
        if not self.form.check() or who is None or day is None or came is None or left is None:
            return
        asked = Asked(
            volunteer_id=who,
            post_id=self.post.value(),
            span=written_span(day, came, left, overnight=True),
            pause=self.pause.value(),
            reason=self.reason.value(),
            witness=self.witness.value(),
            evidence=self.evidence.value(),
            beyond_plan=self.beyond.value(),
        )
        self.set_busy(True)
        self._desk.write(
            self, ask_supplement, asked, done=lambda _key: self._done(), refused=self._refused
        )

    def _done(self) -> None:
        self.form.rest()
        self.accept()
        self.asked.emit()

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        if isinstance(error, BeyondPlan):
            self.form.show_field("beyond", True)
            self.form.problem("beyond", sentence(error))
            self.refuse("")
        else:
            self.refuse(sentence(error))
