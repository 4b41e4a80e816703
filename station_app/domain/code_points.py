"""Characters by their code point: how rare ones come into a name that no keyboard offers.

Why blocks are listed: the tables of the interpreter lag behind the standard, and a Han character
that was given its place later would be called unassigned.
"""

import re
import unicodedata
from enum import StrEnum
from typing import Final

_BEFORE: Final = re.compile(r"(?:[Uu]\+)?([0-9A-Fa-f]{4,6})$")
_POINT: Final = re.compile(r"(?:[Uu]\+?|0[xX]|\\[uU])?([0-9A-Fa-f]{4,8})")
_SURROGATES: Final = range(0xD800, 0xE000)
_LATER_HAN: Final = (
    range(0x2A6DE, 0x2A6E0),
    range(0x2B735, 0x2B740),
    range(0x2B81E, 0x2B820),
    range(0x2CEA2, 0x2CEAE),
    range(0x2EBF0, 0x2EE5E),
    range(0x31350, 0x323B0),
    range(0x323B0, 0x3347A),
)


class Nature(StrEnum):
    """What a code point is, as far as a name is concerned."""

    ASSIGNED = "assigned"
    PRIVATE_USE = "private_use"
    UNASSIGNED = "unassigned"


def read_point(text: str) -> str | None:
    """The character of "20BB7", "U+20BB7" or "0x20bb7"; None for what names no character."""
    found = _POINT.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return _character(found[1]) if found else None


def point_text(character: str) -> str:
    """U+20BB7."""
    return f"U+{ord(character):04X}"


def swapped(before: str) -> tuple[int, str]:
    """What Alt+X makes of the text before the cursor: how many characters go, and what comes.

    A code of four to six figures becomes its character, any other character its code.
    """
    if found := _BEFORE.search(before):
        for start in range(found.start(1), len(before) - 3):
            character = _character(before[start:])
            if character and nature(character) is not Nature.UNASSIGNED:
                whole = found.start() if start == found.start(1) else start
                return len(before) - whole, character
    return (1, f"{ord(before[-1]):04X}") if before else (0, "")


def nature(character: str) -> Nature:
    """Whether a code point is a character of everybody's, of one PC's, or none yet."""
    category = unicodedata.category(character)
    if category == "Co":
        return Nature.PRIVATE_USE
    if category == "Cn" and not _is_later_han(character):
        return Nature.UNASSIGNED
    return Nature.ASSIGNED


def character_name(character: str) -> str:
    """The name in the Unicode standard; empty where there is none."""
    if _is_later_han(character):
        return f"CJK UNIFIED IDEOGRAPH-{ord(character):04X}"
    return unicodedata.name(character, "")


def gb18030_text(character: str) -> str:
    """The bytes of GB 18030, such as "95 35 E2 37"."""
    return character.encode("gb18030").hex(" ").upper()


def _is_later_han(character: str) -> bool:
    return any(ord(character) in block for block in _LATER_HAN)


def _character(digits: str) -> str | None:
    """The character of these figures, unless it is a control, half a pair or beyond the end."""
    point = int(digits, 16)
    if point > 0x10FFFF or point in _SURROGATES or unicodedata.category(chr(point)) == "Cc":
        return None
    return chr(point)
