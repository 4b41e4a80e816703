"""Tables out of files: workbooks and CSV alike become rows with the number a spreadsheet shows."""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from station_app.sheets.cells import Cell
from station_app.sheets.errors import NotASpreadsheet, PasswordProtected
from station_app.sheets.files import encoding_of, kind_of

Rows = Iterator[tuple[int, Sequence[Cell]]]
_DELIMITERS: Final = ",\t;，"
_TRIED: Final = 10
_LONGEST_CELL: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file, read from its beginning each time `rows` is called.

    `rows` gives the row number, from 1 and blank rows counted, with the cells. `total` is about how
    many rows there are, for progress. `sheet` is empty for CSV, `encoding` for workbooks.
    """

    sheet: str
    encoding: str
    total: int
    rows: Callable[[], Rows]


def tables(path: Path) -> Iterator[Table]:
    """The tables a reader of the file would see, in order; hidden sheets are left out.

    Raises the kinds of FileUnreadable.
    """
    kind = kind_of(path)
    if kind == "text":
        yield _text_table(path)
        return
    try:
        book = _open_workbook(path, named=kind == "ole" and path.suffix.lower() == ".xls")
        for entry in book.sheets_metadata:
            seen = entry.visible is SheetVisibleEnum.Visible
            if seen and entry.typ is SheetTypeEnum.WorkSheet:
                yield _sheet_table(book.get_sheet_by_name(entry.name))
    except PasswordError:
        raise PasswordProtected(path.name) from None
    except CalamineError:
        raise NotASpreadsheet(path.name, "damaged") from None


def _open_workbook(path: Path, *, named: bool) -> CalamineWorkbook:
    if named:  # only by its name does calamine tell a locked .xls from a broken one
        return load_workbook(path)
    with path.open("rb") as file:
        return load_workbook(file)


def _sheet_table(sheet: CalamineSheet) -> Table:
    return Table(sheet.name, "", sheet.total_height, lambda: enumerate(sheet.iter_rows(), 1))


def _text_table(path: Path) -> Table:
    encoding = encoding_of(path)
    delimiter = max(_DELIMITERS, key=lambda mark: _width(path, encoding, mark))
    with path.open(encoding=encoding, newline="") as lines:
        total = sum(1 for _ in lines)
    return Table("", encoding, total, lambda: _text_rows(path, encoding, delimiter))


def _width(path: Path, encoding: str, delimiter: str) -> int:
    return sum(len(cells) for _, cells in islice(_text_rows(path, encoding, delimiter), _TRIED))


def _text_rows(path: Path, encoding: str, delimiter: str) -> Rows:
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding=encoding, newline="") as lines:
        try:
            yield from enumerate(csv.reader(lines, delimiter=delimiter), 1)
        except csv.Error:
            raise NotASpreadsheet(path.name, "damaged") from None
