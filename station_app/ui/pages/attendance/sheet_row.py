"""One row of a sign-in sheet as it lies on the desk: typed, copied from above, or nobody came."""

from datetime import time
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from station_app.clock import local
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.attendance import Arrival
from station_app.services.sheet_entry import SheetRow
from station_app.ui.desk import Desk
from station_app.ui.pages.attendance.who_box import WhoBox
from station_app.ui.theme import Tone, set_look, tokens
from station_app.ui.widgets import (
    Caption,
    IconButton,
    NumberField,
    Paragraph,
    TextField,
    TimeField,
    Words,
)
from station_app.ui.widgets.showing import show_if
from station_app.ui.widgets.typed import folded
from station_app.wording import sentence
from station_app.wording.attendance import origin_label
from station_app.wording.days import length_words

_LONGEST_PAUSE: Final = 600
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLANNED, _ABOVE, _NOBODY = ("+", "="), ("*",), ("-",)
Times = tuple[time | None, time | None]


class RowLine(QObject):
    """The fields of one row: of somebody expected, or with a box to name a walk-in.

    `ready(line)` on Enter in the last field, `not_come(line)`, `struck(line)`. Keys of a number
    pad do the rest: + as planned, * as in the row above, - did not come.
    """

    ready = Signal(object)
    not_come = Signal(object)
    struck = Signal(object)

    def __init__(
        self, desk: Desk, parent: QWidget, planned: Times, row: int, known: SheetRow | None = None
    ) -> None:
        super().__init__(parent)
        self.row, self.known = row, known
        self.stay_id = known.stay.stay_id if known and known.stay else None
        self.settled = self.missed = self.waiting = False
        self.above: RowLine | None = None
        self._planned = planned
        self.who = WhoBox(desk) if known is None else None
        self.came, self.left = TimeField(), TimeField()
        self.pause = NumberField(0, _LONGEST_PAUSE, 0)
        self.told = Paragraph()
        self.absent = IconButton("close", _("Did not come (-)"))
        self.strike = IconButton("undo", _("Take this row back"))
        self._furnish()
        if known is not None:
            self.adopt(known)

    def place(self, grid: QGridLayout, at: int) -> None:
        """Stand in this row of the grid."""
        number = Caption(str(self.row) if self.row else "–")
        grid.addWidget(number, at, 0, Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(self._named(), at, 1)
        for column, widget in enumerate((self.came, self.left, self.pause, self.told), 2):
            grid.addWidget(widget, at, column)
        acts = QHBoxLayout()
        acts.setSpacing(0)
        acts.addWidget(self.absent)
        acts.addWidget(self.strike)
        grid.addLayout(acts, at, 6)

    def start(self) -> None:
        """Put the keyboard where the row begins."""
        first = self.who or (self.left if self._is_in() else self.came)
        first.setFocus(Qt.FocusReason.TabFocusReason)
        first.selectAll()

    def typed(self) -> bool:
        """Whether something stands here that is not in the books."""
        if self.settled or self.missed or self.waiting:
            return False
        fields = (self.who,) if self.who else () if self._is_in() else (self.came,)
        return any(field.text().strip() for field in (*fields, self.left))

    @property
    def done(self) -> bool:
        """Whether the books say something of the row, be it that nobody came."""
        return self.missed or self.stay_id is not None

    def untouched(self) -> bool:
        """Whether somebody is expected here of whom nothing is known yet."""
        if self.known is None or self.known.taken_off or self.stay_id or self.typed():
            return False
        return not (self.settled or self.missed or self.waiting)

    def times(self) -> Times:
        """What is typed."""
        return self.came.value(), self.left.value()

    def adopt(self, known: SheetRow) -> None:
        """Show what the books say of the row, unless somebody is typing in it."""
        if self.waiting or self.typed():
            return
        self.known = known
        self.missed, self.settled = known.not_come, known.settled and not known.not_come
        stay = known.stay
        self.stay_id = stay.stay_id if stay else None
        if stay is not None:
            self.came.set_value(local(stay.came_at).time())
            self.left.set_value(local(stay.left_at).time() if stay.left_at else None)
            self.pause.set_value(stay.pause)
            length = length_words(stay.minutes or 0) if stay.left_at else _("Not signed out")
            said = _("{length} · {origin}").format(length=length, origin=origin_label(stay.origin))
            self._tell(said, Tone.OK if stay.left_at else Tone.WARN)
        elif known.not_come:
            self._tell(_("Did not come"), Tone.MUTED)
        else:
            self._tell(_("Taken off the shift since") if known.taken_off else "", Tone.MUTED)
        self._show_state()

    def entered(self, stay: Arrival) -> None:
        """The row stands in the books; it is done with once it has its end."""
        self.waiting, self.missed = False, False
        self.stay_id, self.settled = stay.stay_id, True
        if self.who:
            self.who.setText(_("{name} ({number})").format(name=stay.name, number=stay.number))
        length = length_words(stay.minutes) if stay.minutes is not None else _("Not signed out")
        self._tell(length, Tone.OK if stay.minutes is not None else Tone.WARN)
        self._show_state()

    def marked(self) -> None:
        """Nobody came, and the books say so."""
        self.waiting, self.missed = False, True
        self.came.clear()
        self.left.clear()
        self._tell(_("Did not come"), Tone.MUTED)
        self._show_state()

    def taken_back(self) -> None:
        """The row is to be typed again."""
        self.settled = self.missed = self.waiting = False
        self.stay_id = None
        if self.who:
            self.who.clear()
        self._tell(_("Taken back"), Tone.MUTED)
        self._show_state()
        self.start()

    def refused(self, error: StationError) -> None:
        """Say what stands against the row; what was typed stays."""
        self.waiting = False
        for field in self._fields():
            set_look(field, problem=True)
        self._tell(sentence(error), Tone.DANGER)

    def check(self) -> bool:
        """Whether the row can be entered; the end may be left open."""
        for field in self._fields():
            set_look(field, problem=False)
        if self.who is not None and not self.who.value():
            self._complain(self.who, _("Who was it?"))
        elif self.came.value() is None:
            self._complain(self.came, self.came.complaint())
        elif self.left.unreadable():
            self._complain(self.left, self.left.complaint())
        else:
            self._tell("", Tone.MUTED)
            return True
        return False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, and in the last field hands the row over; one key copies times."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.key() in _ENTER:
            self._go_on(watched)
        elif watched is self.pause or (self.came.isReadOnly() and self.left.isReadOnly()):
            return super().eventFilter(watched, event)
        elif folded(event.text()) in _PLANNED:
            self._take(self._planned)
        elif folded(event.text()) in _ABOVE:
            self._copy(watched)
        elif folded(event.text()) in _NOBODY and self.who is None:
            self.not_come.emit(self)
        else:
            return super().eventFilter(watched, event)
        return True

    def _furnish(self) -> None:
        names = (self.came, _("Came")), (self.left, _("Left")), (self.pause, _("Pause, minutes"))
        for field, name in names:
            told = _("{field}, row {row}").format(field=name, row=self.row)
            field.setAccessibleName(told)
            field.installEventFilter(self)
        for box, planned in zip((self.came, self.left), self._planned, strict=True):
            box.setPlaceholderText(f"{planned:%H:%M}" if planned else "")
        self.pause.setMinimumWidth(tokens().px(56))
        if self.who:
            self.who.setAccessibleName(_("Who, row {row}").format(row=self.row))
            self.who.left.connect(lambda: self.came.setFocus(Qt.FocusReason.TabFocusReason))
        self.absent.clicked.connect(partial(self.not_come.emit, self))
        self.strike.clicked.connect(partial(self.struck.emit, self))
        for button in (self.absent, self.strike):
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._show_state()

    def _named(self) -> QWidget:
        if self.known is None or self.who:
            return self.who or Words()
        name = _("{name} ({number})").format(name=self.known.name, number=self.known.number)
        words = Words(name)
        words.setMinimumWidth(tokens().px(150))
        return words

    def _fields(self) -> tuple[TextField, ...]:
        return (*((self.who,) if self.who else ()), self.came, self.left)

    def _is_in(self) -> bool:
        """Whether the books have the beginning and wait for the end."""
        return self.stay_id is not None and not self.settled

    def _show_state(self) -> None:
        done = self.settled or self.missed
        for field in self._fields():
            field.setReadOnly(done or (field is self.came and self._is_in()))
            set_look(field, problem=False)
        self.pause.setReadOnly(done)
        self.pause.setFocusPolicy(Qt.FocusPolicy.NoFocus if done else Qt.FocusPolicy.StrongFocus)
        off = self.known is not None and self.known.taken_off
        show_if(self.absent, self.who is None and not done and not self._is_in() and not off)
        show_if(self.strike, done)
        if done:
            self.strike.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _go_on(self, watched: QObject) -> None:
        if watched is self.came and not self.settled:
            self.left.setFocus(Qt.FocusReason.TabFocusReason)
        elif not self.settled and not self.missed and not self.waiting:
            self.ready.emit(self)

    def _take(self, times: Times) -> None:
        if not self.came.isReadOnly():
            self.came.set_value(times[0])
        self.left.set_value(times[1])
        self.ready.emit(self)

    def _copy(self, watched: QObject) -> None:
        """The time of the row above, into this field; then on."""
        came, left = self.above.times() if self.above else self._planned
        if watched is self.came:
            if not self.came.isReadOnly():
                self.came.set_value(came)
        else:
            self.left.set_value(left)
        self._go_on(watched)

    def _complain(self, field: TextField, words: str) -> None:
        set_look(field, problem=True)
        self._tell(words, Tone.DANGER)
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, words: str, tone: Tone) -> None:
        self.told.setText(words)
        self.told.set_tone(tone)
