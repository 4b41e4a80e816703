"""Sign-in sheets and the papers for power cuts: which days, a look, then the printer or a file."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from station_app.clock import today
from station_app.domain.sheet_codes import MOST_BLANK_ROWS, SheetRule
from station_app.i18n import _
from station_app.services.continuity import look_at_continuity, print_continuity
from station_app.services.hours import Period
from station_app.services.settings import sheet_rule
from station_app.services.sign_in_sheets import look_at_sheets, print_sheets_of
from station_app.ui.desk import Desk
from station_app.ui.pages.volunteers.papers import Sheet, SheetDialog
from station_app.ui.widgets import Form, NumberField
from station_app.wording.papers import continuity_file, sheets_file

_SUNDAY = 6


class _Blank:
    """How many empty rows are asked for; read beside the screen's thread, where no widget may."""

    def __init__(self, rows: int) -> None:
        self.rows = rows


class DaysDialog(SheetDialog):
    """A paper of some days, from today to Sunday at first; both ends are asked for."""

    def __init__(
        self, desk: Desk, parent: QWidget, sheet: Sheet, blank: _Blank | None = None
    ) -> None:
        self._blank = blank
        self.rows = NumberField(0, MOST_BLANK_ROWS, blank.rows if blank else 0)
        super().__init__(desk, parent, sheet)
        day = today(desk.clock)
        self.period.set_value((day, day + timedelta(days=_SUNDAY - day.weekday())))

    def _furnish(self) -> None:
        super()._furnish()
        if self._blank is not None:
            form = Form()
            form.add("rows", _("Empty rows for walk-ins"), self.rows)
            self.sides.left.insertWidget(2, form)
            self.rows.changed.connect(self._on_rows)

    def _on_rows(self) -> None:
        if self._blank is not None:
            self._blank.rows = self.rows.value()
            self._on_period()

    def _look(self) -> None:
        if None in self.period.value() and not self.period.unreadable():
            self._offer(False)
            self.paper.say(_("Choose the first and the last day."))
        else:
            super()._look()


def print_sign_in_sheets(desk: Desk, parent: QWidget) -> None:
    """Show the sign-in sheets of some days, to be printed."""

    def show(rule: SheetRule) -> None:
        office, blank = desk.office, _Blank(rule.blank_rows)
        sheet = Sheet(
            title=_("Sign-in sheets"),
            hint=_(
                "One sheet a shift: who is expected, empty rows for walk-ins, and a code by which "
                "it is entered afterwards. The journal keeps that it was printed or saved."
            ),
            file_name=sheets_file(today(desk.clock)),
            look=lambda period: look_at_sheets(office, *_days(period), blank.rows),
            hand_out=lambda period: print_sheets_of(office, *_days(period), blank.rows),
            of_days=True,
        )
        DaysDialog(desk, parent, sheet, blank).open()

    desk.read(parent, sheet_rule, done=show, newest="sheet")


def print_for_power_cut(desk: Desk, parent: QWidget) -> None:
    """Show what is needed when the PC cannot be used, to be printed in time."""
    office = desk.office
    sheet = Sheet(
        title=_("Papers for power cuts"),
        hint=_(
            "To be printed before the power goes: a guide, whom to call, the sign-in sheets of "
            "these days, blank sheets and blank consent sheets. Phone numbers stand in it: the "
            "journal keeps that it was printed or saved."
        ),
        file_name=continuity_file(today(desk.clock)),
        look=lambda period: look_at_continuity(office, *_days(period)),
        hand_out=lambda period: print_continuity(office, *_days(period)),
        of_days=True,
    )
    DaysDialog(desk, parent, sheet).open()


def _days(period: Period) -> tuple[date, date]:
    """Both ends of a period that has them."""
    assert period.first is not None
    assert period.last is not None
    return period.first, period.last
