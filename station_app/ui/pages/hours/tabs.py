"""The tabs beside the records: corrections and supplements, review, months."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject

from station_app.clock import today
from station_app.domain.closing import Month
from station_app.i18n import _
from station_app.ui.desk import Desk
from station_app.ui.pages.hours.corrections import Corrections, Shown
from station_app.ui.pages.hours.months import Months
from station_app.ui.pages.hours.review import Review
from station_app.ui.widgets.tabs import Tabs


class HoursTabs(QObject):
    """Adds its parts to the tabs of a page, and leads from one to the other."""

    def __init__(
        self,
        desk: Desk,
        tabs: Tabs,
        *,
        show_stay: Callable[[UUID], object],
        show_open: Callable[[date, date], object],
    ) -> None:
        """`show_stay` shows one stay whole, `show_open` those of some days without an end."""
        super().__init__(tabs)
        self._desk, self._tabs = desk, tabs
        self.corrections = Corrections(desk, show_stay)
        self.review = Review(desk, show_stay)
        self.months = Months(desk)
        tabs.addTab(self.corrections, _("Corrections and supplements"))
        tabs.addTab(self.review, _("Review"))
        tabs.addTab(self.months, _("Months"))
        self.months.open_wanted.connect(lambda month: show_open(month.first, month.last))
        self.months.review_wanted.connect(self._show_review)
        self.months.supplements_wanted.connect(lambda: self.reveal("supplements"))

    def reveal(self, what: str) -> bool:
        """Show "supplements", "review", "review:2026-10" or "months"; False for anything else."""
        name, _colon, month = what.partition(":")
        match name:
            case "supplements":
                self.corrections.show_part(Shown.ASKED)
                self._tabs.setCurrentWidget(self.corrections)
            case "review":
                self._show_review(Month.read(month) if month else self._this_month())
            case "months":
                self._tabs.setCurrentWidget(self.months)
            case _:
                return False
        return True

    def _this_month(self) -> Month:
        return Month.of(today(self._desk.clock))

    def _show_review(self, month: Month) -> None:
        self._tabs.setCurrentWidget(self.review)
        self.review.show_month(month)
