"""Deciding on hours asked for, as a second person."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.clock import local
from station_app.domain.attendance import SameClerk
from station_app.domain.crediting import CreditRule, credited
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.corrections import SupplementRow, confirm_supplement, refuse_supplement
from station_app.services.settings import credit_rule
from station_app.ui.desk import Desk
from station_app.ui.pages.hours.correct_dialog import LONGEST_TEXT
from station_app.ui.widgets import DialogFrame, Facts, Form, Kind, TextField
from station_app.wording import sentence
from station_app.wording.days import clock_span, day_words
from station_app.wording.hours import supplement_state
from station_app.wording.values import hours_with_unit, moment_text


class DecideDialog(DialogFrame):
    """What is asked for, and who says yes or no to it; `decided()` once that is kept."""

    decided = Signal()

    def __init__(self, desk: Desk, parent: QWidget, row: SupplementRow, *, yes: bool) -> None:
        title = _("Confirm the hours of {name}") if yes else _("Refuse the hours of {name}")
        super().__init__(
            parent,
            title.format(name=row.name),
            primary=_("Confirm hours") if yes else _("Refuse"),
            kind=Kind.PRIMARY if yes else Kind.DANGER,
            width=600,
        )
        self._desk, self._row, self._yes = desk, row, yes
        self._facts = Facts()
        self.body.addWidget(self._facts)
        self.form = Form()
        self.by = self.form.add(
            "by",
            _("Who decides"),
            TextField(),
            hint=_("Somebody else than {name}, who asked.").format(name=row.entered_by),
            required=True,
        )
        label = _("Note") if yes else _("Why not")
        self.note = self.form.add("note", label, TextField(), required=not yes)
        self.by.setMaxLength(100)
        self.note.setMaxLength(LONGEST_TEXT)
        self.add_form(self.form)
        self.form.rest()
        self.confirmed.connect(self._decide)
        self._facts.show_facts(supplement_facts(row, CreditRule()))
        desk.read(self, credit_rule, done=self._show)

    def _show(self, rule: CreditRule) -> None:
        self._facts.show_facts(supplement_facts(self._row, rule))

    def _decide(self) -> None:
        self.refuse("")
        if not self.form.check():
            return
        self.set_busy(True)
        self._desk.write(
            self,
            confirm_supplement if self._yes else refuse_supplement,
            self._row.id,
            by=self.by.value(),
            note=self.note.value(),
            done=lambda _key: self._done(),
            refused=self._refused,
        )

    def _done(self) -> None:
        self.form.rest()
        self.accept()
        self.decided.emit()

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        if isinstance(error, SameClerk):
            self.form.problem("by", sentence(error))
        else:
            self.refuse(sentence(error))


class SupplementFacts(DialogFrame):
    """Hours asked for, whole, to read."""

    def __init__(self, parent: QWidget, row: SupplementRow) -> None:
        super().__init__(parent, row.name, primary=_("Done"), width=600)
        facts = Facts()
        facts.show_facts(supplement_facts(row, None))
        self.body.addWidget(facts)
        self.cancel.hide()
        self.confirmed.connect(self.accept)


def supplement_facts(row: SupplementRow, rule: CreditRule | None) -> list[tuple[str, str]]:
    """What is asked for; with a rule also what would count by it."""
    when = _("{day} {time}").format(
        day=day_words(local(row.came_at).date()), time=clock_span(row.came_at, row.left_at)
    )
    facts = [
        (_("Number"), row.number),
        (_("Post"), row.post),
        (_("When"), when),
        (_("Pause"), _("{minutes} min").format(minutes=row.pause)),
        (_("Why nobody signed"), row.reason),
        (_("Witness"), row.witness),
        (_("Asked by"), row.entered_by),
        (_("Asked at"), moment_text(row.entered_at)),
        (_("Plan"), _("Beyond the plan") if row.beyond_plan else _("Within a shift")),
    ]
    if rule is not None:
        counts = credited(row.came_at, row.left_at, row.pause, rule)
        facts.insert(4, (_("Would count"), hours_with_unit(counts)))
    if row.state != "asked":
        facts.append((supplement_state(row.state), row.decided_by))
        facts.append((_("Note"), row.decision_note))
    return facts
