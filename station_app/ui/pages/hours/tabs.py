"""The tabs beside the records: corrections and supplements, review, months."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.clock import today
from station_app.domain.closing import Month
from station_app.i18n import _
from station_app.ui.desk import Desk
from station_app.ui.pages.hours.corrections import Corrections, Shown
from station_app.ui.pages.hours.months import Months
from station_app.ui.pages.hours.review import Review
from station_app.ui.widgets.tabs import Tabs


class HoursTabs(QObject):
    """Adds its parts to the tabs of a page, and leads from one to the other.

    Why each part is made when it is first looked at: the desk opens with this page, and signs
    people in long before anybody closes a month.
    """

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
        self._show_stay, self._show_open = show_stay, show_open
        self._parts: dict[int, str] = {}
        self._rooms: dict[str, QVBoxLayout] = {}
        self._add("corrections", _("Corrections and supplements"))
        self._add("review", _("Review"))
        self._add("months", _("Months"))
        tabs.currentChanged.connect(self._furnish)

    @cached_property
    def corrections(self) -> Corrections:
        """Supplements and corrected stays."""
        return Corrections(self._desk, self._show_stay)

    @cached_property
    def review(self) -> Review:
        """Unusual stays."""
        return Review(self._desk, self._show_stay)

    @cached_property
    def months(self) -> Months:
        """The months, and closing them."""
        made = Months(self._desk)
        made.open_wanted.connect(lambda month: self._show_open(month.first, month.last))
        made.review_wanted.connect(self._show_review)
        made.supplements_wanted.connect(lambda: self.reveal("supplements"))
        return made

    def reveal(self, what: str) -> bool:
        """Show "supplements", "review", "review:2026-10" or "months"; False for anything else."""
        name, _colon, month = what.partition(":")
        match name:
            case "supplements":
                self._go("corrections")
                self.corrections.show_part(Shown.ASKED)
            case "review":
                self._show_review(Month.read(month) if month else self._this_month())
            case "months":
                self._go("months")
            case _:
                return False
        return True

    def _this_month(self) -> Month:
        return Month.of(today(self._desk.clock))

    def _show_review(self, month: Month) -> None:
        self._go("review")
        self.review.show_month(month)

    def _add(self, name: str, title: str) -> None:
        room = QWidget()
        self._rooms[name] = QVBoxLayout(room)
        self._rooms[name].setContentsMargins(0, 0, 0, 0)
        self._parts[self._tabs.addTab(room, title)] = name

    def _go(self, name: str) -> None:
        place = next(place for place, one in self._parts.items() if one == name)
        self._tabs.setCurrentIndex(place)

    def _furnish(self, place: int) -> None:
        name = self._parts.get(place, "")
        if name and not self._rooms[name].count():
            part: QWidget = getattr(self, name)
            self._rooms[name].addWidget(part)
            part.show()  # at once, so that the page finds where the keyboard belongs
