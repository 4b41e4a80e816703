"""Text that stays as it is in any spreadsheet program, and in our own reading of it.

Why the signs before some cells: a spreadsheet turns 18 digits into 1.10105E+17 and runs what begins
with an equals sign. A tab keeps digits as text, an apostrophe keeps formulas still; reading a file
lets both go. Why parts in quotes: a skill such as "C/C++" is one, and a slash parts two.
"""

import re
from collections.abc import Iterable
from typing import Final

_DIGITS_AT_RISK: Final = re.compile(r"0\d+|\d{12,}[Xx]?", re.ASCII)
_FORMULA: Final = ("=", "+", "-", "@")
_GUARD: Final = re.compile(r"^'(?=[=+\-@\d'])")
_READ_OTHERWISE: Final = re.compile(r"'[=+\-@\d'].*|\d{6,}\.0+", re.ASCII | re.DOTALL)
_MARKS: Final = r"、，,;；/|\r\n"
_PART: Final = re.compile(rf'\s*"((?:[^"]|"")+)"\s*(?=[{_MARKS}]|$)|([^{_MARKS}]+)')
_PARTED: Final = re.compile(rf'[{_MARKS}]|^"')


def csv_text(text: str) -> str:
    """What a cell shows as a cell of a CSV that any office may open; a guard it has stays one."""
    plain = text.strip()
    if _DIGITS_AT_RISK.fullmatch(plain):
        return f"\t{plain}"
    return f"'{text}" if text.startswith(_FORMULA) else text


def cell_text(text: str) -> str:
    """A text of the books as a text cell, so that reading the cell gives the same text."""
    return f"'{text}" if _READ_OTHERWISE.fullmatch(text) else text


def without_guard(text: str) -> str:
    """The text without the sign that makes it text."""
    return _GUARD.sub("", text)


def parts_of(text: str) -> tuple[str, ...]:
    """The parts that stand in one cell, by whatever sign they are kept apart."""
    found = (quoted.replace('""', '"') or bare for quoted, bare in _PART.findall(text))
    return tuple(part for one in found if (part := one.strip()))


def joined(parts: Iterable[str]) -> str:
    """Parts in one cell, so that `parts_of` gives the same ones."""
    return "、".join(map(_quoted, parts))


def _quoted(part: str) -> str:
    if not _PARTED.search(part):
        return part
    doubled = part.replace('"', '""')
    return f'"{doubled}"'
