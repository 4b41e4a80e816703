"""Cells as people see them, and the days and times they mean.

Why nothing is guessed: two-digit years, and days before months, read right and mean wrong.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from typing import Final, NoReturn

from station_app.sheets.errors import DateUnreadable, TimeUnreadable

Cell = str | float | bool | date | time | datetime | timedelta
_EXACT: Final = 1e15  # from here on a spreadsheet has lost digits and shows an exponent
_WHOLE: Final = re.compile(r"(\d{6,})\.0+", re.ASCII)  # shorter ones may be a time: 9.00
_EPOCH: Final = datetime(1899, 12, 30)
_LAST_SERIAL: Final = 80_000  # in the year 2119; more is a number and no day
_DATE: Final = re.compile(
    r"(?:(?P<y>\d{4})\s*[-/.年]\s*(?P<m>\d{1,2})\s*[-/.月]\s*(?P<d>\d{1,2})(?!\d)\s*日?"
    r"|(?P<yyyy>\d{4})(?P<mm>\d\d)(?P<dd>\d\d)(?!\d))"
    r"\s*(?:\(?(?:星期|周)[一二三四五六日天]\)?)?[\sT]*(?P<rest>.*)"
)
_TIME: Final = re.compile(
    r"(?P<early>凌晨|清晨|早上|早晨|上午|AM)?(?P<late>中午|下午|傍晚|晚上|PM)?\s*(?P<hour>\d{1,2})"
    r"(?:[:.点时]\s*(?:(?P<half>半)|(?P<minute>\d{1,2})(?::\d\d)?分?)?|(?P<plain>\d\d))"
    r"\s*(?P<am>AM)?(?P<pm>PM)?"
)


def shown(cell: Cell) -> str:
    """The cell as a spreadsheet shows it: 13800138000 without ".0", long ones as 1.10105E+17."""
    if isinstance(cell, str):
        return whole[1] if "." in cell and (whole := _WHOLE.fullmatch(cell)) else cell
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float | int):
        return _number(float(cell))
    if isinstance(cell, datetime):
        return f"{cell:%Y-%m-%d %H:%M}"
    return f"{cell:%H:%M}" if isinstance(cell, time) else str(cell)


def is_blank(cell: Cell) -> bool:
    """Whether nothing is to be seen in the cell."""
    return isinstance(cell, str) and not cell.strip()


def day(cell: Cell) -> date | None:
    """The day in a cell, None for a blank one; a time beside it is let go.

    Raises DateUnreadable.
    """
    if is_blank(cell):
        return None
    if isinstance(cell, str) and len(cell) == 10 and cell[4] == cell[7] == "-":
        try:
            return date.fromisoformat(cell)
        except ValueError:
            pass
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if (serial := _serial(cell)) is not None and serial >= 1:
        return (_EPOCH + timedelta(days=serial)).date()
    found = _DATE.fullmatch(_plain(shown(cell)))
    if found and (not found["rest"] or _TIME.fullmatch(found["rest"])):
        return _calendar_day(found, cell)
    raise DateUnreadable(shown(cell).strip())


def moment(cell: Cell, on: date | None) -> datetime | None:
    """Day and time of day at the desk, naive; `on` is the day of a cell that holds a time only.

    None for a blank cell. Raises DateUnreadable, TimeUnreadable.
    """
    if is_blank(cell):
        return None
    if isinstance(cell, datetime):
        return _to_minute(cell)
    if (serial := _serial(cell)) is not None and serial >= 1:
        return _to_minute(_EPOCH + timedelta(days=serial))
    if isinstance(cell, str) and (found := _DATE.fullmatch(_plain(cell))):
        return datetime.combine(_calendar_day(found, cell), _time_of_day(found["rest"], cell))
    at = _bare_time(cell)
    if on is None:
        raise DateUnreadable(shown(cell).strip())
    return datetime.combine(on, at)


def _serial(cell: Cell) -> float | None:
    """A number that can be a day and time as spreadsheets count them, in days since 1899-12-30."""
    if isinstance(cell, bool) or not isinstance(cell, float | int):
        return None
    return cell if 0 <= cell < _LAST_SERIAL else None


def _bare_time(cell: Cell) -> time:
    if isinstance(cell, time):
        return _to_minute(datetime.combine(_EPOCH, cell)).time()
    if isinstance(cell, timedelta) and timedelta() <= cell < timedelta(days=1):
        return _to_minute(_EPOCH + cell).time()
    if (serial := _serial(cell)) is not None:
        return _to_minute(_EPOCH + timedelta(days=serial)).time()
    return _time_of_day(_plain(cell), cell) if isinstance(cell, str) else _no_time(cell)


def _time_of_day(text: str, cell: Cell) -> time:
    found = _TIME.fullmatch(text)
    if found is None:
        return _no_time(cell)
    hour = int(found["hour"])
    minute = 30 if found["half"] else int(found["minute"] or found["plain"] or 0)
    before_noon = found["late"] == "中午" and hour == 11
    if (found["late"] or found["pm"]) and hour < 12 and not before_noon:
        hour += 12
    if (found["am"] or found["early"] in ("凌晨", "AM")) and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else _no_time(cell)


def _calendar_day(found: re.Match[str], cell: Cell) -> date:
    parts = found.group("y", "m", "d") if found["y"] else found.group("yyyy", "mm", "dd")
    try:
        return date(*map(int, parts))
    except ValueError:
        raise DateUnreadable(shown(cell).strip()) from None


def _number(value: float) -> str:
    if abs(value) >= _EXACT:
        mantissa, mark, exponent = f"{value:.5E}".partition("E")
        return f"{mantissa.rstrip('0').rstrip('.')}{mark}{exponent}"
    return str(int(value)) if value.is_integer() else repr(value)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().strip("'").upper()


def _to_minute(instant: datetime) -> datetime:
    # A spreadsheet keeps 9:00 as a fraction of a day; the milliseconds before are its error.
    return (instant + timedelta(milliseconds=500)).replace(second=0, microsecond=0)


def _no_time(cell: Cell) -> NoReturn:
    raise TimeUnreadable(shown(cell).strip())
