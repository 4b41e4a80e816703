"""Enter a printed sign-in sheet by its code: its rows are there already, each is saved at once."""

from datetime import time
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QWidget

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
from station_app.ui.pages.attendance.sheet_row import RowLine, Times
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
        self.lines: list[RowLine] = []
        self.box = ScanBox(_("Sheet code"), _("Type or scan the sheet code, then Enter"))
        self.about = Words("", Size.TITLE)
        self.known = Banner()
        self.hint = Paragraph("", Size.BODY, Tone.MUTED)
        self.count = Caption()
        self.rest = Button(_("The rest did not come"))
        self.plain = Button(_("Sheet without a code…"))
        self._scroll_rows = QScrollArea()
        self._furnish()
        self.box.scanned.connect(self.look_up)
        self.plain.clicked.connect(self._leave_for_plain)
        self.rest.clicked.connect(self._mark_rest)
        self.confirmed.connect(self._finish)
        desk.changed.connect(self._on_change)
        if code:
            self.look_up(code)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the code."""
        super().showEvent(event)
        if self.sheet is None:
            self.box.setFocus()

    def look_up(self, text: str) -> None:
        """Show the sheet that bears this code."""
        if self._half_typed():
            self._finish()
            return
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
        if self._half_typed():
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
        self._scroll_rows.setWidgetResizable(True)
        self._scroll_rows.setFrameShape(QFrame.Shape.NoFrame)
        self.body.addLayout(head)
        self.body.addWidget(self.known)
        self.body.addWidget(self.hint)
        self.body.addWidget(self._scroll_rows, 1)
        self.add_foot(self.count)
        self.add_button(self.plain, left=True)
        self.add_button(self.rest)
        self.cancel.hide()
        self.rest.setVisible(False)

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
        self._lay_out_rows(sheet)
        self._tell_known(sheet)
        self.plain.setVisible(False)
        self._go_to_next(None)

    def _lay_out_rows(self, sheet: SheetToEnter) -> None:
        inner = QWidget()
        set_look(inner, ground="clear")
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        titles = _("Row"), _("Who"), _("Came"), _("Left"), _("Pause"), ""
        for column, title in enumerate(titles):
            self._grid.addWidget(Caption(title), 0, column)
        for column, stretch in enumerate((0, 4, 1, 1, 0, 6, 0)):
            self._grid.setColumnStretch(column, stretch)
        self.lines = []
        for known in (*sheet.rows, *sheet.walk_ins):
            self._add(RowLine(self.desk, inner, self._planned(), known.row, known))
        self._add_walk_in()
        self._scroll_rows.setWidget(inner)
        inner.show()
        self.hint.setText(
            _(
                "Enter goes on and saves the row. + as planned, * as in the row above, "
                "- did not come. Whoever is on no row above is named in the last one."
            )
        )

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
        self._tell_count()

    def _tell_count(self) -> None:
        rows = [line for line in self.lines if line.who is None or line.done]
        done = sum(line.done for line in rows)
        said = ngettext(
            "{done} of {count} row entered", "{done} of {count} rows entered", len(rows)
        ).format(done=done, count=len(rows))
        missed = sum(line.missed for line in rows)
        if missed:
            said = _("{told}, {missed} of them did not come").format(told=said, missed=missed)
        self.count.setText(said)
        self.rest.setVisible(any(map(self._is_untouched, self.lines)))

    # Rows

    def _planned(self) -> Times:
        assert self.sheet is not None
        times: tuple[time, ...] = tuple(
            local(one).time() for one in (self.sheet.starts_at, self.sheet.ends_at)
        )
        return times[0], times[1]

    def _add(self, line: RowLine) -> None:
        line.above = self.lines[-1] if self.lines else None
        at = len(self.lines) + 1
        self._grid.setRowStretch(at, 0)
        line.place(self._grid, at)
        self._grid.setRowStretch(at + 1, 1)
        self.lines.append(line)
        line.ready.connect(self._enter)
        line.not_come.connect(self._mark)
        line.struck.connect(self._take_back)

    def _add_walk_in(self) -> None:
        row = max((line.row for line in self.lines), default=0) + 1
        self._add(RowLine(self.desk, self, self._planned(), row))

    def _go_to_next(self, line: RowLine | None) -> None:
        """The keyboard goes to the next row that is open, last to the one for walk-ins."""
        after = self.lines[self.lines.index(line) + 1 :] if line else self.lines
        for other in after:
            if not (other.settled or other.missed or other.waiting):
                other.start()
                self._scroll_rows.ensureWidgetVisible(other.left)
                return

    def _enter(self, line: RowLine) -> None:
        came, sheet = line.came.value(), self.sheet
        if sheet is None or not line.check() or came is None:
            return
        expected = line.known.volunteer_id if line.known else None
        typed = TypedRow(
            shift_id=sheet.shift_id,
            row=line.row,
            came=came,
            left=line.left.value(),
            pause=line.pause.value(),
            volunteer_id=expected,
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
            self._go_to_next(line)

    def _entered(self, line: RowLine, stay: Arrival) -> None:
        line.entered(stay)
        self.refuse("")
        if line is self.lines[-1]:
            self._add_walk_in()
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
        self._go_to_next(line)

    def _marked(self, line: RowLine) -> None:
        line.marked()
        self._tell_count()

    def _mark_rest(self) -> None:
        for line in filter(self._is_untouched, self.lines):
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

    def _is_untouched(self, line: RowLine) -> bool:
        known = line.known
        if known is None or known.taken_off or line.stay_id or line.typed():
            return False
        return not (line.settled or line.missed or line.waiting)

    # Others at work, and the end

    def _on_change(self, tables: frozenset[str]) -> None:
        if self.sheet is not None and tables & _TOLD:
            self.desk.read(
                self, sheet_to_enter, self.sheet.shift_id, done=self._adopt, newest="books"
            )

    def _adopt(self, sheet: SheetToEnter) -> None:
        """Show what was entered elsewhere meanwhile."""
        rows = {one.volunteer_id: one for one in sheet.rows}
        for line in self.lines:
            if line.who is None and line.known and (now := rows.get(line.known.volunteer_id)):
                line.adopt(now)
        self._tell_count()

    def _half_typed(self) -> bool:
        return any(line.typed() for line in self.lines)

    def _leave_for_plain(self) -> None:
        self.accept()
        self.without_code.emit()

    def _finish(self) -> None:
        for line in self.lines:
            if line.typed():
                words = _("Row {row} is not entered yet. Press Enter in it, or clear it.")
                self.refuse(words.format(row=line.row))
                line.start()
                return
        if self.sheet is not None:
            told = _("Sheet {code}: {count}.").format(code=self.sheet.code, count=self.count.text())
            self.desk.tell(Tone.OK, told)
        self.accept()
