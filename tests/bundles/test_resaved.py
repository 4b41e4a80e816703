"""A table that somebody opened and saved is told as that, with what gave it away."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from station_app.bundles.errors import HashMismatch, ResavedBySpreadsheet, Trace
from station_app.bundles.read import Inspection

Look = Callable[[Path | dict[str, bytes]], Inspection]
TABLE = "data/volunteer.csv"


def saved(text: str, **how: object) -> str:
    rows = csv.reader(io.StringIO(text, newline=""))
    sink = io.StringIO(newline="")
    csv.writer(sink, **how).writerows(rows)  # type: ignore[arg-type]
    return sink.getvalue()


def gbk(text: str) -> bytes:
    """Excel and WPS on a Chinese desktop: no mark, characters it lacks become question marks."""
    return text.encode("gbk", "replace")


def no_mark(text: str) -> bytes:
    return text.encode()


def unix_lines(text: str) -> bytes:
    return ("\ufeff" + saved(text, lineterminator="\n")).encode()


def all_quoted(text: str) -> bytes:
    return ("\ufeff" + saved(text, quoting=csv.QUOTE_ALL)).encode()


def semicolons(text: str) -> bytes:
    return ("\ufeff" + saved(text, delimiter=";")).encode()


def unicode_text(text: str) -> bytes:
    return saved(text, delimiter="\t").encode("utf-16")


def rounded(text: str) -> bytes:
    return ("\ufeff" + text.replace("138****8000", "1.38E+17")).encode()


def local_dates(text: str) -> bytes:
    return ("\ufeff" + text.replace("1990-01-01", "1990/1/1")).encode()


@pytest.mark.parametrize(
    ("save", "evidence"),
    [
        (gbk, {Trace.BOM_LOST, Trace.ENCODING}),
        (no_mark, {Trace.BOM_LOST}),
        (unix_lines, {Trace.LINE_ENDS}),
        (all_quoted, {Trace.QUOTES}),
        (semicolons, {Trace.SEPARATOR}),
        (unicode_text, {Trace.BOM_LOST, Trace.ENCODING, Trace.SEPARATOR}),
        (rounded, {Trace.ROUNDED}),
        (local_dates, {Trace.DATES}),
    ],
)
def test_resaved_table_is_told_with_its_traces(
    found: dict[str, bytes], look: Look, save: Callable[[str], bytes], evidence: set[Trace]
) -> None:
    table = found[TABLE].decode("utf-8-sig")
    with pytest.raises(ResavedBySpreadsheet) as refused:
        look({**found, TABLE: save(table)})
    assert refused.value.member == TABLE
    assert set(refused.value.evidence) == evidence


@pytest.mark.parametrize(("old", "new"), [("李梅", "李敏"), ("V00001", "V00009"), (",active", "")])
def test_edit_by_hand_is_not_blamed_on_a_spreadsheet(
    found: dict[str, bytes], look: Look, old: str, new: str
) -> None:
    with pytest.raises(HashMismatch):
        look({**found, TABLE: found[TABLE].replace(old.encode(), new.encode(), 1)})


def test_emptied_table_is_told(found: dict[str, bytes], look: Look) -> None:
    with pytest.raises(ResavedBySpreadsheet):
        look({**found, TABLE: b""})
