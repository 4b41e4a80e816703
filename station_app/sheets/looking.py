"""A look into a file before anything is done with it: what is in it, and how it would be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from station_app.sheets.cells import shown
from station_app.sheets.errors import HeaderNotFound
from station_app.sheets.finding import Profile
from station_app.sheets.headers import HeadedSheet, likeliest_sheet, with_valueless
from station_app.sheets.notes import (
    CellsWithoutValue,
    EncodingBreaks,
    HeaderUncertain,
    HiddenSheets,
    MergedCells,
    Note,
    TwoHeaderRows,
)
from station_app.sheets.reading import FOUND, REQUIRED, Kind, Reading
from station_app.sheets.tables import Opened, opened

ROWS_SHOWN: Final = 10


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row of a file as it is seen; `number` as a spreadsheet counts."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileLook:
    """What is in a file and how it is read; `columns` maps our fields to headers as written.

    Workbooks have `sheets` and a `sheet`, texts `encodings` and an `encoding`. `profile` is the
    name of the one whose headers all occur. `total` counts rows below the header, about.
    """

    file: str
    sheets: tuple[str, ...]
    hidden: tuple[str, ...]
    sheet: str
    encoding: str
    encodings: tuple[str, ...]
    header_row: int
    header: tuple[str, ...]
    columns: Mapping[str, str]
    missing: tuple[str, ...]
    profile: str | None
    rows: tuple[ShownRow, ...]
    total: int
    notes: tuple[Note, ...]

    @property
    def reading(self) -> Reading:
        """How the file is to be read so that it is read as it is shown."""
        return Reading(
            sheet=self.sheet or None,
            encoding=self.encoding or None,
            header_row=self.header_row,
            columns=dict(self.columns),
        )


def look(
    path: Path,
    reading: Reading = FOUND,
    profiles: Sequence[Profile] = (),
    kind: Kind = "roster",
) -> FileLook:
    """Look into a file; where no header is found the likeliest row is shown.

    Raises the kinds of FileUnreadable, HeaderNotFound only for a file without cells.
    """
    file = opened(path, reading, look=True)
    sheet = likeliest_sheet(file, kind, reading, profiles)
    if sheet is None:
        raise HeaderNotFound(path.name, REQUIRED[kind])
    sheet = with_valueless(path, sheet)
    found = sheet.found
    return FileLook(
        file=path.name,
        sheets=file.sheets,
        hidden=file.hidden,
        sheet=sheet.table.sheet,
        encoding=sheet.table.encoding,
        encodings=file.encodings.names,
        header_row=found.row - found.rows + 1,
        header=found.titles,
        columns={field: found.titles[place] for field, place in found.columns.items()},
        missing=found.missing,
        profile=found.profile,
        rows=tuple(_shown(sheet)),
        total=sheet.total,
        notes=tuple(_notes(file, sheet)),
    )


def _shown(sheet: HeadedSheet) -> Iterator[ShownRow]:
    for row in islice(sheet, ROWS_SHOWN):
        yield ShownRow(row.number, tuple(shown(cell) for cell in row.cells))


def _notes(file: Opened, sheet: HeadedSheet) -> Iterator[Note]:
    found = sheet.found
    if file.hidden:
        yield HiddenSheets(file.hidden)
    if file.encodings.breaks_at is not None:
        yield EncodingBreaks(file.encodings.breaks_at, file.encodings.names[0])
    if found.missing:
        yield HeaderUncertain(found.missing)
    if found.rows > 1:
        yield TwoHeaderRows(found.row - 1)
    merged = [top for (top, _left), (bottom, _right) in sheet.table.merged if bottom >= found.row]
    if merged:
        yield MergedCells(len(merged), max(min(merged), found.row) + 1)
    if sheet.valueless:
        count = sum(len(cells) for cells in sheet.valueless.values())
        yield CellsWithoutValue(count, min(sheet.valueless))
