"""The refused rows given back: the clerk corrects them and imports the same file again.

Why the signs before some cells: a spreadsheet turns 18 digits into 1.10105E+17 and runs what begins
with an equals sign. A tab keeps digits as text, an apostrophe keeps formulas still; reading a file
lets both go.
"""

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from station_app.sheets.cells import Cell, shown

REASON: Final = "原因"
_DIGITS_AT_RISK: Final = re.compile(r"0\d+|\d{12,}[Xx]?", re.ASCII)
_FORMULA: Final = ("=", "+", "-", "@")


def write_refused(
    path: Path, header: Sequence[str], rows: Iterable[tuple[Sequence[Cell], str]]
) -> None:
    """Write refused rows with the reason in a last column; UTF-8 with mark, CRLF, for any office.

    `header` and cells are as they were read; `rows` pairs cells with a sentence. Raises OSError.
    """
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        kept = [place for place, title in enumerate(header) if title != REASON]
        writer.writerow([*(header[place] for place in kept), REASON])
        for cells, reason in rows:
            texts = [_kept_text(cells[place]) if place < len(cells) else "" for place in kept]
            writer.writerow([*texts, reason])


def _kept_text(cell: Cell) -> str:
    text = shown(cell)
    if _DIGITS_AT_RISK.fullmatch(text.strip()):
        return f"\t{text.strip()}"
    return f"'{text}" if text.startswith(_FORMULA) else text
