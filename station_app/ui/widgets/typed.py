"""Reading days, times and months as people type them at a desk: in a hurry, in one field.

Full-width figures and marks are folded first, since a Chinese keyboard writes them unasked.
"""

import re
import unicodedata
from datetime import date, time
from typing import Final

_MARKS: Final = re.compile(r"[^\d]+")


def folded(text: str) -> str:
    """The text with full-width figures, letters and marks made half-width, and stripped."""
    return unicodedata.normalize("NFKC", text).strip()


def read_day(text: str, today: date) -> date | None:
    """2026-03-05, 2026.3.5, 2026年3月5日, 20260305; 3-5, 0305 of this year; None if unreadable."""
    parts = _parts(text)
    if len(parts) == 1 and len(parts[0]) in (4, 8):
        whole = parts[0]
        parts = (
            [whole[:-4], whole[-4:-2], whole[-2:]] if len(whole) == 8 else [whole[:2], whole[2:]]
        )
    if len(parts) == 2:
        parts = [str(today.year), *parts]
    if len(parts) != 3 or len(parts[0]) != 4:
        return None
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """8:30, 08:30, 8.30, 8点30分, 830, 0830, 8; None if unreadable."""
    parts = _parts(text)
    if len(parts) == 1 and len(parts[0]) in (3, 4):
        parts = [parts[0][:-2], parts[0][-2:]]
    if len(parts) not in (1, 2) or not all(len(part) <= 2 for part in parts):
        return None
    try:
        return time(int(parts[0]), int(parts[1]) if len(parts) == 2 else 0)
    except ValueError:
        return None


def read_month(text: str, today: date) -> date | None:
    """2026-03, 2026年3月, 202603, or 3 of this year: its first day; None if unreadable."""
    parts = _parts(text)
    if len(parts) == 1 and len(parts[0]) == 6:
        parts = [parts[0][:4], parts[0][4:]]
    if len(parts) == 1:
        parts = [str(today.year), *parts]
    if len(parts) != 2 or len(parts[0]) != 4:
        return None
    try:
        return date(int(parts[0]), int(parts[1]), 1)
    except ValueError:
        return None


def _parts(text: str) -> list[str]:
    return [part for part in _MARKS.split(folded(text)) if part]
