"""Where a file comes from or goes to: the system's own dialogs, without holding up the desk."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from station_app.i18n import _

Then = Callable[[Path], object]
PDF: Final = "pdf"


def choose_pdf_to_save(parent: QWidget, title: str, name: str, then: Then) -> QFileDialog:
    """Ask where to save a PDF, offering a name; a file that stands there is asked about."""
    return _to_save(parent, title, name, then, {PDF: _("PDF files (*.pdf)")})


def choose_table_to_save(parent: QWidget, title: str, name: str, then: Then) -> QFileDialog:
    """Ask where to save a table, as a workbook or as CSV."""
    kinds = {"xlsx": _("Excel workbooks (*.xlsx)"), "csv": _("CSV files (*.csv)")}
    return _to_save(parent, title, name, then, kinds)


def choose_file(parent: QWidget, title: str, kinds: str, then: Then) -> QFileDialog:
    """Ask for one file of these kinds."""
    dialog = _dialog(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    dialog.open()
    return dialog


def choose_folder(parent: QWidget, title: str, then: Then) -> QFileDialog:
    """Ask for one folder."""
    dialog = _dialog(parent, title, then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def dropped_file(event: QDropEvent) -> Path | None:
    """The one local file somebody drops; None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None


class _Last:
    """The folder chosen last while the program runs; at first the clerk's documents."""

    folder = ""


def _to_save(
    parent: QWidget, title: str, name: str, then: Then, kinds: Mapping[str, str]
) -> QFileDialog:
    """Ask for a file to write; a name without an ending gets that of the kind that is chosen."""
    dialog = _dialog(parent, title, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(list(kinds.values()))
    endings = {words: ending for ending, words in kinds.items()}
    dialog.filterSelected.connect(lambda words: dialog.setDefaultSuffix(endings[words]))
    dialog.setDefaultSuffix(next(iter(kinds)))
    dialog.selectFile(name)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, then: Then) -> QFileDialog:
    kind = QStandardPaths.StandardLocation.DocumentsLocation
    documents = QStandardPaths.writableLocation(kind)
    folder = next((one for one in (_Last.folder, documents) if Path(one or "-").is_dir()), "")
    dialog = QFileDialog(parent, title, folder or str(Path.home()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)

    def take(chosen: str) -> None:
        path = Path(chosen)
        _Last.folder = str(path if path.is_dir() else path.parent)
        then(path)

    dialog.fileSelected.connect(take)
    return dialog
