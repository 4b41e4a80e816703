"""Verbs of sign-in sheets on paper: print them, find the shift of a code, papers for power cuts."""

import argparse
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from station_app.cli.answers import Facts
from station_app.cli.kinds import day, time_of_day
from station_app.cli.posts import period, period_options
from station_app.cli.verbs import Call, Verb
from station_app.clock import local, today
from station_app.domain.sheet_codes import sheet_code
from station_app.i18n import N_, _, ngettext
from station_app.services.continuity import print_continuity
from station_app.services.files import save
from station_app.services.meant import shift_meant
from station_app.services.settings import sheet_rule
from station_app.services.sheet_entry import SheetRow, sheet_by_code
from station_app.services.sign_in_sheets import print_sheets, shift_of_code, shifts_between
from station_app.wording.days import clock_span, long_day

GROUPS = {"sheets": N_("sign-in sheets on paper")}

_WEEK = timedelta(days=6)


def _out_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--out", metavar="FILE.pdf", required=True, type=Path, help=_("where to save the PDF")
    )


def _print_options(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--day", metavar="DAY", type=day, help=_("all shifts of this day"))
    which.add_argument(
        "--week", metavar="DAY", type=day, help=_("all shifts of the week this day lies in")
    )
    which.add_argument("--shift", metavar="CODE", help=_("the shift of this sheet, once more"))
    parser.add_argument("--post", default="", help=_("with --day: only the shift of this post"))
    parser.add_argument(
        "--at", metavar="TIME", type=time_of_day, help=_("start, where the day has several shifts")
    )
    parser.add_argument(
        "--blank", metavar="N", type=int, help=_("rows for walk-ins; as last time if not given")
    )
    _out_option(parser)


def _print(call: Call) -> Facts:
    given = call.options
    blank = call.office.read(sheet_rule).blank_rows if given.blank is None else given.blank
    shifts = _shifts(call)
    path = save(given.out, print_sheets(call.office, shifts, blank))
    codes = [sheet_code(one) for one in shifts]
    said = ngettext(
        "{count} sheet saved as {path}.", "{count} sheets saved as {path}.", len(codes)
    ).format(count=len(codes), path=path)
    return Facts({"out": str(path), "sheets": codes}, [said, *(f"  {code}" for code in codes)])


def _shifts(call: Call) -> list[UUID]:
    """The shifts asked for, those of today where nothing is."""
    given = call.options
    if given.shift:
        return [call.office.read(shift_of_code, given.shift)]
    first: date = given.day or given.week or today(call.clock)
    if given.post:
        return [call.office.read(shift_meant, given.post, first, given.at)]
    if given.week:
        first -= timedelta(days=first.weekday())
        return call.office.read(shifts_between, first, first + _WEEK)
    return call.office.read(shifts_between, first, first)


def _find_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("sheet", metavar="CODE", help=_("code at the top right of the sheet"))


def _find(call: Call) -> Facts:
    sheet = call.office.read(sheet_by_code, call.options.sheet)
    facts = {
        "sheet": sheet.code,
        "post": sheet.post,
        "place": sheet.place,
        "starts_at": local(sheet.starts_at).isoformat("T", "minutes"),
        "ends_at": local(sheet.ends_at).isoformat("T", "minutes"),
        "called_off": sheet.called_off,
        "rows": [_row_facts(one) for one in (*sheet.rows, *sheet.walk_ins)],
    }
    said = _("{post} · {day} {time}").format(
        post=sheet.post,
        day=long_day(local(sheet.starts_at).date()),
        time=clock_span(sheet.starts_at, sheet.ends_at),
    )
    rows = (*sheet.rows, *sheet.walk_ins)
    return Facts(facts, [said, *map(_row_line, rows)])


def _row_facts(row: SheetRow) -> dict[str, object]:
    stay = row.stay
    return {
        "row": row.row or None,
        "number": row.number,
        "name": row.name,
        "came_at": local(stay.came_at).isoformat("T", "minutes") if stay else None,
        "left_at": local(stay.left_at).isoformat("T", "minutes") if stay and stay.left_at else None,
        "not_come": row.not_come,
    }


def _row_line(row: SheetRow) -> str:
    stay = row.stay
    state = clock_span(stay.came_at, stay.left_at) if stay else ""
    told = _("Did not come") if row.not_come else state or _("Not entered")
    return "  ".join(("", str(row.row or "–"), row.number, row.name, told))


def _continuity_options(parser: argparse.ArgumentParser) -> None:
    period_options(parser)
    _out_option(parser)


def _continuity(call: Call) -> Facts:
    given_first, given_last = period(call)
    first = given_first or today(call.clock)
    last = given_last or first + _WEEK
    path = save(call.options.out, print_continuity(call.office, first, last))
    facts = {"out": str(path), "from": first.isoformat(), "to": last.isoformat()}
    return Facts(facts, [_("Saved as {path}.").format(path=path)])


VERBS = (
    Verb(
        ("sheets", "print"),
        N_("print sign-in sheets for a day, a week or one shift"),
        _print,
        _print_options,
    ),
    Verb(
        ("sheets", "find"),
        N_("tell which shift a sheet code is of, and what of it was entered"),
        _find,
        _find_options,
    ),
    Verb(
        ("sheets", "continuity"),
        N_("print what is needed without the PC: sheets, calls, blank forms, a guide"),
        _continuity,
        _continuity_options,
    ),
)
