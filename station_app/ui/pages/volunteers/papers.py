"""Papers to be signed: a look at them, then the printer or a file.

The journal keeps what is printed or saved of a person, not the look before it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QApplication, QWidget

from station_app.clock import today
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.consent_sheets import look_at_consent_sheet
from station_app.services.consent_sheets import print_consent_sheet as consent_to_hand_out
from station_app.services.files import save
from station_app.services.hours import Period
from station_app.services.my_records import look_at_my_record
from station_app.services.my_records import print_my_record as record_to_hand_out
from station_app.services.people import PersonCard, person_card
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.progress_strip import ProgressStrip
from station_app.ui.theme import Size, Tone
from station_app.ui.widgets import Banner, Button, DialogFrame, Form, Paragraph, PeriodField
from station_app.ui.widgets.choosing import choose_pdf_to_save
from station_app.ui.widgets.pdf import PdfPreview
from station_app.ui.widgets.printing import print_pdf
from station_app.ui.widgets.sides import Sides
from station_app.wording import sentence
from station_app.wording.papers import consent_file, record_file

_QUIET_MS: Final = 200
_NARROW, _WITH_DAYS = 340, 460  # the left side without and with two days to type

Maker = Callable[[Period], bytes]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper: its name, what it is for, and how it is made beside the screen's thread.

    `of_days` asks for a period; `hand_out` keeps in the journal what `look` does not.
    """

    title: str
    hint: str
    file_name: str
    look: Maker
    hand_out: Maker
    of_days: bool = False


class SheetDialog(DialogFrame):
    """The paper at the right, at the left what it is and, where it is of days, which days."""

    def __init__(self, desk: Desk, parent: QWidget, sheet: Sheet) -> None:
        super().__init__(parent, sheet.title, primary=_("Print…"), cancel=_("Close"), fills=True)
        self.desk = desk
        self._sheet = sheet
        self.told = Banner()
        self.period = PeriodField(today(desk.clock))
        self.paper = PdfPreview("", icon="document")
        self.save = Button(_("Save as…"), icon="save")
        self._furnish()
        self.period.changed.connect(self._on_period)
        self.save.clicked.connect(self._choose)
        self.confirmed.connect(self._print)
        self._look()

    def _furnish(self) -> None:
        sides = self.sides = Sides(self.paper, width=_WITH_DAYS if self._sheet.of_days else _NARROW)
        sides.left.addWidget(self.told)
        if self._sheet.of_days:
            form = Form()
            form.add("period", _("Service from – to"), self.period)
            sides.left.addWidget(form)
        sides.left.addWidget(Paragraph(self._sheet.hint, Size.CAPTION, Tone.MUTED))
        sides.left.addStretch(1)
        self.body.addWidget(sides, 1)
        self.body.addWidget(ProgressStrip(self.desk.jobs))
        self.add_button(self.save)

    # Looking

    def _on_period(self) -> None:
        self._offer(False)
        self.desk.soon(self, "look", _QUIET_MS, self._look)

    def _look(self) -> None:
        self._offer(False)
        if self.period.unreadable():
            self.paper.say(self.period.complaint())
            return
        look = partial(self._sheet.look, Period(*self.period.value()))
        self.desk.query(self, look, done=self._show, refused=self._on_unmade, newest="look")

    def _show(self, pdf: bytes) -> None:
        first = not self.paper.pages
        self.paper.show_pdf(pdf)
        self._offer(True)
        typing = QApplication.focusWidget()
        if first and not (typing and self.period.isAncestorOf(typing)):
            self.primary.setFocus()

    def _on_unmade(self, error: StationError) -> None:
        self.paper.say(sentence(error))

    def _offer(self, ready: bool) -> None:
        self.set_busy(not ready)
        self.save.setEnabled(ready)

    # Handing out

    def _made(self) -> Callable[[], bytes]:
        return partial(self._sheet.hand_out, Period(*self.period.value()))

    def _print(self) -> None:
        print_pdf(self, self.desk, self._made(), self._sheet.title, told=self._tell)

    def _choose(self) -> None:
        choose_pdf_to_save(self, _("Save as"), self._sheet.file_name, self._save)

    def _save(self, path: Path) -> None:
        made = self._made()

        def work(_task: Task) -> Path:
            return save(path, made())

        self.desk.press(
            self, work, done=self._on_saved, refused=self._on_refused, title=_("Saving …")
        )

    def _on_saved(self, path: Path) -> None:
        self._tell(Tone.OK, _("Saved as {path}.").format(path=path))

    def _on_refused(self, error: StationError) -> None:
        self._tell(Tone.DANGER, sentence(error))

    def _tell(self, tone: Tone, words: str) -> None:
        self.told.say(words, tone)


def print_my_record(desk: Desk, parent: QWidget, volunteer_id: UUID) -> None:
    """Show a person's own record, to be printed, looked through and signed."""

    def show(card: PersonCard) -> None:
        name, office = card.registration.name, desk.office
        sheet = Sheet(
            title=_("Record of {name} to check and sign").format(name=name),
            hint=_(
                "The volunteer looks through it, ticks what is right or writes what is to be "
                "corrected, and signs. It is no proof of service. The journal keeps that it was "
                "printed or saved."
            ),
            file_name=record_file(name, today(desk.clock)),
            look=lambda period: look_at_my_record(office, volunteer_id, period),
            hand_out=lambda period: record_to_hand_out(office, volunteer_id, period),
            of_days=True,
        )
        SheetDialog(desk, parent, sheet).open()

    desk.read(parent, person_card, volunteer_id, done=show, newest="sheet")


def print_consent_sheet(desk: Desk, parent: QWidget, volunteer_id: UUID | None) -> None:
    """Show the consent sheet of a person, or a blank one, to be printed and signed."""
    if volunteer_id is None:
        _show_consent(desk, parent, None, "", _("Blank consent sheet"))
        return

    def show(card: PersonCard) -> None:
        name = card.registration.name
        _show_consent(desk, parent, card.id, name, _("Consent sheet of {name}").format(name=name))

    desk.read(parent, person_card, volunteer_id, done=show, newest="sheet")


def _show_consent(
    desk: Desk, parent: QWidget, volunteer_id: UUID | None, name: str, title: str
) -> None:
    office = desk.office
    sheet = Sheet(
        title=title,
        hint=_(
            "Two pages: print them on both sides of one leaf. The front says how data is handled; "
            "on the back each purpose is ticked and signed by itself. What was signed is entered "
            "with the person."
        ),
        file_name=consent_file(name, today(desk.clock)),
        look=lambda _period: look_at_consent_sheet(office, volunteer_id),
        hand_out=lambda _period: consent_to_hand_out(office, volunteer_id),
    )
    SheetDialog(desk, parent, sheet).open()
