"""Looking into a bundle: whether it is whole, what it holds, how it stands to these books."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from station_app.bundles.read import Inspection
from station_app.errors import StationError
from station_app.i18n import N_, _, ngettext
from station_app.services.exchange import Comparison, compare_with_books, inspect_bundle
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.pages.bundles.write_dialog import written_facts
from station_app.ui.progress_strip import ProgressStrip
from station_app.ui.tables import Align, Column, Empty, ListView, RowsInHand
from station_app.ui.theme import Tone
from station_app.ui.widgets import Banner, Button, DialogFrame, Facts
from station_app.ui.widgets.choosing import Then, choose_file
from station_app.ui.widgets.sides import Sides
from station_app.wording import sentence
from station_app.wording.bundles import TABLES, table_label
from station_app.wording.values import moment_text

_LEFT: Final = 380


@dataclass(frozen=True, slots=True)
class TableCount:
    """One table: rows in the bundle, and rows in the books where they are its sender's."""

    table: str
    sent: int
    here: int | None


COLUMNS: Final[tuple[Column[TableCount], ...]] = (
    Column(N_("Table"), lambda one: table_label(one.table), width=128, strong=True, stretch=True),
    Column(N_("In the bundle"), lambda one: f"{one.sent:,}", align=Align.RIGHT, width=112),
    Column(
        N_("In the books now"),
        lambda one: "" if one.here is None else f"{one.here:,}",
        align=Align.RIGHT,
        width=136,
    ),
)


class InspectDialog(DialogFrame):
    """Facts at the left, the tables at the right; refusals in a sentence that names the member."""

    def __init__(self, desk: Desk, parent: QWidget, path: Path) -> None:
        super().__init__(parent, _("Inspect a bundle"), primary=_("Close"), fills=True)
        self.desk = desk
        self.told = Banner()
        self.standing = Banner()
        self.facts = Facts(columns=1)
        self._counts: RowsInHand[TableCount] = RowsInHand()
        self.list = ListView(
            desk,
            self._counts,
            COLUMNS,
            name="bundle-tables",
            label=_("Tables of the bundle"),
            empty=Empty("bundles", _("Nothing of this file is used.")),
        )
        self._task: Task | None = None
        self._furnish()
        self.confirmed.connect(self.accept)
        self.inspect(path)

    def reject(self) -> None:
        """Stop reading and close."""
        if self._task is not None:
            self._task.cancel()
        super().reject()

    def inspect(self, path: Path) -> None:
        """Read this file through and through."""
        self.told.say(_("Reading {file} …").format(file=path.name), Tone.INFO)
        self.standing.say("")
        self._show(path, [], [])
        scratch = self.desk.places.temporary

        def work(task: Task) -> tuple[Inspection, Comparison | None]:
            found = inspect_bundle(path, scratch=scratch, task=task)
            return found, self.desk.office.read(compare_with_books, found)

        self._task = self.desk.press(
            self,
            work,
            done=self._on_sound,
            refused=self._on_refused,
            title=_("Reading the bundle …"),
        )

    def _on_sound(self, result: tuple[Inspection, Comparison | None]) -> None:
        self._task = None
        found, compared = result
        self.told.say(_("This bundle is whole and as it was written."), Tone.OK)
        self.standing.say(*standing(compared))
        heading = found.heading
        facts = [
            (_("Sender"), f"{heading.sender.name} · {heading.sender.code}"),
            (_("Written"), moment_text(heading.claimed_at)),
            *written_facts(found),
        ]
        self._show(found.path, facts, table_counts(found.rows, compared))

    def _on_refused(self, error: StationError) -> None:
        self._task = None
        self.told.say(sentence(error), Tone.DANGER)

    def _show(self, path: Path, facts: list[tuple[str, str]], counts: list[TableCount]) -> None:
        self.facts.show_facts(facts or [(_("File"), path.name), (_("Folder"), str(path.parent))])
        self._counts.all = counts
        self.list.open()

    def _choose(self) -> None:
        choose_bundle(self, self.inspect)

    def _furnish(self) -> None:
        another = Button(_("Another file…"), icon="folder")
        another.clicked.connect(self._choose)
        self.add_button(another, left=True)
        self.cancel.hide()
        sides = Sides(self.list, width=_LEFT)
        for widget in (self.told, self.standing, self.facts):
            sides.left.addWidget(widget)
        sides.left.addStretch(1)
        self.body.addWidget(sides, 1)
        self.body.addWidget(ProgressStrip(self.desk.jobs))


def choose_bundle(parent: QWidget, then: Then) -> None:
    """Ask for a bundle to look into."""
    choose_file(parent, _("Choose a bundle"), _("Bundles (*.zip)"), then)


def standing(compared: Comparison | None) -> tuple[str, Tone]:
    """How a sound bundle stands to the books of this PC."""
    if compared is None:
        return _("Another station wrote it; there is nothing here to compare it with."), Tone.INFO
    if not compared.agrees:
        told = _(
            "It carries this station's name, but does not continue these books: it comes from a "
            "copied or restored data folder. Keep it and ask the superior."
        )
        return told, Tone.DANGER
    if not compared.entries_since:
        return _("It agrees with the books of this PC."), Tone.OK
    told = ngettext(
        "It agrees with the books of this PC; {count} entry came after it.",
        "It agrees with the books of this PC; {count} entries came after it.",
        compared.entries_since,
    )
    return told.format(count=f"{compared.entries_since:,}"), Tone.OK


def table_counts(rows: Mapping[str, int], compared: Comparison | None) -> list[TableCount]:
    """The tables a clerk knows first, each beside what the books hold now."""
    here = compared.rows if compared else {}
    known = [table for table in TABLES if table in rows]
    unknown = [table for table in rows if table not in TABLES]
    return [TableCount(table, rows[table], here.get(table)) for table in (*known, *unknown)]
