"""A file goes in in steps: choose it, see how it is read, see what would happen, let it happen."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from station_app.errors import Cancelled, StationError
from station_app.i18n import _
from station_app.services.imports import Imported, look_into
from station_app.services.tasks import Task
from station_app.sheets.looking import FileLook
from station_app.sheets.reading import FOUND, Kind, Reading
from station_app.ui.desk import Desk
from station_app.ui.importing.busy import BusyPane
from station_app.ui.importing.check import CheckPane
from station_app.ui.importing.keeping import keep_refused
from station_app.ui.importing.reading import ReadingPane
from station_app.ui.importing.source import FilePane
from station_app.ui.importing.steps import StepTrail
from station_app.ui.importing.taking_back import ask_take_back, gone_text
from station_app.ui.jobs import Progress
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import Button, DialogFrame
from station_app.ui.widgets import Kind as Weight
from station_app.wording import sentence

_WIDE: Final = 980
_TALL: Final = 460
_AROUND: Final = 196
_QUIET_MS: Final = 150


@dataclass(frozen=True, slots=True)
class ImportWords:
    """What the steps say about this kind of file; `go` is the button for so many rows."""

    title: str
    holds: str
    go: Callable[[int], str]
    stopped: str
    known: str


class FileImport(DialogFrame):
    """`imported(Imported)` once something went into the books. Stopping leaves nothing behind."""

    imported = Signal(object)

    def __init__(
        self, desk: Desk, parent: QWidget, words: ImportWords, kind: Kind, path: Path | None = None
    ) -> None:
        wide = min(_WIDE, int((parent.window().width() - 48) / tokens().scale))
        super().__init__(parent, words.title, primary=_("Check"), width=wide)
        self.desk = desk
        self.words = words
        self.kind = kind
        self._task: Task | None = None
        self._wish = 0
        self._result: Imported | None = None
        self._done = False
        self.trail = StepTrail((_("File"), _("Columns"), _("Check"), _("Done")))
        self.source = FilePane(words.holds)
        self.busy = BusyPane()
        self.reading = ReadingPane(desk, kind)
        self.account = CheckPane(desk, words.known)
        self._lay_out_steps(parent)
        self._connect()
        self._choose()
        if path is not None:
            self.source.take(path)

    def work(
        self, path: Path, reading: Reading, leave_out: frozenset[int], *, dry_run: bool
    ) -> Callable[[Task], Imported]:
        """The use case that reads this file; asked for on the screen's thread, run on another."""
        raise NotImplementedError

    def is_whole(self) -> bool:
        """Whether everything is told that the check needs; says where not."""
        self.refuse(self.reading.problem())
        self.reading.mapping.to_missing()
        return not self.reading.problem()

    def reject(self) -> None:
        """Stop what is under way; close where nothing is."""
        if self._task is not None and self._panes.currentWidget() is self.busy:
            self._task.cancel()
        else:
            super().reject()

    def _lay_out_steps(self, parent: QWidget) -> None:
        self._panes = QStackedWidget()
        for pane in (self.source, self.busy, self.reading, self.account):
            self._panes.addWidget(pane)
        room = parent.window().height() - tokens().px(_AROUND)
        self._panes.setFixedHeight(min(tokens().px(_TALL), room))
        self.save = Button(_("Save refused rows…"), Weight.QUIET, icon="save")
        self.undo = Button(_("Take this import back…"), Weight.QUIET, icon="undo")
        self.back = Button(_("Back"))
        self.add_button(self.save, left=True)
        self.add_button(self.undo, left=True)
        self.add_button(self.back)
        QWidget.setTabOrder(self.cancel, self.back)
        QWidget.setTabOrder(self.back, self.primary)
        self.body.setSpacing(12)
        self.body.addWidget(self.trail)
        self.body.addWidget(self._panes)

    def _connect(self) -> None:
        self.source.chosen.connect(self._look_first)
        self.reading.reread.connect(self._look_again)
        self.reading.submitted.connect(self.primary.click)
        self.account.changed.connect(self._offer_import)
        self.back.clicked.connect(self._go_back)
        self.save.clicked.connect(self._keep_refused)
        self.undo.clicked.connect(self._take_back)
        self.confirmed.connect(self._go_on)
        self.desk.jobs.progress.connect(self._on_progress)

    def _go_on(self) -> None:
        if self._done:
            self.accept()
        elif self._panes.currentWidget() is self.reading:
            if self.is_whole():
                self._run(dry_run=True)
        elif self._panes.currentWidget() is self.source:
            self._look_first()
        else:
            self._run(dry_run=False)

    def _go_back(self) -> None:
        self.refuse("")
        if self._panes.currentWidget() is self.account:
            self._show_reading()
        else:
            self._choose()

    # Step one: which file

    def _choose(self) -> None:
        self._show(self.source, 0)
        self.primary.setText(_("Go on"))
        self.primary.setEnabled(self.source.path is not None)
        self.source.setFocus(Qt.FocusReason.OtherFocusReason)

    # Step two: how it is read

    def _look_first(self) -> None:
        assert self.source.path is not None
        self.refuse("")
        self._begin(_("Reading {file} …").format(file=self.source.path.name), 1)
        self.reading.profile.read(partial(self._look, FOUND))

    def _look_again(self, reading: Reading) -> None:
        self.primary.setEnabled(False)
        self.desk.soon(self, "look", _QUIET_MS, partial(self._look, reading))

    def _look(self, reading: Reading) -> None:
        path, profiles, kind = self.source.path, self.reading.profile.known, self.kind
        assert path is not None
        self._wish += 1
        wish = self._wish
        self._task = self.desk.press(
            self,
            lambda task: _looked(task, partial(look_into, path, reading, profiles, kind)),
            done=lambda look: self._on_look(look) if wish == self._wish else None,
            refused=lambda error: self._on_unread(error) if wish == self._wish else None,
            title=_("Reading {file} …").format(file=path.name),
        )

    def _on_look(self, look: FileLook) -> None:
        self._end()
        self.refuse("")
        first = self._panes.currentWidget() is self.busy
        self.reading.show_look(look)
        if first:
            self._show_reading()
        self.primary.setEnabled(True)

    def _on_unread(self, error: StationError) -> None:
        self._end()
        if self._panes.currentWidget() is self.busy:
            self._choose()
        self.refuse("" if isinstance(error, Cancelled) else sentence(error))

    def _show_reading(self) -> None:
        self._show(self.reading, 1)
        self.primary.setText(_("Check"))
        self.primary.setEnabled(True)
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    # Steps three and four: what would happen, what has happened

    def _run(self, *, dry_run: bool) -> None:
        path = self.source.path
        assert path is not None
        told = _("Checking {file} …") if dry_run else _("Importing {file} …")
        title = told.format(file=path.name)
        out = frozenset() if dry_run else self.account.left_out()
        self._begin(title, 2 if dry_run else 3)
        self._task = self.desk.press(
            self,
            self.work(path, self.reading.reading(), out, dry_run=dry_run),
            done=partial(self._on_result, done=not dry_run),
            refused=self._on_refused,
            title=title,
        )

    def _on_result(self, imported: Imported, *, done: bool) -> None:
        self._end()
        self._result = imported
        self._done = done
        self.account.show_result(imported, done=done)
        self._show(self.account, 3 if done else 2)
        self._offer_import()
        (self.primary if self.primary.isEnabled() else self.back).setFocus()
        if done:
            self.cancel.hide()
            self.imported.emit(imported)

    def _offer_import(self) -> None:
        if self._result is None:
            return
        count = self.account.going_in()
        self.primary.setText(_("Close") if self._done else self.words.go(count))
        self.primary.setEnabled(self._done or count > 0)

    def _on_refused(self, error: StationError) -> None:
        self._end()
        self._show_reading()
        self.refuse(self.words.stopped if isinstance(error, Cancelled) else sentence(error))

    # What is common to them

    def _begin(self, title: str, step: int) -> None:
        self.refuse("")
        self._show(self.busy, step)
        self.busy.begin(title)
        self.primary.setEnabled(False)
        self.cancel.setText(_("Stop"))
        self.busy.setFocus()

    def _end(self) -> None:
        self._task = None
        self.cancel.setText(_("Cancel"))

    def _show(self, pane: QWidget, step: int) -> None:
        self.trail.show_step(step)
        self._panes.setCurrentWidget(pane)
        result = self._result if pane is self.account else None
        self.save.setVisible(result is not None and bool(result.refused))
        self.undo.setVisible(self._done and result is not None and result.run_id is not None)
        self.back.setVisible(pane in (self.reading, self.account) and not self._done)

    def _on_progress(self, progress: Progress | None) -> None:
        if self._task is not None and progress is not None:
            self.busy.show_progress(progress.done, progress.total)

    def _keep_refused(self) -> None:
        assert self._result is not None
        assert self.source.path is not None
        keep_refused(self.desk, self, self._result, self.source.path, self._on_kept)

    def _on_kept(self, told: str) -> None:
        self.account.told.say(told, Tone.OK)

    def _take_back(self) -> None:
        assert self._result is not None
        run = self._result.run_id
        assert run is not None
        ask_take_back(
            self.desk,
            self,
            run,
            self._on_taken_back,
            lambda error: self.refuse(sentence(error)),
        )

    def _on_taken_back(self, count: int) -> None:
        self.accept()
        self.desk.tell(Tone.OK, gone_text(count))


def _looked(task: Task, look: Callable[[], FileLook]) -> FileLook:
    """The look, unless somebody has stopped it meanwhile."""
    found = look()
    task.step(1, 1)
    return found
