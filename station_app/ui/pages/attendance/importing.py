"""Importing a month of paper sheets that somebody has typed up."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from station_app.i18n import _, ngettext
from station_app.services.imports import Imported, import_paper
from station_app.services.tasks import Task
from station_app.sheets.reading import Reading
from station_app.ui.desk import Desk
from station_app.ui.importing import FileImport, ImportWords


class PaperImport(FileImport):
    """Every row is a stay from paper; the file's name and row are kept as its evidence."""

    def __init__(self, desk: Desk, parent: QWidget, path: Path | None = None) -> None:
        words = ImportWords(
            title=_("Import paper sheets"),
            holds=_("XLSX, XLS, ODS or CSV with number or name, post, came and left"),
            go=import_text,
            stopped=_("Stopped. No record was entered."),
            known=_("Every record in this file stands in the books already."),
        )
        super().__init__(desk, parent, words, "paper", path)

    def work(
        self, path: Path, reading: Reading, leave_out: frozenset[int], *, dry_run: bool
    ) -> Callable[[Task], Imported]:
        """Enter every stay in the file that can be."""
        office = self.desk.office
        return lambda task: import_paper(office, path, task=task, dry_run=dry_run, reading=reading)


def import_text(count: int) -> str:
    """What the button says."""
    return ngettext("Import {count} record", "Import {count} records", count).format(
        count=f"{count:,}"
    )
