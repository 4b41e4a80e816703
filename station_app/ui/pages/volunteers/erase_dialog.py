"""Erasing one person's data: what goes beside what stays and why, then a second deliberate step."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.erasing import LONGEST_NOTE, Cause
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.erasing import (
    ErasedAll,
    ErasurePreview,
    erase_people,
    erasure_preview,
)
from station_app.ui.desk import Desk
from station_app.ui.theme import Size, Tone
from station_app.ui.widgets import (
    Card,
    Choice,
    DialogFrame,
    Form,
    Kind,
    Paragraph,
    TextField,
    Title,
)
from station_app.wording import sentence
from station_app.wording.erasing import cause_label, going, out_of_reach, staying
from station_app.wording.values import in_a_row


class EraseDialog(DialogFrame):
    """Shows the preview, and erases once the volunteer number is typed; then `erased(id)`."""

    erased = Signal(str)

    def __init__(
        self, desk: Desk, parent: QWidget, volunteer_id: UUID, cause: Cause = Cause.REQUEST
    ) -> None:
        title = _("Erase personal data")
        super().__init__(parent, title, primary=_("Erase for good"), kind=Kind.DANGER, width=860)
        self.desk = desk
        self._person = volunteer_id
        self._shown: ErasurePreview | None = None
        self._who = Title()
        self._goes, self._stays = Card(_("Goes")), Card(_("Stays, and why"))
        self._reach = QVBoxLayout()
        self._reach.setSpacing(4)
        self._furnish(cause)
        self.confirmed.connect(self._erase)
        self.set_busy(True)
        desk.read(self, erasure_preview, volunteer_id, done=self._fill, refused=self._cannot)

    def _furnish(self, cause: Cause) -> None:
        sides = QHBoxLayout()
        sides.setSpacing(12)
        sides.addWidget(self._goes, 2)
        sides.addWidget(self._stays, 3)
        form = Form(columns=3)
        causes = [(one, cause_label(one)) for one in Cause]
        self.cause = form.add("cause", _("Reason"), Choice(causes))
        self.cause.set_value(cause)
        self.note = form.add("note", _("Note"), TextField(), hint=_("Such as: letter of 3 March"))
        self.note.setMaxLength(LONGEST_NOTE)
        self.number = form.add(
            "number",
            _("Volunteer number, to confirm"),
            TextField(),
            hint=_("This cannot be undone."),
            required=True,
        )
        self.form = form
        self.body.addWidget(self._who)
        self.body.addLayout(sides)
        self.body.addLayout(self._reach)
        self.add_form(form)

    def _fill(self, shown: ErasurePreview) -> None:
        self._shown = shown
        self._who.setText(_("{name} · {number}").format(name=shown.name, number=shown.number))
        for line in going(shown):
            self._goes.body.addWidget(Paragraph(line))
        for what, why in staying(shown):
            self._stays.body.addLayout(_pair(what, why))
        for card in (self._goes, self._stays):
            card.body.addStretch(1)
        self._tell_reach(out_of_reach(shown))
        self.set_busy(False)
        self.desk.soon(self, "fit", 0, self._fit)

    def _tell_reach(self, lines: Iterable[str]) -> None:
        self._reach.addWidget(Title(_("Out of reach of this program")))
        for line in lines:
            self._reach.addWidget(Paragraph(line, tone=Tone.MUTED))

    def _cannot(self, error: StationError) -> None:
        for part in (self._goes, self._stays, self.form, self.primary):
            part.hide()
        self.form.touched = False
        self.refuse(sentence(error))

    def _erase(self) -> None:
        if self._shown is None or not self.form.check():
            return
        if self.number.value() != self._shown.number:
            told = _("This is not the number of {name}.").format(name=self._shown.name)
            self.form.problem("number", told)
            return
        self.set_busy(True)
        work = partial(
            erase_people,
            self.desk.office,
            [self._person],
            cause=self.cause.value(),
            note=self.note.value(),
        )
        self.desk.press(self, lambda task: work(task=task), done=self._done, title=_("Erasing …"))

    def _done(self, done: ErasedAll) -> None:
        self.set_busy(False)
        for refusal in done.outcome.refused:
            self.refuse(sentence(refusal.error))
            return
        assert self._shown is not None
        told = _("The personal data of {name} is erased.").format(name=self._shown.name)
        tell_erased(self.desk, told, swept=done.swept)
        self.form.touched = False
        self.accept()
        self.erased.emit(str(self._person))


def tell_erased(desk: Desk, told: str, *, swept: bool) -> None:
    """Say that it is done, and what is left to do where the file was in use."""
    if swept:
        desk.tell(Tone.OK, told)
        return
    later = _("The file of the books is cleaned at the next start, because it is in use now.")
    desk.tell(Tone.WARN, in_a_row(told, later))


def _pair(what: str, why: str) -> QVBoxLayout:
    pair = QVBoxLayout()
    pair.setSpacing(0)
    pair.addWidget(Paragraph(what, Size.STRONG))
    pair.addWidget(Paragraph(why, Size.CAPTION, Tone.MUTED))
    return pair
