"""Verbs of papers that are signed: a person's own record, and the consent sheet."""

import argparse
from pathlib import Path

from station_app.cli.answers import Facts
from station_app.cli.posts import period_options
from station_app.cli.verbs import Call, Verb
from station_app.i18n import N_, _
from station_app.services.consent_sheets import print_consent_sheet
from station_app.services.files import save
from station_app.services.hours import Period
from station_app.services.meant import volunteer_meant
from station_app.services.my_records import print_my_record

GROUPS: dict[str, str] = {}


def _out_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", metavar="FILE.pdf", required=True, type=Path, help=_("where to save the PDF")
    )


def _record_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help=_("volunteer number, or the whole name"))
    period_options(parser)
    _out_option(parser)


def _record(call: Call) -> Facts:
    given = call.options
    volunteer_id = call.office.read(volunteer_meant, given.number)
    pdf = print_my_record(call.office, volunteer_id, Period(given.first, given.last))
    return _saved(given.out, pdf)


def _consent_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "number",
        metavar="NUMBER",
        nargs="?",
        default="",
        help=_("volunteer number, or the whole name; without it the sheet is blank"),
    )
    _out_option(parser)


def _consent(call: Call) -> Facts:
    given = call.options
    volunteer_id = call.office.read(volunteer_meant, given.number) if given.number else None
    return _saved(given.out, print_consent_sheet(call.office, volunteer_id))


def _saved(out: Path, pdf: bytes) -> Facts:
    said = _("Saved as {path}.").format(path=save(out, pdf))
    return Facts({"out": str(out)}, [said])


VERBS = (
    Verb(
        ("volunteers", "record-sheet"),
        N_("print the record of one volunteer, to check and sign"),
        _record,
        _record_options,
    ),
    Verb(
        ("volunteers", "consent-sheet"),
        N_("print the consent sheet of one volunteer, or a blank one"),
        _consent,
        _consent_options,
    ),
)
