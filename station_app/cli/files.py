"""How a file is to be read, as options say it."""

import argparse
import codecs
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from station_app.cli.verbs import Call
from station_app.domain.codes import code_list
from station_app.i18n import _
from station_app.services.import_profiles import find_profile, profiles, save_profile
from station_app.services.imports import look_into
from station_app.sheets.reading import Kind, Reading
from station_app.wording.sheets import ENCODINGS

_ALSO: Final = {"gbk": "gb18030", "gb2312": "gb18030", "big5": "big5hkscs"}


def file_option(parser: argparse.ArgumentParser) -> None:
    """The file itself."""
    parser.add_argument("file", metavar="FILE", type=Path, help=_("workbook or CSV"))


def reading_options(parser: argparse.ArgumentParser) -> None:
    """What is found by itself unless it is said."""
    parser.add_argument("--sheet", metavar="NAME", help=_("sheet of a workbook"))
    parser.add_argument(
        "--encoding", metavar="NAME", type=_encoding, help=_("encoding of a CSV, such as GBK")
    )
    parser.add_argument(
        "--header-row", metavar="ROW", type=_row, help=_("row of the header, from 1")
    )
    parser.add_argument(
        "--column",
        metavar="FIELD=HEADER",
        action="append",
        default=[],
        type=_column,
        help=_("read a field from the column of this header; may be repeated"),
    )
    parser.add_argument("--profile", metavar="NAME", help=_("column mapping saved before"))
    parser.add_argument(
        "--save-profile", metavar="NAME", help=_("save the column mapping under this name")
    )


def reading_of(call: Call, kind: Kind) -> Reading:
    """How the options want the file read; a saved mapping that fits is taken by itself."""
    given = call.options
    said = Reading(sheet=given.sheet, encoding=given.encoding, header_row=given.header_row)
    columns = {**_columns(call, kind, said), **dict(given.column)}
    return replace(said, columns=columns) if columns else said


def _columns(call: Call, kind: Kind, said: Reading) -> Mapping[str, str]:
    given = call.options
    if given.profile:
        return call.office.read(find_profile, kind, given.profile).columns
    if given.column:
        return look_into(given.file, said, (), kind).columns
    known = call.office.read(profiles, kind)
    look = look_into(given.file, said, known, kind) if known else None
    return look.columns if look and look.profile else {}


def keep_profile(call: Call, kind: Kind, reading: Reading) -> None:
    """Save how the columns were read, where a name for it was given."""
    if name := call.options.save_profile:
        columns = look_into(call.options.file, reading, (), kind).columns
        call.office.write(save_profile, kind, name, columns)


def _encoding(text: str) -> str:
    try:
        found = codecs.lookup(text).name
    except LookupError:
        found = text
    found = _ALSO.get(found, found)
    if found not in ENCODINGS:
        raise argparse.ArgumentTypeError(
            _("is not one of these: {choices}").format(choices=_(", ").join(ENCODINGS))
        )
    return found


def _row(text: str) -> int:
    if not (text.isdecimal() and text.isascii() and 0 < int(text) < 1_048_577):
        raise argparse.ArgumentTypeError(_("write a number from 1 on"))
    return int(text)


def _column(text: str) -> tuple[str, str]:
    field, mark, header = text.partition("=")
    fields = (code_list("roster_columns"), code_list("paper_columns"))
    found = next(filter(None, (one.find(field) for one in fields)), None)
    if not mark or not header.strip() or found is None:
        raise argparse.ArgumentTypeError(_("write it as FIELD=HEADER, the field before its header"))
    return found, header.strip()
