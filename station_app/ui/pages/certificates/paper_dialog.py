"""One line of the register with its paper: to look at, to print or save again, to void."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.clock import local
from station_app.domain.certificates import State
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.certificates import Shown, print_again
from station_app.services.files import save
from station_app.services.lists.certificates import CertificateRow
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.pages.certificates.columns import issued_on
from station_app.ui.progress_strip import ProgressStrip
from station_app.ui.theme import Tone
from station_app.ui.widgets import Banner, Button, DialogFrame, Facts
from station_app.ui.widgets.choosing import choose_pdf_to_save
from station_app.ui.widgets.pdf import PdfPreview
from station_app.ui.widgets.printing import print_pdf
from station_app.ui.widgets.sides import Sides
from station_app.wording import sentence
from station_app.wording.certificates import (
    file_name,
    kind_label,
    period_text,
    reason_text,
    state_label,
)
from station_app.wording.values import day_text, hours_with_unit

_LEFT: Final = 320


class PaperDialog(DialogFrame):
    """`voiding` asks the page to void it; an issued one can be printed and saved again."""

    voiding = Signal()

    def __init__(self, desk: Desk, parent: QWidget, row: CertificateRow, shown: Shown) -> None:
        title = _("{kind} of {name}").format(kind=kind_label(row.kind), name=row.name)
        super().__init__(parent, title, primary=_("Close"), fills=True)
        self.desk = desk
        self._row = row
        self.told = Banner(*_standing(row))
        self.facts = Facts(columns=1)
        self.facts.show_facts(_facts(row, shown))
        self.paper = PdfPreview("")
        self.paper.show_pdf(shown.pdf)
        if shown.problem is not None:
            self.paper.say(sentence(shown.problem))
        self._furnish()
        self._add_buttons(issued=row.state is State.ISSUED)
        self.cancel.hide()
        self.confirmed.connect(self.accept)

    def _furnish(self) -> None:
        sides = Sides(self.paper, width=_LEFT)
        sides.left.addWidget(self.told)
        sides.left.addWidget(self.facts)
        sides.left.addStretch(1)
        self.body.addWidget(sides, 1)
        self.body.addWidget(ProgressStrip(self.desk.jobs))

    def _add_buttons(self, *, issued: bool) -> None:
        self.void = Button(_("Void…"), icon="void")
        self.save = Button(_("Save a copy…"), icon="save")
        self.printing = Button(_("Print again…"), icon="print")
        self.void.clicked.connect(self.voiding)
        self.save.clicked.connect(self._choose)
        self.printing.clicked.connect(self._print)
        self.add_button(self.void, left=True)
        self.add_button(self.save)
        self.add_button(self.printing)
        for button in (self.void, self.save, self.printing):
            button.setVisible(issued)

    def _again(self) -> Callable[[], bytes]:
        office, certificate = self.desk.office, self._row.id
        return lambda: print_again(office, certificate)

    def _choose(self) -> None:
        day = local(self._row.issued_at or self._row.reserved_at).date()
        name = file_name(self._row.kind, day, name=self._row.name)
        choose_pdf_to_save(self, _("Save a copy"), name, self._save)

    def _save(self, path: Path) -> None:
        paper = self._again()

        def work(_task: Task) -> Path:
            return save(path, paper())

        self.desk.press(
            self, work, done=self._on_saved, refused=self._on_refused, title=_("Saving …")
        )

    def _on_saved(self, path: Path) -> None:
        self._tell(Tone.OK, _("Saved as {path}.").format(path=path))

    def _on_refused(self, error: StationError) -> None:
        self._tell(Tone.DANGER, sentence(error))

    def _print(self) -> None:
        print_pdf(self, self.desk, self._again(), self._row.number, told=self._tell)

    def _tell(self, tone: Tone, words: str) -> None:
        self.told.say(words, tone)


def _standing(row: CertificateRow) -> tuple[str, Tone]:
    """What to know before anything else: that it does not count, and why."""
    if row.state is State.VOID:
        told = _("This number is void: {reason}")
        return told.format(reason=reason_text(row.void_reason)), Tone.DANGER
    if row.state is State.RESERVED:
        return _("This number is reserved; its paper is being made."), Tone.WARN
    return "", Tone.INFO


def _facts(row: CertificateRow, shown: Shown) -> list[tuple[str, str]]:
    facts = [
        (_("Number"), row.number),
        (_("State"), state_label(row.state)),
        (_("Name"), shown.snapshot.name),
        (_("Volunteer no."), shown.snapshot.volunteer_number),
        (_("Document number"), shown.snapshot.document_number),
        (_("Period"), period_text(row.from_day, row.to_day)),
        (_("Service"), hours_with_unit(row.minutes)),
        (_("Issued on"), issued_on(row)),
    ]
    if row.voided_at:
        facts.append((_("Void since"), day_text(local(row.voided_at).date())))
    return facts
