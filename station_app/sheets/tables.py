"""Tables out of files: workbooks and CSV alike become rows with the number a spreadsheet shows."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Final

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
    load_workbook,
)

from station_app.sheets.cells import Cell
from station_app.sheets.encodings import Encodings, encodings_of, lines_of, reads
from station_app.sheets.errors import (
    EncodingUnfit,
    MixedEncodings,
    NotASpreadsheet,
    OnlyHidden,
    PasswordProtected,
    SheetUnknown,
)
from station_app.sheets.files import kind_of
from station_app.sheets.reading import FOUND, Reading

Rows = Iterator[tuple[int, Sequence[Cell]]]
Area = tuple[tuple[int, int], tuple[int, int]]
_DELIMITERS: Final = ",\t;，"
_TRIED: Final = 10
_LONGEST_CELL: Final = 1_000_000
_NO_ENCODINGS: Final = Encodings(())


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file, read from its beginning each time `rows` is called.

    `rows` gives the row number, from 1 and blank rows counted, with the cells. `total` is about how
    many rows there are, for progress. `sheet` is empty for CSV, `encoding` for workbooks. `merged`
    are the first and last cells of merged ones, by row and column from 0. `foreign` rows stand in
    another encoding than `encoding`; they are read in their own.
    """

    sheet: str
    encoding: str
    total: int
    rows: Callable[[], Rows]
    merged: Sequence[Area] = ()
    foreign: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was opened: the names of the sheets that are seen and of those hidden.

    Text has no sheets, but encodings. `tables` gives what is seen, in order.
    """

    path: Path
    tables: Callable[[], Iterator[Table]]
    sheets: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    encodings: Encodings = _NO_ENCODINGS


def opened(path: Path, reading: Reading = FOUND, *, look: bool = False) -> Opened:
    """Open a file and see what is in it.

    For a `look`, all encodings of a text are found, and one that stands in two is no error.
    Raises the kinds of FileUnreadable.
    """
    kind = kind_of(path)
    if kind == "text":
        return _opened_text(path, reading, look=look)
    try:
        book = _open_workbook(path, named=kind == "ole" and path.suffix.lower() == ".xls")
    except PasswordError:
        raise PasswordProtected(path.name) from None
    except CalamineError:
        raise NotASpreadsheet(path.name, "damaged") from None
    return _opened_book(path, book, reading)


def tables(path: Path, reading: Reading = FOUND) -> Iterator[Table]:
    """The tables a reader of the file would see, in order; hidden sheets are left out.

    Raises the kinds of FileUnreadable.
    """
    yield from opened(path, reading).tables()


def _open_workbook(path: Path, *, named: bool) -> CalamineWorkbook:
    if named:  # only by its name does calamine tell a locked .xls from a broken one
        return load_workbook(path)
    with path.open("rb") as file:
        return load_workbook(file)


def _opened_book(path: Path, book: CalamineWorkbook, reading: Reading) -> Opened:
    sheets = [entry for entry in book.sheets_metadata if entry.typ is SheetTypeEnum.WorkSheet]
    seen = tuple(entry.name for entry in sheets if _is_seen(entry))
    hidden = tuple(entry.name for entry in sheets if not _is_seen(entry))
    if not seen:
        raise OnlyHidden(path.name, hidden) if hidden else NotASpreadsheet(path.name, "damaged")
    if reading.sheet is not None and reading.sheet not in seen:
        raise SheetUnknown(path.name, reading.sheet)
    wanted = seen if reading.sheet is None else (reading.sheet,)
    return Opened(path, partial(_sheet_tables, path, book, wanted), seen, hidden)


def _is_seen(entry: SheetMetadata) -> bool:
    return entry.visible is SheetVisibleEnum.Visible


def _sheet_tables(path: Path, book: CalamineWorkbook, names: Iterable[str]) -> Iterator[Table]:
    for name in names:
        try:
            sheet = book.get_sheet_by_name(name)
        except CalamineError:
            raise NotASpreadsheet(path.name, "damaged") from None
        rows = partial(_numbered, sheet.iter_rows)
        total = sheet.end[0] + 1 if sheet.end else 0
        yield Table(name, "", total, rows, sheet.merged_cell_ranges or ())


def _numbered(rows: Callable[[], Iterator[Sequence[Cell]]]) -> Rows:
    return enumerate(rows(), 1)


def _opened_text(path: Path, reading: Reading, *, look: bool) -> Opened:
    found = encodings_of(path, every=look)
    encoding = reading.encoding or found.names[0]
    if encoding not in found.names and not reads(path, encoding):
        raise EncodingUnfit(path.name, encoding, found.names)
    if found.breaks_at is not None and reading.encoding is None and not look:
        raise MixedEncodings(path.name, found.breaks_at, encoding, found.names)
    text = _Text(path, encoding, found.breaks_at is not None)
    return Opened(path, text.tables, encodings=found)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text as a table; where its lines are `mixed`, each is read in its own encoding."""

    path: Path
    encoding: str
    mixed: bool

    def tables(self) -> Iterator[Table]:
        delimiter = max(_DELIMITERS, key=self._width)
        total = sum(1 for _ in self._lines([]))
        rows = partial(self._rows, delimiter)
        foreign = self._foreign(delimiter) if self.mixed else frozenset()
        yield Table("", self.encoding, total, rows, foreign=foreign)

    def _lines(self, foreign: list[int]) -> Iterator[str]:
        """The lines; the numbers of those in another encoding are added to the list."""
        if not self.mixed:
            with self.path.open(encoding=self.encoding, errors="replace", newline="") as file:
                yield from file
            return
        for number, (line, is_other) in enumerate(lines_of(self.path, self.encoding), start=1):
            if is_other:
                foreign.append(number)
            yield line

    def _width(self, delimiter: str) -> int:
        return sum(len(cells) for _, cells in islice(self._rows(delimiter), _TRIED))

    def _rows(self, delimiter: str) -> Rows:
        return enumerate(self._records(delimiter, []), 1)

    def _foreign(self, delimiter: str) -> frozenset[int]:
        """The rows in which lines of another encoding stand."""
        lines: list[int] = []
        found = set()
        for number, _cells in enumerate(self._records(delimiter, lines), 1):
            if lines:
                found.add(number)
                lines.clear()
        return frozenset(found)

    def _records(self, delimiter: str, foreign: list[int]) -> Iterator[list[str]]:
        csv.field_size_limit(_LONGEST_CELL)
        try:
            yield from csv.reader(self._lines(foreign), delimiter=delimiter)
        except csv.Error:
            raise NotASpreadsheet(self.path.name, "damaged") from None
