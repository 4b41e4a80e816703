"""One volunteer at one look, and what a clerk may do about them."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.clock import today
from station_app.domain.people import age_on
from station_app.i18n import _
from station_app.services.people import show_document
from station_app.services.portraits import Portrait, portrait
from station_app.ui.desk import Desk
from station_app.ui.pages.volunteers.document import DocumentLine
from station_app.ui.pages.volunteers.form import age_text
from station_app.ui.pages.volunteers.stays import StayList
from station_app.ui.theme import Size, Tone
from station_app.ui.widgets import (
    Badge,
    Button,
    Caption,
    DialogFrame,
    Facts,
    Kind,
    Tile,
    Title,
    Words,
)
from station_app.wording.labels import consent_way_label, service_class_label, sex_label
from station_app.wording.people import field_label
from station_app.wording.values import clock_text, day_text, hours_text


class PersonDialog(DialogFrame):
    """Shows a portrait, which follows the books while it is open.

    `correct(id)` when the record is to be corrected; sign-in and proof go to their own pages.
    """

    correct = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, shown: Portrait) -> None:
        super().__init__(parent, shown.name, primary=_("Sign in"), cancel=_("Close"), width=760)
        self.desk = desk
        self.person = shown
        self._number = Words("", Size.DISPLAY)
        self._number.setAccessibleName(_("Volunteer number"))
        self._badge = Badge("")
        self._tiles = tuple(
            Tile(label) for label in (_("Hours this year"), _("Hours in all"), _("Times served"))
        )
        self.document = DocumentLine()
        self.document.asked.connect(self._show_document)
        self._facts = Facts(columns=3)
        self._stays = StayList()
        self._furnish()
        self._add_buttons()
        self._fill(shown)
        desk.changed.connect(self._on_change)

    def _add_buttons(self) -> None:
        edit = Button(_("Correct…"), Kind.QUIET, icon="edit")
        edit.clicked.connect(lambda: self._leave_to(partial(self.correct.emit, self._id())))
        proof = Button(_("Issue a proof"), icon="certificates")
        proof.clicked.connect(
            lambda: self._leave_to(partial(self.desk.go, "certificates", self._id()))
        )
        self.add_button(edit, left=True)
        self.add_button(proof)
        self.confirmed.connect(
            lambda: self._leave_to(partial(self.desk.go, "attendance", self._id()))
        )

    def _fill(self, shown: Portrait) -> None:
        self.person = shown
        self._number.setText(shown.number)
        inside = shown.in_since is not None
        since = _("In since {time}").format(time=clock_text(shown.in_since))
        self._badge.show_status(since if inside else _("Not in now"), _tone(inside))
        self.primary.setText(_("Sign out") if inside else _("Sign in"))
        year, whole, visits = self._tiles
        year.show_figure(hours_text(shown.minutes_this_year))
        whole.show_figure(hours_text(shown.minutes))
        visits.show_figure(f"{shown.visits:,}")
        self.document.show_masked(shown.document_kind, shown.document_masked)
        self._facts.show_facts(self._known(shown))
        self._stays.show_stays(shown.stays)

    def _known(self, shown: Portrait) -> list[tuple[str, str]]:
        born = _("{day} · {age}").format(
            day=day_text(shown.born_on),
            age=age_text(age_on(shown.born_on, today(self.desk.clock))),
        )
        classes = _(", ").join(map(service_class_label, shown.service_classes))
        agreed = _("{way} · {day}").format(
            way=consent_way_label(shown.consent_way), day=day_text(shown.consent_on)
        )
        return [
            (field_label("sex"), sex_label(shown.sex)),
            (field_label("born_on"), born),
            (field_label("phone"), shown.phone),
            (field_label("area"), shown.area),
            (field_label("service_classes"), classes),
            (field_label("skills"), _(", ").join(shown.skills)),
            (_("Consent"), agreed),
            (_("Registered"), day_text(shown.registered_on)),
            (field_label("remark"), shown.remark),
        ]

    def _furnish(self) -> None:
        number = QVBoxLayout()
        number.setSpacing(0)
        number.addWidget(Caption(_("Volunteer number")))
        number.addWidget(self._number)
        head = QHBoxLayout()
        head.addLayout(number, 1)
        head.addWidget(self._badge)
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        for tile in self._tiles:
            tiles.addWidget(tile, 1)
        self.body.addLayout(head)
        self.body.addLayout(tiles)
        self.body.addWidget(self.document)
        self.body.addWidget(self._facts)
        self.body.addWidget(Title(_("Last stays")))
        self.body.addWidget(self._stays)

    def _show_document(self, why: str) -> None:
        self.desk.write(self, show_document, UUID(self._id()), why, done=self.document.show_whole)

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & {"volunteer", "attendance"}:
            self.desk.read(self, portrait, self.person.id, done=self._fill, newest="portrait")

    def _leave_to(self, there: Callable[[], object]) -> None:
        self.accept()
        there()

    def _id(self) -> str:
        return str(self.person.id)


def _tone(inside: bool) -> Tone:
    return Tone.OK if inside else Tone.MUTED
