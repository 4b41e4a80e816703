"""Enter a paper sheet: post, day and sheet once, then line by line, each saved at once."""

from collections.abc import Sequence
from datetime import time
from functools import partial
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from station_app.clock import today
from station_app.domain.attendance import MISENTERED
from station_app.domain.posts import PostPlan
from station_app.i18n import _, ngettext
from station_app.services.attendance import Arrival, void_stay
from station_app.services.posts import plan_of
from station_app.services.reception import SheetLine, enter_line
from station_app.ui.desk import Desk
from station_app.ui.pages.attendance.sheet_line import TypedLine
from station_app.ui.theme import set_look, tokens
from station_app.ui.widgets import Caption, Choice, DateField, DialogFrame, Form, TextField, confirm

_TALL = 320
_LEAST = 128
_AROUND = 360


class SheetDialog(DialogFrame):
    """Enter goes from field to field and from line to line; every finished line is in the books."""

    def __init__(self, desk: Desk, parent: QWidget, posts: Sequence[tuple[UUID, str]]) -> None:
        super().__init__(parent, _("Enter a paper sheet"), primary=_("Done"), width=880)
        self._desk = desk
        self._planned: tuple[time | None, time | None] = (None, None)
        self.lines: list[TypedLine] = []
        self.form = Form(columns=3)
        day = today(desk.clock)
        self.post = self.form.add("post", _("Post"), Choice(posts), required=True)
        self.day = self.form.add("day", _("Day"), DateField(day, day), required=True)
        self.sheet = self.form.add(
            "sheet", _("Sheet"), TextField(placeholder=_("number or page, if there is one"))
        )
        self.sheet.setMaxLength(60)
        self.count = Caption(_("Enter goes on; each line is saved when it is finished."))
        self.body.addWidget(self.form)
        self.body.addWidget(self._table())
        self.body.addWidget(self.count)
        self.cancel.hide()
        self.form.submitted.connect(lambda: self.lines[-1].start())
        self.post.changed.connect(self._read_plan)
        self.confirmed.connect(self._finish)
        self._add_line()
        self._read_plan()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the post."""
        super().showEvent(event)
        self.form.start()

    def reject(self) -> None:
        """Close; a line half typed is asked about."""
        if self.lines[-1].typed():
            confirm(
                self,
                _("Leave without saving?"),
                _("The last line is not entered yet."),
                _("Leave"),
                super().reject,
            )
        else:
            super().reject()

    def _table(self) -> QScrollArea:
        inner = QWidget()
        set_look(inner, ground="clear")
        self._grid = QGridLayout(inner)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(8)
        for column, title in enumerate((_("Who"), _("Came"), _("Left"), "", "")):
            self._grid.addWidget(Caption(title), 0, column)
        for column, stretch in enumerate((5, 2, 2, 7, 0)):
            self._grid.setColumnStretch(column, stretch)
        scroll = QScrollArea()
        scroll.setWidget(inner)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        over = self.parentWidget() or self
        room = over.height() - tokens().px(_AROUND)
        scroll.setFixedHeight(max(min(tokens().px(_TALL), room), tokens().px(_LEAST)))
        scroll.verticalScrollBar().rangeChanged.connect(
            lambda _least, most: scroll.verticalScrollBar().setValue(most)
        )
        return scroll

    def _add_line(self) -> None:
        line = TypedLine(self._desk, self, *self._planned)
        self._grid.setRowStretch(len(self.lines) + 1, 0)
        line.place(self._grid, len(self.lines) + 1)
        self.lines.append(line)
        self._grid.setRowStretch(len(self.lines) + 1, 1)
        line.ready.connect(self._enter)
        line.struck.connect(self._take_back)

    def _read_plan(self) -> None:
        if self.post.value() is not None:
            self._desk.read(self, plan_of, self.post.value(), done=self._show_plan, newest="plan")

    def _show_plan(self, plan: PostPlan) -> None:
        self._planned = (plan.starts_at, plan.ends_at)
        if not self.lines[-1].typed():
            self.lines[-1].came.set_value(plan.starts_at)
            self.lines[-1].left.set_value(plan.ends_at)

    def _enter(self, line: TypedLine) -> None:
        day, came = self.day.value(), line.came.value()
        if not self.form.check() or not line.check() or day is None or came is None:
            return
        typed = SheetLine(
            post_id=self.post.value(),
            day=day,
            who=line.who.meant(),
            came=came,
            left=line.left.value(),
            evidence=self.sheet.value(),
        )
        self._desk.write(
            self, enter_line, typed, done=partial(self._entered, line), refused=line.refused
        )

    def _entered(self, line: TypedLine, stay: Arrival) -> None:
        self._planned = (line.came.value(), line.left.value())
        line.entered(stay)
        self.refuse("")
        if line is self.lines[-1]:
            self._add_line()
            self.lines[-1].start()
        self._tell_count()

    def _take_back(self, line: TypedLine) -> None:
        if line.stay is not None:
            self._desk.write(
                self,
                void_stay,
                line.stay.stay_id,
                MISENTERED,
                done=lambda _nothing: self._taken_back(line),
            )

    def _taken_back(self, line: TypedLine) -> None:
        line.taken_back()
        self._tell_count()
        self.lines[-1].start()

    def _tell_count(self) -> None:
        count = sum(line.standing for line in self.lines)
        words = ngettext("{count} line is entered.", "{count} lines are entered.", count)
        self.count.setText(words.format(count=count))

    def _finish(self) -> None:
        if self.lines[-1].typed():
            self.refuse(
                _("The last line is not entered yet. Press Enter in its last field, or clear it.")
            )
            self.lines[-1].left.setFocus()
        else:
            self.accept()
