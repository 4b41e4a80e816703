"""The page Bundles: what is handed upward on a stick, and what has been."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from station_app.bundles.stick import ROOT, UP
from station_app.clock import local
from station_app.i18n import _, ngettext
from station_app.services.exchange import BundleRow, Unsent, unsent
from station_app.services.journal import Head, journal_head
from station_app.services.lists import exchange as sent
from station_app.ui.desk import Desk
from station_app.ui.pages.bundles.columns import COLUMNS
from station_app.ui.pages.bundles.inspect_dialog import InspectDialog, choose_bundle
from station_app.ui.pages.bundles.write_dialog import WriteDialog
from station_app.ui.tables import Empty, ListView, OfficeList
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Kind, Page, Paragraph, Tile, Title
from station_app.wording.values import day_text, size_text


class BundlesPage(Page):
    """`reveal` takes the id of a bundle sent, or "write" to write one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Bundles"))
        self._unsent: Unsent | None = None
        self._add_actions()
        self.head = Tile(_("Journal head, for the paper log book"), icon="lock")
        self.waiting = Tile(_("Changed since the last bundle"), icon="export")
        self.last = Tile(_("Last bundle"), icon="stick")
        self.list = ListView(
            desk,
            OfficeList(desk.office, sent.ids, sent.rows, frozenset({"bundle"})),
            COLUMNS,
            name="bundles",
            label=_("Bundles sent"),
            empty=Empty(
                "bundles",
                _("No bundle was written yet. Plug in a stick and write the first one."),
                _("Write a bundle…"),
                self.write,
            ),
        )
        self._furnish()
        self.list.opened.connect(self.reveal)
        desk.changed.connect(lambda _tables: self.refresh())
        self.list.model.descending = True
        self.list.open()

    def refresh(self) -> None:
        """Read where the journal stands, and how much waits to be handed over."""
        self.desk.read(self, journal_head, done=self._show_head, newest="head")
        self.desk.read(self, unsent, done=self._show_unsent, newest="unsent")

    def reveal(self, what: str) -> None:
        """Look into a bundle that was sent, where its file still is; or write a new one."""
        if what == "write":
            self.write()
        else:
            self.desk.read(self, sent.rows, [UUID(what).hex], done=self._look_at, newest="one")

    def write(self) -> None:
        """Ask where to, and write."""
        self.desk.read(self, unsent, done=self._ask_where, newest="write")

    def choose(self) -> None:
        """Ask for a bundle to look into."""
        choose_bundle(self, self.look_into)

    def look_into(self, path: Path) -> None:
        """Say what this file holds."""
        InspectDialog(self.desk, self, path).open()

    def take(self, path: Path) -> None:
        """Look into what was dropped."""
        self.look_into(path)

    def _ask_where(self, waiting: Unsent) -> None:
        WriteDialog(self.desk, self, waiting).open()

    def _look_at(self, rows: list[BundleRow | None]) -> None:
        (row,) = rows
        if row is None:
            return
        path = Path(row.folder, ROOT, UP, row.file_name)
        if path.is_file():
            self.look_into(path)
        else:
            told = _("{file} is not in {folder} any more; plug in the stick it is on.")
            self.desk.tell(Tone.INFO, told.format(file=row.file_name, folder=row.folder))

    def _show_head(self, head: Head) -> None:
        entries = ngettext("entry {count}", "entry {count}", head.seq)
        self.head.show_figure(head.code, note=entries.format(count=f"{head.seq:,}"))

    def _show_unsent(self, waiting: Unsent) -> None:
        entries = ngettext("{count} change", "{count} changes", waiting.entries)
        self.waiting.show_figure(
            ngettext("{count} row", "{count} rows", waiting.rows).format(count=f"{waiting.rows:,}"),
            note=entries.format(count=f"{waiting.entries:,}"),
            tone=Tone.WARN if waiting.rows else Tone.OK,
        )
        if waiting.last is None:
            self.last.show_figure(_("none"), tone=Tone.MUTED)
        else:
            self.last.show_figure(
                day_text(local(waiting.last.exported_at).date()), note=size_text(waiting.last.size)
            )

    def _add_actions(self) -> None:
        inspect = Button(_("Inspect a bundle…"), icon="search")
        inspect.clicked.connect(self.choose)
        new = Button(_("Write a bundle…"), Kind.PRIMARY, icon="stick")
        new.setToolTip(_("Ctrl+N"))
        new.clicked.connect(self.write)
        self.add_action(inspect)
        self.add_action(new)
        keys = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_N)
        QShortcut(QKeySequence(keys), self).activated.connect(self.write)

    def _furnish(self) -> None:
        what = _(
            "A bundle carries this station's records to the office above on a stick. It can be "
            "checked by anyone; document numbers and phones in it are masked."
        )
        self.body.addWidget(Paragraph(what, tone=Tone.MUTED))
        tiles = QHBoxLayout()
        tiles.setSpacing(16)
        tiles.addWidget(self.head, 4)
        tiles.addWidget(self.waiting, 3)
        tiles.addWidget(self.last, 3)
        self.body.addLayout(tiles)
        self.body.addWidget(Title(_("Bundles sent")))
        self.body.addWidget(self.list, 1)
