"""Verbs of the rules of hours: units, what is looked at, what a roster lets."""

import argparse
from dataclasses import asdict, replace
from typing import Any, Final

from station_app.cli.answers import Facts
from station_app.cli.verbs import Call, Verb
from station_app.domain.crediting import UNITS, CreditRule
from station_app.domain.reviews import ReviewRules
from station_app.domain.rosters import Limit, RosterRules, Weight
from station_app.i18n import N_, _
from station_app.services.hour_rules import HourRules, change_hour_rules, hour_rules
from station_app.wording.hour_rules import rules_facts, weight_label
from station_app.wording.hours import figure_label
from station_app.wording.rosters import FIGURES, limit_label

GROUPS: dict[str, str] = {}
_REVIEW: Final = tuple(ReviewRules.__slots__)
_ROSTER: Final = tuple(FIGURES)


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--unit", metavar="MIN", type=int, choices=UNITS, help=_("count in full units of minutes")
    )
    for name in _REVIEW:
        _figure(parser, name, figure_label(name))
    for name in _ROSTER:
        _figure(parser, name, _(FIGURES[name]))
    limits = _(", ").join(f"{limit.value} {limit_label(limit)}" for limit in Limit)
    weights = _(", ").join(f"{weight.value} {weight_label(weight)}" for weight in Weight)
    parser.add_argument(
        "--limit",
        metavar="LIMIT=WEIGHT",
        type=limit_weight,
        action="append",
        default=[],
        help=f"{limits}; {weights}",
    )


def _figure(parser: argparse.ArgumentParser, name: str, words: str) -> None:
    parser.add_argument(f"--{name.replace('_', '-')}", metavar="N", type=int, help=words)


def limit_weight(text: str) -> tuple[Limit, Weight]:
    """What a limit does, as rest=warn."""
    limit, _equals, weight = text.partition("=")
    try:
        return Limit(limit), Weight(weight)
    except ValueError:
        said = _("write a limit and what it does as {example}").format(example="rest=warn")
        raise argparse.ArgumentTypeError(said) from None


def _hours(call: Call) -> Facts:
    before = call.office.read(hour_rules)
    rules = _wanted(call.options, before)
    if rules != before:
        call.office.write(change_hour_rules, rules)
    return Facts(asdict(rules), [f"{label}  {value}" for label, value in rules_facts(rules)])


def _wanted(given: argparse.Namespace, before: HourRules) -> HourRules:
    """The rules with what is given; a week of 0 minutes is no limit."""
    credit = before.credit if given.unit is None else CreditRule(given.unit)
    roster: RosterRules = replace(before.roster, **_given(given, _ROSTER))
    roster = replace(roster, week_minutes=roster.week_minutes or None)
    roster = replace(roster, **{limit.value: weight for limit, weight in given.limit})
    return HourRules(credit, replace(before.review, **_given(given, _REVIEW)), roster)


def _given(given: argparse.Namespace, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: value for name in names if (value := getattr(given, name)) is not None}


VERBS = (
    Verb(
        ("settings", "hours"),
        N_("show or change how hours count, which are looked at, and what a roster lets"),
        _hours,
        _options,
    ),
)
