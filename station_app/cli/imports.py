"""Verbs that take in whole files."""

import argparse
from pathlib import Path

from station_app.cli.answers import Account
from station_app.cli.people import consent_options, consent_way
from station_app.cli.verbs import Call, Verb
from station_app.i18n import N_, _
from station_app.services.imports import Imported, import_paper, import_roster, save_refused
from station_app.sheets.rosters import Consent
from station_app.wording.outcome import refusal_text


def _file_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=_("workbook or CSV"))
    parser.add_argument(
        "--dry-run", action="store_true", help=_("say what would happen and change nothing")
    )
    parser.add_argument(
        "--refused",
        metavar="OUT.csv",
        type=Path,
        help=_("write the refused rows with their reasons, to be corrected and imported again"),
    )


def _roster_options(parser: argparse.ArgumentParser) -> None:
    _file_options(parser)
    consent_options(parser)


def _import_roster(call: Call) -> Account:
    given = call.options
    way = consent_way(given)
    consent = Consent(given.consent_on, way) if given.consent_on and way else None
    imported = import_roster(
        call.office, given.file, task=call.task, dry_run=given.dry_run, consent=consent
    )
    return _account(call, imported, {"numbers": list(imported.numbers)})


def _import_paper(call: Call) -> Account:
    given = call.options
    imported = import_paper(call.office, given.file, task=call.task, dry_run=given.dry_run)
    return _account(call, imported, {})


def _account(call: Call, imported: Imported, more: dict[str, object]) -> Account:
    dry_run, out = call.options.dry_run, call.options.refused
    remarks = []
    if dry_run:
        remarks.append(_("This was a rehearsal: nothing was changed."))
    if out is not None and imported.refused:
        save_refused(out, imported, refusal_text)
        remarks.append(_("The refused rows are in {file}.").format(file=out))
    more |= {"dry_run": dry_run, "sheet": imported.sheet, "encoding": imported.encoding}
    return Account(imported.outcome, more, remarks)


VERBS = (
    Verb(
        ("volunteers", "import"),
        N_("register everybody in a roster (.xlsx, .xls, .ods or CSV)"),
        _import_roster,
        _roster_options,
    ),
    Verb(
        ("attendance", "import"),
        N_("enter typed sign-in sheets: volunteer number, post, came, left"),
        _import_paper,
        _file_options,
    ),
)
GROUPS: dict[str, str] = {}
