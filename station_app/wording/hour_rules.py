"""Words for what a station decides about hours: units, the review, and limits of the roster."""

from station_app.domain.crediting import CreditRule
from station_app.domain.rosters import Limit, Weight
from station_app.i18n import N_, _, ngettext
from station_app.services.hour_rules import HourRules
from station_app.wording.days import length_words

WEIGHTS = {
    Weight.OFF: N_("Not looked at"),
    Weight.WARN: N_("Warns"),
    Weight.BLOCK: N_("Blocks"),
}


def weight_label(weight: Weight) -> str:
    """What a limit does."""
    return _(WEIGHTS[weight])


def credit_text(rule: CreditRule) -> str:
    """In which unit hours count."""
    if rule.unit_minutes == 1:
        return _("every full minute")
    return _("full units of {length}").format(length=length_words(rule.unit_minutes))


def rules_facts(rules: HourRules) -> tuple[tuple[str, str], ...]:
    """What is set, in few words."""
    review, roster = rules.review, rules.roster
    week = _("no limit") if roster.week_minutes is None else length_words(roster.week_minutes)
    rest = length_words(roster.rest_minutes) if roster.rest_minutes else _("no limit")
    days = ngettext("{count} working day", "{count} working days", review.working_days)
    night = _("{start}:00–{end}:00").format(start=review.night_from, end=review.night_until)
    return (
        (_("Hours count in"), credit_text(rules.credit)),
        (_("Long day from"), length_words(review.day_minutes)),
        (_("Entered late after"), days.format(count=review.working_days)),
        (_("Night"), night),
        (_("Rest between shifts"), rest),
        (_("Most in a week"), week),
        (_("Overlap let go"), length_words(roster.grace)),
        (_("Limits of the roster"), _limits(rules)),
    )


def _limits(rules: HourRules) -> str:
    weights = [rules.roster.weight(limit) for limit in Limit]
    return _("{blocks} block, {warns} warn").format(
        blocks=weights.count(Weight.BLOCK), warns=weights.count(Weight.WARN)
    )
