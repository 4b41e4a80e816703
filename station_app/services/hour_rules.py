"""What a station decides about hours, read and changed as a whole."""

from dataclasses import dataclass, field

from station_app.data.unit import Unit
from station_app.domain.crediting import CreditRule
from station_app.domain.reviews import ReviewRules
from station_app.domain.rosters import RosterRules
from station_app.services.settings import (
    change_credit_rule,
    change_review_rules,
    change_roster_rules,
    credit_rule,
    review_rules,
    roster_rules,
)


@dataclass(frozen=True, slots=True)
class HourRules:
    """How hours count, which are looked at, and what a roster lets."""

    credit: CreditRule = field(default_factory=CreditRule)
    review: ReviewRules = field(default_factory=ReviewRules)
    roster: RosterRules = field(default_factory=RosterRules)


def hour_rules(unit: Unit) -> HourRules:
    """The rules as they are set."""
    return HourRules(credit_rule(unit), review_rules(unit), roster_rules(unit))


def change_hour_rules(unit: Unit, rules: HourRules) -> None:
    """Set what is different; all or nothing.

    Raises CreditUnitUnknown, ReviewRulesOutOfRange, RosterRulesOutOfRange.
    """
    before = hour_rules(unit)
    if rules.credit != before.credit:
        change_credit_rule(unit, rules.credit)
    if rules.review != before.review:
        change_review_rules(unit, rules.review)
    if rules.roster != before.roster:
        change_roster_rules(unit, rules.roster)
