"""The refused rows as a file of their own, to be corrected and imported again."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from station_app.i18n import _
from station_app.services.imports import Imported, save_refused
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.widgets import DialogFrame
from station_app.wording import sentence
from station_app.wording.outcome import refusal_text


def keep_refused(
    desk: Desk, dialog: DialogFrame, imported: Imported, source: Path, then: Callable[[str], object]
) -> None:
    """Ask where to save them, beside `source` by offer; `then` gets what to tell."""
    offered = source.with_name(_("{file} refused.csv").format(file=source.stem))
    name, _kind = QFileDialog.getSaveFileName(
        dialog, _("Save refused rows"), str(offered), _("CSV (*.csv)")
    )
    if not name:
        return
    told = _("Saved as {file}. Correct it there and import that file.")
    desk.press(
        dialog,
        partial(_save, Path(name), imported),
        done=lambda path: then(told.format(file=path.name)),
        refused=lambda error: dialog.refuse(sentence(error)),
    )


def _save(path: Path, imported: Imported, _task: Task) -> Path:
    return save_refused(path, imported, refusal_text)
