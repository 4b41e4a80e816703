"""The sheet on which a volunteer looks through the own record, and signs that it is right."""

from collections.abc import Mapping, Sequence
from typing import Any

from station_app.certificates.fields import figure
from station_app.domain.chinese import chinese_date, period_text
from station_app.papers.contents import (
    RecordedPaper,
    RecordedQualification,
    RecordedStar,
    RecordedStay,
    RecordSheet,
    Sheet,
)
from station_app.papers.flow import printed
from station_app.papers.forms import form
from station_app.papers.pieces import Filling

_NAMED = 3  # of the posts of a year


def record_sheet(contents: RecordSheet) -> bytes:
    """The sheet as a PDF, as many pages as the stays take.

    Raises FontMissing, MissingGlyph, TextTooLong.
    """
    whose, author = contents.name, contents.recording_unit
    return printed(form(Sheet.RECORD), filled(contents), whose=whose, author=author)


def filled(contents: RecordSheet) -> Filling:
    """The contents as the fields and tables of the form."""
    labels = form(Sheet.RECORD).labels
    tables = _tables(contents, labels)
    holds = frozenset(name if rows else f"no_{name}" for name, rows in tables.items())
    return Filling(_values(contents, labels), tables, holds)


def _values(contents: RecordSheet, labels: Mapping[str, Any]) -> dict[str, str]:
    text = {
        name: said
        for name in RecordSheet.__slots__
        if isinstance(said := getattr(contents, name), str)
    }
    counted = [stay for stay in contents.stays if stay.minutes is not None]
    still_open = len(contents.stays) - len(counted)
    return text | {
        "registered_on": chinese_date(contents.registered_on),
        "printed_on": chinese_date(contents.printed_on),
        "period": _period(contents, labels),
        "visits": str(len(counted)),
        "hours": figure(sum(stay.minutes or 0 for stay in counted)),
        "still_open": str(still_open or ""),
    }


def _period(contents: RecordSheet, labels: Mapping[str, Any]) -> str:
    first, last = contents.first_day, contents.last_day
    if first and last:
        return period_text(first, last)
    if first:
        return str(labels["since"]).format(chinese_date(first))
    return str(labels["until"]).format(chinese_date(last)) if last else str(labels["always"])


def _tables(
    contents: RecordSheet, labels: Mapping[str, Any]
) -> dict[str, Sequence[Mapping[str, str]]]:
    return {
        "stays": [_stay(one, row, labels) for row, one in enumerate(contents.stays, 1)],
        "years": _years(contents.stays, labels),
        "stars": [_star(one, labels) for one in contents.stars],
        "certificates": [_paper(one, labels) for one in contents.certificates],
        "qualifications": [_qualification(one, labels) for one in contents.qualifications],
    }


def _stay(stay: RecordedStay, row: int, labels: Mapping[str, Any]) -> dict[str, str]:
    left = labels["open"]
    if stay.left is not None:
        left = f"{labels['next_day'] if stay.left <= stay.came else ''}{stay.left:%H:%M}"
    return {
        "row": str(row),
        "day": stay.day.isoformat(),
        "post": stay.post,
        "place": stay.place,
        "time": f"{stay.came:%H:%M}–{left}",
        "hours": "" if stay.minutes is None else figure(stay.minutes),
        "origin": labels["origins"][stay.origin],
    }


def _years(stays: Sequence[RecordedStay], labels: Mapping[str, Any]) -> list[dict[str, str]]:
    """What counts by the year, and where most of it was given; in all where it is several years."""
    counted = [stay for stay in stays if stay.minutes is not None]
    years = sorted({stay.day.year for stay in counted})
    rows = [
        _sum([stay for stay in counted if stay.day.year == year], f"{year}年", labels)
        for year in years
    ]
    return [*rows, _sum(counted, labels["in_all"], labels)] if len(years) > 1 else rows


def _sum(stays: Sequence[RecordedStay], title: str, labels: Mapping[str, Any]) -> dict[str, str]:
    minutes: dict[str, int] = {}
    for stay in stays:
        minutes[stay.post] = minutes.get(stay.post, 0) + (stay.minutes or 0)
    posts = sorted(minutes, key=lambda post: (-minutes[post], post))
    more = labels["more"].format(len(posts)) if len(posts) > _NAMED else ""
    return {
        "year": title,
        "visits": str(len(stays)),
        "hours": figure(sum(minutes.values())),
        "posts": "、".join(posts[:_NAMED]) + more,
    }


def _star(star: RecordedStar, labels: Mapping[str, Any]) -> dict[str, str]:
    return {
        "star": labels["star"].format(labels["counts"][star.star - 1]),
        "basis": f"{star.year}年" if star.year else labels["always"],
        "hours": figure(star.minutes),
        "day": star.confirmed_on.isoformat(),
    }


def _paper(paper: RecordedPaper, labels: Mapping[str, Any]) -> dict[str, str]:
    return {
        "kind": labels["kinds"][paper.kind],
        "number": paper.number,
        "period": period_text(paper.first_day, paper.last_day),
        "hours": figure(paper.minutes),
        "day": paper.issued_on.isoformat(),
    }


def _qualification(one: RecordedQualification, labels: Mapping[str, Any]) -> dict[str, str]:
    valid = labels["valid" if one.valid_until else "endless"]
    return {
        "kind": one.kind,
        "number": one.number,
        "issuer": one.issuer,
        "valid": valid.format(one.valid_from, one.valid_until),
    }
