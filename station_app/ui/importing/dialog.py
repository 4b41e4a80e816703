"""A file goes in in three steps: choose it, see what would happen, let it happen."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from station_app.errors import Cancelled, StationError
from station_app.i18n import _
from station_app.services.imports import Imported, save_refused
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.importing.result import ResultPane
from station_app.ui.importing.source import FilePane
from station_app.ui.jobs import Progress
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import Button, Caption, DialogFrame, Kind, Words
from station_app.wording import sentence
from station_app.wording.outcome import refusal_text

_TALL: Final = 460
_AROUND: Final = 220
_BANNER: Final = 48


@dataclass(frozen=True, slots=True)
class ImportWords:
    """What the steps say about this kind of file; `go` is the button for so many rows."""

    title: str
    go: Callable[[int], str]
    stopped: str
    known: str


class FileImport(DialogFrame):
    """`imported(Imported)` once something went into the books. Stopping leaves nothing behind."""

    imported = Signal(object)

    def __init__(
        self,
        desk: Desk,
        parent: QWidget,
        words: ImportWords,
        source: FilePane,
        path: Path | None = None,
    ) -> None:
        super().__init__(parent, words.title, primary=_("Check the file"), width=820)
        self.desk = desk
        self.words = words
        self._task: Task | None = None
        self._result: Imported | None = None
        self._done = False
        self.step = Caption()
        self.source = source
        self.busy = _BusyPane()
        self.account = ResultPane(desk, words.known)
        self._lay_out_steps(parent)
        self._connect()
        self._choose()
        if path is not None:
            self.source.take(path)

    def work(self, path: Path, *, dry_run: bool) -> Callable[[Task], Imported]:
        """The use case that reads this file; asked for on the screen's thread, run on another."""
        raise NotImplementedError

    def reject(self) -> None:
        """Stop what is under way; close where nothing is."""
        if self._task is not None:
            self._task.cancel()
        else:
            super().reject()

    def _lay_out_steps(self, parent: QWidget) -> None:
        self._panes = QStackedWidget()
        for pane in (self.source, self.busy, self.account):
            self._panes.addWidget(pane)
        room = parent.window().height() - tokens().px(_AROUND)
        least = self.account.minimumSizeHint().height() + tokens().px(_BANNER)
        self._panes.setFixedHeight(max(min(tokens().px(_TALL), room), least))
        self.save = Button(_("Save refused rows…"), Kind.QUIET, icon="save")
        self.back = Button(_("Another file"))
        self.add_button(self.save, left=True)
        self.add_button(self.back)
        self.body.addWidget(self.step)
        self.body.addWidget(self._panes)

    def _connect(self) -> None:
        self.source.chosen.connect(self._on_chosen)
        self.back.clicked.connect(self._choose)
        self.save.clicked.connect(self._save_refused)
        self.confirmed.connect(self._go_on)
        self.desk.jobs.progress.connect(self._on_progress)

    def _go_on(self) -> None:
        if self._done:
            self.accept()
        elif self._panes.currentWidget() is self.source:
            self._rehearse()
        else:
            self._run(dry_run=False)

    # The steps

    def _choose(self) -> None:
        self._result = None
        self._show(self.source, _("Step 1 of 3: choose the file"))
        self.primary.setText(_("Check the file"))
        self.primary.setEnabled(self.source.path is not None)
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self) -> None:
        self.refuse("")
        self.primary.setEnabled(True)
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rehearse(self) -> None:
        self._run(dry_run=True)

    def _run(self, *, dry_run: bool) -> None:
        path = self.source.path
        if path is None:
            return
        self.refuse("")
        told = _("Reading {file} …") if dry_run else _("Importing {file} …")
        title = told.format(file=path.name)
        self._show(self.busy, _("Step 2 of 3: check") if dry_run else _("Step 3 of 3: import"))
        self.busy.begin(title)
        self.primary.setEnabled(False)
        self.cancel.setText(_("Stop"))
        self._task = self.desk.press(
            self,
            self.work(path, dry_run=dry_run),
            done=partial(self._on_result, done=not dry_run),
            refused=self._on_refused,
            title=title,
        )

    def _on_result(self, imported: Imported, *, done: bool) -> None:
        self._end()
        self._result = imported
        self._done = done
        step = _("Step 3 of 3: done") if done else _("Step 2 of 3: check. Nothing is written yet.")
        self._show(self.account, step)
        self.account.show_result(imported, done=done)
        count = imported.outcome.done
        self.primary.setText(_("Close") if done else self.words.go(count))
        self.primary.setEnabled(done or count > 0)
        (self.primary if self.primary.isEnabled() else self.back).setFocus()
        if done:
            self.cancel.hide()
            self.imported.emit(imported)

    def _on_refused(self, error: StationError) -> None:
        self._end()
        self._choose()
        self.refuse(self.words.stopped if isinstance(error, Cancelled) else sentence(error))

    def _end(self) -> None:
        self._task = None
        self.cancel.setText(_("Cancel"))

    def _show(self, pane: QWidget, step: str) -> None:
        self.step.setText(step)
        self._panes.setCurrentWidget(pane)
        at_result = pane is self.account
        refused = bool(self._result and self._result.refused)
        self.save.setVisible(at_result and refused)
        self.back.setVisible(at_result and not self._done)

    def _on_progress(self, progress: Progress | None) -> None:
        if self._task is not None and progress is not None:
            self.busy.show_progress(progress.done, progress.total)

    # The refused rows, to be corrected

    def _save_refused(self) -> None:
        assert self._result is not None
        assert self.source.path is not None
        folder = self.source.path.with_name(_("{file} refused.csv").format(file=self._stem()))
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save refused rows"), str(folder), _("CSV (*.csv)")
        )
        if name:
            self.desk.press(
                self,
                partial(_save, Path(name), self._result),
                done=self._on_kept,
                refused=lambda error: self.refuse(sentence(error)),
            )

    def _on_kept(self, path: Path) -> None:
        told = _("Saved as {file}. Correct it there and import that file.").format(file=path.name)
        self.account.told.say(told, Tone.OK)

    def _stem(self) -> str:
        return self.source.path.stem if self.source.path else ""


class _BusyPane(QWidget):
    """What is under way, and how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Words()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self._title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._bar)
        layout.addStretch(1)

    def begin(self, title: str) -> None:
        """Something new is under way."""
        self._title.setText(title)
        self._bar.setRange(0, 0)

    def show_progress(self, done: int, total: int) -> None:
        """It is so far."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)


def _save(path: Path, imported: Imported, _task: Task) -> Path:
    return save_refused(path, imported, refusal_text)
