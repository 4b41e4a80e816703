"""Finding the header: which row it is, and which column means what, in Chinese or in English."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final, Literal

from station_app.domain.codes import code_list
from station_app.errors import Refusal, StationError
from station_app.sheets.cells import Cell, is_blank, shown
from station_app.sheets.errors import HeaderNotFound
from station_app.sheets.tables import Table, tables

Columns = Literal["roster_columns", "paper_columns"]
_LOOKED_AT: Final = 10
_GUARD: Final = re.compile(r"^'(?=[=+\-@\d])")
_BRACKETS: Final = re.compile(r"[(（【\[].*?[)）】\]]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it stands in the file; fields are found through the header's columns."""

    number: int
    cells: Sequence[Cell]
    sheet: "HeadedSheet"

    def cell(self, field: str) -> Cell:
        """The cell of a field, "" where the file has no such column or the row ends before it."""
        place = self.sheet.columns.get(field, -1)
        return self.cells[place] if 0 <= place < len(self.cells) else ""

    def text(self, field: str) -> str:
        """The cell as it is shown, without spaces around or the sign that makes it text."""
        text = shown(self.cell(field)).strip()
        return _GUARD.sub("", text) if text.startswith("'") else text

    def refuse(self, field: str, error: StationError) -> Refusal:
        """Refuse the row for this field, under the header as the file writes it."""
        return Refusal(self.number, self.sheet.written(field), error)


@dataclass(frozen=True, slots=True)
class HeadedSheet:
    """A table whose header was found; iterating gives the rows below it, blank ones left out.

    `header` is the header row as written; `columns` maps our fields to places in it.
    """

    table: Table
    header_row: int
    header: tuple[str, ...]
    columns: Mapping[str, int]
    as_read: Sequence[Cell]

    @property
    def total(self) -> int:
        """About how many rows are below the header, for progress."""
        return max(self.table.total - self.header_row, 0)

    def written(self, field: str) -> str | None:
        """The header of a field as the file writes it, None if there is no such column."""
        return self.header[self.columns[field]] if field in self.columns else None

    def __iter__(self) -> Iterator[RawRow]:
        """Read the file from the header on; a header repeated on every page is no row."""
        for number, cells in islice(self.table.rows(), self.header_row, None):
            if all(map(is_blank, cells)) or cells == self.as_read:
                continue
            yield RawRow(number, cells, self)


def headed_sheet(path: Path, columns: Columns, required: Sequence[str]) -> HeadedSheet:
    """The first visible table of the file that names the required columns in its first ten rows.

    Raises HeaderNotFound with what the best row lacked, and the kinds of FileUnreadable.
    """
    best: set[str] = set()
    for table in tables(path):
        for number, cells in islice(table.rows(), _LOOKED_AT):
            found = _columns(_titles(cells), columns)
            if found.keys() >= set(required):
                return HeadedSheet(table, number, _titles(cells), found, cells)
            best = max(best, found.keys() & set(required), key=len)
    raise HeaderNotFound(path.name, tuple(field for field in required if field not in best))


def _columns(titles: Sequence[str], columns: Columns) -> dict[str, int]:
    known = code_list(columns)
    found: dict[str, int] = {}
    for place, title in enumerate(titles):
        field = known.find(title) or known.find(_BRACKETS.sub("", title))
        if field:
            found.setdefault(field, place)
    return found


def _titles(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(shown(cell).strip() for cell in cells)
