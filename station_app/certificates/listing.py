"""The detail list of a proof: rows cut into pages, heading repeated, totals at the end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from station_app.certificates.fonts import Style, setting
from station_app.certificates.layout import NoRoom, Page, Rule, set_line
from station_app.certificates.lines import Line, broken
from station_app.certificates.phrases import Run
from station_app.certificates.templates import Box, Column, Listing, Look

_PAD = 2.6  # points between a cell's text and its column's edge
_AIR = 5.0  # points above and below a row's text, together
_MIDDLE = 0.38  # em from the baseline to the middle of a character
_STRONG_RULE, _FINE_RULE = 0.9, 0.25
_DECIMALS = ".00"

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Row:
    """One row, its cells broken into lines."""

    cells: tuple[tuple[Line, ...], ...]
    height: float


class Table:
    """The list of one proof, measured and ready to be cut into pages."""

    def __init__(
        self, listing: Listing, cells: Sequence[Cells], values: Cells, width: float
    ) -> None:
        shared = _shared(listing.columns, cells)
        self.listing = listing
        self.width = width
        self.columns = _without(listing.columns, shared, width)
        self.caption = self._lines(
            [("　　".join(f"{c.title}：{cells[0][c.field]}" for c in shared), Style.TEXT)]
        )
        self.heading = self._row([(column.title, Style.STRONG) for column in self.columns])
        self.rows = [
            self._row([(row[column.field], Style.TEXT) for column in self.columns]) for row in cells
        ]
        self.split = self._lines(listing.split.runs(values))
        self.total = self._lines(listing.total.runs(values))
        self.end = self._lines(listing.end.runs(values))

    @property
    def height(self) -> float:
        """The height of the whole list in one piece."""
        return self._head_height + sum(row.height for row in self.rows) + self._foot_height

    def pages(self, height: float) -> Iterator[tuple[Sequence[_Row], bool]]:
        """Rows page by page and whether the totals stand below them; totals never stand alone."""
        start = 0
        while start < len(self.rows):
            end, room = start, height - self._head_height
            while end < len(self.rows) and self.rows[end].height <= room:
                room -= self.rows[end].height
                end += 1
            if end == start:
                raise NoRoom(_said(self.rows[end]))
            last = end == len(self.rows)
            if last and room < self._foot_height:
                end, last = max(end - 1, start + 1), False
            yield self.rows[start:end], last
            start = end

    def draw(self, page: Page, box: Box, rows: Sequence[_Row], *, last: bool) -> None:
        """Put heading, rows and, on the last page, the totals on the page, from the box's top."""
        y = box.top
        y = self._draw_lines(page, box, y, self.caption, "left")
        page.rules.append(_rule(box, y, _STRONG_RULE))
        for row in (self.heading, *rows):
            self._draw_row(page, box.left, y, row)
            y -= row.height
            page.rules.append(_rule(box, y, _FINE_RULE))
        page.rules[-1] = _rule(box, y, _STRONG_RULE)
        if last:
            self._draw_foot(page, box, y - _AIR / 2)

    def _lines(self, runs: Sequence[Run]) -> list[Line]:
        return broken(runs, self.width / self.listing.size)

    def _row(self, cells: Sequence[Run]) -> _Row:
        size = self.listing.size
        lines = tuple(
            _cell(text, style, (column.width - 2 * _PAD) / size)
            for (text, style), column in zip(cells, self.columns, strict=True)
        )
        return _Row(lines, max(map(len, lines)) * self.listing.leading + _AIR)

    def _draw_row(self, page: Page, left: float, top: float, row: _Row) -> None:
        size, leading = self.listing.size, self.listing.leading
        is_heading = row is self.heading
        for cell, column in zip(row.cells, self.columns, strict=True):
            box = Box(left + _PAD, top - row.height, column.width - 2 * _PAD, row.height)
            left += column.width
            look = Look(size, leading, _align(column))
            base = top - (row.height - len(cell) * leading) / 2 - leading / 2 - _MIDDLE * size
            for line in cell:
                figure = column.align == "decimal" and not is_heading
                shift = _decimal_shift(line, size) if figure else 0.0
                page.texts += (
                    t._replace(x=t.x - shift) for t in set_line(line, look, size, box, base)
                )
                base -= leading

    @property
    def _head_height(self) -> float:
        return self.heading.height + len(self.caption) * self._leading

    @property
    def _foot_height(self) -> float:
        """Origins to the left and the total to the right share their lines where they can."""
        sums = max(len(self.split) + len(self.total) - self._shares_line, 1)
        return (sums + len(self.end)) * self._leading + _AIR / 2

    @property
    def _shares_line(self) -> bool:
        """Whether the total stands beside the last line of the origins."""
        width = self.width / self.listing.size
        return bool(self.split) and self.split[-1].width + self.total[0].width + 2 < width

    @property
    def _leading(self) -> float:
        return self.listing.leading + 4

    def _draw_foot(self, page: Page, box: Box, y: float) -> None:
        y = self._draw_lines(page, box, y, self.split, "left")
        y += self._leading if self._shares_line else 0
        y = self._draw_lines(page, box, y, self.total, "right")
        self._draw_lines(page, box, y, self.end, "center", "quiet")

    def _draw_lines(
        self, page: Page, box: Box, y: float, lines: Sequence[Line], align: str, colour: str = "ink"
    ) -> float:
        """Lines of the list's width from `y` down; answers where they end."""
        size = self.listing.size
        look = Look(size, self._leading, align, colour=colour)
        for line in lines:
            base = y - self._leading / 2 - _MIDDLE * size
            page.texts += set_line(line, look, size, box, base)
            y -= self._leading
        return y


def _shared(columns: Sequence[Column], cells: Sequence[Cells]) -> list[Column]:
    """The columns that would say the same on every line: said once, they leave room to the rest."""
    return [
        column
        for column in columns
        if column.may_be_shared and len({row[column.field] for row in cells}) == 1
        and cells[0][column.field]
    ]  # fmt: skip


def _without(columns: Sequence[Column], shared: Sequence[Column], width: float) -> list[Column]:
    """The columns that stay, filling the width; long texts take what the others leave or lack."""
    kept = [column for column in columns if column not in shared]
    long = [column for column in kept if column.align == "left"]
    more = (width - sum(column.width for column in kept)) / len(long)
    return [replace(c, width=c.width + more) if c in long else c for c in kept]


@lru_cache(maxsize=4096)
def _cell(text: str, style: Style, measure: float) -> tuple[Line, ...]:
    """The lines of one cell; posts and places come again on every row."""
    return tuple(broken([(text, style)], measure))


def _said(row: _Row) -> str:
    return "".join(text for cell in row.cells for line in cell for text, _, _ in line.runs)


def _rule(box: Box, y: float, width: float) -> Rule:
    return Rule(box.left, y, box.right, y, width, "line")


def _align(column: Column) -> str:
    return "right" if column.align == "decimal" else column.align


def _decimal_shift(line: Line, size: float) -> float:
    """How far a figure stands in from the right for its decimal point to stand under the others."""
    _, point, decimals = "".join(text for text, _, _ in line.runs).partition(".")
    missing = _DECIMALS[len(point) + len(decimals) :]
    return setting(Style.TEXT).width(missing) * size
