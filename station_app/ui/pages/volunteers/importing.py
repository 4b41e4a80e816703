"""Importing a list of people."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from station_app.clock import today
from station_app.i18n import _, ngettext
from station_app.services.imports import Imported, import_roster
from station_app.services.tasks import Task
from station_app.sheets.reading import Reading
from station_app.ui.desk import Desk
from station_app.ui.importing import FileImport, ImportWords
from station_app.ui.pages.volunteers.import_consent import ListConsent


class ImportDialog(FileImport):
    """A roster, with the consent that one signed list may hold for everybody in it."""

    def __init__(self, desk: Desk, parent: QWidget, path: Path | None = None) -> None:
        words = ImportWords(
            title=_("Import volunteers"),
            holds=_("XLSX, XLS, ODS or CSV, with at least a name and a document number"),
            go=import_text,
            stopped=_("Stopped. Nobody was registered."),
            known=_("Everybody in this file is registered already."),
        )
        self.consent = ListConsent(today(desk.clock))
        super().__init__(desk, parent, words, "roster", path)

    def work(
        self, path: Path, reading: Reading, leave_out: frozenset[int], *, dry_run: bool
    ) -> Callable[[Task], Imported]:
        """Register everybody in the file who can be."""
        office, consent = self.desk.office, self.consent.consent()
        return lambda task: import_roster(
            office,
            path,
            task=task,
            dry_run=dry_run,
            consent=consent,
            reading=reading,
            leave_out=leave_out,
        )

    def is_whole(self) -> bool:
        """Whether columns and consent are told."""
        return super().is_whole() and self.consent.check()

    def _lay_out_steps(self, parent: QWidget) -> None:
        super()._lay_out_steps(parent)
        self.reading.body.addWidget(self.consent)
        self.reading.mapped.connect(self._show_columns)
        self.consent.changed.connect(self._show_columns)
        self.consent.form.submitted.connect(self.primary.click)

    def _show_columns(self) -> None:
        self.consent.show_columns(self.reading.mapping.columns())


def import_text(count: int) -> str:
    """What the button says."""
    return ngettext("Import {count} volunteer", "Import {count} volunteers", count).format(
        count=f"{count:,}"
    )
