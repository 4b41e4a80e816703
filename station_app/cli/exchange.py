"""Verbs of bundles."""

import argparse
import tempfile
from pathlib import Path

from station_app.bundles.read import Inspection
from station_app.cli.answers import Facts, Field, Listing
from station_app.cli.verbs import Call, Verb
from station_app.clock import local
from station_app.i18n import N_, _, ngettext
from station_app.services.exchange import (
    BundleRow,
    bundles_sent,
    export_bundle,
    inspect_bundle,
)
from station_app.wording.values import moment_text, size_text

GROUPS = {"bundle": N_("bundles for the superior")}

_FIELDS: tuple[Field[BundleRow], ...] = (
    Field("file", N_("File"), lambda row: row.file_name),
    Field("folder", N_("Folder"), lambda row: row.folder),
    Field("from_seq", N_("First entry"), lambda row: row.from_seq, right=True),
    Field("to_seq", N_("Last entry"), lambda row: row.to_seq, right=True),
    Field("rows", N_("Rows"), lambda row: row.rows, right=True),
    Field("size", N_("Size"), lambda row: row.size, lambda row: size_text(row.size), right=True),
    Field(
        "exported_at",
        N_("Exported"),
        lambda row: local(row.exported_at).isoformat("T", "minutes"),
        lambda row: moment_text(row.exported_at),
    ),
)


def _export_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--to", metavar="DIR", required=True, type=Path, help=_("folder, such as that of a stick")
    )


def _export(call: Call) -> Facts:
    made = export_bundle(
        call.office, call.options.to, scratch=call.places.temporary, task=call.task
    )
    said = _("{file} was written, read back and booked. The stick can be taken out.").format(
        file=made.path
    )
    return Facts(_facts(made), [said, *_lines(made)])


def _inspect_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=_("the bundle"))


def _inspect(call: Call) -> Facts:
    scratch = Path(tempfile.gettempdir())
    found = inspect_bundle(call.options.file, scratch=scratch, task=call.task)
    said = _("{file} is whole and sound.").format(file=found.path.name)
    return Facts(_facts(found), [said, *_lines(found)])


def _facts(found: Inspection) -> dict[str, object]:
    heading = found.heading
    return {
        "file": str(found.path),
        "bytes": found.bytes,
        "sha256": found.sha256,
        "sender": {"code": heading.sender.code, "name": heading.sender.name},
        "epoch": heading.epoch,
        "from_seq": heading.from_seq,
        "to_seq": heading.to_seq,
        "head_code": found.head_code,
        "claimed_at": local(heading.claimed_at).isoformat("T", "minutes"),
        "rows": dict(found.rows),
    }


def _lines(found: Inspection) -> list[str]:
    heading = found.heading
    lines = [
        _("From {name} ({code}), {time}").format(
            name=heading.sender.name,
            code=heading.sender.code,
            time=moment_text(heading.claimed_at),
        ),
        _("Journal entries {first} to {last}, head {code}").format(
            first=heading.from_seq, last=heading.to_seq, code=found.head_code
        ),
    ]
    for table, count in found.rows.items():
        rows = ngettext("{count} row", "{count} rows", count).format(count=count)
        lines.append(f"  {table}  {rows}")
    return lines


def _list(call: Call) -> Listing[BundleRow]:
    return Listing(_FIELDS, call.office.read(bundles_sent))


VERBS = (
    Verb(("bundle", "export"), N_("write a bundle into a folder"), _export, _export_options),
    Verb(
        ("bundle", "inspect"),
        N_("read a bundle through and say what it holds"),
        _inspect,
        _inspect_options,
    ),
    Verb(("bundle", "list"), N_("list the bundles that left the house"), _list),
)
