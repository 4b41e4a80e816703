"""The roster of a week or a month: who is expected when, gaps in plain sight."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station_app.clock import today
from station_app.i18n import _, ngettext
from station_app.services.lists.rosters import Roster, RosterShift, roster
from station_app.services.roster_papers import print_roster
from station_app.ui.desk import Desk
from station_app.ui.pages.posts.roster_fill import FillDialog
from station_app.ui.pages.posts.roster_grid import RosterGrid
from station_app.ui.pages.posts.roster_panel import ShiftPanel
from station_app.ui.pages.posts.stepper import RangeStepper, Stretch
from station_app.ui.pages.volunteers.papers import Sheet, SheetDialog
from station_app.ui.theme import Tone
from station_app.ui.widgets import Badge, Button, EmptyState

_TABLES = frozenset({"shift", "post", "assignment", "volunteer"})


class RosterTab(QWidget):
    """The grid and the shift beside it; a cell with several shifts gives its next one on Enter."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.stepper = RangeStepper(today(desk.clock), Stretch.WEEK)
        self.gaps = Badge("")
        self.print = Button(_("Print…"), icon="print")
        self.fill = Button(_("Fill…"), icon="check")
        self.grid = RosterGrid()
        self.panel = ShiftPanel(desk)
        self._shifts: tuple[RosterShift, ...] = ()
        self._empty = EmptyState(
            "calendar", _("No shifts in this time. Make those of a month by “Make shifts…”.")
        )
        self._lay_out()
        self._connect()
        self.reload()

    def reload(self) -> None:
        """Read the roster of the days shown."""
        first, last = self.stepper.value()
        self._desk.read(self, roster, first, last, done=self._show, newest="roster")

    def show_shift(self, shift_id: UUID) -> None:
        """Put the keyboard on a shift that is shown."""
        index = self.grid.grid.find(shift_id)
        if index.isValid():
            self.grid.setCurrentIndex(index)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self.stepper)
        top.addWidget(self.gaps)
        top.addStretch(1)
        top.addWidget(self.print)
        top.addWidget(self.fill)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self._empty)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self._stack, 1)
        both.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addLayout(both, 1)

    def _connect(self) -> None:
        self.stepper.changed.connect(self.reload)
        self.grid.chosen.connect(self._on_cell)
        self.grid.entered_cell.connect(self._on_enter)
        self.grid.dropped.connect(self.panel.give)
        self.fill.clicked.connect(self._ask_fill)
        self.print.clicked.connect(self._print)
        self._desk.changed.connect(self._on_change)

    def _show(self, found: Roster) -> None:
        self._stack.setCurrentWidget(self.grid if found.days else self._empty)
        lacking = found.lacking
        words = ngettext("{count} person missing", "{count} people missing", lacking)
        told = words.format(count=lacking) if lacking else _("Everything is staffed")
        self.gaps.show_status(told, Tone.WARN if lacking else Tone.OK)
        self.gaps.setVisible(bool(found.days))
        self.fill.setEnabled(bool(lacking))
        shown = self.panel.shift
        self.grid.show_roster(found)
        if shown is None:
            self.grid.start_on(today(self._desk.clock))
        else:
            self._keep(shown.id)

    def _keep(self, shift_id: UUID) -> None:
        """Show the shift of the panel as it is now, where it is still on the roster."""
        here = (one for one in self._shifts if one.id == shift_id)
        self.panel.show_shift(next(here, self._shifts[0] if self._shifts else None))

    def _on_cell(self, shifts: tuple[RosterShift, ...]) -> None:
        self._shifts = shifts
        self.panel.show_shift(shifts[0] if shifts else None)

    def _on_enter(self) -> None:
        """To the people of the shift; where the cell has several, first to its next one."""
        ids = [shift.id for shift in self._shifts]
        if not ids:
            return
        shown = self.panel.shift
        if len(ids) > 1 and shown is not None:
            following = (ids.index(shown.id) + 1) % len(ids)
            self.panel.show_shift(self._shifts[following])
        else:
            self.panel.search.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self.reload()

    def _print(self) -> None:
        first, last = self.stepper.value()
        make = partial(print_roster, self._desk.office, first, last)
        sheet = Sheet(
            title=_("Roster"),
            hint=_("For the wall: it names people, and no number or telephone of theirs."),
            file_name=_("Roster {first}.pdf").format(first=first.isoformat()),
            look=lambda _period: make(),
            hand_out=lambda _period: make(),
        )
        SheetDialog(self._desk, self.window(), sheet).open()

    def _ask_fill(self) -> None:
        FillDialog(self._desk, self.window(), *self.stepper.value()).open()
