"""The months of the books: what is left to do in each, closing one, the report."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.i18n import _
from station_app.services.closing import Closed, CloseList, MonthReport, close_list, month_report
from station_app.services.month_list import MonthRow, months
from station_app.ui.desk import Desk
from station_app.ui.pages.hours.close_dialog import CloseMonthDialog
from station_app.ui.pages.hours.columns import MONTH_COLUMNS
from station_app.ui.pages.hours.in_hand import InHand
from station_app.ui.pages.hours.report_dialog import ReportDialog
from station_app.ui.tables import Empty, ListView
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Card, Kind, Paragraph
from station_app.ui.widgets.showing import show_if
from station_app.wording.days import month_words
from station_app.wording.hours import left_to_do

_TABLES = frozenset({"attendance", "supplement", "month_close"})


class Months(QWidget):
    """A list, and below it what the chosen month still needs, each with the way there.

    `open_wanted(month)`, `review_wanted(month)`, `supplements_wanted()` lead to it.
    """

    open_wanted = Signal(object)
    review_wanted = Signal(object)
    supplements_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stale = True
        self._left: CloseList | None = None
        self._rows: InHand[MonthRow] = InHand(lambda row: str(row.month))
        self.view = ListView(
            desk,
            self._rows,
            MONTH_COLUMNS,
            name="months",
            label=_("Months"),
            empty=Empty("calendar", _("No hours yet.")),
        )
        self.view.open(None)
        self.told = Paragraph()
        self.report = Button(_("Report…"), icon="document")
        self.close_month = Button(_("Close the month…"), Kind.PRIMARY, icon="lock")
        self.ways = (
            Button(_("Open stays"), Kind.QUIET, icon="clock"),
            Button(_("Unusual stays"), Kind.QUIET, icon="eye"),
            Button(_("Supplements"), Kind.QUIET, icon="check"),
        )
        self._lay_out()
        self._connect()
        self._show_left(None)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def chosen(self) -> MonthRow | None:
        """The month that is chosen."""
        found = self._rows.chosen(self.view.selected())
        return found[0] if len(found) == 1 else None

    def _lay_out(self) -> None:
        below = Card()
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in self.ways:
            line.addWidget(button)
        line.addStretch(1)
        for button in (self.report, self.close_month):
            line.addWidget(button)
        below.body.addWidget(self.told)
        below.body.addLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.view, 1)
        layout.addWidget(below)

    def _connect(self) -> None:
        self.view.chosen.connect(lambda _ids: self._on_chosen())
        self.view.model.filled.connect(self._choose_first)
        self.view.opened.connect(lambda _key: self._ask_report())
        self.report.clicked.connect(self._ask_report)
        self.close_month.clicked.connect(self._ask_close)
        wanted = (self.open_wanted, self.review_wanted)
        for button, signal in zip(self.ways, wanted, strict=False):
            button.clicked.connect(partial(self._go, signal))
        self.ways[2].clicked.connect(self.supplements_wanted)
        self._desk.changed.connect(self._on_change)

    def _go(self, signal: object, _checked: bool = False) -> None:
        if (row := self.chosen()) is not None:
            signal.emit(row.month)  # type: ignore[attr-defined]

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._stale = True
            if self.isVisible():
                self._desk.soon(self, "read", 0, self._read)

    def _read(self) -> None:
        self._stale = False
        self._desk.read(self, months, done=self._show, newest="months")

    def _show(self, rows: Sequence[MonthRow]) -> None:
        self._rows.keep(rows)
        self.view.model.reload()
        self._on_chosen()

    def _choose_first(self) -> None:
        """Stand on the oldest month that waits to be closed, else on the newest one."""
        ids = self.view.model.ids()
        if not ids or self.view.selected() or self.view.current():
            return
        waiting = [
            str(one.month) for one in self._rows.chosen(ids) if one.over and not one.closed_by
        ]
        self.view.select(waiting[-1] if waiting else ids[0])

    def _on_chosen(self) -> None:
        row = self.chosen()
        if row is None or row.closed_by:
            self._show_left(None)
        else:
            self._desk.read(self, close_list, row.month, done=self._show_left, newest="left")

    def _show_left(self, left: CloseList | None) -> None:
        row = self.chosen()
        self._left = left if row is not None and not row.closed_by else None
        left = self._left
        counts = (left.open_stays, left.unreviewed, left.supplements) if left else (0, 0, 0)
        for button, count in zip(self.ways, counts, strict=True):
            show_if(button, bool(count))
        self.report.setEnabled(row is not None)
        self.close_month.setEnabled(row is not None and row.over and not row.closed_by)
        self.told.setText(_told(row, left))

    def _ask_report(self) -> None:
        if (row := self.chosen()) is not None:
            self._desk.read(self, month_report, row.month, done=self._open_report)

    def _open_report(self, report: MonthReport) -> None:
        ReportDialog(self._desk, self.window(), report).open()

    def _ask_close(self) -> None:
        row = self.chosen()
        if row is None or self._left is None:
            return
        dialog = CloseMonthDialog(self._desk, self.window(), row, self._left)
        dialog.closed.connect(self._on_closed)
        dialog.open()

    def _on_closed(self, closed: Closed) -> None:
        told = _("{month} is closed.").format(month=month_words(closed.month.first))
        self._desk.tell(Tone.OK, told)
        self._desk.read(self, month_report, closed.month, done=self._open_report)


def _told(row: MonthRow | None, left: CloseList | None) -> str:
    if row is None:
        return _("Choose a month.")
    month = month_words(row.month.first)
    if row.closed_by:
        return _("{month} is closed; later changes stand in its report.").format(month=month)
    if left is None:
        return month
    if words := left_to_do(left):
        return _("{month}, left to do: {list}.").format(month=month, list=_(", ").join(words))
    if not row.over:
        return _("{month}: nothing is left to do so far.").format(month=month)
    return _("{month}: nothing is left to do. It can be closed.").format(month=month)
