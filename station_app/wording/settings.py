"""Sentences and labels about what a station decides for itself: ages, and how long data is kept."""

from station_app.domain.people import AgeRules, AgesOutOfOrder
from station_app.domain.retention import RetentionRule, RetentionTooShort
from station_app.i18n import N_, _, ngettext
from station_app.wording.sentences import sentence

AGES = {
    "minimum": N_("Registered from"),
    "guardian_present_below": N_("Comes with a guardian below"),
    "guardian_below": N_("Guardian agrees below"),
}
INACTIVITY = N_("Looked at after inactivity of")


def age_label(field: str) -> str:
    """What one of the ages is for."""
    return _(AGES[field])


def ages_facts(rules: AgeRules) -> tuple[tuple[str, str], ...]:
    """Each age with what it is for."""
    return tuple((age_label(field), age_text(getattr(rules, field))) for field in AGES)


def age_text(age: int) -> str:
    """14 岁."""
    return ngettext("{count} year old", "{count} years old", age).format(count=age)


def retention_fact(rule: RetentionRule) -> tuple[str, str]:
    """After how long without service somebody is looked at."""
    years = ngettext("{count} year", "{count} years", rule.years).format(count=rule.years)
    return _(INACTIVITY), years


@sentence.register
def _ages(error: AgesOutOfOrder) -> str:
    return _(
        "These ages contradict one another. Each must be at least the one before it, and none "
        "above {most}."
    ).format(most=error.most)


@sentence.register
def _retention(error: RetentionTooShort) -> str:
    return _("{years} years cannot be. Write {shortest} to {longest} years.").format(
        years=error.years, shortest=error.shortest, longest=error.longest
    )
