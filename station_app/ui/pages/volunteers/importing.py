"""Importing a list of people."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from station_app.clock import today
from station_app.i18n import _, ngettext
from station_app.services.imports import Imported, import_roster
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.importing import FileImport, ImportWords
from station_app.ui.pages.volunteers.import_source import SourcePane


class ImportDialog(FileImport):
    """A roster, with the consent that one signed list may hold for everybody in it."""

    source: SourcePane

    def __init__(self, desk: Desk, parent: QWidget, path: Path | None = None) -> None:
        words = ImportWords(
            title=_("Import volunteers"),
            go=import_text,
            stopped=_("Stopped. Nobody was registered."),
            known=_("Everybody in this file is registered already."),
        )
        super().__init__(desk, parent, words, SourcePane(today(desk.clock)), path)

    def work(self, path: Path, *, dry_run: bool) -> Callable[[Task], Imported]:
        """Register everybody in the file who can be."""
        office, consent = self.desk.office, self.source.signed()
        return lambda task: import_roster(office, path, task=task, dry_run=dry_run, consent=consent)


def import_text(count: int) -> str:
    """What the button says."""
    return ngettext("Import {count} volunteer", "Import {count} volunteers", count).format(
        count=f"{count:,}"
    )
