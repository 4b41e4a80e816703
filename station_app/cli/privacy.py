"""Verbs of personal data: erase it, see whose has been kept for long, let it leave as a file."""

import argparse
from pathlib import Path

from station_app.cli.answers import Facts, Field, Listing
from station_app.cli.kinds import count, labelled
from station_app.cli.people import find_option
from station_app.cli.reading import every_row
from station_app.cli.verbs import Call, Verb
from station_app.clock import today
from station_app.domain.attendance import hours
from station_app.domain.erasing import Cause
from station_app.domain.retention import RetentionRule
from station_app.i18n import N_, _
from station_app.services.erasing import (
    ErasurePreview,
    erase_people,
    erasure_preview,
    record_numbered,
)
from station_app.services.lists import retention
from station_app.services.lists.people import PeopleFilter
from station_app.services.lists.retention import RetentionFilter, RetentionRow
from station_app.services.people_files import SUFFIXES, export_people
from station_app.services.settings import retention as usual
from station_app.wording.erasing import cause_label, going, out_of_reach, staying
from station_app.wording.people_files import exported_text
from station_app.wording.values import day_text, hours_text, people_text

GROUPS: dict[str, str] = {}

_FIELDS: tuple[Field[RetentionRow], ...] = (
    Field("number", N_("Number"), lambda row: row.number),
    Field("name", N_("Name"), lambda row: row.name),
    Field("registered_on", N_("Registered"), lambda row: day_text(row.registered_on)),
    Field(
        "last_on",
        N_("Last service"),
        lambda row: day_text(row.last_on) or None,
        lambda row: day_text(row.last_on) or _("never"),
    ),
    Field(
        "hours",
        N_("Hours"),
        lambda row: float(hours(row.minutes)),
        lambda row: hours_text(row.minutes),
        right=True,
    ),
)


def _erase_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help=_("volunteer number"))
    parser.add_argument(
        "--cause",
        required=True,
        metavar="CAUSE",
        choices=[one.value for one in Cause],
        help=labelled(Cause, cause_label),
    )
    parser.add_argument(
        "--note", default="", help=_("kept with the record, such as a letter's day")
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("only tell what would go and what stays")
    )


def _erase(call: Call) -> Facts:
    given, office = call.options, call.office
    person = office.read(record_numbered, given.number)
    shown = office.read(erasure_preview, person)
    if given.dry_run:
        return Facts(_facts(shown) | {"erased": False}, _told(shown))
    done = erase_people(office, [person], cause=Cause(given.cause), note=given.note, task=call.task)
    for refusal in done.outcome.refused:
        raise refusal.error
    said = [_("The personal data of {name} is erased.").format(name=shown.name)]
    if not done.swept:
        said.append(
            _("The file of the books is cleaned at the next start, because it is in use now.")
        )
    said += out_of_reach(shown)
    return Facts(_facts(shown) | {"erased": True, "file_cleaned": done.swept}, said)


def _facts(shown: ErasurePreview) -> dict[str, object]:
    return {
        "number": shown.number,
        "name": shown.name,
        "goes": list(shown.fields),
        "merged": list(shown.merged),
        "journal_entries": shown.entries,
        "document": shown.document_masked,
        "birth_year": shown.birth_year,
        "hours": float(hours(shown.minutes)),
        "certificates": shown.papers,
        "certificates_with_whole_number": list(shown.whole_papers),
        "bundles_before": shown.bundles,
    }


def _told(shown: ErasurePreview) -> list[str]:
    lines = [_("Goes:"), *(f"  {line}" for line in going(shown)), _("Stays:")]
    for what, why in staying(shown):
        lines.append(f"  {what}")
        lines.append(f"    {why}")
    return [*lines, _("Out of reach:"), *(f"  {line}" for line in out_of_reach(shown))]


def _retention_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--years", metavar="N", type=count, help=_("years without service; else as set")
    )


def _retention(call: Call) -> Listing[RetentionRow]:
    given = call.options.years
    rule = RetentionRule(given) if given else call.office.read(usual)
    rule.check()
    wanted = RetentionFilter(rule.before(today(call.clock)))
    found = every_row(call.office, retention.ids, retention.rows, wanted)
    return Listing(_FIELDS, found, lambda rows: people_text(len(rows)))


def _export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", metavar="FILE", type=_table, help=_("where to write: a name in .xlsx or .csv")
    )
    parser.add_argument(
        "--why", metavar="TEXT", required=True, help=_("what for; the journal keeps it")
    )
    parser.add_argument(
        "--full-documents",
        action="store_true",
        help=_("document numbers whole; otherwise masked, and no import takes the file"),
    )
    find_option(parser)


def _table(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in SUFFIXES:
        raise argparse.ArgumentTypeError(_("name a file that ends in .xlsx or .csv"))
    return path


def _export(call: Call) -> Facts:
    given = call.options
    made = export_people(
        call.office,
        given.file,
        whom=PeopleFilter(given.find),
        why=given.why,
        full_documents=given.full_documents,
        task=call.task,
    )
    values = {
        "file": str(made.path),
        "people": made.people,
        "left_out": made.left_out,
        "full_documents": made.full_documents,
    }
    return Facts(values, [exported_text(made)])


VERBS = (
    Verb(
        ("volunteers", "erase"),
        N_("erase the personal data of one volunteer, and keep the hours"),
        _erase,
        _erase_options,
    ),
    Verb(
        ("volunteers", "retention"),
        N_("list who has not served for years"),
        _retention,
        _retention_options,
    ),
    Verb(
        ("volunteers", "export"),
        N_("write volunteers into a file, with the reason in the journal"),
        _export,
        _export_options,
    ),
)
