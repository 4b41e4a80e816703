"""In which encoding a text is, and where it changes within one file.

Why line by line: two lists copied into one another are each right by themselves, and GB18030 reads
nearly every UTF-8 text without a complaint, though as other characters.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from station_app.sheets.errors import UnknownEncoding

UTF8: Final = "utf-8"
GB: Final = "gb18030"
ALSO: Final = ("big5hkscs",)
"""Only by choice: nothing in a text tells it from GB18030."""
_BLOCK: Final = 1 << 20
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HAN: Final = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Encodings:
    """Those in which a text reads without one wrong byte, the likeliest first.

    Where no single one does, `breaks_at` is the first line that is not in the first one, and all
    may be chosen.
    """

    names: tuple[str, ...]
    breaks_at: int | None = None


def encodings_of(path: Path, *, every: bool = True) -> Encodings:
    """The encodings of a text; a mark at its beginning decides alone.

    Without `every`, what comes first is enough. Raises UnknownEncoding.
    """
    with path.open("rb") as file:
        head = file.read(4)
    if head.startswith(_UTF16):
        if reads(path, "utf-16"):
            return Encodings(("utf-16",))
        raise UnknownEncoding(path.name)
    marked = head.startswith(codecs.BOM_UTF8)
    utf8 = "utf-8-sig" if marked else UTF8
    if reads(path, utf8):
        return Encodings((utf8, *(_others(path) if every and not marked else ())))
    if mixed := _mixed(path, utf8):
        return mixed
    if others := _others(path):
        return Encodings(others)
    raise UnknownEncoding(path.name)


def reads(path: Path, encoding: str) -> bool:
    """Whether the whole text reads in this encoding without one wrong byte."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def in_other(line: bytes, encoding: str) -> str | None:
    """The encoding of a line that cannot be in this one; None for a line that can."""
    if line.isascii():
        return None
    utf8 = _as_utf8(line)
    if encoding.startswith(UTF8):
        return None if utf8 is not None else GB
    return UTF8 if utf8 is not None and len(_HAN.findall(utf8)) > 1 else None


def lines_of(path: Path, encoding: str) -> Iterator[tuple[str, bool]]:
    """The lines of a text of two encodings, each in its own; whether it is another than this."""
    with path.open("rb") as file:
        for line in file:
            other = in_other(line, encoding)
            yield line.decode(other or encoding, "replace"), other is not None


def _mixed(path: Path, utf8: str) -> Encodings | None:
    """Where a text changes from one of the two encodings to the other; None if it never does."""
    first: str | None = None
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if line.isascii():
                continue
            spoken = GB if _as_utf8(line) is None else UTF8 if in_other(line, GB) else first
            first = first or spoken
            if spoken != first:
                names = (utf8, GB) if first == UTF8 else (GB, utf8)
                return Encodings(names, number)
    return None


def _others(path: Path) -> tuple[str, ...]:
    return tuple(name for name in (GB, *ALSO) if reads(path, name))


def _as_utf8(line: bytes) -> str | None:
    try:
        return line.decode(UTF8)
    except UnicodeDecodeError:
        return None
