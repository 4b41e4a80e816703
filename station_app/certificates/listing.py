"""The detail list of a proof: rows cut into pages, heading repeated, totals at the end."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from station_app.certificates.fonts import Style
from station_app.certificates.layout import NoRoom, Page, Rule, set_line
from station_app.certificates.lines import Line, broken
from station_app.certificates.phrases import Run
from station_app.certificates.rows import MIDDLE, Grid, Row
from station_app.certificates.templates import Box, Column, Listing, Look

_AIR = 5.0  # points above and below the totals, together
_STRONG_RULE, _FINE_RULE = 0.9, 0.25

Cells = Mapping[str, str]


class Table:
    """The list of one proof, measured and ready to be cut into pages."""

    def __init__(
        self, listing: Listing, cells: Sequence[Cells], values: Cells, width: float
    ) -> None:
        shared = _shared(listing.columns, cells)
        self.listing = listing
        self.width = width
        columns = _without(listing.columns, shared, width)
        self.grid = Grid(columns, listing.size, listing.leading)
        self.caption = self._lines(
            [("　　".join(f"{c.title}：{cells[0][c.field]}" for c in shared), Style.TEXT)]
        )
        self.heading = self.grid.heading
        self.rows = [
            self.grid.row([(row[column.field], Style.TEXT) for column in columns]) for row in cells
        ]
        self.split = self._lines(listing.split.runs(values))
        self.total = self._lines(listing.total.runs(values))
        self.end = self._lines(listing.end.runs(values))

    @property
    def height(self) -> float:
        """The height of the whole list in one piece."""
        return self._head_height + sum(row.height for row in self.rows) + self._foot_height

    def pages(self, height: float) -> Iterator[tuple[Sequence[Row], bool]]:
        """Rows page by page and whether the totals stand below them; totals never stand alone."""
        start = 0
        while start < len(self.rows):
            end, room = start, height - self._head_height
            while end < len(self.rows) and self.rows[end].height <= room:
                room -= self.rows[end].height
                end += 1
            if end == start:
                raise NoRoom(self.rows[end].text)
            last = end == len(self.rows)
            if last and room < self._foot_height:
                end, last = max(end - 1, start + 1), False
            yield self.rows[start:end], last
            start = end

    def draw(self, page: Page, box: Box, rows: Sequence[Row], *, last: bool) -> None:
        """Put heading, rows and, on the last page, the totals on the page, from the box's top."""
        y = box.top
        y = self._draw_lines(page, box, y, self.caption, "left")
        page.rules.append(_rule(box, y, _STRONG_RULE))
        for row in (self.heading, *rows):
            self.grid.place(page, box.left, y, row)
            y -= row.height
            page.rules.append(_rule(box, y, _FINE_RULE))
        page.rules[-1] = _rule(box, y, _STRONG_RULE)
        if last:
            self._draw_foot(page, box, y - _AIR / 2)

    def _lines(self, runs: Sequence[Run]) -> list[Line]:
        return broken(runs, self.width / self.listing.size)

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
            base = y - self._leading / 2 - MIDDLE * size
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


def _rule(box: Box, y: float, width: float) -> Rule:
    return Rule(box.left, y, box.right, y, width, "line")
