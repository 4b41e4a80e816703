"""Registering somebody, and correcting what was registered: one form, two dialogs."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from station_app.clock import today
from station_app.domain.documents import Document
from station_app.domain.people import (
    AlreadyRegistered,
    ConsentAfterRegistration,
    Draft,
    registration,
)
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.people import (
    PersonCard,
    Registered,
    change_volunteer,
    register,
    show_document,
    who_has,
)
from station_app.ui.desk import Desk
from station_app.ui.pages.volunteers.drafts import DraftFile
from station_app.ui.pages.volunteers.form import RegistrationForm, carried_over
from station_app.ui.pages.volunteers.known import KnownNotice
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import Banner, Button, DialogFrame, Kind
from station_app.wording import sentence

_WIDE: Final = 960
_NARROW: Final = 680
_DRAFT_MS: Final = 400


class PersonForm(DialogFrame):
    """The form in its dialog, with a live look at whether the document is known already.

    `saved(Registered)` after each person who went into the books; `wanted(id)` when the clerk asks
    for the person who has the document.
    """

    saved = Signal(object)
    wanted = Signal(str)

    def __init__(
        self, desk: Desk, parent: QWidget, title: str, areas: Sequence[str], primary: str
    ) -> None:
        wide = parent.window().width() >= tokens().px(_WIDE)
        super().__init__(parent, title, primary=primary, width=_WIDE if wide else _NARROW)
        self.desk = desk
        self.form = RegistrationForm(today(desk.clock), areas, columns=3 if wide else 2)
        self.told = Banner()
        self._known = KnownNotice()
        self._known.wanted.connect(self._go_to_known)
        self._asked: Document | None = None
        self.body.addWidget(self.told)
        self.add_form(self.form)
        self.body.addWidget(self._known)
        self.form.edited.connect(self._look_up)
        self.confirmed.connect(self.save)

    def save(self) -> None:
        """Put the person into the books, unless something is wrong."""
        raise NotImplementedError

    def own_id(self) -> str:
        """The id of the person in the form, where there is one already."""
        return ""

    def refused(self, error: StationError) -> None:
        """Say what stands against it, at the field where it is about one."""
        self.set_busy(False)
        if isinstance(error, AlreadyRegistered):
            self._asked = None
            self._look_up()
        elif isinstance(error, ConsentAfterRegistration):
            self.form.object_to("consent_on", sentence(error))
            self.form.fields["consent_on"].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.refuse(sentence(error))

    def _look_up(self) -> None:
        """Whether somebody has this document: asked once for every number that holds."""
        document = self.form.document()
        if document == self._asked:
            return
        self._asked = document
        self._known.forget()
        self.form.object_to("document_number", "")
        if document is not None:
            answered = partial(self._on_known, document)
            self.desk.read(self, who_has, document, done=answered, newest="known")

    def _on_known(self, document: Document, other: Registered | None) -> None:
        if document != self._asked or other is None or str(other.id) == self.own_id():
            return
        told = sentence(AlreadyRegistered(other.name, other.number))
        self.form.object_to("document_number", told)
        self._known.show_person(other)

    def _go_to_known(self, person: str) -> None:
        self.form.touched = False
        self.close()
        self.wanted.emit(person)


class RegisterDialog(PersonForm):
    """Somebody new. What is typed outlives the dialog, the window and a power cut."""

    def __init__(self, desk: Desk, parent: QWidget, areas: Sequence[str]) -> None:
        super().__init__(desk, parent, _("Register a volunteer"), areas, _("Save"))
        self._file = DraftFile(desk.places)
        self._next = Button(_("Save and next"))
        self._next.setToolTip(_("Ctrl+Enter"))
        self._next.clicked.connect(lambda: self.save(go_on=True))
        self.primary.setToolTip(_("Ctrl+S"))
        self._afresh = Button(_("Start afresh"), Kind.QUIET, icon="refresh")
        self._afresh.clicked.connect(self._start_afresh)
        self.add_button(self._afresh, left=True)
        self.add_button(self._next)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            keys = QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, key))
            QShortcut(keys, self).activated.connect(self._next.click)
        self.form.edited.connect(self._on_edited)
        self._bring_back()

    def save(self, *, go_on: bool = False) -> None:
        """Register; `go_on` leaves the form open for the next in the queue."""
        self.refuse("")
        if self.form.complain():
            return
        self._set_busy(True)
        person = registration(self.form.draft(), today=today(self.desk.clock))
        done = self._on_saved_go_on if go_on else self._on_saved
        self.desk.write(self, register, person, done=done, refused=self.refused)

    def refused(self, error: StationError) -> None:
        """Say what stands against it."""
        self._set_busy(False)
        super().refused(error)

    def reject(self) -> None:
        """Close; what was typed is kept for the next time."""
        if self.form.touched:
            self._keep()
            self.desk.tell(Tone.INFO, _("The unfinished registration is kept. Register opens it."))
        self.form.touched = False
        super().reject()

    def _set_busy(self, busy: bool) -> None:
        self.set_busy(busy)
        self._next.setEnabled(not busy)

    def _on_saved(self, person: Registered) -> None:
        self._forget()
        self.saved.emit(person)
        self.accept()

    def _on_saved_go_on(self, person: Registered) -> None:
        self._set_busy(False)
        self._forget()
        self.form.show_draft(carried_over(self.form.draft()))
        self._afresh.hide()
        self.told.say(registered_text(person), Tone.OK)
        self.form.start()
        self.saved.emit(person)

    def _bring_back(self) -> None:
        draft = self._file.read()
        self._afresh.setVisible(draft is not None)
        if draft is not None:
            self.form.show_draft(draft)
            self.form.touched = True
            self.told.say(_("This is the registration left unfinished before."), Tone.INFO)
            self._look_up()

    def _start_afresh(self) -> None:
        self._forget()
        self.form.show_draft(Draft(consent_on=today(self.desk.clock)))
        self.told.say("")
        self._afresh.hide()
        self.form.start()

    def _on_edited(self) -> None:
        self.told.say("")
        self.desk.soon(self, "draft", _DRAFT_MS, self._keep)

    def _keep(self) -> None:
        if self.form.touched:
            draft = self.form.draft()
            self.desk.query(self, lambda: self._file.keep(draft))

    def _forget(self) -> None:
        self.form.touched = False
        self.desk.query(self, self._file.drop)


class CorrectDialog(PersonForm):
    """Somebody registered. The document number stays masked until the clerk asks for it."""

    def __init__(self, desk: Desk, parent: QWidget, card: PersonCard, areas: Sequence[str]) -> None:
        self._card = card
        person = card.registration
        title = _("Correct the record of {name}").format(name=person.name)
        super().__init__(desk, parent, title, areas, _("Save"))
        self.form.show_draft(_draft(card))
        self.form.mask_document(person.document.number)
        self._asked = person.document
        self._open = Button(_("Correct the document…"), Kind.QUIET, icon="eye")
        self._open.clicked.connect(self._open_document)
        self.add_button(self._open, left=True)

    def own_id(self) -> str:
        """The person's id."""
        return str(self._card.id)

    def save(self) -> None:
        """Write down what was corrected."""
        self.refuse("")
        if self.form.complain():
            return
        self.set_busy(True)
        person = registration(self.form.draft(), today=today(self.desk.clock))
        self.desk.write(
            self,
            change_volunteer,
            self._card.id,
            person,
            done=lambda _nothing: self._on_saved(person.name),
            refused=self.refused,
        )

    def _on_saved(self, name: str) -> None:
        self.form.touched = False
        self.saved.emit(Registered(self._card.id, self._card.number, name))
        self.accept()

    def _open_document(self) -> None:
        why = _("To correct the record")
        self.desk.write(self, show_document, self._card.id, why, done=self._on_open)

    def _on_open(self, number: str) -> None:
        self._open.hide()
        self.form.open_document(number)
        self.form.fields["document_number"].setFocus(Qt.FocusReason.OtherFocusReason)


def registered_text(person: Registered) -> str:
    """What is said when somebody is in the books."""
    return _("{name} is registered under number {number}.").format(
        name=person.name, number=person.number
    )


def _draft(card: PersonCard) -> Draft:
    person = card.registration
    return Draft(
        name=person.name,
        sex=person.sex,
        born_on=person.born_on,
        document_kind=person.document.kind,
        document_number=person.document.number,
        area=person.area,
        phone=person.phone,
        skills=person.skills,
        service_classes=person.service_classes,
        consent_on=person.consent_on,
        consent_way=person.consent_way,
        remark=person.remark,
    )
