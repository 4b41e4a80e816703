"""The report of a month on the screen; on paper it is the same."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from station_app.domain.journal import head_code
from station_app.i18n import _
from station_app.services.closing import Adjustment, MonthReport
from station_app.services.month_papers import look_at_month, print_month
from station_app.ui.desk import Desk
from station_app.ui.pages.hours.close_dialog import totals_facts
from station_app.ui.pages.hours.columns import ADJUSTMENT_COLUMNS, SUM_COLUMNS
from station_app.ui.pages.volunteers.papers import Sheet, SheetDialog
from station_app.ui.tables import Column, Empty, ListView, RowsInHand
from station_app.ui.theme import Tone
from station_app.ui.widgets import Banner, Button, DialogFrame, Facts
from station_app.ui.widgets.tabs import Tabs
from station_app.wording.days import month_words
from station_app.wording.hours import signed_hours
from station_app.wording.papers import month_file
from station_app.wording.values import moment_text


class ReportDialog(DialogFrame):
    """Totals, frozen where the month was closed; by post, by day, and the changes."""

    def __init__(self, desk: Desk, parent: QWidget, report: MonthReport) -> None:
        month = month_words(report.month.first)
        title = _("Hours of {month}").format(month=month)
        super().__init__(parent, title, primary=_("Close"), fills=True)
        self._desk, self._report, self._title = desk, report, title
        self.print = Button(_("Print…"), icon="print")
        self.add_button(self.print)
        self.cancel.hide()
        facts = Facts(columns=6)
        facts.show_facts(_facts(report))
        told = _("This month is not closed: the figures may still change.")
        self.body.addWidget(Banner("" if report.closed else told, Tone.INFO))
        self.body.addWidget(facts)
        self.tabs = Tabs()
        self._add_tabs()
        self.body.addWidget(self.tabs, 1)
        self.confirmed.connect(self.accept)
        self.print.clicked.connect(self._print)

    def _add_tabs(self) -> None:
        totals = self._report.closed.totals if self._report.closed else self._report.now
        self._add(_("By post"), SUM_COLUMNS, list(totals.by_post.items()), _("Nobody served."))
        self._add(_("By day"), SUM_COLUMNS, sorted(totals.by_day.items()), _("Nobody served."))
        if self._report.closed:
            self._add_changes(_("Changed after closing"), self._report.later)
        self._add_changes(_("Changes to closed months"), self._report.made_here)

    def _add_changes(self, title: str, changes: Sequence[Adjustment]) -> None:
        if changes:
            minutes = sum(one.minutes for one in changes)
            title = _("{title}: {hours} h").format(title=title, hours=signed_hours(minutes))
        self._add(title, ADJUSTMENT_COLUMNS, changes, _("No change."))

    def _add(
        self, title: str, columns: Sequence[Column[Any]], rows: Sequence[Any], empty: str
    ) -> None:
        source: RowsInHand[Any] = RowsInHand()
        source.all = rows
        view = ListView(
            self._desk,
            source,
            columns,
            name="changes" if columns is ADJUSTMENT_COLUMNS else "sums",
            label=title,
            empty=Empty("ok", empty),
        )
        view.open(None)
        self.tabs.addTab(view, title)

    def _print(self) -> None:
        month, office = self._report.month, self._desk.office
        sheet = Sheet(
            title=self._title,
            hint=_(
                "A report to be signed by the person in charge and filed. Names stand in it, "
                "so the journal keeps that it was printed or saved."
            ),
            file_name=month_file(month),
            look=lambda _period: look_at_month(office, month),
            hand_out=lambda _period: print_month(office, month),
        )
        SheetDialog(self._desk, self, sheet).open()


def _facts(report: MonthReport) -> list[tuple[str, str]]:
    closed = report.closed
    facts = totals_facts(closed.totals if closed else report.now)
    if closed is not None:
        facts += [
            (_("Closed by"), closed.closed_by),
            (_("Closed at"), moment_text(closed.closed_at)),
            (_("Code for the log book"), head_code(closed.head_hash)),
        ]
    return facts
