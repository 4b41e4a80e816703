"""A table under its header: rows whose cells are asked for by our names of the fields."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Final

from station_app.domain.fields import MissingField
from station_app.errors import Refusal, StationError
from station_app.sheets.cells import Cell, is_blank, shown
from station_app.sheets.encodings import GB, UTF8
from station_app.sheets.errors import (
    CellMerged,
    CellWithoutValue,
    HeaderNotFound,
    LineInOtherEncoding,
)
from station_app.sheets.finding import Columns, Finder, Header, Profile
from station_app.sheets.guards import without_guard
from station_app.sheets.reading import FOUND, REQUIRED, Kind, Reading
from station_app.sheets.tables import Opened, Table, opened
from station_app.sheets.valueless import Valueless, valueless

_COLUMNS: Final[Mapping[Kind, Columns]] = {"roster": "roster_columns", "paper": "paper_columns"}


def text_of(cell: Cell) -> str:
    """The cell as it is shown, without spaces around or the sign that makes it text."""
    text = shown(cell).strip()
    return without_guard(text) if text.startswith("'") else text


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
        """The text of a field's cell."""
        return text_of(self.cell(field))

    def refuse(self, field: str, error: StationError) -> Refusal:
        """Refuse the row for this field, under the header as the file writes it."""
        if isinstance(error, MissingField) and (first := self.sheet.merged_from(self, field)):
            error = CellMerged(first)
        return Refusal(self.number, self.sheet.written(field), error)

    def flaw(self) -> Refusal | None:
        """Why nothing of the row can be believed: an encoding of its own, a cell without value."""
        sheet = self.sheet
        if self.number in sheet.table.foreign:
            own = GB if sheet.table.encoding.startswith(UTF8) else UTF8
            return Refusal(self.number, None, LineInOtherEncoding(own))
        for place, text in sheet.valueless.get(self.number, ()):
            return Refusal(self.number, sheet.header[place], CellWithoutValue(text))
        return None


@dataclass(frozen=True, slots=True)
class HeadedSheet:
    """A table whose header was found; iterating gives the rows below it, blank ones left out.

    `header` is the header row as written; `columns` maps our fields to places in it. `valueless`
    holds the cells of these columns that show an error or an uncalculated formula, by row.
    """

    table: Table
    found: Header
    columns: Mapping[str, int] = field(init=False)
    valueless: Mapping[int, Sequence[tuple[int, str]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Keep the columns at hand: every cell of every row asks for them."""
        object.__setattr__(self, "columns", self.found.columns)

    @property
    def header_row(self) -> int:
        """The last row of the header."""
        return self.found.row

    @property
    def header(self) -> tuple[str, ...]:
        """The header as the file writes it."""
        return self.found.titles

    @property
    def total(self) -> int:
        """About how many rows are below the header, for progress."""
        return max(self.table.total - self.header_row, 0)

    def written(self, field: str) -> str | None:
        """The header of a field as the file writes it, None if there is no such column."""
        return self.header[self.columns[field]] if field in self.columns else None

    def merged_from(self, row: RawRow, field: str) -> int | None:
        """The first row of the merged cells to which an empty cell of this field belongs."""
        place, at = self.columns.get(field, -1), row.number - 1
        for (top, left), (bottom, right) in self.table.merged:
            if top <= at <= bottom and left <= place <= right and (top, left) != (at, place):
                return top + 1
        return None

    def __iter__(self) -> Iterator[RawRow]:
        """Read the file from the header on; a header repeated on every page is no row."""
        as_read = self.found.as_read
        for number, cells in islice(self.table.rows(), self.header_row, None):
            if cells == as_read or all(map(is_blank, cells)):
                continue
            yield RawRow(number, cells, self)


def headed_sheet(path: Path, kind: Kind, reading: Reading = FOUND) -> HeadedSheet:
    """The first visible table of the file that names the required columns in its first ten rows.

    Raises HeaderNotFound with what the best row lacked, and the kinds of FileUnreadable.
    """
    best = likeliest_sheet(opened(path, reading), kind, reading)
    missing = best.found.missing if best else REQUIRED[kind]
    if best is None or missing:
        raise HeaderNotFound(path.name, missing)
    return with_valueless(path, best)


def likeliest_sheet(
    file: Opened, kind: Kind, reading: Reading, profiles: Sequence[Profile] = ()
) -> HeadedSheet | None:
    """The table that lacks fewest of the required columns, the first of such; None without any.

    Raises ColumnUnknown where a chosen column is not there.
    """
    finder = Finder(_COLUMNS[kind], REQUIRED[kind], reading, profiles)
    best: HeadedSheet | None = None
    for table in file.tables():
        found = finder.find(table, file.path.name)
        if found and (best is None or len(found.missing) < len(best.found.missing)):
            best = HeadedSheet(table, found)
        if best is not None and not best.found.missing:
            break
    return best


def with_valueless(path: Path, sheet: HeadedSheet) -> HeadedSheet:
    """The sheet with its cells without a value known, as far as their columns are read."""
    if not sheet.table.sheet:
        return sheet
    return replace(sheet, valueless=_by_row(valueless(path, sheet.table.sheet), sheet))


def _by_row(cells: Valueless, sheet: HeadedSheet) -> dict[int, list[tuple[int, str]]]:
    read = set(sheet.columns.values())
    found: dict[int, list[tuple[int, str]]] = {}
    for (row, place), text in cells.items():
        if place in read and row >= sheet.header_row:
            found.setdefault(row + 1, []).append((place, text))
    return found
