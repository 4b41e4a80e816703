"""Enter a printed sign-in sheet by its code: its rows are there already, each is saved at once."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.clock import local
from station_app.domain.attendance import MISENTERED
from station_app.errors import StationError
from station_app.i18n import _, ngettext
from station_app.services.attendance import Arrival, void_stay
from station_app.services.sheet_entry import (
    SheetToEnter,
    TypedRow,
    enter_row,
    mark_not_come,
    sheet_by_code,
    sheet_to_enter,
    take_back_not_come,
)
from station_app.ui.desk import Desk
from station_app.ui.pages.attendance.sheet_row import RowLine
from station_app.ui.pages.attendance.sheet_rows import SheetRows
from station_app.ui.theme import Size, Tone, set_look, tokens
from station_app.ui.widgets import (
    Banner,
    Button,
    Caption,
    DialogFrame,
    Paragraph,
    ScanBox,
    Words,
    confirm,
)
from station_app.wording import sentence
from station_app.wording.days import clock_span, long_day

_TOLD: Final = frozenset({"attendance", "assignment"})


class CodedSheetDialog(DialogFrame):
    """The code first, then row by row; leaving early loses nothing.

    `without_code()` when the paper has none.
    """

    without_code = Signal()

    def __init__(self, desk: Desk, parent: QWidget, code: str = "") -> None:
        super().__init__(parent, _("Enter a paper sheet"), primary=_("Done"), fills=True)
        self.desk = desk
        self.sheet: SheetToEnter | None = None
        self.box = ScanBox(_("Sheet code"), _("Type or scan the sheet code, then Enter"))
        self.about = Words("", Size.TITLE)
        self.known = Banner()
        self.hint = Paragraph("", Size.BODY, Tone.MUTED)
        self.rows = SheetRows(desk)
        self.count = Caption()
        self.rest = Button(_("The rest did not come"))
        self.plain = Button(_("Sheet without a code…"))
        self._furnish()
        self._connect()
        if code:
            self.look_up(code)

    @property
    def lines(self) -> list[RowLine]:
        """The rows of the sheet, the last one for whoever came beside."""
        return self.rows.lines

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the code."""
        super().showEvent(event)
        if self.sheet is None:
            self.box.setFocus()

    def look_up(self, text: str) -> None:
        """Show the sheet that bears this code, once the present one has no row half typed."""
        if not self._is_half_typed():
            self.desk.read(
                self,
                sheet_by_code,
                text,
                done=self._show_sheet,
                refused=partial(self._on_unknown, text),
                newest="sheet",
            )

    def reject(self) -> None:
        """Close; a row half typed is asked about, all others are in the books."""
        if self.rows.half_typed():
            confirm(
                self,
                _("Leave without saving?"),
                _("One row is typed and not entered yet. The others are in the books."),
                _("Leave"),
                super().reject,
            )
        else:
            super().reject()

    # What is seen

    def _furnish(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        self.box.setFixedWidth(tokens().px(340))
        head.addWidget(self.box)
        head.addWidget(self.about, 1)
        self.hint.setText(
            _(
                "The code stands at the top right of the sheet: eight letters and figures, and "
                "beside them a square to be scanned. It brings the post, the day and everybody "
                "who was expected."
            )
        )
        self.body.addLayout(head)
        self.body.addWidget(self.known)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.rows, 1)
        self.add_foot(self.count)
        self.add_button(self.plain, left=True)
        self.add_button(self.rest)
        self.cancel.hide()
        self.rest.setVisible(False)

    def _connect(self) -> None:
        self.box.scanned.connect(self.look_up)
        self.plain.clicked.connect(self._leave_for_plain)
        self.rest.clicked.connect(self._mark_rest)
        self.confirmed.connect(self._finish)
        self.rows.ready.connect(self._enter)
        self.rows.not_come.connect(self._mark)
        self.rows.struck.connect(self._take_back)
        self.desk.changed.connect(self._on_change)

    def _on_unknown(self, text: str, error: StationError) -> None:
        self.box.setText(text)
        self.box.selectAll()
        self.box.setFocus()
        set_look(self.box, problem=True)
        self.refuse(sentence(error))

    def _show_sheet(self, sheet: SheetToEnter) -> None:
        self.sheet = sheet
        self.refuse("")
        set_look(self.box, problem=False)
        self.box.setPlaceholderText(_("{code} · scan or type the next one").format(code=sheet.code))
        self.about.setText(
            _("{post} · {day} {time}").format(
                post=sheet.post,
                day=long_day(local(sheet.starts_at).date()),
                time=clock_span(sheet.starts_at, sheet.ends_at),
            )
        )
        self.hint.setText(
            _(
                "Enter goes on and saves the row. + as planned, * as in the row above, "
                "- did not come. Whoever is on no row above is named in the last one."
            )
        )
        self.plain.setVisible(False)
        self.rows.show_sheet(sheet)
        self._tell_known(sheet)
        self._tell_count()
        self.rows.go_to_next()

    def _tell_known(self, sheet: SheetToEnter) -> None:
        done = sum(one.stay is not None or one.not_come for one in sheet.rows)
        if sheet.called_off:
            words = _("This shift was called off. Whoever came all the same is entered as usual.")
            self.known.say(words, Tone.WARN)
        elif sheet.rows and done == len(sheet.rows):
            self.known.say(_("This sheet was entered already, all of its rows."), Tone.OK)
        elif done or sheet.walk_ins:
            self.known.say(_("A part of this sheet was entered already."), Tone.INFO)
        else:
            self.known.say("")

    def _tell_count(self) -> None:
        done, count, missed = self.rows.counted()
        said = ngettext(
            "{done} of {count} row entered", "{done} of {count} rows entered", count
        ).format(done=done, count=count)
        if missed:
            said = _("{told}, {missed} of them did not come").format(told=said, missed=missed)
        self.count.setText(said)
        self.rest.setVisible(bool(self.rows.untouched()))

    # Rows

    def _enter(self, line: RowLine) -> None:
        came, sheet = line.came.value(), self.sheet
        if sheet is None or line.waiting or not line.check() or came is None:
            return
        typed = TypedRow(
            shift_id=sheet.shift_id,
            row=line.row,
            came=came,
            left=line.left.value(),
            pause=line.pause.value(),
            volunteer_id=line.known.volunteer_id if line.known else None,
            who=line.who.meant() if line.who else "",
        )
        line.waiting = True
        self.desk.write(
            self,
            enter_row,
            typed,
            done=partial(self._entered, line),
            refused=partial(self._refused, line),
        )
        if line.who is None:
            self.rows.go_to_next(line)

    def _entered(self, line: RowLine, stay: Arrival) -> None:
        line.entered(stay)
        self.refuse("")
        if line is self.lines[-1]:
            self.rows.add_walk_in()
            self.lines[-1].start()
        self._tell_count()

    def _refused(self, line: RowLine, error: StationError) -> None:
        line.refused(error)
        if line.who is not None:
            line.start()
        self._tell_count()

    def _mark(self, line: RowLine) -> None:
        if line.known is None or self.sheet is None or line.stay_id or line.waiting:
            return
        line.waiting = True
        self.desk.write(
            self,
            mark_not_come,
            self.sheet.shift_id,
            line.known.volunteer_id,
            done=lambda _nothing: self._marked(line),
            refused=partial(self._refused, line),
        )
        self.rows.go_to_next(line)

    def _marked(self, line: RowLine) -> None:
        line.marked()
        self._tell_count()

    def _mark_rest(self) -> None:
        for line in self.rows.untouched():
            self._mark(line)

    def _take_back(self, line: RowLine) -> None:
        def done(_nothing: None) -> None:
            line.taken_back()
            self._tell_count()

        if self.sheet is None:
            return
        if line.missed and line.known:
            shift, who = self.sheet.shift_id, line.known.volunteer_id
            self.desk.write(self, take_back_not_come, shift, who, done=done)
        elif line.stay_id is not None:
            self.desk.write(self, void_stay, line.stay_id, MISENTERED, done=done)

    # Others at work, and the end

    def _on_change(self, tables: frozenset[str]) -> None:
        if self.sheet is not None and tables & _TOLD:
            self.desk.read(
                self, sheet_to_enter, self.sheet.shift_id, done=self._adopt, newest="books"
            )

    def _adopt(self, sheet: SheetToEnter) -> None:
        if self.sheet is not None and sheet.shift_id == self.sheet.shift_id:
            self.rows.adopt(sheet)
            self._tell_count()

    def _leave_for_plain(self) -> None:
        self.accept()
        self.without_code.emit()

    def _is_half_typed(self) -> bool:
        """Whether a row is typed and not entered; then it is said, with the keyboard there."""
        if line := self.rows.half_typed():
            words = _("Row {row} is not entered yet. Press Enter in it, or clear it.")
            self.refuse(words.format(row=line.row))
            line.start()
        return line is not None

    def _finish(self) -> None:
        if self._is_half_typed():
            return
        if self.sheet is not None:
            told = _("Sheet {code}: {count}.").format(code=self.sheet.code, count=self.count.text())
            self.desk.tell(Tone.OK, told)
        self.accept()
