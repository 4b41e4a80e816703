"""One value as one cell and back: `decode(encode(value)) == value`, or a refusal.

Why text is refused and not mended: a cell that came out other than it went in would be a silent
change of somebody's record. Input is made tidy (NFC, no control characters) where it is typed.
"""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import TypeVar

from station_app.bundles.errors import Flaw
from station_app.bundles.schema import Field, FieldType, Value

_T = TypeVar("_T", date, datetime, time)

MAX_CELL = 8 * 1024
GUARDED = "'\\=+-@\t\r\n＝＋－＠"
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,17}", re.ASCII)


class CellFault(ValueError):
    """A value that has no cell, or a cell that has no value."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__(flaw.value)
        self.flaw = flaw


def encode(field: Field, value: Value) -> str:
    """The cell for a value, empty for None. Raises CellFault; TypeError for a wrong type."""
    if value is None:
        if field.required:
            raise CellFault(Flaw.REQUIRED)
        return ""
    text = _WRITERS[field.type](value)
    if field.choices and value not in field.choices:
        raise CellFault(Flaw.CHOICE)
    return text


def decode(field: Field, cell: str) -> Value:
    """The value of a cell; raises CellFault for any cell that `encode` never writes for it."""
    if not cell:
        if field.required:
            raise CellFault(Flaw.REQUIRED)
        return None
    value = _READERS[field.type](cell)
    if field.choices and value not in field.choices:
        raise CellFault(Flaw.CHOICE)
    return value


def _write_text(value: Value) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not text: {value!r}")
    if not value:
        raise CellFault(Flaw.EMPTY_TEXT)
    check_text(value)
    return "'" + value if value[0] in GUARDED else value


def _read_text(cell: str) -> str:
    """Strip exactly one guard.

    Why any guarded text is taken, also where this version would not have guarded it: a later
    version may guard more. Why unguarded text is not: its writer does not know the guard, so its
    apostrophes would be lost.
    """
    if cell[0] == "'":
        value = cell[1:]
        if not value:
            raise CellFault(Flaw.EMPTY_TEXT)
    elif cell[0] in GUARDED:
        raise CellFault(Flaw.UNGUARDED)
    else:
        value = cell
    check_text(value)
    return value


def check_text(text: str) -> None:
    """Raise CellFault for text that may not travel."""
    if _CONTROL.search(text):
        raise CellFault(Flaw.CONTROL)
    if not text.isascii():
        if _BIDI.search(text):
            raise CellFault(Flaw.BIDI)
        if _SURROGATE.search(text):
            raise CellFault(Flaw.SURROGATE)
        if not unicodedata.is_normalized("NFC", text):
            raise CellFault(Flaw.NOT_NFC)
    if len(text) * 4 > MAX_CELL and len(text.encode()) > MAX_CELL:
        raise CellFault(Flaw.CELL_SIZE)


def _write_integer(value: Value) -> str:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"not an integer: {value!r}")
    text = str(int(value))
    if not _INTEGER.fullmatch(text):
        raise CellFault(Flaw.CELL_SIZE)
    return text


def _read_integer(cell: str) -> int:
    if not _INTEGER.fullmatch(cell):
        raise CellFault(Flaw.FORM)
    return int(cell)


def _write_boolean(value: Value) -> str:
    if not isinstance(value, bool):
        raise TypeError(f"not a boolean: {value!r}")
    return "1" if value else "0"


def _read_boolean(cell: str) -> bool:
    if cell not in ("0", "1"):
        raise CellFault(Flaw.FORM)
    return cell == "1"


def _write_date(value: Value) -> str:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError(f"not a date: {value!r}")
    return value.isoformat()


def _read_date(cell: str) -> date:
    return _canonical(cell, date.fromisoformat, _write_date)


def _write_datetime(value: Value) -> str:
    """RFC 3339 in UTC with milliseconds; microseconds only where they would be lost."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        raise TypeError(f"not an aware instant: {value!r}")
    precision = "microseconds" if value.microsecond % 1000 else "milliseconds"
    return value.astimezone(UTC).isoformat(timespec=precision).removesuffix("+00:00") + "Z"


def _read_datetime(cell: str) -> datetime:
    return _canonical(cell, datetime.fromisoformat, _write_datetime)


def _write_time(value: Value) -> str:
    if not isinstance(value, time) or value.tzinfo is not None:
        raise TypeError(f"not a wall-clock time: {value!r}")
    if value.microsecond:
        raise CellFault(Flaw.FORM)
    return value.isoformat(timespec="seconds")


def _read_time(cell: str) -> time:
    return _canonical(cell, time.fromisoformat, _write_time)


def _canonical(cell: str, read: Callable[[str], _T], write: Callable[[_T], str]) -> _T:
    """Python reads more forms of ISO 8601 than one; only the one that is written counts."""
    try:
        value = read(cell)
        if write(value) == cell:
            return value
    except (TypeError, ValueError, OverflowError):
        pass
    raise CellFault(Flaw.FORM)


_WRITERS: dict[FieldType, Callable[[Value], str]] = {
    FieldType.STRING: _write_text,
    FieldType.INTEGER: _write_integer,
    FieldType.BOOLEAN: _write_boolean,
    FieldType.DATE: _write_date,
    FieldType.DATETIME: _write_datetime,
    FieldType.TIME: _write_time,
}
_READERS: dict[FieldType, Callable[[str], Value]] = {
    FieldType.STRING: _read_text,
    FieldType.INTEGER: _read_integer,
    FieldType.BOOLEAN: _read_boolean,
    FieldType.DATE: _read_date,
    FieldType.DATETIME: _read_datetime,
    FieldType.TIME: _read_time,
}
