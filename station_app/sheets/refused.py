"""The refused rows given back: the clerk corrects them and imports the same file again."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

from station_app.sheets.cells import Cell, shown
from station_app.sheets.guards import csv_text

REASON: Final = "原因"


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
            texts = [csv_text(shown(cells[place])) if place < len(cells) else "" for place in kept]
            writer.writerow([*texts, reason])
