"""One line of a paper sheet as it is typed: who, came, left; then it stands in the books."""

from datetime import time
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from station_app.domain.attendance import VolunteerAmbiguous, VolunteerUnknown
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.attendance import Arrival
from station_app.ui.desk import Desk
from station_app.ui.pages.attendance.who_box import WhoBox
from station_app.ui.theme import Tone, set_look
from station_app.ui.widgets import IconButton, Paragraph, TextField, TimeField
from station_app.wording import sentence
from station_app.wording.days import length_words

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TypedLine(QObject):
    """The fields of one line in a grid. `ready(line)` on Enter in the last; `struck(line)`."""

    ready = Signal(object)
    struck = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, came: time | None, left: time | None) -> None:
        super().__init__(parent)
        self.stay: Arrival | None = None
        self.standing = False
        self.who = WhoBox(desk)
        self.came = TimeField(came)
        self.left = TimeField(left)
        self.told = Paragraph()
        self.strike = IconButton("undo", _("Take this line back"))
        self.strike.setVisible(False)
        self.strike.clicked.connect(partial(self.struck.emit, self))
        self.who.left.connect(lambda: self.came.setFocus(Qt.FocusReason.TabFocusReason))
        for field, name in self._named():
            field.setAccessibleName(name)
        for field in (self.came, self.left):
            field.installEventFilter(self)

    def place(self, grid: QGridLayout, row: int) -> None:
        """Stand in this row of the grid."""
        for column, widget in enumerate((self.who, self.came, self.left, self.told, self.strike)):
            grid.addWidget(widget, row, column)

    def start(self) -> None:
        """Put the keyboard where the line begins."""
        self.who.setFocus(Qt.FocusReason.TabFocusReason)

    def typed(self) -> bool:
        """Whether somebody is named here who is not in the books yet."""
        return self.stay is None and bool(self.who.value())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, and in the last field hands the line over."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _ENTER:
            self._go_on(watched)
            return True
        return super().eventFilter(watched, event)

    def entered(self, stay: Arrival) -> None:
        """The line stands in the books."""
        self.stay, self.standing = stay, True
        self.who.setText(_("{name} ({number})").format(name=stay.name, number=stay.number))
        for field, _name in self._named():
            field.setReadOnly(True)
            set_look(field, problem=False)
        length = length_words(stay.minutes) if stay.minutes is not None else _("Not signed out")
        self._tell(length, Tone.OK if stay.minutes is not None else Tone.WARN)
        self.strike.setVisible(True)

    def taken_back(self) -> None:
        """The line no longer stands in the books."""
        self.standing = False
        self.strike.setVisible(False)
        self._tell(_("Taken back"), Tone.MUTED)

    def refused(self, error: StationError) -> None:
        """Say what stands against the line, with the keyboard where it is mended."""
        who = isinstance(error, VolunteerUnknown | VolunteerAmbiguous)
        self.complain(self.who if who else self.came, sentence(error))

    def check(self) -> bool:
        """Whether the line can be entered; the end may be left open."""
        for field, _name in self._named():
            set_look(field, problem=False)
        if not self.who.value():
            self.complain(self.who, _("Who was it?"))
        elif self.came.value() is None:
            self.complain(self.came, self.came.complaint())
        elif self.left.unreadable():
            self.complain(self.left, self.left.complaint())
        else:
            self._tell("", Tone.MUTED)
            return True
        return False

    def complain(self, field: TextField, words: str) -> None:
        """Say what is wrong in this field."""
        set_look(field, problem=True)
        self._tell(words, Tone.DANGER)
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _named(self) -> tuple[tuple[TextField, str], ...]:
        return (self.who, _("Who")), (self.came, _("Came")), (self.left, _("Left"))

    def _tell(self, words: str, tone: Tone) -> None:
        self.told.setText(words)
        self.told.set_tone(tone)

    def _go_on(self, watched: QObject) -> None:
        if watched is self.came:
            self.left.setFocus(Qt.FocusReason.TabFocusReason)
        elif self.stay is None:
            self.ready.emit(self)
