"""Sign-in sheets: for each shift who is expected, empty rows for others, and the code to find it.

A number of sheets make one file; each counts its own pages and bears its code on all of them.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from station_app.domain.chinese import chinese_date
from station_app.domain.sheet_codes import SCANNED
from station_app.papers.contents import Sheet
from station_app.papers.flow import Part, bound
from station_app.papers.forms import form
from station_app.papers.pieces import Filling
from station_app.papers.sheet_contents import SheetShift, SignInSheet


def sign_in_sheets(sheets: Sequence[SignInSheet]) -> bytes:
    """The sheets as one PDF; at least one is asked for.

    Raises FontMissing, MissingGlyph, TextTooLong.
    """
    parts = [sheet_part(sheet) for sheet in sheets]
    title = form(Sheet.SIGN_IN).title
    whose = parts[0].whose if len(parts) == 1 else f"{len(parts)}份"
    author = sheets[0].recording_unit
    return bound(parts, title=f"{title} {whose}", subject=title, author=author)


def sheet_part(sheet: SignInSheet) -> Part:
    """One sheet as a part of a file."""
    words = form(Sheet.SIGN_IN).labels
    shift = sheet.shift
    whose = f"{shift.starts_at:%m-%d %H:%M} {shift.post}" if shift else words["blank"]
    return Part(form(Sheet.SIGN_IN), filled(sheet), whose)


def filled(sheet: SignInSheet) -> Filling:
    """The contents as the fields and rows of the form."""
    words = form(Sheet.SIGN_IN).labels
    values = {"recording_unit": sheet.recording_unit, "station": sheet.station}
    people = sheet.shift.people if sheet.shift else ()
    rows = [_row(at, one.number, one.name) for at, one in enumerate(people, 1)]
    rows += [_row(at, "", "") for at in range(len(rows) + 1, len(rows) + 1 + sheet.blank_rows)]
    values |= _of_shift(sheet.shift, words)
    return Filling(values, {"rows": rows})


def span(starts_at: datetime, ends_at: datetime, words: Any) -> str:
    """09:00–11:00; 22:00–次日06:00."""
    next_day = words["next_day"] if ends_at.date() > starts_at.date() else ""
    return f"{starts_at:%H:%M}–{next_day}{ends_at:%H:%M}"


def weekday(moment: datetime, words: Any) -> str:
    """2026年11月2日（星期一）."""
    return f"{chinese_date(moment)}（{words['weekdays'][moment.weekday()]}）"


def _of_shift(shift: SheetShift | None, words: Any) -> dict[str, str]:
    if shift is None:
        names = ("post", "place", "organiser", "in_charge", "code", "code_label", "scan", "date")
        return dict.fromkeys(names, "") | {"day": words["by_hand"], "time": words["hours"]}
    return {
        "post": shift.post,
        "place": shift.place,
        "day": weekday(shift.starts_at, words),
        "time": span(shift.starts_at, shift.ends_at, words),
        "organiser": shift.organiser,
        "in_charge": shift.in_charge,
        "date": f"{shift.starts_at:%Y-%m-%d}",
        "code": shift.code,
        "code_label": words["code"],
        "scan": f"{SCANNED}{shift.code}",
    }


def _row(at: int, number: str, name: str) -> dict[str, str]:
    written = dict.fromkeys(("came", "left", "pause", "signature", "remark"), "")
    return {"row": str(at), "number": number, "name": name, **written}
