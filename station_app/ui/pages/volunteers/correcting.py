"""Correcting what was registered."""

from collections.abc import Sequence
from dataclasses import fields

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from station_app.domain.people import Draft
from station_app.i18n import _
from station_app.services.consents import Consents, consents_of
from station_app.services.people import PersonCard, Registered, change_volunteer, show_document
from station_app.services.photos import photo_of
from station_app.ui.desk import Desk
from station_app.ui.pages.volunteers.form_dialog import PersonForm
from station_app.ui.widgets import Button, Kind


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
        self._photo = b""
        self.form.fix_purposes(())
        self.form.ask_for_missing()
        desk.read(self, consents_of, card.id, done=self._on_consents)
        desk.read(self, photo_of, card.id, done=self._on_photo)
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
        person, photo = self.person(), self.form.photo()
        self.desk.write(
            self,
            change_volunteer,
            self._card.id,
            person,
            photo=None if photo == self._photo else photo,
            done=lambda _nothing: self._on_saved(person.name),
            refused=self.refused,
        )

    def _on_saved(self, name: str) -> None:
        self.form.touched = False
        self.saved.emit(Registered(self._card.id, self._card.number, name))
        self.accept()

    def _on_consents(self, consents: Consents) -> None:
        self.form.fix_purposes(purpose for purpose, held in consents.now.items() if held.holds)

    def _on_photo(self, photo: bytes | None) -> None:
        self._photo = photo or b""
        self.form.fields["photo"].set_value(self._photo)
        self.form.recheck()

    def _open_document(self) -> None:
        why = _("To correct the record")
        self.desk.write(self, show_document, self._card.id, why, done=self._on_open)

    def _on_open(self, number: str) -> None:
        self._open.hide()
        self.form.open_document(number)
        self.form.fields["document_number"].setFocus(Qt.FocusReason.OtherFocusReason)


def _draft(card: PersonCard) -> Draft:
    person = card.registration
    same = {
        one.name: getattr(person, one.name) for one in fields(Draft) if hasattr(person, one.name)
    }
    return Draft(**same, document_kind=person.document.kind, document_number=person.document.number)
