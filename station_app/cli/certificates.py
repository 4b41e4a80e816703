"""Verbs of certificates."""

import argparse
from pathlib import Path
from uuid import UUID

from station_app.cli.answers import Account, Facts, Field, Listing
from station_app.cli.kinds import hours_as_minutes, labelled
from station_app.cli.posts import period_options
from station_app.cli.reading import every_row
from station_app.cli.verbs import Call, Verb
from station_app.clock import local
from station_app.domain.attendance import hours
from station_app.domain.certificates import Kind, State
from station_app.errors import Outcome, Refusal, StationError
from station_app.i18n import N_, _, ngettext
from station_app.services.certificates import issue, print_again
from station_app.services.files import save
from station_app.services.hours import Period
from station_app.services.lists import certificates
from station_app.services.lists.certificates import CertificateRow
from station_app.services.meant import certificate_meant, volunteer_meant
from station_app.services.register import void_certificate
from station_app.services.snapshots import Selection
from station_app.wording.certificates import kind_label, state_label
from station_app.wording.values import day_text, hours_text

GROUPS = {"certificates": N_("proofs and certificates")}

_FIELDS: tuple[Field[CertificateRow], ...] = (
    Field("number", N_("Number"), lambda row: row.number),
    Field("kind", N_("Kind"), lambda row: row.kind.value, lambda row: kind_label(row.kind)),
    Field("volunteer", N_("Volunteer number"), lambda row: row.volunteer_number),
    Field("name", N_("Name"), lambda row: row.name),
    Field("from", N_("From"), lambda row: day_text(row.from_day)),
    Field("to", N_("To"), lambda row: day_text(row.to_day)),
    Field(
        "hours",
        N_("Hours"),
        lambda row: float(hours(row.minutes)),
        lambda row: hours_text(row.minutes),
        right=True,
    ),
    Field("state", N_("State"), lambda row: row.state.value, lambda row: state_label(row.state)),
    Field(
        "issued_on",
        N_("Issued on"),
        lambda row: day_text(local(row.issued_at).date()) if row.issued_at else None,
    ),
    Field("void_reason", "", lambda row: row.void_reason),
)


def _issue_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--kind",
        required=True,
        choices=[kind.value for kind in Kind],
        help=labelled(Kind, kind_label),
    )
    who = parser.add_mutually_exclusive_group(required=True)
    who.add_argument(
        "--volunteer",
        metavar="WHO",
        nargs="+",
        action="extend",
        help=_("volunteer numbers, or whole names"),
    )
    who.add_argument(
        "--min-hours",
        dest="least_minutes",
        metavar="H",
        type=hours_as_minutes,
        help=_("everybody with at least this many hours in the period"),
    )
    period_options(parser)
    parser.add_argument(
        "--full-document",
        action="store_true",
        help=_("print the document number whole, at the volunteer's request"),
    )
    parser.add_argument(
        "--out", metavar="FILE.pdf", required=True, type=Path, help=_("where to save the PDF")
    )


def _issue(call: Call) -> Account:
    given = call.options
    people, unknown = _people(call)
    selection = Selection(
        kind=Kind(given.kind),
        period=Period(given.first, given.last),
        volunteers=None if given.volunteer is None else tuple(people),
        least_minutes=given.least_minutes or 1,
        full_document=given.full_document,
    )
    issued = issue(call.office, selection, given.out, task=call.task)
    asked = issued.outcome.asked + len(unknown)
    outcome = Outcome(asked, issued.outcome.done, (*unknown, *issued.outcome.refused))
    more = {
        "numbers": list(issued.numbers),
        "out": str(issued.path) if issued.path else None,
        "pages": issued.pages,
    }
    remarks = []
    if issued.path:
        remarks.append(
            ngettext("{file} has {count} page.", "{file} has {count} pages.", issued.pages).format(
                file=issued.path, count=issued.pages
            )
        )
    return Account(outcome, more, remarks)


def _people(call: Call) -> tuple[list[UUID], list[Refusal]]:
    """Who is named on the command line, each once, and who cannot be found."""
    found: dict[UUID, None] = {}
    unknown = []
    for text in call.options.volunteer or ():
        try:
            found[call.office.read(volunteer_meant, text)] = None
        except StationError as error:
            unknown.append(Refusal(None, None, error, text))
    return list(found), unknown


def _list_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--find", metavar="TEXT", default="", help=_("certificate number, or a person")
    )
    parser.add_argument(
        "--kind", choices=[kind.value for kind in Kind], help=labelled(Kind, kind_label)
    )
    parser.add_argument(
        "--state", choices=[state.value for state in State], help=labelled(State, state_label)
    )


def _list(call: Call) -> Listing[CertificateRow]:
    given = call.options
    wanted = certificates.CertificateFilter(
        kind=Kind(given.kind) if given.kind else None,
        state=State(given.state) if given.state else None,
        text=given.find,
    )
    return Listing(_FIELDS, every_row(call.office, certificates.ids, certificates.rows, wanted))


def _number_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help=_("number of the certificate"))


def _void_options(parser: argparse.ArgumentParser) -> None:
    _number_option(parser)
    parser.add_argument("--reason", required=True, help=_("kept in the register"))


def _void(call: Call) -> Facts:
    number, reason = call.options.number, call.options.reason
    certificate_id = call.office.read(certificate_meant, number)
    call.office.write(void_certificate, certificate_id, reason)
    said = _("Certificate {number} is void. Its number is not used again.").format(number=number)
    return Facts({"number": number, "state": State.VOID.value, "void_reason": reason}, [said])


def _print_options(parser: argparse.ArgumentParser) -> None:
    _number_option(parser)
    parser.add_argument(
        "--out", metavar="FILE.pdf", required=True, type=Path, help=_("where to save the PDF")
    )


def _print(call: Call) -> Facts:
    certificate_id = call.office.read(certificate_meant, call.options.number)
    out = save(call.options.out, print_again(call.office, certificate_id))
    said = _("Certificate {number} is in {file}.").format(number=call.options.number, file=out)
    return Facts({"number": call.options.number, "out": str(out)}, [said])


VERBS = (
    Verb(
        ("certificates", "issue"),
        N_("issue proofs or appreciation certificates into one PDF"),
        _issue,
        _issue_options,
    ),
    Verb(("certificates", "list"), N_("list the register"), _list, _list_options),
    Verb(
        ("certificates", "print"),
        N_("print an issued certificate once more"),
        _print,
        _print_options,
    ),
    Verb(("certificates", "void"), N_("void an issued certificate"), _void, _void_options),
)
