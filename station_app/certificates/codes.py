"""QR codes as one path, sharp in every size and small in the file."""

import re
from functools import cache

import segno

from station_app.certificates.templates import Box

# Any of the eight masks can be read; looking for the best one costs six times the drawing.
_MASK = 3
_DARK = re.compile(rb"\x01+")


def path(payload: str, box: Box) -> str:
    """PDF operators that fill the dark modules, runs of a row as one rectangle.

    Error correction M (15 %): a fold or the edge of a stamp does no harm.
    """
    rows = segno.make(payload, error="m", mask=_MASK, boost_error=False, micro=False).matrix
    module = box.width / len(rows)
    runs = [_run(y, match.span()) for y, row in enumerate(rows) for match in _DARK.finditer(row)]
    frame = f"q {module:.4f} 0 0 {-module:.4f} {box.left:.2f} {box.top:.2f} cm 0 g"
    return " ".join((frame, *runs, "f Q"))


@cache
def _run(y: int, span: tuple[int, int]) -> str:
    """One run of dark modules; a few thousand of them make all codes there are."""
    start, end = span
    return f"{start} {y} {end - start} 1 re"
