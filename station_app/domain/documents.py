"""Identity documents: which kinds a desk meets, and what their numbers can prove by themselves.

Why no region table: districts are abolished and founded every year, and the standard's own example
would fail against today's list. Check digit and date may refuse a number, its region never.
"""

import re
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from operator import mul
from typing import Final

from station_app.domain.check_digits import hong_kong_check, taiwan_check
from station_app.errors import StationError


class Sex(StrEnum):
    """Sex of a person; the codes of GB/T 2261.1."""

    UNKNOWN = "0"
    MALE = "1"
    FEMALE = "2"
    UNSTATED = "9"


class DocumentKind(StrEnum):
    """Kinds of identity document. The codes are ours and stable; others' codes map to them."""

    RESIDENT_ID = "resident_id"
    HK_ID = "hk_id"
    MACAO_ID = "macao_id"
    TAIWAN_ID = "taiwan_id"
    HK_MACAO_PERMIT = "hk_macao_permit"
    TAIWAN_PERMIT = "taiwan_permit"
    RESIDENCE_PERMIT = "residence_permit"
    FOREIGN_PERMANENT = "foreign_permanent"
    PASSPORT = "passport"
    HOUSEHOLD_REGISTER = "household_register"
    MILITARY = "military"
    OTHER = "other"


@dataclass(eq=False)
class DocumentCharacters(StationError):
    """Characters, or an arrangement of them, that this kind of document never has."""

    kind: DocumentKind
    number: str


@dataclass(eq=False)
class DocumentLength(StationError):
    """Too short or too long; `expected` is figures only: "18", "15 / 18" or "5–20"."""

    kind: DocumentKind
    length: int
    expected: str


@dataclass(eq=False)
class DocumentChecksum(StationError):
    """The last character of the number does not agree with those before it (GB 11643 for 18)."""

    number: str
    expected: str


@dataclass(eq=False)
class DocumentDate(StationError):
    """Digits 7 to 14 of the number are no day of the calendar."""

    digits: str


@dataclass(eq=False)
class BornInFuture(StationError):
    """The birth date lies after today."""

    born_on: date


@dataclass(eq=False)
class DocumentOutdated(StationError):
    """A 15-digit number, not valid since 2013; `upgraded` is what the 18-digit one should be."""

    number: str
    upgraded: str


@dataclass(eq=False)
class DigitsLost(StationError):
    """A spreadsheet kept 15 digits of a longer number; the rest cannot be found again."""

    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A checked document: its number is in the one form in which it is stored and compared."""

    kind: DocumentKind
    number: str

    @property
    def born_on(self) -> date | None:
        """The birth date the number states, if its kind states one."""
        return _born_on(self.number[6:14]) if _CITIZEN.fullmatch(self.number) else None

    @property
    def sex(self) -> Sex | None:
        """The sex the number states: odd sequence numbers are men's, even ones women's."""
        if self.kind is DocumentKind.TAIWAN_ID:
            return Sex(self.number[1])
        if not _CITIZEN.fullmatch(self.number):
            return None
        return Sex.MALE if int(self.number[16]) % 2 else Sex.FEMALE


@dataclass(frozen=True, slots=True)
class _Shape:
    lengths: Container[int]
    pattern: re.Pattern[str]
    expected: str


_CITIZEN: Final = re.compile(r"\d{17}[\dX]", re.ASCII)
_FIFTEEN: Final = re.compile(r"\d{15}", re.ASCII)
_EIGHTEEN: Final = _Shape((18,), _CITIZEN, "18")
_SHAPES: Final = {
    DocumentKind.RESIDENT_ID: _EIGHTEEN,
    DocumentKind.RESIDENCE_PERMIT: _EIGHTEEN,
    DocumentKind.HK_ID: _Shape((8, 9), re.compile(r"[A-Z]{1,2}\d{6}[\dA]", re.ASCII), "8 / 9"),
    DocumentKind.MACAO_ID: _Shape((8,), re.compile(r"[157]\d{7}", re.ASCII), "8"),
    DocumentKind.TAIWAN_ID: _Shape((10,), re.compile(r"[A-Z][12]\d{8}", re.ASCII), "10"),
    # Permits of the older print carry two more digits that count renewals; they name nobody.
    DocumentKind.HK_MACAO_PERMIT: _Shape((9, 11), re.compile(r"[HM]\d{8}(?:\d\d)?"), "9"),
    DocumentKind.TAIWAN_PERMIT: _Shape((8, 10), re.compile(r"\d{8}(?:\d\d)?"), "8"),
    DocumentKind.FOREIGN_PERMANENT: _Shape(
        (15, 18), re.compile(r"[A-Z]{3}\d{12}|9\d{16}[\dX]"), "15 / 18"
    ),
    DocumentKind.PASSPORT: _Shape(range(5, 21), re.compile(r"(?=.*\d)[A-Z0-9]+"), "5–20"),
    DocumentKind.HOUSEHOLD_REGISTER: _Shape(range(4, 31), re.compile(r"[A-Z0-9-]+"), "4–30"),
    DocumentKind.MILITARY: _Shape(range(4, 31), re.compile(r"[^\W_]+"), "4–30"),
    DocumentKind.OTHER: _Shape(range(1, 41), re.compile(r"(?:[^\W_]|[-/])+"), "1–40"),
}
# GB 11643: the weight of each digit is 2 to the power of its place, modulo 11.
_WEIGHTS: Final = tuple(2**place % 11 for place in range(17, 0, -1))
_NOUGHTS: Final = ord("0") * sum(_WEIGHTS)
_CHECK_DIGITS: Final = "10X98765432"
_EARLIEST_YEAR: Final = 1880
_CHECKS: Final = {
    DocumentKind.HK_ID: hong_kong_check,
    DocumentKind.TAIWAN_ID: taiwan_check,
}
_KEPT: Final = {DocumentKind.HK_MACAO_PERMIT: 9, DocumentKind.TAIWAN_PERMIT: 8}
_CITIZENS: Final = (
    DocumentKind.RESIDENT_ID,
    DocumentKind.RESIDENCE_PERMIT,
    DocumentKind.FOREIGN_PERMANENT,
    DocumentKind.HOUSEHOLD_REGISTER,
)
_FREE: Final = (DocumentKind.HOUSEHOLD_REGISTER, DocumentKind.MILITARY, DocumentKind.OTHER)
_BRACKETED: Final = (DocumentKind.HK_ID, DocumentKind.MACAO_ID)
_BRACKETS: Final = str.maketrans("", "", "()/")  # how the check digit is set apart on the card
_SCIENTIFIC: Final = re.compile(r"\d+(?:[.,]\d+E[+-]?|E\+)\d+")
_INVISIBLE: Final = re.compile("[\\s'‘’`\u200b\u200c\u200d\u2060\ufeff]+")
_LIKE_X: Final = str.maketrans("×ХΧ✕✖", "XXXXX")


def check_document(kind: DocumentKind, number: str, *, today: date) -> Document:
    """The document with its number tidied and proved as far as a number can be.

    Raises DigitsLost, DocumentLength, DocumentCharacters, DocumentOutdated, DocumentChecksum,
    DocumentDate, BornInFuture. Rules: GB 11643 for numbers of 18, else each kind's own shape.
    """
    shape = _SHAPES[kind]
    if shape is _EIGHTEEN and _CITIZEN.fullmatch(number):
        _check_citizen_number(number, today)
        return Document(kind, number)
    tidy = _tidied(kind, number)
    if _SCIENTIFIC.fullmatch(tidy):
        raise DigitsLost(number.strip())
    if shape is _EIGHTEEN and _FIFTEEN.fullmatch(tidy):
        raise DocumentOutdated(tidy, _upgraded(tidy))
    if len(tidy) not in shape.lengths:
        raise DocumentLength(kind, len(tidy), shape.expected)
    if not shape.pattern.fullmatch(tidy):
        raise DocumentCharacters(kind, tidy)
    if _states_birth(kind, tidy):
        _check_citizen_number(tidy, today)
    elif (check := _CHECKS.get(kind)) and tidy[-1] != (expected := check(tidy[:-1])):
        raise DocumentChecksum(tidy, expected)
    return Document(kind, tidy[: _KEPT.get(kind)])


def check_digit(body: str) -> str:
    """The eighteenth character of a number whose first 17 digits are `body` (GB 11643).

    Written out because a roster asks for it a hundred thousand times; tests hold it to stdnum's.
    """
    return _CHECK_DIGITS[(sum(map(mul, body.encode(), _WEIGHTS)) - _NOUGHTS) % 11]


def masked(number: str) -> str:
    """The number as screens and papers show it: enough to recognise, too little to misuse.

    From 12 characters on the first three and last four stay, below that the first and last two.
    """
    head, tail = (3, 4) if len(number) >= 12 else (1, 2)
    hidden = max(len(number) - head - tail, 0)
    return number[:head] + "*" * hidden + number[-tail:] if hidden else "*" * len(number)


def _tidied(kind: DocumentKind, number: str) -> str:
    text = _INVISIBLE.sub("", unicodedata.normalize("NFKC", number)).upper()
    if kind in _BRACKETED:
        text = text.translate(_BRACKETS)
    return text if kind in _FREE else text.replace("-", "").translate(_LIKE_X)


def _states_birth(kind: DocumentKind, number: str) -> bool:
    return kind in _CITIZENS and _CITIZEN.fullmatch(number) is not None


def _check_citizen_number(number: str, today: date) -> None:
    expected = check_digit(number[:-1])
    if number[-1] != expected:
        # 15 digits and three noughts are what a spreadsheet leaves of 18.
        raise DigitsLost(number) if number.endswith("000") else DocumentChecksum(number, expected)
    born_on = _born_on(number[6:14])
    if born_on is None:
        raise DocumentDate(number[6:14])
    if born_on > today:
        raise BornInFuture(born_on)


@lru_cache(maxsize=40_000)
def _born_on(digits: str) -> date | None:
    try:
        born_on = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
    return born_on if born_on.year >= _EARLIEST_YEAR else None


def _upgraded(number: str) -> str:
    body = f"{number[:6]}19{number[6:]}"
    return body + check_digit(body)
