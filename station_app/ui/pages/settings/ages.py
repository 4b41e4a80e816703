"""From which age people serve here, and after how long the inactive are looked at."""

from typing import Final

from PySide6.QtWidgets import QWidget

from station_app.domain.people import AgeRules, AgesOutOfOrder
from station_app.domain.retention import LONGEST, SHORTEST, RetentionRule, RetentionTooShort
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.settings import ages, change_ages, change_retention, retention
from station_app.ui.desk import Desk
from station_app.ui.theme import Tone
from station_app.ui.widgets import (
    Button,
    Caption,
    Card,
    DialogFrame,
    Facts,
    Form,
    Kind,
    NumberField,
)
from station_app.wording import sentence
from station_app.wording.settings import AGES, age_label, ages_facts, retention_fact

_OLDEST: Final = 99


class AgesPart(Card):
    """What is set."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Ages and retention"))
        self.desk = desk
        self._ages = AgeRules()
        self._retention = RetentionRule()
        self._facts = Facts(columns=len(AGES) + 1)
        self.edit = Button(_("Change…"), Kind.QUIET, icon="edit")
        self.edit.clicked.connect(self._change)
        self.add_action(self.edit)
        quiet = Caption(_("Nothing is deleted by itself: somebody looks at the list and decides."))
        quiet.setWordWrap(True)
        self.body.addWidget(self._facts)
        self.body.addWidget(quiet)
        self.body.addStretch(1)
        desk.changed.connect(self._on_change)
        self._read()

    def _read(self) -> None:
        self.desk.read(self, ages, done=self._show_ages, newest="ages")
        self.desk.read(self, retention, done=self._show_retention, newest="retention")

    def _show_ages(self, rules: AgeRules) -> None:
        self._ages = rules
        self._show()

    def _show_retention(self, rule: RetentionRule) -> None:
        self._retention = rule
        self._show()

    def _show(self) -> None:
        self._facts.show_facts((*ages_facts(self._ages), retention_fact(self._retention)))

    def _change(self) -> None:
        AgesDialog(self.desk, self, self._ages, self._retention).open()

    def _on_change(self, tables: frozenset[str]) -> None:
        if "setting" in tables:
            self._read()


class AgesDialog(DialogFrame):
    """The ages and the years, each within its bounds."""

    def __init__(self, desk: Desk, parent: QWidget, rules: AgeRules, rule: RetentionRule) -> None:
        super().__init__(parent, _("Change ages and retention"), primary=_("Save"), width=640)
        self.desk = desk
        self._before = rule
        self.form = Form(columns=2)
        self.ages: dict[str, NumberField] = {}
        for field in AGES:
            number = NumberField(0, _OLDEST, getattr(rules, field), unit=_("years old"))
            self.ages[field] = self.form.add(field, age_label(field), number)
        self.years = self.form.add(
            "years",
            retention_fact(rule)[0],
            NumberField(SHORTEST, LONGEST, rule.years, unit=_("years")),
            hint=_("Full years without service, or since registration"),
        )
        self.form.rest()
        self.add_form(self.form)
        self.confirmed.connect(self._save)

    def _save(self) -> None:
        self.refuse("")
        self.form.clear_problems()
        self.set_busy(True)
        rules = AgeRules(**{field: number.value() for field, number in self.ages.items()})
        self.desk.write(self, change_ages, rules, done=self._ages_saved, refused=self._refused)

    def _ages_saved(self, _nothing: None) -> None:
        rule = RetentionRule(self.years.value())
        if rule == self._before:
            self._saved(None)
            return
        self.desk.write(self, change_retention, rule, done=self._saved, refused=self._refused)

    def _saved(self, _nothing: None) -> None:
        self.form.rest()
        self.accept()
        self.desk.tell(Tone.OK, _("Ages and retention are changed."))

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        match error:
            case AgesOutOfOrder():
                self.form.problem(next(iter(AGES)), _("Please check."))
            case RetentionTooShort():
                self.form.problem("years", _("Please check."))
        self.refuse(sentence(error))
