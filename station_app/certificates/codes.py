"""QR codes as one path, sharp in every size and small in the file.

Why sums: error correction, placement and a fixed mask only ever add modulo two, so codes of one
length differ by what their differing bits add. segno draws the first code of a length and, once,
what each bit adds; of a batch, whose numbers differ in a few figures, a code then costs a tenth of
drawing it anew (ISO/IEC 18004: Reed–Solomon codes are linear). A test compares both ways.
"""

import re
from functools import cache, lru_cache

import segno

from station_app.certificates.templates import Box

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
# Any of the eight masks can be read; looking for the best one costs six times the drawing.
_MASK = 3
_DARK = re.compile("1+")
_PAIR, _SINGLE = 11, 6  # bits of two characters together, and of one left over
_first: dict[int, str] = {}  # by length, the payload that the others are told from


def path(payload: str, box: Box) -> str:
    """PDF operators that fill the dark modules, runs of a row as one rectangle.

    The payload is of ALPHABET, else ValueError. Error correction M (15 %): a fold or the edge of
    a stamp does no harm.
    """
    modules = symbol(payload)
    side = _side(len(payload))
    dark = f"{modules:0{side * (side + 1)}b}"
    runs = [_run(side, match.span()) for match in _DARK.finditer(dark)]
    module = box.width / side
    frame = f"q {module:.4f} 0 0 {-module:.4f} {box.left:.2f} {box.top:.2f} cm 0 g"
    return " ".join((frame, *runs, "f Q"))


def symbol(payload: str) -> int:
    """The modules row by row as the bits of one number, a light one after each row."""
    length, bits = len(payload), _bits(payload)
    first = _first.setdefault(length, payload)
    made = drawn(first)
    differing = bits ^ _bits(first)
    while differing:
        lowest = differing & -differing
        made ^= _added(length, lowest)
        differing ^= lowest
    return made


@lru_cache(maxsize=64)
def drawn(payload: str) -> int:
    """The same as `symbol`, drawn by segno."""
    rows = _qr(payload).matrix
    return int("".join("".join(map(str, row)) + "0" for row in rows), 2)


@cache
def _added(length: int, bit: int) -> int:
    """What one bit of a payload of this length adds to its code."""
    return drawn(_text(length, bit)) ^ drawn(_text(length, 0))


@cache
def _side(length: int) -> int:
    """Modules along one side of a code for so many characters."""
    return len(_qr("0" * length).matrix)


def _qr(payload: str) -> segno.QRCode:
    return segno.make(
        payload, mode="alphanumeric", error="m", mask=_MASK, boost_error=False, micro=False
    )


def _bits(payload: str) -> int:
    """The payload as the standard packs it: two characters to eleven bits."""
    bits = 0
    for at in range(0, len(payload) - 1, 2):
        pair = ALPHABET.index(payload[at]) * 45 + ALPHABET.index(payload[at + 1])
        bits = bits << _PAIR | pair
    return bits << _SINGLE | ALPHABET.index(payload[-1]) if len(payload) % 2 else bits


def _text(length: int, bits: int) -> str:
    """The payload of these bits."""
    text = ""
    if length % 2:
        text = ALPHABET[bits & (1 << _SINGLE) - 1]
        bits >>= _SINGLE
    for _ in range(length // 2):
        high, low = divmod(bits & (1 << _PAIR) - 1, 45)
        text = ALPHABET[high] + ALPHABET[low] + text
        bits >>= _PAIR
    return text


@cache
def _run(side: int, span: tuple[int, int]) -> str:
    """One run of dark modules; a few thousand of them make all codes there are."""
    y, x = divmod(span[0], side + 1)
    return f"{x} {y} {span[1] - span[0]} 1 re"
