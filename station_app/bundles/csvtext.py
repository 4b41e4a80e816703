"""Tables as CSV that comes back as it went: RFC 4180 in UTF-8 with BOM and CRLF (BUNDLE §4)."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO, TypeVar

from station_app.bundles.cells import CellFault, decode, encode
from station_app.bundles.errors import Flaw
from station_app.bundles.schema import Field, Layout, Value

BOM = b"\xef\xbb\xbf"
MAX_ROW = 64 * 1024

_From = TypeVar("_From")
_To = TypeVar("_To")


class CsvFault(ValueError):
    """What breaks the format, and where; rows count as a spreadsheet shows them (header is 1)."""

    def __init__(self, row: int, column: str | None, flaw: Flaw) -> None:
        super().__init__(f"row {row}, column {column}: {flaw}")
        self.row, self.column, self.flaw = row, column, flaw


class _Line:
    """Lets csv.writer hand its line back instead of storing it."""

    def write(self, line: str) -> str:
        return line


def written(layout: Layout, rows: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    """The file's lines: BOM and header first, then one line a row. Raises CsvFault."""
    line = csv.writer(_Line(), lineterminator="\r\n").writerow
    yield BOM + str(line(layout.columns)).encode()
    for number, values in enumerate(rows, start=2):
        text = str(line(_each(encode, layout.fields, values, number))).encode()
        if len(text) > MAX_ROW:
            raise CsvFault(number, None, Flaw.ROW_SIZE)
        yield text


def read(stream: BinaryIO, layout: Layout) -> Iterator[tuple[Value, ...]]:
    """The rows of a file with exactly this header. Raises CsvFault at the first flaw."""
    if stream.read(len(BOM)) != BOM:
        raise CsvFault(1, None, Flaw.BOM)
    lines = _Lines(stream)
    rows = csv.reader(lines, strict=True)
    if tuple(_next(rows, lines) or ()) != layout.columns:
        raise CsvFault(1, None, Flaw.HEADER)
    while (cells := _next(rows, lines)) is not None:
        yield tuple(_each(decode, layout.fields, cells, lines.row))


class _Lines:
    """The physical lines of a file; stops a row that grows past the limit before it is parsed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.row = 0
        self.taken = 0
        self.ends = True

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._stream.readline(MAX_ROW + 1 - self.taken)
        if not line:
            raise StopIteration
        self.taken += len(line)
        if self.taken > MAX_ROW:
            raise CsvFault(self.row, None, Flaw.ROW_SIZE)
        self.ends = line.endswith(b"\r\n")
        return line.decode()


def _next(rows: Iterator[list[str]], lines: _Lines) -> list[str] | None:
    """The cells of the next row, None after the last."""
    lines.row, lines.taken = lines.row + 1, 0
    try:
        cells = next(rows, None)
    except csv.Error:
        raise CsvFault(lines.row, None, Flaw.QUOTES) from None
    except UnicodeDecodeError:
        raise CsvFault(lines.row, None, Flaw.ENCODING) from None
    if cells is not None and not lines.ends:
        raise CsvFault(lines.row, None, Flaw.LINE_END)
    return cells


def _each(
    convert: Callable[[Field, _From], _To],
    fields: tuple[Field, ...],
    items: Sequence[_From],
    row: int,
) -> list[_To]:
    """Convert one row, cell by cell; a fault gets its row and column."""
    if len(items) != len(fields):
        raise CsvFault(row, None, Flaw.COLUMNS)
    made: list[_To] = []
    try:
        for field, item in zip(fields, items, strict=True):
            made.append(convert(field, item))
    except CellFault as fault:
        raise CsvFault(row, fields[len(made)].name, fault.flaw) from None
    return made
