"""What is asked before anything can be recorded."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from station_app.domain.stations import StationCard
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.stations import set_up
from station_app.ui.desk import Desk
from station_app.ui.pages.settings.look import LANGUAGE_NAMES
from station_app.ui.pages.settings.options import Options
from station_app.ui.pages.settings.station_card import sign_as
from station_app.ui.pages.settings.station_form import StationForm
from station_app.ui.pages.setup.sample import SampleOffer
from station_app.ui.rail import BrandMark
from station_app.ui.theme import Size, Tone, set_look, tokens
from station_app.ui.widgets import Banner, Button, Card, Kind, Paragraph, Words
from station_app.wording import sentence

_ASKED: Final = ("name", "level", "code", "recording_unit", "in_charge", "clerk", "phone")
_WIDTH: Final = 720


class SetupPage(QScrollArea):
    """`finished` when this desk has a station."""

    finished = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.form = StationForm(_ASKED)
        self.told = Banner()
        self.primary = Button(_("Set up this station"), Kind.PRIMARY)
        self.primary.clicked.connect(self._set_up)
        self.form.submitted.connect(self.primary.click)
        self.language = Options(LANGUAGE_NAMES, desk.preferences.now.language)
        self.language.changed.connect(
            lambda: desk.preferences.change(language=self.language.value())
        )
        self.sample = SampleOffer(desk)
        self.sample.began.connect(partial(self._set_busy, True))
        self.sample.made.connect(self._on_sample)
        self.sample.refused.connect(self._on_refused)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._ground())
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard stands in the first field."""
        super().showEvent(event)
        self.form.start()

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Scroll to the field that has the keyboard."""
        ground = self.widget()
        if now is not None and ground is not None and ground.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, tokens().px(64))

    def _ground(self) -> QWidget:
        card = Card()
        card.setFixedWidth(tokens().px(_WIDTH))
        card.body.setSpacing(16)
        card.body.setContentsMargins(16, 8, 16, 8)
        card.body.addLayout(self._head())
        card.body.addWidget(
            Paragraph(
                _("Tell the desk where it stands. What you enter here appears on every paper."),
                tone=Tone.MUTED,
            )
        )
        card.body.addWidget(self.form)
        card.body.addWidget(self.told)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.primary)
        card.body.addLayout(buttons)
        card.body.addWidget(_line())
        card.body.addWidget(self.sample)
        ground = QWidget()
        set_look(ground, ground="clear")
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card)
        across.addStretch(1)
        layout = QVBoxLayout(ground)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.addStretch(1)
        layout.addLayout(across)
        layout.addStretch(2)
        return ground

    def _head(self) -> QHBoxLayout:
        title = Words(_("Set up Practice Station"), Size.DISPLAY)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(BrandMark())
        head.addWidget(title, 1)
        head.addWidget(self.language)
        return head

    def _set_up(self) -> None:
        self.told.say("")
        card = self.form.card()
        if card is not None:
            self._set_busy(True)
            self.desk.write(self, set_up, card, done=self._on_done, refused=self._on_refused)

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.form, self.primary, self.sample, self.language):
            widget.setEnabled(not busy)

    def _on_done(self, card: StationCard) -> None:
        told = _("{name} is set up. Register the first volunteers, or open a post.")
        self._finish(card, told.format(name=card.name))

    def _on_sample(self, card: StationCard) -> None:
        self._finish(card, _("A sample month is in the books. Look around: nobody here is real."))

    def _finish(self, card: StationCard, told: str) -> None:
        sign_as(self.desk, card)
        self.finished.emit()
        self.desk.soon(self.desk, "welcome", 0, partial(self.desk.tell, Tone.OK, told))

    def _on_refused(self, error: StationError) -> None:
        self._set_busy(False)
        self.told.say(sentence(error))
        self.form.start()


def _line() -> QFrame:
    line = QFrame()
    set_look(line, line=True)
    return line
