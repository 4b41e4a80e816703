"""Entering a qualification from the paper that lies on the desk."""

from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.clock import today
from station_app.domain.fields import MissingField, TextLength
from station_app.domain.qualifications import (
    LONGEST_ISSUER,
    LONGEST_NUMBER,
    QualificationCard,
    QualificationEndsEarly,
)
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.qualifications import add_qualification
from station_app.ui.desk import Desk
from station_app.ui.widgets import Choice, DateField, DialogFrame, Form, TextField
from station_app.wording import sentence
from station_app.wording.labels import choices

_FIELD_OF: Final = {"qualification_number": "number", "qualification_kind": "kind"}


class QualificationDialog(DialogFrame):
    """Kind, number, who issued it, from when until when; `added()` once it is in the books."""

    added = Signal()

    def __init__(self, desk: Desk, parent: QWidget, who: UUID, name: str) -> None:
        title = _("Qualification of {name}").format(name=name)
        super().__init__(parent, title, primary=_("Add"), width=560)
        self._desk, self._who = desk, who
        day = today(desk.clock)
        self.form = Form(columns=2)
        add = self.form.add
        kinds = Choice(choices("qualification_kind", day))
        self.kind = add("kind", _("Qualification"), kinds, span=2, required=True)
        self.number = add("number", _("Number"), TextField())
        self.issuer = add("issuer", _("Issued by"), TextField())
        self.since = add("since", _("Valid from"), DateField(day), required=True)
        self.until = add(
            "until", _("Valid until"), DateField(day), hint=_("Empty: it does not lapse.")
        )
        self.number.setMaxLength(LONGEST_NUMBER)
        self.issuer.setMaxLength(LONGEST_ISSUER)
        self.add_form(self.form)
        self.confirmed.connect(self._add)
        self.form.rest()

    def _add(self) -> None:
        since = self.since.value()
        if not self.form.check() or since is None:
            return
        card = QualificationCard(
            kind=self.kind.value(),
            number=self.number.value(),
            issuer=self.issuer.value(),
            valid_from=since,
            valid_until=self.until.value(),
        )
        self.set_busy(True)
        self._desk.write(
            self, add_qualification, self._who, card, done=self._done, refused=self._refused
        )

    def _done(self, _key: UUID) -> None:
        self.form.rest()
        self.accept()
        self.added.emit()

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        if isinstance(error, MissingField | TextLength):
            self.form.problem(_FIELD_OF.get(error.field, error.field), sentence(error))
        elif isinstance(error, QualificationEndsEarly):
            self.form.problem("until", sentence(error))
        else:
            self.refuse(sentence(error))
