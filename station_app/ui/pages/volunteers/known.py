"""The way to somebody who has the document already."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.i18n import _
from station_app.services.people import Registered
from station_app.ui.theme import Tone
from station_app.ui.widgets import Banner, Button, Kind


class KnownNotice(QWidget):
    """Who it is, and a button that goes there: `wanted(id)`. Hidden while nobody is meant."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._id = ""
        self._words = Banner()
        self._open = Button(_("Open this person"), Kind.SECONDARY, icon="person")
        self._open.clicked.connect(lambda: self.wanted.emit(self._id))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._open)
        self.hide()

    def show_person(self, person: Registered) -> None:
        """Say that the document is this person's."""
        self._id = str(person.id)
        told = _("This document is that of {name}, number {number}. Nobody is registered twice.")
        self._words.say(told.format(name=person.name, number=person.number), Tone.WARN)
        self.show()

    def forget(self) -> None:
        """Nobody is meant."""
        self.hide()
