"""What a station decides for itself, as figures: ages, and how long the inactive are kept."""

import json
from typing import Any

from sqlalchemy import select

from station_app.data.models import Setting
from station_app.data.unit import Unit
from station_app.domain.crediting import CreditRule
from station_app.domain.people import AgeRules
from station_app.domain.retention import RetentionRule
from station_app.domain.reviews import ReviewRules
from station_app.domain.rosters import RosterRules, Weight
from station_app.domain.sheet_codes import SheetRule

_AGES, _RETENTION, _ROSTER = "ages", "retention", "roster"
_CREDIT, _REVIEW, _SHEET = "credit", "review", "sheet"


def ages(unit: Unit) -> AgeRules:
    """From which age people are registered, and until when a guardian agrees for them."""
    return AgeRules(**_value(unit, _AGES))


def change_ages(unit: Unit, rules: AgeRules) -> None:
    """Set the ages; raises AgesOutOfOrder."""
    rules.check()
    _set(unit, _AGES, {name: getattr(rules, name) for name in AgeRules.__slots__})


def retention(unit: Unit) -> RetentionRule:
    """After how many years without service personal data is looked at."""
    return RetentionRule(**_value(unit, _RETENTION))


def change_retention(unit: Unit, rule: RetentionRule) -> None:
    """Set the years; raises RetentionTooShort."""
    rule.check()
    _set(unit, _RETENTION, {name: getattr(rule, name) for name in RetentionRule.__slots__})


def roster_rules(unit: Unit) -> RosterRules:
    """What speaks against somebody on a shift, and whether it warns or blocks."""
    told = _value(unit, _ROSTER)
    known: dict[str, Any] = {
        name: Weight(one) if isinstance(one, str) else one for name, one in told.items()
    }
    return RosterRules(**known)


def change_roster_rules(unit: Unit, rules: RosterRules) -> None:
    """Set the rules; raises RosterRulesOutOfRange."""
    rules.check()
    _set(unit, _ROSTER, {name: getattr(rules, name) for name in RosterRules.__slots__})


def credit_rule(unit: Unit) -> CreditRule:
    """In which unit hours count."""
    return CreditRule(**_value(unit, _CREDIT))


def change_credit_rule(unit: Unit, rule: CreditRule) -> None:
    """Set the unit, for stays from now on; raises CreditUnitUnknown."""
    rule.check()
    _set(unit, _CREDIT, {name: getattr(rule, name) for name in CreditRule.__slots__})


def review_rules(unit: Unit) -> ReviewRules:
    """From which figures on a stay is looked at."""
    return ReviewRules(**_value(unit, _REVIEW))


def change_review_rules(unit: Unit, rules: ReviewRules) -> None:
    """Set the figures; raises ReviewRulesOutOfRange."""
    rules.check()
    _set(unit, _REVIEW, {name: getattr(rules, name) for name in ReviewRules.__slots__})


def sheet_rule(unit: Unit) -> SheetRule:
    """How many empty rows a sign-in sheet has."""
    return SheetRule(**_value(unit, _SHEET))


def change_sheet_rule(unit: Unit, rule: SheetRule) -> None:
    """Set the number of rows; raises BlankRowsOutOfRange."""
    rule.check()
    _set(unit, _SHEET, {name: getattr(rule, name) for name in SheetRule.__slots__})


def _value(unit: Unit, key: str) -> dict[str, Any]:
    row = _row(unit, key)
    return dict(json.loads(row.value)) if row else {}


def _set(unit: Unit, key: str, value: dict[str, Any]) -> None:
    text = json.dumps(value)
    if row := _row(unit, key):
        row.value = text
    else:
        unit.add(Setting(key=key, value=text))


def _row(unit: Unit, key: str) -> Setting | None:
    return unit.session.scalars(select(Setting).where(Setting.key == key)).one_or_none()
