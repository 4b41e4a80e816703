"""Rows of a table: cells broken into lines, measured, and set between their columns' edges."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from station_app.certificates.fonts import Style, setting
from station_app.certificates.layout import Page, set_line
from station_app.certificates.lines import Line, broken
from station_app.certificates.phrases import Run
from station_app.certificates.templates import Box, Column, Look

MIDDLE = 0.38  # em from the baseline to the middle of a character
_PAD = 2.6  # points between a cell's text and its column's edge
_AIR = 5.0  # points above and below a row's text, together
_DECIMALS = ".00"


@dataclass(frozen=True, slots=True)
class Row:
    """One row, its cells broken into lines."""

    cells: tuple[tuple[Line, ...], ...]
    height: float

    @property
    def text(self) -> str:
        """All that it says."""
        return "".join(text for cell in self.cells for line in cell for text, _, _ in line.runs)


class Grid:
    """The columns of one table and the size its rows are set in, in points."""

    def __init__(self, columns: Sequence[Column], size: float, leading: float) -> None:
        self.columns = columns
        self._size = size
        self._leading = leading
        self.heading = self.row([(column.title, Style.STRONG) for column in columns])

    def row(self, cells: Sequence[Run]) -> Row:
        """One text a column, broken and measured; raises fonts.NoGlyph."""
        lines = tuple(
            _cell(text, style, (column.width - 2 * _PAD) / self._size)
            for (text, style), column in zip(cells, self.columns, strict=True)
        )
        return Row(lines, max(map(len, lines)) * self._leading + _AIR)

    def place(self, page: Page, left: float, top: float, row: Row) -> None:
        """Put the texts of a row on the page, its upper left corner here."""
        size, leading = self._size, self._leading
        is_heading = row is self.heading
        for cell, column in zip(row.cells, self.columns, strict=True):
            box = Box(left + _PAD, top - row.height, column.width - 2 * _PAD, row.height)
            left += column.width
            look = Look(size, leading, _align(column))
            base = top - (row.height - len(cell) * leading) / 2 - leading / 2 - MIDDLE * size
            for line in cell:
                figure = column.align == "decimal" and not is_heading
                shift = _decimal_shift(line, size) if figure else 0.0
                page.texts += (
                    t._replace(x=t.x - shift) for t in set_line(line, look, size, box, base)
                )
                base -= leading


@lru_cache(maxsize=4096)
def _cell(text: str, style: Style, measure: float) -> tuple[Line, ...]:
    """The lines of one cell; posts and places come again on every row."""
    return tuple(broken([(text, style)], measure))


def _align(column: Column) -> str:
    return "right" if column.align == "decimal" else column.align


def _decimal_shift(line: Line, size: float) -> float:
    """How far a figure stands in from the right for its decimal point to stand under the others."""
    _, point, decimals = "".join(text for text, _, _ in line.runs).partition(".")
    missing = _DECIMALS[len(point) + len(decimals) :]
    return setting(Style.TEXT).width(missing) * size
