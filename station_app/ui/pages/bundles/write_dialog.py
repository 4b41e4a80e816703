"""Writing a bundle: to which stick, how far it is, and that the stick may be taken out."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.bundles.read import Inspection
from station_app.errors import Cancelled, StationError
from station_app.i18n import _
from station_app.services.exchange import Unsent, export_bundle
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.pages.bundles.drives import Drive, drives
from station_app.ui.progress_strip import ProgressStrip
from station_app.ui.widgets import Banner, Button, Caption, DialogFrame, Facts, Paragraph, Tone
from station_app.ui.widgets.choosing import choose_folder
from station_app.wording import sentence
from station_app.wording.bundles import digest_text, entries_text
from station_app.wording.values import size_text

_MOST_DRIVES: Final = 5


class WriteDialog(DialogFrame):
    """Drives as buttons, any other folder by the primary one; then what was written."""

    def __init__(self, desk: Desk, parent: QWidget, unsent: Unsent) -> None:
        super().__init__(parent, _("Write a bundle"), primary=_("Another folder…"), width=600)
        self.desk = desk
        self.places: list[Button] = []
        self.told = Banner()
        self.facts = Facts()
        self._task: Task | None = None
        self._written: Inspection | None = None
        self._choice = QWidget()
        self._choices = QVBoxLayout(self._choice)
        self._choices.setContentsMargins(0, 0, 0, 0)
        self._choices.setSpacing(8)
        self._offer(unsent)
        done = QWidget()
        shown = QVBoxLayout(done)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(16)
        shown.addWidget(self.told)
        shown.addWidget(self.facts)
        shown.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._choice)
        self._stack.addWidget(done)
        self.body.addWidget(self._stack)
        self.body.addWidget(ProgressStrip(desk.jobs))
        self.confirmed.connect(self._on_confirmed)
        if self.places:
            self.places[0].setFocus(Qt.FocusReason.TabFocusReason)

    def reject(self) -> None:
        """Stop what is under way; close where nothing is."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()

    def _offer(self, unsent: Unsent) -> None:
        found = drives()[:_MOST_DRIVES]
        said = _("Where to? Press the stick.") if found else _("No stick is plugged in.")
        self._choices.addWidget(Paragraph(said))
        for drive in found:
            button = self._place(_drive_text(drive), "stick", drive.path)
            button.setEnabled(not drive.read_only)
        last = Path(unsent.last.folder) if unsent.last else None
        if last is not None and last.is_dir() and last not in [drive.path for drive in found]:
            self._place(_("As last time: {folder}").format(folder=last), "folder", last)
        where = _("The bundle goes to the folder {folder} there. Nothing is overwritten.")
        self._choices.addWidget(Caption(where.format(folder="PRACTICE-STATION/UP")))
        self._choices.addStretch(1)

    def _place(self, words: str, icon: str, path: Path) -> Button:
        button = Button(words, icon=icon)
        button.clicked.connect(partial(self.write, path))
        self._choices.addWidget(button)
        self.places.append(button)
        return button

    def _on_confirmed(self) -> None:
        if self._written is not None:
            self.accept()
        else:
            choose_folder(self, _("Write the bundle to"), self.write)

    def write(self, folder: Path, *_pressed: object) -> None:
        """Write the bundle to this folder."""
        self.refuse("")
        self._choice.setEnabled(False)
        self.set_busy(True)
        self.cancel.setText(_("Stop"))
        scratch = self.desk.places.temporary
        self._task = self.desk.press(
            self,
            lambda task: export_bundle(self.desk.office, folder, scratch=scratch, task=task),
            done=self._on_written,
            refused=self._on_refused,
            title=_("Writing the bundle …"),
        )

    def _on_refused(self, error: StationError) -> None:
        self._end()
        self._choice.setEnabled(True)
        stopped = isinstance(error, Cancelled)
        self.refuse(_("Stopped. Nothing was exported.") if stopped else sentence(error))

    def _on_written(self, written: Inspection) -> None:
        self._end()
        self._written = written
        self.told.say(_("Written, read back, and equal. You can take the stick out."), Tone.OK)
        self.facts.show_facts(written_facts(written))
        self._stack.setCurrentIndex(1)
        self.cancel.hide()
        self.primary.setText(_("Close"))
        self.primary.setFocus()
        self.refuse("")

    def _end(self) -> None:
        self._task = None
        self.set_busy(False)
        self.cancel.setText(_("Cancel"))


def written_facts(found: Inspection) -> list[tuple[str, str]]:
    """What is said of a bundle file wherever it is shown."""
    heading = found.heading
    return [
        (_("File"), found.path.name),
        (_("Folder"), str(found.path.parent)),
        (_("Rows"), f"{sum(found.rows.values()):,}"),
        (_("Size"), size_text(found.bytes)),
        (_("Journal"), entries_text(heading.from_seq, heading.to_seq)),
        (_("Journal head"), found.head_code),
        (_("SHA-256, first digits"), digest_text(found.sha256)),
    ]


def _drive_text(drive: Drive) -> str:
    if drive.read_only:
        return _("{name} · cannot be written").format(name=drive.name)
    return _("{name} · {free} free").format(name=drive.name, free=size_text(drive.free))
