"""The desk itself: one box, what it did last, who is in, and the shifts of the day."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.attendance import (
    ScannedTwice,
    StayForgotten,
    VolunteerAmbiguous,
    VolunteerUnknown,
)
from station_app.domain.sheet_codes import is_scanned_sheet
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.attendance import Arrival, check_out, sign, undo_sign
from station_app.services.lists.attendance import StayRow
from station_app.services.lists.people import PersonRow
from station_app.services.lists.people import rows as person_rows
from station_app.services.reception import forgotten_stays, posts_now, sign_typed
from station_app.ui.desk import Desk
from station_app.ui.notices import Action
from station_app.ui.pages.attendance.close_dialog import CloseDialog
from station_app.ui.pages.attendance.expected_today import ExpectedToday
from station_app.ui.pages.attendance.forgotten import ForgottenStrip
from station_app.ui.pages.attendance.in_now import InNow
from station_app.ui.pages.attendance.last_act import LastAct
from station_app.ui.pages.attendance.missed import MissedStrip
from station_app.ui.pages.attendance.post_choice import PostChoice
from station_app.ui.pages.attendance.shifts_today import ShiftsToday
from station_app.ui.pages.attendance.sign_box import SignBox
from station_app.ui.widgets import Button
from station_app.wording import sentence

_MINUTE_MS = 60_000
_QUIET_MS = 100
_PLAIN = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


class SignDesk(QWidget):
    """Whatever is typed here goes to the box; every act is told, and the last can be taken back."""

    all_forgotten_wanted = Signal()
    sheet_scanned = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._last: Arrival | None = None
        self._refused = ""
        self._looked = False
        self.box = SignBox(desk)
        self.post = PostChoice()
        self.chinese = Button("中文")
        self.chinese.setToolTip(_("Write Chinese names (F8)"))
        self.chinese.setAccessibleName(_("Write Chinese names (F8)"))
        self.chinese.setCheckable(True)
        self.last_act = LastAct()
        self.missed = MissedStrip()
        self.forgotten = ForgottenStrip()
        self.in_now = InNow(desk)
        self.shifts = ShiftsToday(desk)
        self.expected = ExpectedToday(desk)
        self.plan = QStackedWidget()
        self._lay_out()
        self._connect()
        self._clock = QTimer(self, interval=_MINUTE_MS)
        self._clock.timeout.connect(self._on_minute)
        self._clock.start()

    def catch_up(self) -> None:
        """Read again what depends on the time: the running shift, who forgot, who is in."""
        self._read_time()
        self.in_now.catch_up()
        self.shifts.catch_up()
        self.expected.catch_up()

    def offer_person(self, volunteer_id: str) -> None:
        """Put somebody into the box, so that Enter signs."""

        def show(found: Sequence[PersonRow | None]) -> None:
            self.box.setFocus()
            if found[0] is not None:
                self.box.offer(found[0].number)

        self._desk.read(self, person_rows, [volunteer_id], done=show, newest="person")

    def undo(self) -> None:
        """Take the last act back; only once, and only the last."""
        last, self._last = self._last, None
        if last is not None:
            self._desk.write(
                self,
                undo_sign,
                last.stay_id,
                last.act,
                done=lambda _nothing: self.last_act.undone(last),
                refused=partial(self._on_refused, ""),
            )
        self.box.setFocus()

    def close_forgotten(self, stay: StayRow, then: Callable[[], object] | None = None) -> None:
        """Ask when a forgotten stay ended; `then` goes on with what it stood in the way of."""
        dialog = CloseDialog(self._desk, self.window(), stay)
        dialog.closed.connect(self._on_closed)
        if then is not None:
            dialog.closed.connect(lambda _arrival: then())
        dialog.finished.connect(lambda _result: self.box.setFocus())
        dialog.open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A scanner does not look where the keyboard is: typed in a list, it goes to the box."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return super().eventFilter(watched, event)
        if event.text().isalnum() and event.modifiers() in _PLAIN:
            self.box.setFocus()
            QApplication.sendEvent(self.box, event)
            return True
        return super().eventFilter(watched, event)

    # How it stands

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.box, 1)
        top.addWidget(self.chinese)
        top.addWidget(self.post)
        lists = QHBoxLayout()
        lists.setSpacing(16)
        lists.addWidget(self.in_now, 4)
        for card in (self.shifts, self.expected):
            self.plan.addWidget(card)
        lists.addWidget(self.plan, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(top)
        for widget in (self.last_act, self.missed, self.forgotten):
            layout.addWidget(widget)
        layout.addLayout(lists, 1)
        self.setFocusProxy(self.box)

    def _connect(self) -> None:
        self.box.scanned.connect(self._sign_text)
        self.box.person_chosen.connect(self._sign_person)
        self.box.take_back.connect(self.undo)
        self.chinese.toggled.connect(self._on_chinese)
        self.in_now.leaving.connect(self._sign_out)
        self.expected.coming.connect(self._sign_expected)
        self.expected.counted.connect(self._on_expected)
        self.shifts.other.clicked.connect(partial(self._look_at, self.expected))
        self.expected.other.clicked.connect(partial(self._look_at, self.shifts))
        self.forgotten.closing.connect(self.close_forgotten)
        self.forgotten.all_wanted.connect(self.all_forgotten_wanted)
        for view in (self.in_now.view, self.shifts.view, self.expected.view):
            view.table.installEventFilter(self)
        QShortcut(QKeySequence("F8"), self).activated.connect(self.chinese.toggle)
        self._desk.changed.connect(self._on_change)

    def _on_chinese(self, on: bool) -> None:
        self.box.take_chinese(on)
        self.box.setFocus()

    def _on_minute(self) -> None:
        if self.isVisible():
            self.catch_up()

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & {"attendance", "post", "shift"}:
            self._desk.soon(self, "time", _QUIET_MS, self._read_time)

    def _read_time(self) -> None:
        self._desk.read(self, posts_now, done=self.post.show_posts, newest="posts")
        self._desk.read(self, forgotten_stays, done=self.forgotten.show_stays, newest="forgotten")

    # What it does

    def _sign_text(self, text: str) -> None:
        if is_scanned_sheet(text):
            self.sheet_scanned.emit(text)
        else:
            self._act(text, sign_typed, text)

    def _sign_person(self, volunteer_id: str) -> None:
        self._refused = ""
        self._act("", sign, UUID(volunteer_id))

    def _act(self, typed: str, use_case: Callable[..., Arrival], who: object) -> None:
        self.chinese.setChecked(False)
        post_id = self.post.value()
        if post_id is None:
            action = Action(_("New post"), lambda: self._desk.go("posts"))
            self.last_act.refused(_("There is no open post yet. Open one first."), action)
            return
        self._desk.write(
            self,
            use_case,
            who,
            post_id,
            done=partial(self._on_signed, typed),
            refused=partial(self._on_refused, typed),
        )

    def _sign_expected(self, volunteer_id: UUID, post_id: UUID) -> None:
        """Sign somebody in at the post of the shift, whichever post the box is set to."""
        done, refused = partial(self._on_signed, ""), partial(self._on_refused, "")
        self._desk.write(self, sign, volunteer_id, post_id, done=done, refused=refused)

    def _on_expected(self, count: int) -> None:
        """At first those expected are shown where there are any; then what the clerk looks at."""
        if not self._looked:
            self.plan.setCurrentWidget(self.expected if count else self.shifts)

    def _look_at(self, card: QWidget) -> None:
        self._looked = True
        self.plan.setCurrentWidget(card)

    def _sign_out(self, volunteer_id: UUID) -> None:
        self._desk.write(
            self,
            check_out,
            volunteer_id,
            done=self._on_arrival,
            refused=partial(self._on_refused, ""),
        )

    def _on_signed(self, typed: str, arrival: Arrival) -> None:
        self._on_arrival(arrival)
        self.missed.take(typed)

    def _on_arrival(self, arrival: Arrival) -> None:
        self._keep_refused()
        self._last = arrival
        self.last_act.arrived(arrival, self.undo)

    def _on_closed(self, arrival: Arrival) -> None:
        self._last = None
        self.last_act.arrived(arrival)

    def _on_refused(self, typed: str, error: StationError) -> None:
        self._keep_refused()
        if isinstance(error, ScannedTwice):
            self.last_act.refused(sentence(error))
            return
        self._refused = typed
        if isinstance(error, VolunteerAmbiguous):
            self._ask_who(typed)
        else:
            QApplication.beep()
            self.last_act.refused(sentence(error), self._way_out(typed, error))

    def _ask_who(self, typed: str) -> None:
        question = _("Several people fit “{text}”. Choose with ↑ ↓, then Enter.")
        self.last_act.asks(question.format(text=typed))
        if not self.box.text():
            self.box.offer(typed)

    def _keep_refused(self) -> None:
        if self._refused:
            self.missed.add(self._refused)
        self._refused = ""

    def _way_out(self, typed: str, error: StationError) -> Action | None:
        if isinstance(error, VolunteerUnknown):
            return Action(_("Register…"), lambda: self._desk.go("volunteers", "new"))
        if isinstance(error, StayForgotten):
            return Action(_("Close stay…"), partial(self._find_forgotten, typed, error.stay_id))
        return None

    def _find_forgotten(self, typed: str, stay_id: UUID) -> None:
        def found(stays: Sequence[StayRow]) -> None:
            stay = next((one for one in stays if one.id == stay_id), None)
            if stay is not None:
                self.close_forgotten(stay, partial(self._sign_text, typed) if typed else None)

        self._desk.read(self, forgotten_stays, done=found)
