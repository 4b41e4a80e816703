"""How hours count, which are looked at, and what a roster lets."""

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from station_app.domain.crediting import UNITS, CreditRule
from station_app.domain.reviews import ReviewRules, ReviewRulesOutOfRange
from station_app.domain.rosters import Limit, RosterRules, RosterRulesOutOfRange, Weight
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.hour_rules import HourRules, change_hour_rules, hour_rules
from station_app.ui.desk import Desk
from station_app.ui.theme import Tone
from station_app.ui.widgets import (
    Button,
    Caption,
    Card,
    Choice,
    DialogFrame,
    Facts,
    Form,
    Kind,
    NumberField,
)
from station_app.wording import sentence
from station_app.wording.hour_rules import credit_text, rules_facts, weight_label
from station_app.wording.hours import figure_label
from station_app.wording.rosters import FIGURES, limit_label

_MOST: Final = {
    "day_minutes": 24 * 60,
    "working_days": 60,
    "by_one_clerk": 10_000,
    "night_from": 24,
    "night_until": 12,
    "grace": 120,
    "rest_minutes": 48 * 60,
    "week_minutes": 7 * 24 * 60,
}
_REVIEW: Final = ("day_minutes", "working_days", "by_one_clerk", "night_from", "night_until")
_ROSTER: Final = ("grace", "rest_minutes", "week_minutes")


class HoursPart(Card):
    """What is set."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Rules of hours"))
        self.desk = desk
        self._rules = HourRules()
        self._facts = Facts(columns=4)
        self.edit = Button(_("Change…"), Kind.QUIET, icon="edit")
        self.edit.clicked.connect(self._change)
        self.add_action(self.edit)
        quiet = Caption(_("A change holds for what is entered from then on."))
        quiet.setWordWrap(True)
        self.body.addWidget(self._facts)
        self.body.addWidget(quiet)
        self.body.addStretch(1)
        desk.changed.connect(self._on_change)
        self._read()

    def _read(self) -> None:
        self.desk.read(self, hour_rules, done=self._show, newest="rules")

    def _show(self, rules: HourRules) -> None:
        self._rules = rules
        self._facts.show_facts(rules_facts(rules))

    def _change(self) -> None:
        HoursDialog(self.desk, self, self._rules).open()

    def _on_change(self, tables: frozenset[str]) -> None:
        if "setting" in tables:
            self._read()


class HoursDialog(DialogFrame):
    """Every figure and every limit, in three parts."""

    def __init__(self, desk: Desk, parent: QWidget, rules: HourRules) -> None:
        super().__init__(parent, _("Change the rules of hours"), primary=_("Save"), width=760)
        self.desk, self._before = desk, rules
        self.form = Form(columns=3)
        self.fields: dict[str, NumberField] = {}
        self.weights: dict[Limit, Choice] = {}
        self.form.part(_("What counts"))
        units = [(unit, credit_text(CreditRule(unit))) for unit in UNITS]
        self.unit = self.form.add("unit", _("Hours count in"), Choice(units))
        self.unit.set_value(rules.credit.unit_minutes)
        self._add_review(rules.review)
        self._add_roster(rules.roster)
        self.form.rest()
        self.add_form(self.form)
        self.confirmed.connect(self._save)

    def rules(self) -> HourRules:
        """What is chosen; a week of 0 minutes is no limit."""
        values = {name: field.value() for name, field in self.fields.items()}
        roster: dict[str, Any] = {name: values[name] for name in _ROSTER}
        roster["week_minutes"] = values["week_minutes"] or None
        roster |= {limit.value: field.value() for limit, field in self.weights.items()}
        return HourRules(
            CreditRule(self.unit.value()),
            ReviewRules(**{name: values[name] for name in _REVIEW}),
            RosterRules(**roster),
        )

    def _add_review(self, rules: ReviewRules) -> None:
        self.form.part(_("What is looked at before a month is closed"))
        for name in _REVIEW:
            self._add(name, figure_label(name), getattr(rules, name))

    def _add_roster(self, rules: RosterRules) -> None:
        self.form.part(_("What speaks against somebody on a shift"))
        for name in _ROSTER:
            hint = "" if name == "grace" else _("0: no limit")
            self._add(name, _(FIGURES[name]), getattr(rules, name) or 0, hint)
        options = [(weight, weight_label(weight)) for weight in Weight]
        for limit in Limit:
            field = self.form.add(limit.value, limit_label(limit), Choice(options))
            field.set_value(rules.weight(limit))
            self.weights[limit] = field

    def _add(self, name: str, label: str, value: int, hint: str = "") -> None:
        field = NumberField(0, _MOST[name], value)
        self.fields[name] = self.form.add(name, label, field, hint=hint)

    def _save(self) -> None:
        self.refuse("")
        self.form.clear_problems()
        self.set_busy(True)
        self.desk.write(
            self, change_hour_rules, self.rules(), done=self._saved, refused=self._refused
        )

    def _saved(self, _nothing: None) -> None:
        self.form.rest()
        self.accept()
        self.desk.tell(Tone.OK, _("The rules of hours are changed."))

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        if isinstance(error, ReviewRulesOutOfRange | RosterRulesOutOfRange):
            self.form.problem(error.field, sentence(error))
        else:
            self.refuse(sentence(error))
