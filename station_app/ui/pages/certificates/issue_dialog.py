"""Issuing: who gets what, a look at the paper, then numbers, the file, and the account."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.clock import today
from station_app.domain.certificates import Kind
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.certificates import Issued, Preview, issue, preview
from station_app.services.snapshots import Selection
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.pages.certificates.account import Account
from station_app.ui.pages.certificates.result import ResultPane
from station_app.ui.pages.certificates.selection_form import SelectionForm
from station_app.ui.progress_strip import ProgressStrip
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, DialogFrame
from station_app.ui.widgets.choosing import choose_pdf_to_save
from station_app.ui.widgets.pdf import PdfPreview
from station_app.ui.widgets.printing import print_pdf
from station_app.ui.widgets.sides import Sides
from station_app.wording import sentence
from station_app.wording.certificates import file_name, kind_label

_QUIET_MS: Final = 200
_LEFT: Final = 460


class IssueDialog(DialogFrame):
    """Form and account at the left, the paper at the right; after issuing, what was made."""

    def __init__(self, desk: Desk, parent: QWidget, person: str = "") -> None:
        """`person` is the id of a volunteer who stands in the form already."""
        super().__init__(parent, _("Issue certificates"), primary=_("Issue and save…"), fills=True)
        self.desk = desk
        self.form = SelectionForm(desk, today(desk.clock))
        self.account = Account(desk)
        self.outcome = ResultPane()
        self.paper = PdfPreview("")
        self._preview: Preview | None = None
        self._selection: Selection | None = None
        self._task: Task | None = None
        self._made: tuple[Issued, bytes] | None = None
        self._furnish()
        self.form.edited.connect(self._on_edited)
        self.confirmed.connect(self._on_confirmed)
        if person:
            self.form.whom.person.choose(person)
        self._look()
        self.form.start()

    def reject(self) -> None:
        """Stop what is under way; close where nothing is."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()

    # Looking

    def _on_edited(self) -> None:
        self._not_ready()
        self.desk.soon(self, "look", _QUIET_MS, self._look)

    def _look(self) -> None:
        """Ask who would get what as the form stands now."""
        self.refuse("")
        self._not_ready()
        selection = self.form.selection()
        self.account.setVisible(selection is not None)
        self._blank.setVisible(selection is None)
        if selection is None:
            self.paper.say(self.form.missing())
            return
        self.desk.query(
            self,
            lambda: preview(self.desk.office, selection),
            done=partial(self._show, selection),
            refused=self._on_refused,
            newest="look",
        )

    def _show(self, selection: Selection, found: Preview) -> None:
        if selection != self.form.selection():
            return
        self._selection, self._preview = selection, found
        self.account.show_preview(found)
        if found.pdf is None:
            self.paper.say(_("There is no paper to show: nobody gets one."))
        else:
            self.paper.show_pdf(found.pdf)
        self.set_busy(not found.ready)
        if found.ready and self.form.whom.person.another.hasFocus():
            self.primary.setFocus()

    def _not_ready(self) -> None:
        self._preview = self._selection = None
        self.set_busy(True)

    def _on_refused(self, error: StationError) -> None:
        self.account.hide()
        self._blank.show()
        self.paper.say(sentence(error))

    # Issuing

    def _on_confirmed(self) -> None:
        if self._made is not None:
            self.accept()
        elif self._selection is not None and self._preview is not None:
            choose_pdf_to_save(
                self,
                _("Save the certificates"),
                self._name(),
                partial(self._issue, self._selection),
            )

    def _name(self) -> str:
        assert self._preview is not None
        ready = self._preview.ready
        name = ready[0].snapshot.name if len(ready) == 1 else ""
        kind: Kind = self.form.kind.value()
        return file_name(kind, today(self.desk.clock), name=name, count=len(ready))

    def _issue(self, selection: Selection, path: Path) -> None:
        self.refuse("")
        self.set_busy(True)
        self.form.setEnabled(False)
        self.cancel.setText(_("Stop"))

        def work(task: Task) -> tuple[Issued, bytes]:
            issued = issue(self.desk.office, selection, path, task=task)
            return issued, issued.path.read_bytes() if issued.path else b""

        self._task = self.desk.press(
            self, work, done=self._on_issued, refused=self._on_failed, title=_("Issuing …")
        )

    def _on_failed(self, error: StationError) -> None:
        self._end()
        self.form.setEnabled(True)
        self._look()
        self.refuse(sentence(error))

    def _on_issued(self, made: tuple[Issued, bytes]) -> None:
        assert self._preview is not None
        self._end()
        self._made = issued, data = made
        drafts = (draft.snapshot for draft in self._preview.ready)
        names = {one.volunteer_number: one.name for one in drafts}
        self.outcome.show_result(issued, len(data), names)
        self._left.setCurrentWidget(self.outcome)
        if issued.path is None:
            self.paper.say(_("There is no paper to show: nobody gets one."))
        else:
            self.paper.show_pdf(data)
            self.folder.show()
            self.printing.show()
        self.cancel.hide()
        self.primary.setText(_("Close"))
        self.set_busy(False)
        self.primary.setFocus()

    def _end(self) -> None:
        self._task = None
        self.cancel.setText(_("Cancel"))

    # After it

    def _open_folder(self) -> None:
        if self._made is not None and (path := self._made[0].path) is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _print(self) -> None:
        if self._made is not None:
            data = self._made[1]
            title = kind_label(self.form.kind.value())
            print_pdf(self, self.desk, lambda: data, title, told=self._told)

    def _told(self, tone: Tone, words: str) -> None:
        self.outcome.told.say(words, tone)

    def _furnish(self) -> None:
        self._blank = QWidget()
        asking = QWidget()
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.form)
        column.addWidget(self.account, 1)
        column.addWidget(self._blank, 1)
        self._left = QStackedWidget()
        self._left.addWidget(asking)
        self._left.addWidget(self.outcome)
        sides = Sides(self.paper, width=_LEFT)
        sides.left.addWidget(self._left)
        self.body.addWidget(sides, 1)
        self.body.addWidget(ProgressStrip(self.desk.jobs))
        self.folder = Button(_("Open folder"), icon="folder")
        self.folder.clicked.connect(self._open_folder)
        self.printing = Button(_("Print…"), icon="print")
        self.printing.clicked.connect(self._print)
        for button in (self.folder, self.printing):
            self.add_button(button)
            button.hide()
