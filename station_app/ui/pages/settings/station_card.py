"""This station: what stands on the paper, and changing it."""

from PySide6.QtWidgets import QWidget

from station_app.domain.stations import StationCard
from station_app.i18n import _
from station_app.services.stations import change_station, station_if_set_up
from station_app.ui.desk import Desk
from station_app.ui.pages.settings.station_form import LABELS, StationForm
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Card, DialogFrame, Facts, Kind
from station_app.wording import sentence
from station_app.wording.stations import level_label


class StationPart(Card):
    """What is known of the station."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("This station"))
        self.desk = desk
        self._card: StationCard | None = None
        self._facts = Facts()
        self.edit = Button(_("Change…"), Kind.QUIET, icon="edit")
        self.edit.clicked.connect(self._change)
        self.edit.setEnabled(False)
        self.add_action(self.edit)
        self.body.addWidget(self._facts)
        desk.changed.connect(self._on_change)
        self._read()

    def _read(self) -> None:
        self.desk.read(self, station_if_set_up, done=self._show, newest="station")

    def _show(self, card: StationCard | None) -> None:
        self._card = card
        self.edit.setEnabled(card is not None)
        if card is None:
            return
        self._facts.show_facts((_(LABELS[key]), _told(card, key)) for key in LABELS)

    def _change(self) -> None:
        if self._card is not None:
            StationDialog(self.desk, self, self._card).open()

    def _on_change(self, tables: frozenset[str]) -> None:
        if "station" in tables:
            self._read()


class StationDialog(DialogFrame):
    """The form of the station; the code stays, numbers already carry it."""

    def __init__(self, desk: Desk, parent: QWidget, card: StationCard) -> None:
        super().__init__(parent, _("Change this station"), primary=_("Save"), width=680)
        self.desk = desk
        self.form = StationForm()
        self.form.show_card(card)
        self.add_form(self.form)
        self.confirmed.connect(self._save)

    def _save(self) -> None:
        card = self.form.card()
        if card is None:
            return
        self.set_busy(True)
        self.desk.write(
            self,
            change_station,
            card,
            done=self._on_saved,
            refused=lambda error: self.refuse(sentence(error)),
        )

    def _on_saved(self, card: StationCard) -> None:
        sign_as(self.desk, card)
        self.form.rest()
        self.accept()
        self.desk.tell(Tone.OK, _("The station is changed. New papers carry it from now on."))


def sign_as(desk: Desk, card: StationCard) -> None:
    """Let the journal name the clerk from now on."""
    if card.clerk:
        desk.office.actor = card.clerk


def _told(card: StationCard, key: str) -> str:
    return level_label(card.level) if key == "level" else getattr(card, key) or ""
