"""Registering somebody new: what is typed is never lost, and nobody is registered twice."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from station_app.clock import today
from station_app.domain.people import Draft, Registration
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.duplicates import Pair, people_like
from station_app.services.people import Registered, register
from station_app.ui.desk import Desk
from station_app.ui.pages.volunteers.drafts import DraftFile
from station_app.ui.pages.volunteers.form_dialog import PersonForm
from station_app.ui.pages.volunteers.form_values import carried_over
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Kind

_DRAFT_MS: Final = 400
_LIKE_MS: Final = 250


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
        self._like: Registration | None = None
        self.form.edited.connect(self._on_edited)
        self._bring_back()

    def save(self, *, go_on: bool = False) -> None:
        """Register; `go_on` leaves the form open for the next in the queue."""
        self.refuse("")
        if self.form.complain():
            return
        self._set_busy(True)
        done = self._on_saved_go_on if go_on else self._on_saved
        person, photo = self.person(), self.form.photo()
        self.desk.write(self, register, person, photo=photo, done=done, refused=self.refused)

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
        self._begin_anew()
        self._afresh.hide()
        self.told.say(registered_text(person), Tone.OK)
        self.form.start()
        self.saved.emit(person)

    def _bring_back(self) -> None:
        draft = self._file.read()
        self._afresh.setVisible(draft is not None)
        if draft is not None:
            self.form.show_draft(draft, self._file.read_photo())
            self.form.touched = True
            self.told.say(_("This is the registration left unfinished before."), Tone.INFO)
            self._look_up()
            self._look_for_like()

    def _start_afresh(self) -> None:
        self._forget()
        self.form.show_draft(Draft(consent_on=today(self.desk.clock)))
        self._begin_anew()
        self.told.say("")
        self._afresh.hide()
        self.form.start()

    def _begin_anew(self) -> None:
        """Nothing unfolded, and nobody meant."""
        self.form.fold.set_open(False)
        self._known.forget()
        self._like = None
        self._asked = self.form.document()

    def _on_edited(self) -> None:
        self.told.say("")
        self.desk.soon(self, "draft", _DRAFT_MS, self._keep)
        self._look_for_like()

    def _look_for_like(self) -> None:
        """Ask, after a moment of quiet, who is registered and may be this person."""
        someone = self.form.someone()
        if someone != self._like:
            self._like = someone
            self._known.show_like(())
            if someone is not None:
                self.desk.soon(self, "like", _LIKE_MS, partial(self._ask_for_like, someone))

    def _ask_for_like(self, someone: Registration) -> None:
        told = partial(self._on_like, someone)
        self.desk.read(self, people_like, someone, done=told, newest="like")

    def _on_like(self, someone: Registration, pairs: Sequence[Pair]) -> None:
        if someone == self._like:
            self._known.show_like(pairs)

    def _go_to_known(self, person: str) -> None:
        """Go there; what was typed is kept, since it may be somebody else after all."""
        self.reject()
        self.wanted.emit(person)

    def _keep(self) -> None:
        if self.form.touched:
            draft, photo = self.form.draft(), self.form.photo()
            self.desk.query(self, lambda: self._file.keep(draft, photo))

    def _forget(self) -> None:
        self.form.touched = False
        self.desk.query(self, self._file.drop)


def registered_text(person: Registered) -> str:
    """What is said when somebody is in the books."""
    return _("{name} is registered under number {number}.").format(
        name=person.name, number=person.number
    )
