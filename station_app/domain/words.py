"""Free text as the books keep it: nothing invisible, one form for one letter.

Why at one place: what a paste brings along (tabs, direction marks, decomposed letters) cannot be
seen on screen, yet two equal names would differ and no bundle could carry the text.
"""

import re
import unicodedata
from typing import Final

_CONTROLS: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]")
_INVISIBLE: Final = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_HALVES: Final = re.compile("[\ud800-\udfff]")
_LINE_ENDS: Final = re.compile(r"\r\n?|[\u2028\u2029\x85]")


def is_tidy(text: str) -> bool:
    """Whether nothing in the text has to be tidied, nor in any part of it."""
    return text.isprintable() and unicodedata.is_normalized("NFC", text)


def tidy_text(text: str) -> str:
    """NFC; line ends become LF, other controls a space; direction marks and halves are dropped."""
    if is_tidy(text):
        return text
    plain = _CONTROLS.sub(" ", _LINE_ENDS.sub("\n", text))
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", _HALVES.sub("", plain)))
