"""Verbs of months: what is left to do, close, report."""

import argparse
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from station_app.cli.answers import Facts, Field, Listing
from station_app.cli.hours import moment
from station_app.cli.hours_options import month_option
from station_app.cli.verbs import Call, Verb
from station_app.clock import local
from station_app.domain.attendance import hours
from station_app.domain.journal import head_code
from station_app.i18n import N_, _
from station_app.services.closing import (
    Adjustment,
    Closed,
    MonthReport,
    close_list,
    close_month,
    month_report,
)
from station_app.services.files import save
from station_app.services.month_list import MonthRow, months
from station_app.services.month_papers import print_month
from station_app.wording.attendance import void_reason_text
from station_app.wording.hours import left_to_do, signed_hours
from station_app.wording.values import day_text, hours_text, hours_with_unit, moment_text

GROUPS: dict[str, str] = {}

_FIELDS: tuple[Field[MonthRow], ...] = (
    Field("month", N_("Month"), lambda row: str(row.month)),
    Field(
        "hours",
        N_("Hours"),
        lambda row: float(hours(row.minutes)),
        lambda row: hours_text(row.minutes),
        right=True,
    ),
    Field("stays", N_("Stays"), lambda row: row.stays, right=True),
    Field("people", N_("People"), lambda row: row.people, right=True),
    Field("over", "", lambda row: row.over),
    Field("closed_by", N_("Closed by"), lambda row: row.closed_by or None),
)


def _months(call: Call) -> Listing[MonthRow]:
    return Listing(_FIELDS, call.office.read(months))


def _left(call: Call) -> Facts:
    left = call.office.read(close_list, call.options.month)
    return Facts(
        asdict(left) | {"ready": left.ready},
        left_to_do(left) or [_("Nothing is left to do: the month can be closed.")],
    )


def _close(call: Call) -> Facts:
    closed = call.office.write(close_month, call.options.month)
    return Facts({"closed": _closed_facts(closed)}, [closed_text(closed)])


def closed_text(closed: Closed) -> str:
    """Who closed a month when, and what is to be written into the paper log book."""
    return _(
        "{month}: {hours} in {stays} stays of {people} people, closed by {name} on {moment}. "
        "Journal entry {seq}, code {code}."
    ).format(
        month=closed.month,
        hours=hours_with_unit(closed.totals.minutes),
        stays=closed.totals.stays,
        people=closed.totals.people,
        name=closed.closed_by,
        moment=moment_text(closed.closed_at),
        seq=closed.head_seq,
        code=head_code(closed.head_hash),
    )


def _report_options(parser: argparse.ArgumentParser) -> None:
    month_option(parser)
    parser.add_argument("--out", metavar="FILE.pdf", type=Path, help=_("save it as a PDF too"))


def _report(call: Call) -> Facts:
    month, out = call.options.month, call.options.out
    report = call.office.read(month_report, month)
    totals = report.closed.totals if report.closed else report.now
    facts: dict[str, object] = {
        "month": str(month),
        "minutes": totals.minutes,
        "stays": totals.stays,
        "people": totals.people,
        "by_post": dict(totals.by_post),
        "by_day": dict(totals.by_day),
        "closed": _closed_facts(report.closed) if report.closed else None,
        "later": [_adjustment_facts(one) for one in report.later],
        "made_here": [_adjustment_facts(one) for one in report.made_here],
    }
    lines = [*_report_lines(report)]
    if out:
        lines.append(_("Saved as {path}.").format(path=save(out, print_month(call.office, month))))
        facts["out"] = str(out)
    return Facts(facts, lines)


def _report_lines(report: MonthReport) -> Iterator[str]:
    totals = report.closed.totals if report.closed else report.now
    if report.closed:
        yield closed_text(report.closed)
    else:
        yield _("{month} is open: {hours} so far.").format(
            month=report.month, hours=hours_with_unit(totals.minutes)
        )
    for name, minutes in totals.by_post.items():
        yield f"  {name}  {hours_text(minutes)}"
    for title, changes in (
        (_("Changes after it was closed:"), report.later),
        (_("Changes made in this month to closed ones:"), report.made_here),
    ):
        if changes:
            yield title
            yield from (f"  {_adjustment_line(one)}" for one in changes)


def _adjustment_line(one: Adjustment) -> str:
    parts = (
        day_text(local(one.made_at).date()),
        one.name,
        one.post,
        moment_text(one.came_at),
        signed_hours(one.minutes),
        void_reason_text(one.reason),
    )
    return "  ".join(filter(None, parts))


def _adjustment_facts(one: Adjustment) -> dict[str, object]:
    return {
        "month": str(one.month),
        "made_at": moment(one.made_at),
        "kind": one.kind.value,
        "number": one.number,
        "name": one.name,
        "post": one.post,
        "came_at": moment(one.came_at),
        "minutes": one.minutes,
        "reason": one.reason,
    }


def _closed_facts(closed: Closed) -> dict[str, object]:
    return {
        "month": str(closed.month),
        "closed_at": moment(closed.closed_at),
        "closed_by": closed.closed_by,
        "head_seq": closed.head_seq,
        "head_code": head_code(closed.head_hash),
        "minutes": closed.totals.minutes,
        "stays": closed.totals.stays,
        "people": closed.totals.people,
    }


VERBS = (
    Verb(("hours", "months"), N_("list the months and which are closed"), _months),
    Verb(("hours", "left"), N_("show what is left to do in a month"), _left, month_option),
    Verb(("hours", "close"), N_("freeze the totals of a month"), _close, month_option),
    Verb(
        ("hours", "report"),
        N_("show or print a month with what changed later"),
        _report,
        _report_options,
    ),
)
