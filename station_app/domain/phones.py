"""Telephone numbers: mobiles and landlines of the mainland in the one form that is stored."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from station_app.domain.documents import DigitsLost
from station_app.errors import StationError

_FILLING: Final = re.compile(r"[\s'()\-‐‑‒–—―−_.\u200b\u2060\ufeff]+")
_COUNTRY: Final = re.compile(r"^(?:\+|00)86(?=\d)")
_MOBILE: Final = re.compile(r"(?:86)?(1[3-9]\d{9})", re.ASCII)
# Area codes have three digits (010, 02x) or four; seven or eight digits stand behind them.
_LANDLINE: Final = re.compile(r"(010|02\d|0[3-9]\d\d)([2-8]\d{6,7})", re.ASCII)
_SCIENTIFIC: Final = re.compile(r"\d[.,]\d+E\+?\d+", re.IGNORECASE | re.ASCII)


@dataclass(eq=False)
class PhoneUnreadable(StationError):
    """Neither a mobile of 11 digits nor a landline with its area code."""

    text: str


def tidy_phone(text: str) -> str:
    """The number as it is stored: "13800138000", or "0571-87001234" for a landline.

    Full-width digits, spaces, dashes and a leading +86 are put right. Raises PhoneUnreadable, and
    DigitsLost for what a spreadsheet turned into 1.38E+10.
    """
    if mobile := _MOBILE.fullmatch(text):
        return mobile[1]
    plain = unicodedata.normalize("NFKC", text).strip().strip("'")
    if _SCIENTIFIC.fullmatch(plain):
        raise DigitsLost(plain)
    digits = _FILLING.sub("", plain)
    national = _COUNTRY.sub("", digits)
    if mobile := _MOBILE.fullmatch(national):
        return mobile[1]
    if national != digits:
        national = f"0{national.removeprefix('0')}"
    if landline := _LANDLINE.fullmatch(national):
        return f"{landline[1]}-{landline[2]}"
    raise PhoneUnreadable(text.strip())


def masked_phone(number: str) -> str:
    """The number as papers show it: enough for its owner to recognise, too little to call."""
    return f"{number[:-8]}****{number[-4:]}" if len(number) > 8 else "*" * len(number)
