"""The page Attendance: the desk, and the records of all stays."""

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from station_app.clock import today
from station_app.i18n import _
from station_app.services.lists.posts import post_names
from station_app.ui.desk import Desk
from station_app.ui.importing import ImportsDialog
from station_app.ui.pages.attendance.importing import PaperImport
from station_app.ui.pages.attendance.records import Records
from station_app.ui.pages.attendance.sheet_by_code import CodedSheetDialog
from station_app.ui.pages.attendance.sheet_dialog import SheetDialog
from station_app.ui.pages.attendance.sheet_print import print_for_power_cut, print_sign_in_sheets
from station_app.ui.pages.attendance.sign_desk import SignDesk
from station_app.ui.pages.hours.tabs import HoursTabs
from station_app.ui.widgets import Button, MenuButton, Page
from station_app.ui.widgets.tabs import Tabs
from station_app.wording.days import long_day

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


class AttendancePage(Page):
    """Tabs. `reveal` takes a day ("2026-11-02"), "month", "forgotten", "sheet", "sheet:<code>",
    "stay:<id>", what `HoursTabs` knows; or a person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Attendance"))
        self.sheet = Button(_("Enter paper sheet…"), icon="edit")
        self.file = Button(_("Import file…"), icon="import")
        self.more = MenuButton()
        self.more.add(_("Print sign-in sheets…"), self.print_sheets, icon="print")
        self.more.add(_("Papers for power cuts…"), self.print_for_power_cut, icon="print")
        self.more.add(_("Earlier imports…"), self.show_imports, icon="import")
        self.add_action(self.more)
        self.add_action(self.file)
        self.add_action(self.sheet)
        self.counter = SignDesk(desk)
        self.records = Records(desk)
        self.tabs = Tabs()
        self.tabs.addTab(self.counter, _("Sign in and out"))
        self.tabs.addTab(self.records, _("Records"))
        self.hours = HoursTabs(
            desk, self.tabs, show_stay=self.records.show_one, show_open=self.show_open
        )
        self.body.addWidget(self.tabs, 1)
        self.setFocusProxy(self.counter)
        self.sheet.clicked.connect(lambda: self.enter_by_code())
        self.file.clicked.connect(lambda: self.start_import())
        self.counter.sheet_scanned.connect(self.enter_by_code)
        self.counter.all_forgotten_wanted.connect(lambda: self.reveal("forgotten"))
        self.records.closing.connect(self.counter.close_forgotten)
        self.tabs.currentChanged.connect(lambda _place: self.start())
        desk.changed.connect(self._on_change)
        self._read_names()

    def refresh(self) -> None:
        """On every visit: the present day, and the keyboard in the box."""
        self.set_subtitle(long_day(today(self.desk.clock)))
        self.counter.catch_up()

    def start(self) -> None:
        """The keyboard belongs to the box, as long as the desk is shown."""
        if self.tabs.currentWidget() is self.counter:
            self.counter.box.setFocus()
        else:
            super().start()

    def reveal(self, what: str) -> None:
        """Show the records of a day, of this month or the forgotten ones, a sheet, or a person."""
        if self.hours.reveal(what):
            return
        if what == "sheet":
            self.enter_by_code()
        elif what.startswith("sheet:"):
            self.enter_by_code(what.partition(":")[2])
        elif what.startswith("stay:"):
            self._show_records()
            self.records.show_one(UUID(what.partition(":")[2]))
        elif what == "forgotten":
            self._show_records()
            self.records.show_forgotten()
        elif what == "month":
            self._show_records()
            self.records.filters.reset()
        elif _DAY.fullmatch(what):
            self._show_records()
            self.records.show_day(date.fromisoformat(what))
        else:
            self.tabs.setCurrentWidget(self.counter)
            self.counter.offer_person(what)

    def show_open(self, first: date, last: date) -> None:
        """Show the stays of these days that have no end."""
        self._show_records()
        self.records.show_open(first, last)

    def enter_by_code(self, code: str = "") -> None:
        """Type a printed sheet in, found by the code on it."""
        dialog = CodedSheetDialog(self.desk, self.window(), code)
        dialog.without_code.connect(self.enter_sheet)
        dialog.open()

    def enter_sheet(self) -> None:
        """Type a sheet without a code in."""
        self.desk.read(self, post_names, closed=True, done=self._open_sheet)

    def print_sheets(self) -> None:
        """Print the sign-in sheets of some days."""
        print_sign_in_sheets(self.desk, self.window())

    def print_for_power_cut(self) -> None:
        """Print what is needed when the PC cannot be used."""
        print_for_power_cut(self.desk, self.window())

    def start_import(self, path: Path | None = None) -> None:
        """Bring in typed sheets; of this file, where one is given already."""
        PaperImport(self.desk, self.window(), path).open()

    def show_imports(self) -> None:
        """The files that came in, each to be taken back."""
        ImportsDialog(self.desk, self).open()

    def take(self, path: Path) -> None:
        """Bring in typed sheets that were dropped."""
        self.start_import(path)

    def _open_sheet(self, names: Sequence[tuple[UUID, str]]) -> None:
        SheetDialog(self.desk, self.window(), names).open()

    def _show_records(self) -> None:
        self.tabs.setCurrentWidget(self.records)

    def _on_change(self, tables: frozenset[str]) -> None:
        if "post" in tables:
            self._read_names()

    def _read_names(self) -> None:
        self.desk.read(self, post_names, closed=True, done=self.records.offer_posts, newest="names")
