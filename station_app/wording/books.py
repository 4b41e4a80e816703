"""Sentences about the file that holds the books, and about its folder."""

from station_app.data.errors import (
    ChangedMeanwhile,
    DataBusy,
    DataDamaged,
    DataNewer,
    DataReadOnly,
    DataUnreachable,
    DiskFull,
)
from station_app.data.lock import OpenElsewhere
from station_app.i18n import _
from station_app.wording.sentences import sentence


@sentence.register
def _read_only(error: DataReadOnly) -> str:
    return _(
        "The data in {path} cannot be written. Nothing was changed. Make the folder writable, or "
        "choose another one, and start again."
    ).format(path=error.path)


@sentence.register
def _full(error: DiskFull) -> str:
    return _(
        "The disk that holds {path} is full. Nothing was changed. Free some space and try again."
    ).format(path=error.path)


@sentence.register
def _busy(error: DataBusy) -> str:
    return _(
        "Another program is using {path}. Nothing was changed. Wait a moment and try again."
    ).format(path=error.path)


@sentence.register
def _damaged(error: DataDamaged) -> str:
    return _(
        "The file {path} is damaged ({detail}). It was left as it is. Copy the folder and "
        "bring back the newest backup."
    ).format(path=error.path, detail=error.detail)


@sentence.register
def _unreachable(error: DataUnreachable) -> str:
    return _(
        "{path} cannot be opened. Nothing was changed. Check that the disk is connected and that "
        "you may open the folder."
    ).format(path=error.path)


@sentence.register
def _newer(error: DataNewer) -> str:
    return _(
        "The data in {path} was made by a newer version of this program (format {found}). Nothing "
        "was changed. Please install the newer version."
    ).format(path=error.path, found=error.found)


@sentence.register
def _changed(error: ChangedMeanwhile) -> str:
    return _("Somebody changed this meanwhile. Look at it again, then repeat your change.")


@sentence.register
def _elsewhere(error: OpenElsewhere) -> str:
    return _(
        "The data in {folder} is open in another window already. Use that one, or close it."
    ).format(folder=error.folder)
