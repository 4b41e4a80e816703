"""Verbs of what a station decides for itself: ages, and how long data is kept."""

import argparse
from dataclasses import asdict, replace

from station_app.cli.answers import Facts
from station_app.cli.kinds import count
from station_app.cli.verbs import Call, Verb
from station_app.domain.retention import RetentionRule
from station_app.i18n import N_, _
from station_app.services.settings import ages, change_ages, change_retention, retention
from station_app.wording.settings import AGES, age_label, ages_facts, retention_fact

GROUPS = {"settings": N_("what this station decides for itself")}


def _ages_options(parser: argparse.ArgumentParser) -> None:
    for field in AGES:
        name = f"--{field.replace('_', '-')}"
        parser.add_argument(name, metavar="AGE", type=count, help=age_label(field))


def _ages(call: Call) -> Facts:
    given = {field: getattr(call.options, field) for field in AGES}
    wanted = {field: age for field, age in given.items() if age is not None}
    rules = replace(call.office.read(ages), **wanted)
    if wanted:
        call.office.write(change_ages, rules)
    return Facts(asdict(rules), [f"{words}  {age}" for words, age in ages_facts(rules)])


def _retention_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--years",
        metavar="YEARS",
        type=count,
        help=_("years without service after which personal data is looked at"),
    )


def _retention(call: Call) -> Facts:
    rule = call.office.read(retention)
    if call.options.years is not None:
        rule = RetentionRule(call.options.years)
        call.office.write(change_retention, rule)
    return Facts(asdict(rule), ["  ".join(retention_fact(rule))])


VERBS = (
    Verb(
        ("settings", "ages"),
        N_("show or change from which age people serve, and until when a guardian agrees"),
        _ages,
        _ages_options,
    ),
    Verb(
        ("settings", "retention"),
        N_("show or change after how many years the inactive are looked at"),
        _retention,
        _retention_options,
    ),
)
