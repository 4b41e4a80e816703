"""The bar over the page: where this desk stands, and the search box."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from station_app.i18n import _
from station_app.ui.desk import Desk
from station_app.ui.search_box import Find, SearchBox
from station_app.ui.theme import Size, set_look, tokens
from station_app.ui.widgets.words import Caption, Words


@dataclass(frozen=True, slots=True)
class Heading:
    """Whose desk this is: the position, and the unit that records and proves."""

    station: str
    recording_unit: str


Identify = Callable[[], Heading | None]


class TopBar(QFrame):
    """Station and recording unit at the left, search at the right."""

    def __init__(self, desk: Desk, identify: Identify, find: Find) -> None:
        super().__init__()
        self._identify = identify
        self._station = Words("", Size.STRONG)
        self._unit = Caption()
        for words in (self._station, self._unit):
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.search = SearchBox(desk, find)
        self.search.setFixedWidth(tokens().px(380))
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._station)
        names.addWidget(self._unit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 8, 24, 8)
        layout.setSpacing(16)
        layout.addLayout(names, 1)
        layout.addWidget(self.search)
        set_look(self, ground="top")
        self.setFixedHeight(max(tokens().px(56), 56))
        desk.changed.connect(self._on_change)
        self.show_heading()

    def show_heading(self) -> None:
        """Read whose desk this is."""
        heading = self._identify()
        if heading is None:
            self._station.setText(_("Station not set up yet"))
            self._unit.setText(_("Enter its name and recording unit in Settings."))
            return
        self._station.setText(heading.station)
        unit = _("Recording unit: {name}").format(name=heading.recording_unit)
        self._unit.setText(unit)

    def _on_change(self, tables: frozenset[str]) -> None:
        if "station" in tables:
            self.show_heading()
