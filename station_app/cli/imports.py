"""Verbs that take in whole files, or look into them."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from station_app.cli.answers import SHOWN_REFUSALS, Account, Facts
from station_app.cli.files import file_option, keep_profile, reading_of, reading_options
from station_app.cli.kinds import rows
from station_app.cli.people import consent_options, consent_way
from station_app.cli.verbs import Call, Verb
from station_app.i18n import N_, _, ngettext
from station_app.services.import_likely import LikelyRow
from station_app.services.imports import (
    Imported,
    import_paper,
    import_roster,
    look_into,
    save_refused,
)
from station_app.sheets.looking import FileLook
from station_app.sheets.rosters import Consent
from station_app.wording.importing import likely_text
from station_app.wording.notes import note_text
from station_app.wording.outcome import refusal_text
from station_app.wording.people import field_label
from station_app.wording.sheets import encoding_name

GROUPS: dict[str, str] = {}


def _file_options(parser: argparse.ArgumentParser) -> None:
    file_option(parser)
    parser.add_argument(
        "--dry-run", action="store_true", help=_("say what would happen and change nothing")
    )
    parser.add_argument(
        "--refused",
        metavar="OUT.csv",
        type=Path,
        help=_("write the refused rows with their reasons, to be corrected and imported again"),
    )
    reading_options(parser)


def _roster_options(parser: argparse.ArgumentParser) -> None:
    _file_options(parser)
    consent_options(parser)
    parser.add_argument(
        "--leave-out",
        metavar="ROWS",
        type=rows,
        default=frozenset(),
        help=_("rows that shall not go in, as 3,5-7"),
    )


def _look_options(parser: argparse.ArgumentParser) -> None:
    file_option(parser)
    reading_options(parser)


def _import_roster(call: Call) -> Account:
    given = call.options
    way = consent_way(given)
    on = given.consent_on
    consent = Consent(on, way, given.witness) if on and way else None
    reading = reading_of(call, "roster")
    imported = import_roster(
        call.office,
        given.file,
        task=call.task,
        dry_run=given.dry_run,
        consent=consent,
        reading=reading,
        leave_out=given.leave_out,
    )
    if not given.dry_run:
        keep_profile(call, "roster", reading)
    likely = [_likely_facts(row) for row in imported.likely]
    return _account(call, imported, {"numbers": list(imported.numbers), "likely": likely})


def _import_paper(call: Call) -> Account:
    given = call.options
    reading = reading_of(call, "paper")
    imported = import_paper(
        call.office, given.file, task=call.task, dry_run=given.dry_run, reading=reading
    )
    if not given.dry_run:
        keep_profile(call, "paper", reading)
    return _account(call, imported, {})


def _account(call: Call, imported: Imported, more: dict[str, object]) -> Account:
    dry_run, out = call.options.dry_run, call.options.refused
    remarks = [likely_text(row) for row in imported.likely[:SHOWN_REFUSALS]]
    if (left := len(imported.likely) - SHOWN_REFUSALS) > 0:
        remarks.append(_("… and {count} more.").format(count=left))
    if dry_run:
        remarks.append(_("This was a rehearsal: nothing was changed."))
    if out is not None and imported.refused:
        save_refused(out, imported, refusal_text)
        remarks.append(_("The refused rows are in {file}.").format(file=out))
    if imported.run_id:
        said = _("To take all of it back: ./station imports take-back {id}")
        remarks.append(said.format(id=imported.run_id))
    run = str(imported.run_id) if imported.run_id else None
    more |= {"dry_run": dry_run, "sheet": imported.sheet, "encoding": imported.encoding}
    return Account(imported.outcome, more | {"known": imported.known, "run": run}, remarks)


def _likely_facts(row: LikelyRow) -> dict[str, object]:
    others = [
        {
            "number": one.number or None,
            "row": one.row,
            "name": one.name,
            "traits": [trait.value for trait in one.traits],
            "likelihood": one.likelihood.name.lower(),
        }
        for one in row.others
    ]
    return {"row": row.row, "name": row.name, "others": others}


def _look(call: Call) -> Facts:
    reading = reading_of(call, "roster")
    look = look_into(call.options.file, reading)
    keep_profile(call, "roster", reading)
    notes = [note_text(note) for note in look.notes]
    facts = {
        "sheets": list(look.sheets),
        "hidden": list(look.hidden),
        "sheet": look.sheet,
        "encoding": look.encoding,
        "encodings": list(look.encodings),
        "header_row": look.header_row,
        "header": list(look.header),
        "columns": dict(look.columns),
        "missing": list(look.missing),
        "total": look.total,
        "rows": [{"row": row.number, "cells": list(row.cells)} for row in look.rows],
        "notes": notes,
    }
    return Facts(facts, [*_seen(look), *notes])


def _seen(look: FileLook) -> Iterator[str]:
    if look.sheets:
        sheets = _(", ").join(look.sheets)
        yield _("Sheet “{sheet}” of {sheets}.").format(sheet=look.sheet, sheets=sheets)
    else:
        yield _("CSV in {encoding}.").format(encoding=encoding_name(look.encoding))
    yield ngettext(
        "{count} row below the header in row {row}.",
        "{count} rows below the header in row {row}.",
        look.total,
    ).format(count=look.total, row=look.header_row)
    for field, header in look.columns.items():
        yield _("{field}: column “{header}”").format(field=field_label(field), header=header)


VERBS = (
    Verb(
        ("volunteers", "import"),
        N_("register everybody in a roster (.xlsx, .xls, .ods or CSV)"),
        _import_roster,
        _roster_options,
    ),
    Verb(
        ("volunteers", "look-into"),
        N_("show how a roster would be read, and change nothing"),
        _look,
        _look_options,
    ),
    Verb(
        ("attendance", "import"),
        N_("enter typed sign-in sheets: volunteer number, post, came, left"),
        _import_paper,
        _file_options,
    ),
)
