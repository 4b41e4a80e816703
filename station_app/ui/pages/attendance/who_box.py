"""The field of a sheet's line in which somebody is named: typed, found, picked."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent

from station_app.i18n import _
from station_app.services.reception import folded
from station_app.ui.desk import Desk
from station_app.ui.person_search import find
from station_app.ui.search_box import SearchBox

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WhoBox(SearchBox):
    """`left()` on Enter, once one person is meant or nothing better is known than what is typed."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, partial(find, desk.office), hint=_("↑ ↓ to choose, Enter takes"))
        self.setPlaceholderText(_("Number, name or Pinyin"))
        self.setClearButtonEnabled(False)
        self._number = ""
        self.textEdited.connect(lambda _text: self._forget())

    def meant(self) -> str:
        """The number of the person picked, else what is typed."""
        return self._number or folded(self.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the person shown first or chosen, and goes on."""
        if event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif self._number or not folded(self.text()):
            self._list.hide()
            self.left.emit()
        else:
            self._look()
            if self.results():
                self._list.pick()
            else:
                self._list.hide()
                self.left.emit()

    def _look(self) -> None:
        if not self._number:
            super()._look()

    def _choose(self, person: str) -> None:
        one = next(one for one in self.results() if one.id == person)
        self._list.hide()
        self._number = one.number
        self.setText(_("{name} ({number})").format(name=one.name, number=one.number))
        self.left.emit()

    def _forget(self) -> None:
        self._number = ""
