"""The form of a person in its dialog: what registering and correcting have in common."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from station_app.clock import today
from station_app.domain.documents import Document
from station_app.domain.people import (
    AgeRules,
    AlreadyRegistered,
    ConsentAfterRegistration,
    Registration,
    registration,
)
from station_app.errors import StationError
from station_app.services.people import Registered, who_has
from station_app.services.settings import ages
from station_app.ui.desk import Desk
from station_app.ui.pages.volunteers.form import RegistrationForm
from station_app.ui.pages.volunteers.known import KnownNotice
from station_app.ui.theme import tokens
from station_app.ui.widgets import Banner, DialogFrame
from station_app.wording import sentence

_WIDTHS: Final = {4: 1240, 3: 960, 2: 680}  # of the dialog, by columns


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
        space = parent.window().width()
        columns = next((n for n, wide in _WIDTHS.items() if tokens().px(wide) <= space), 2)
        super().__init__(parent, title, primary=primary, width=_WIDTHS[columns])
        self.desk = desk
        self.form = RegistrationForm(today(desk.clock), areas, columns=columns)
        self.told = Banner()
        self._known = KnownNotice()
        self._known.wanted.connect(self._go_to_known)
        self._known.reshaped.connect(self._reshape)
        self._asked: Document | None = None
        self._ages = AgeRules()
        self.body.addWidget(self.told)
        self.add_form(self.form)
        self.add_foot(self._known)
        self.form.edited.connect(self._look_up)
        self.form.reshaped.connect(self._reshape)
        self.form.unfolded.connect(lambda: desk.soon(self, "unfolded", 0, self._show_unfolded))
        self.confirmed.connect(self.save)
        desk.read(self, ages, done=self._on_ages)

    def save(self) -> None:
        """Put the person into the books, unless something is wrong."""
        raise NotImplementedError

    def own_id(self) -> str:
        """The id of the person in the form, where there is one already."""
        return ""

    def person(self) -> Registration:
        """The person as the form has it; raises what is wrong with it."""
        return registration(self.form.draft(), today=today(self.desk.clock), ages=self._ages)

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

    def _on_ages(self, rules: AgeRules) -> None:
        self._ages = rules
        self.form.set_ages(rules)

    def _reshape(self) -> None:
        """Find the new size once the layouts inside have found theirs."""
        self.desk.soon(self, "shape", 0, self._fit)

    def _show_unfolded(self) -> None:
        """Bring what was unfolded into sight, and the keyboard to its beginning."""
        if self.form.fold.is_open():
            fields = self.form.fields
            self._scroll.ensureWidgetVisible(fields["languages"], 0, tokens().px(32))
            fields["ethnic_group"].setFocus(Qt.FocusReason.TabFocusReason)
