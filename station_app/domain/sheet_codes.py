"""The short code on a sign-in sheet: made of its shift, typed back from paper.

Seven characters of Crockford's base 32 and one to check them. The check is a weighted sum over
GF(32) with a weight of its own for each place: one wrong character, or two that changed places,
never pass (as in ISO/IEC 7064, for an alphabet of 32).
"""

import hashlib
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from station_app.domain.certificates import CROCKFORD
from station_app.errors import StationError

SCANNED: Final = "SHEET:"
"""What stands before the code in the QR code, so that a scan at the desk is known for a sheet."""
MOST_BLANK_ROWS: Final = 60
_LENGTH, _PLAIN, _HALF = 8, 7, 4
_POLYNOMIAL: Final = 0b100101  # x^5 + x^2 + 1 is primitive: the weights of 31 places differ
_MISREAD: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_LEFT_OUT: Final = str.maketrans("", "", " -‐‑–—_.·")


@dataclass(eq=False)
class NoSheetCode(StationError):
    """What was typed is no code of a sheet: not eight letters and figures."""

    typed: str


@dataclass(eq=False)
class SheetCodeMistyped(StationError):
    """The check character says that at least one character is wrong; which one, it cannot say."""

    typed: str


@dataclass(eq=False)
class SheetUnknown(StationError):
    """The code is whole, but no shift here has it: another station's sheet, or a shift removed."""

    sheet: str


@dataclass(eq=False)
class NoShiftsThen(StationError):
    """There is no shift in these days of which a sheet could be printed."""

    first: date
    last: date


@dataclass(eq=False)
class BlankRowsOutOfRange(StationError):
    """More rows for walk-ins on a sheet than can be meant."""

    rows: int
    most: int


@dataclass(frozen=True, slots=True)
class SheetRule:
    """How many empty rows a sheet has for people who come unexpected."""

    blank_rows: int = 6

    def check(self) -> None:
        """Raises BlankRowsOutOfRange."""
        if not 0 <= self.blank_rows <= MOST_BLANK_ROWS:
            raise BlankRowsOutOfRange(self.blank_rows, MOST_BLANK_ROWS)


def sheet_code(shift_id: UUID) -> str:
    """The code of a shift's sheet as XXXX-XXXX: always the same, wherever the shift moves."""
    bits = int.from_bytes(hashlib.sha256(b"sheet" + shift_id.bytes).digest()[:8]) >> 29
    values = [bits >> shift & 31 for shift in range(30, -1, -5)]
    code = "".join(CROCKFORD[value] for value in (*values, _check(values)))
    return f"{code[:_HALF]}-{code[_HALF:]}"


def read_sheet_code(text: str) -> str:
    """What was typed or scanned as the code it means; small letters, I, L, O and gaps are read.

    Raises NoSheetCode, SheetCodeMistyped.
    """
    folded = unicodedata.normalize("NFKC", text).strip().upper().removeprefix(SCANNED)
    plain = folded.translate(_LEFT_OUT).translate(_MISREAD)
    if len(plain) != _LENGTH or not set(plain) <= set(CROCKFORD):
        raise NoSheetCode(text.strip())
    values = [CROCKFORD.index(letter) for letter in plain]
    if _check(values[:_PLAIN]) != values[_PLAIN]:
        raise SheetCodeMistyped(text.strip())
    return f"{plain[:_HALF]}-{plain[_HALF:]}"


def is_scanned_sheet(text: str) -> bool:
    """Whether a scanner read the code of a sheet here, not a volunteer's card."""
    return unicodedata.normalize("NFKC", text).strip().upper().startswith(SCANNED)


def _check(values: list[int]) -> int:
    total = 0
    for value in values:
        total = (total ^ value) << 1
        if total > 31:
            total ^= _POLYNOMIAL
    return total
