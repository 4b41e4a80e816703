"""The rows of a sign-in sheet below each other, the last one for whoever came beside."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from station_app.clock import local
from station_app.i18n import _
from station_app.services.sheet_entry import SheetToEnter
from station_app.ui.desk import Desk
from station_app.ui.pages.attendance.sheet_row import RowLine, Times
from station_app.ui.theme import set_look
from station_app.ui.widgets import Caption


class SheetRows(QScrollArea):
    """`ready(line)`, `not_come(line)` and `struck(line)` as the rows say."""

    ready = Signal(object)
    not_come = Signal(object)
    struck = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._planned: Times = (None, None)
        self._inner = QWidget()
        self.lines: list[RowLine] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def show_sheet(self, sheet: SheetToEnter) -> None:
        """Lay out the rows of this sheet, whatever stood here before."""
        self._planned = (local(sheet.starts_at).time(), local(sheet.ends_at).time())
        self.lines = []
        self._inner = QWidget()
        set_look(self._inner, ground="clear")
        self._grid = QGridLayout(self._inner)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        titles = _("Row"), _("Who"), _("Came"), _("Left"), _("Pause"), ""
        for column, title in enumerate(titles):
            self._grid.addWidget(Caption(title), 0, column)
        for column, stretch in enumerate((0, 4, 1, 1, 0, 6, 0)):
            self._grid.setColumnStretch(column, stretch)
        for known in (*sheet.rows, *sheet.walk_ins):
            self._add(RowLine(self._desk, self._inner, self._planned, known.row, known))
        self.add_walk_in()
        self.setWidget(self._inner)
        self._inner.show()

    def add_walk_in(self) -> None:
        """One more row in which somebody can be named."""
        row = max((line.row for line in self.lines), default=0) + 1
        self._add(RowLine(self._desk, self._inner, self._planned, row))

    def go_to_next(self, line: RowLine | None = None) -> None:
        """The keyboard goes to the next row that is open, last to the one for walk-ins."""
        after = self.lines[self.lines.index(line) + 1 :] if line else self.lines
        for other in after:
            if not (other.settled or other.missed or other.waiting):
                other.start()
                self._desk.soon(self, "scroll", 0, self._scroll_to_row)
                return

    def adopt(self, sheet: SheetToEnter) -> None:
        """Show what was entered elsewhere meanwhile."""
        rows = {one.volunteer_id: one for one in sheet.rows}
        for line in self.lines:
            if line.who is None and line.known and (now := rows.get(line.known.volunteer_id)):
                line.adopt(now)

    def half_typed(self) -> RowLine | None:
        """The first row that is typed and not in the books."""
        return next((line for line in self.lines if line.typed()), None)

    def untouched(self) -> list[RowLine]:
        """Rows of people expected of whom nothing is known yet."""
        return [line for line in self.lines if line.untouched()]

    def counted(self) -> tuple[int, int, int]:
        """How many rows are done with, how many there are, how many did not come."""
        rows = [line for line in self.lines if line.who is None or line.done]
        return sum(line.done for line in rows), len(rows), sum(line.missed for line in rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the row in sight that is typed in."""
        super().resizeEvent(event)
        self._scroll_to_row()

    def _add(self, line: RowLine) -> None:
        line.above = self.lines[-1] if self.lines else None
        at = len(self.lines) + 1
        self._grid.setRowStretch(at, 0)
        line.place(self._grid, at)
        self._grid.setRowStretch(at + 1, 1)
        self.lines.append(line)
        line.ready.connect(self.ready)
        line.not_come.connect(self.not_come)
        line.struck.connect(self.struck)

    def _scroll_to_row(self) -> None:
        now = self.window().focusWidget()
        if self._inner.isAncestorOf(now):
            top = now.mapTo(self._inner, QPoint()).y()
            for edge in (top + now.height(), top):
                self.ensureVisible(0, edge, 0, now.height())
