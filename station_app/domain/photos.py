"""Photographs of people: what a picture must be before it is kept.

Why so small: a face is recognised, a list or a card is printed, and nothing of the street behind it
is kept. Why the format is read here and not by a picture library: a few marks tell kind and size,
and who hands in a picture may be a verb without a screen.
"""

import struct
from dataclasses import dataclass
from typing import Final

from station_app.errors import StationError

WIDEST: Final = 480
TALLEST: Final = 640
LARGEST: Final = 300_000
"""In bytes."""

_BEGIN: Final = b"\xff\xd8\xff"
_END: Final = b"\xff\xd9"
# Frame headers carry height and width; three of the numbers between are other tables (ITU-T T.81).
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


@dataclass(eq=False)
class PhotoUnreadable(StationError):
    """Not a whole JPEG picture."""


@dataclass(eq=False)
class PhotoTooLarge(StationError):
    """More pixels or bytes than are kept of a person."""

    width: int
    height: int
    size: int


def check_photo(jpeg: bytes) -> None:
    """Raise PhotoUnreadable or PhotoTooLarge unless this is a JPEG small enough to be kept."""
    width, height = _measured(jpeg)
    if width > WIDEST or height > TALLEST or len(jpeg) > LARGEST:
        raise PhotoTooLarge(width, height, len(jpeg))


def _measured(jpeg: bytes) -> tuple[int, int]:
    """Width and height, from the first frame header."""
    if not (jpeg.startswith(_BEGIN) and jpeg.endswith(_END)):
        raise PhotoUnreadable
    place = len(_BEGIN) - 1
    while place + 9 <= len(jpeg) and jpeg[place] == 0xFF:
        mark, length = jpeg[place + 1], int.from_bytes(jpeg[place + 2 : place + 4], "big")
        if mark in _FRAMES:
            height, width = struct.unpack(">HH", jpeg[place + 5 : place + 9])
            return width, height
        place += 2 + length
    raise PhotoUnreadable
