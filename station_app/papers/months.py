"""The report of a month: what was served, frozen where it was closed, and what changed later."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Any

from station_app.certificates.fields import figure
from station_app.domain.chinese import chinese_date
from station_app.papers.contents import Sheet
from station_app.papers.flow import printed
from station_app.papers.forms import form
from station_app.papers.month_contents import MonthSheet, ReportedChange, ReportedSum
from station_app.papers.pieces import Filling

_ABREAST = 3  # days in one line


def month_paper(contents: MonthSheet) -> bytes:
    """The report as a PDF, as many pages as its changes take.

    Raises FontMissing, MissingGlyph, TextTooLong.
    """
    whose = _month(contents)
    return printed(form(Sheet.MONTH), filled(contents), whose=whose, author=contents.recording_unit)


def filled(contents: MonthSheet) -> Filling:
    """The contents as the fields and tables of the form."""
    labels = form(Sheet.MONTH).labels
    tables = {
        "posts": [_post(one, contents.minutes) for one in contents.posts],
        "days": _days(contents.days),
        "later": [_change(one, labels) for one in contents.later],
        "made_here": [_change(one, labels) for one in contents.made_here],
    }
    holds = {name if rows else f"no_{name}" for name, rows in tables.items()}
    holds.add("closed" if contents.closed_at else "open")
    return Filling(_values(contents), tables, frozenset(holds))


def _values(contents: MonthSheet) -> dict[str, str]:
    closed, later = contents.closed_at, sum(one.minutes for one in contents.later)
    return {
        "recording_unit": contents.recording_unit,
        "station": contents.station,
        "printed_on": chinese_date(contents.printed_on),
        "month": _month(contents),
        "hours": figure(contents.minutes),
        "visits": str(contents.stays),
        "people": str(contents.people),
        "closed_on": f"{chinese_date(closed)}{closed:%H:%M}" if closed else "",
        "closed_by": contents.closed_by,
        "head_seq": str(contents.head_seq),
        "head_code": contents.head_code,
        "later_hours": _signed(later),
        "made_here_hours": _signed(sum(one.minutes for one in contents.made_here)),
        "hours_now": figure(contents.minutes + later),
    }


def _month(contents: MonthSheet) -> str:
    first = contents.first_day
    return f"{first.year}年{first.month}月"


def _post(one: ReportedSum, in_all: int) -> dict[str, str]:
    share = f"{one.minutes / in_all:.1%}" if in_all else ""
    return {"post": one.name, "hours": figure(one.minutes), "share": share}


def _days(days: Sequence[ReportedSum]) -> list[dict[str, str]]:
    """The days downwards, then to the right, so that they are read as a calendar is."""
    lines = -(-len(days) // _ABREAST)
    columns = [days[place * lines : (place + 1) * lines] for place in range(_ABREAST)]
    rows = []
    for line in zip_longest(*columns):
        row = {"gap": ""}
        for place, one in enumerate(line, 1):
            row[f"day{place}"] = one.name if one else ""
            row[f"hours{place}"] = figure(one.minutes) if one else ""
        rows.append(row)
    return rows


def _change(one: ReportedChange, labels: Mapping[str, Any]) -> dict[str, str]:
    return {
        "made": f"{one.made_at:%Y-%m-%d}",
        "who": f"{one.name}（{one.number}）",
        "served": f"{one.served_at:%Y-%m-%d %H:%M}",
        "post": one.post,
        "hours": _signed(one.minutes),
        "reason": labels["reasons"].get(one.reason, one.reason),
    }


def _signed(minutes: int) -> str:
    return figure(minutes) if minutes <= 0 else f"+{figure(minutes)}"
