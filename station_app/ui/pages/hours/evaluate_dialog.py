"""Judging everybody of a shift at once: a grade for each, one name, one day, one note."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from station_app.clock import today
from station_app.domain.evaluations import LONGEST_NOTE, EvaluationEarly, Grade
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.evaluations import Served, ServedShift, evaluate, void_evaluation
from station_app.ui.desk import Desk
from station_app.ui.theme import Size, Tone
from station_app.ui.widgets import (
    Badge,
    Caption,
    Choice,
    DateField,
    DialogFrame,
    Form,
    IconButton,
    Paragraph,
    TextField,
    Words,
)
from station_app.ui.widgets.reason import ReasonDialog
from station_app.wording import sentence
from station_app.wording.days import clock_span, day_words
from station_app.wording.evaluations import GRADES, grade_label, judgement_text

GRADE_TONES = {Grade.GOOD: Tone.OK, Grade.FAIR: Tone.INFO, Grade.POOR: Tone.WARN}


class EvaluateDialog(DialogFrame):
    """`evaluated(count)` once the judgements are kept, or one is struck out (0)."""

    evaluated = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget, shift: ServedShift) -> None:
        super().__init__(parent, _("Evaluate service"), primary=_("Keep"), width=600)
        self._desk = desk
        self.grades: dict[UUID, Choice] = {}
        where = _("{post}, {day}").format(post=shift.post, day=day_words(shift.day))
        self.body.addWidget(Paragraph(where))
        self.body.addWidget(self._people(shift))
        self.form = Form(columns=2)
        self.by = self.form.add(
            "by", _("Person in charge"), TextField(shift.in_charge), required=True
        )
        day = today(desk.clock)
        self.day = self.form.add("day", _("Evaluated on"), DateField(day, day), required=True)
        self.note = self.form.add("note", _("Note"), TextField(), span=2)
        self.note.setMaxLength(LONGEST_NOTE)
        self.add_form(self.form)
        self.form.rest()
        self.set_busy(not self.grades)
        self.confirmed.connect(self._keep)

    def _people(self, shift: ServedShift) -> QWidget:
        people = QWidget()
        grid = QGridLayout(people)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for row, one in enumerate(shift.served):
            grid.addWidget(Words(one.name, Size.STRONG), row, 0)
            grid.addWidget(Caption(clock_span(one.came_at, one.left_at)), row, 1)
            self._add_grade(grid, row, one)
        return people

    def _add_grade(self, grid: QGridLayout, row: int, one: Served) -> None:
        if one.evaluation is None:
            options = [(None, _("Not evaluated")), *((grade, _(GRADES[grade])) for grade in Grade)]
            choice = Choice(options, name=_("Grade of {name}").format(name=one.name))
            self.grades[one.stay_id] = choice
            grid.addWidget(choice, row, 3)
            return
        told = one.evaluation.judgement
        grid.addWidget(Caption(judgement_text(told)), row, 2)
        badge = Badge(grade_label(told.grade), GRADE_TONES[told.grade])
        grid.addWidget(badge, row, 3, Qt.AlignmentFlag.AlignLeft)
        strike = IconButton("void", _("Strike out the evaluation of {name}").format(name=one.name))
        strike.clicked.connect(lambda: self._ask_reason(one))
        grid.addWidget(strike, row, 4)

    def _keep(self) -> None:
        self.refuse("")
        day = self.day.value()
        if not self.form.check() or day is None:
            return
        told = [(stay, one.value()) for stay, one in self.grades.items() if one.value() is not None]
        if not told:
            self.refuse(_("Choose a grade for somebody first."))
            return
        self.set_busy(True)
        self._desk.write(
            self,
            evaluate,
            told,
            by=self.by.value(),
            on_day=day,
            note=self.note.value(),
            done=self._done,
            refused=self._refused,
        )

    def _done(self, count: int) -> None:
        self.form.rest()
        self.accept()
        self.evaluated.emit(count)

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        if isinstance(error, EvaluationEarly):
            self.form.problem("day", sentence(error))
        else:
            self.refuse(sentence(error))

    def _ask_reason(self, one: Served) -> None:
        card = one.evaluation
        assert card is not None
        told = _("{name}: {grade}. It stays in the books, struck out; then evaluate anew.").format(
            name=one.name, grade=grade_label(card.judgement.grade)
        )
        title = _("Strike out this evaluation?")
        dialog = ReasonDialog(self, title, told, primary=_("Strike out"))
        dialog.given.connect(
            lambda reason: self._desk.write(
                dialog,
                void_evaluation,
                card.id,
                reason,
                done=lambda _nothing: self._struck(dialog),
                refused=dialog.refused,
            )
        )
        dialog.open()

    def _struck(self, dialog: ReasonDialog) -> None:
        dialog.accept()
        self.form.rest()
        self.accept()
        self.evaluated.emit(0)
