"""The way to somebody who has the document already, or who may be the same person."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.i18n import _
from station_app.services.duplicates import Pair
from station_app.services.people import Registered
from station_app.ui.theme import Tone
from station_app.ui.widgets import Banner, Button, Kind
from station_app.wording.merging import traits_text

_MOST: Final = 3  # of those like it that are named; nobody reads more with a queue waiting


class KnownNotice(QWidget):
    """Who it is, and a button that goes there: `wanted(id)`. Hidden while nobody is meant."""

    wanted = Signal(str)
    reshaped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._holder: Registered | None = None
        self._like: Sequence[Pair] = ()
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
        self._holder = person
        self._say()

    def show_like(self, pairs: Sequence[Pair]) -> None:
        """Say who may be the same person, the likeliest first; nobody, if the document is known."""
        self._like = pairs
        self._say()

    def forget(self) -> None:
        """Nobody is meant."""
        self._holder, self._like = None, ()
        self._say()

    def _say(self) -> None:
        if self._holder is not None:
            told = _(
                "This document is that of {name}, number {number}. Nobody is registered twice."
            )
            words = told.format(name=self._holder.name, number=self._holder.number)
            self._id = str(self._holder.id)
            self._words.say(words, Tone.WARN)
        elif self._like:
            self._id = str(self._like[0].other.id)
            self._words.say(_like_text(self._like), Tone.INFO)
        self.setVisible(self._holder is not None or bool(self._like))
        self.reshaped.emit()


def _like_text(pairs: Sequence[Pair]) -> str:
    """李梅（260000013）：同名；出生日期相同."""
    first, *others = pairs[:_MOST]
    told = _("Perhaps registered already: {name}, number {number}: {traits}.").format(
        name=first.other.name, number=first.other.number, traits=traits_text(first.traits)
    )
    if not others:
        return told
    named = _("{name} ({number})")
    more = (named.format(name=one.other.name, number=one.other.number) for one in others)
    return _("{told} Also: {others}.").format(told=told, others=_(", ").join(more))
