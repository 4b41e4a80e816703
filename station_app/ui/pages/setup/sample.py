"""Trying the program on invented people before anything real is entered."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from station_app.domain.stations import StationCard
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.stations import this_station
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.jobs import Progress
from station_app.ui.widgets import Button, Caption, Kind, confirm
from station_app.ui.widgets.showing import show_if


class SampleOffer(QWidget):
    """`made(StationCard)` when a sample month is in the books; `refused(error)` when it is not."""

    began = Signal()
    made = Signal(object)
    refused = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.button = Button(_("Try with sample data"), Kind.QUIET, icon="heart")
        self.button.clicked.connect(self._ask)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        self._bar.setRange(0, 0)
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(Caption(_("Only looking? Sixty invented people, a month of service.")), 1)
        words.addWidget(self.button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(words)
        layout.addWidget(self._bar)
        show_if(self._bar, False)
        desk.jobs.progress.connect(self._on_progress)

    def make(self) -> None:
        """Let a sample month happen in this data folder."""
        self.began.emit()
        self.setEnabled(False)
        self._bar.show()
        self.desk.press(
            self,
            self._work,
            done=self._on_made,
            refused=self._on_refused,
            title=_("Making a sample month …"),
        )

    def _ask(self) -> None:
        told = _(
            "A month of invented people is put into this data folder and stays there. For real "
            "work start again with another folder."
        )
        confirm(self, _("Fill this folder with sample data?"), told, _("Fill it"), self.make)

    def _work(self, task: Task) -> StationCard:
        from station_app.demo.month import make_month  # a second that other starts need not pay

        make_month(self.desk.places, self.desk.clock, task=task)
        return self.desk.office.read(this_station)

    def _on_made(self, card: StationCard) -> None:
        self.made.emit(card)

    def _on_refused(self, error: StationError) -> None:
        self.setEnabled(True)
        self._bar.hide()
        self.refused.emit(error)

    def _on_progress(self, progress: Progress | None) -> None:
        if progress is not None:
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)
