"""The always-ready box of the desk: scan or type, Enter signs; several people are picked from."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence

from station_app.domain.people import is_volunteer_number
from station_app.i18n import _
from station_app.services.reception import folded
from station_app.ui.desk import Desk
from station_app.ui.person_search import find
from station_app.ui.search_box import SearchBox
from station_app.ui.theme import set_look

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HINTS: Final = Qt.InputMethodHint.ImhLatinOnly | Qt.InputMethodHint.ImhNoPredictiveText


class SignBox(SearchBox):
    """`scanned(text)` on Enter, `person_chosen(id)` from the list, `take_back` on Ctrl+Z.

    Why no input method: a scanner is a keyboard, and Chinese typing would swallow what it sends.
    Names are found by their Pinyin; who wants to write them switches the input method on.
    """

    scanned = Signal(str)
    take_back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, partial(find, desk.office), hint=_("↑ ↓ to choose, Enter signs"))
        self.setPlaceholderText(_("Scan a card, or type number, name, Pinyin or phone tail"))
        self.setAccessibleName(_("Sign in or out"))
        self.setInputMethodHints(_HINTS)
        self.take_chinese(False)
        set_look(self, large=True)

    def take_chinese(self, on: bool) -> None:
        """Let the input method in, to write a name, or keep it out."""
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on)

    def offer(self, text: str) -> None:
        """Show who all may be meant by a text, to be picked from."""
        self.setText(text)
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter signs; Ctrl+Z in the empty box takes the last act back."""
        if event.key() in _ENTER:
            self._enter()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.text():
            self.take_back.emit()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        text = folded(self.text())
        if not text:
            return
        several = len(self.results()) > 1 and self._looked_for == self.value()
        if several and not is_volunteer_number(text):
            self._list.pick()
            return
        self.clear()
        self._list.hide()
        self.scanned.emit(text)
