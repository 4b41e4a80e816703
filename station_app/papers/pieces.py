"""Blocks of a form, filled in and measured: pieces that are set one below the other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from station_app.certificates.fonts import Style
from station_app.certificates.layout import Page, Rule, set_line
from station_app.certificates.lines import Line as Set
from station_app.certificates.lines import broken
from station_app.certificates.phrases import Run
from station_app.certificates.rows import Grid, Row
from station_app.certificates.templates import MM, Box, Column, Look
from station_app.papers.forms import Block, Cell, Fill, Line, Only, Say, Table, Together, Turn

_BASE = 0.12  # em from the lower edge of a line's square to its baseline
_STRONG, _FINE, _FRAME = 0.9, 0.25, 0.7
_PAD = 2.4 * MM  # between a frame and what it holds
_GAP = 5.0 * MM  # between two cells to be filled in
_INSET = 1.4 * MM  # between a label and what stands on the line
_BELOW = 3.2  # points between the baseline and the line to write on


@dataclass(frozen=True, slots=True)
class Filling:
    """What one paper says: the fields of its sentences, the rows of its tables, what it holds.

    Of a table it holds the name where there are rows, and `no_` with the name where there are none.
    """

    values: Mapping[str, str]
    tables: Mapping[str, Sequence[Mapping[str, str]]] = field(default_factory=dict)
    holds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Piece:
    """Something set in one place; `put(page, left, top)` sets it.

    `above` is air before it, but not at the top of a page. One that `leads` is not parted from the
    next. Where a page begins with it, `head` stands over it. One that `turns` begins a page.
    """

    height: float
    put: Callable[[Page, float, float], object]
    above: float = 0.0
    leads: bool = False
    head: "Piece | None" = None
    turns: bool = False


def pieces(blocks: Sequence[Block], width: float, filling: Filling) -> Iterator[Piece]:
    """The pieces of these blocks in order; raises fonts.NoGlyph."""
    for block in blocks:
        match block:
            case Say():
                yield _said(block, width, filling)
            case Fill():
                yield _filled(block, width, filling)
            case Table():
                yield from _listed(block, width, filling)
            case Together():
                yield _together(block, width, filling)
            case Only():
                if block.what in filling.holds:
                    yield from pieces(block.blocks, width, filling)
            case Line():
                yield _ruled(block, width)
            case Turn():
                yield Piece(0.0, _nothing, turns=True)


def stacked(parts: Sequence[Piece]) -> Iterator[tuple[Piece, float]]:
    """Each piece with how far its top lies below the top of the first."""
    down = 0.0
    for at, piece in enumerate(parts):
        down += piece.above if at else 0.0
        yield piece, down
        down += piece.height


def height(parts: Sequence[Piece]) -> float:
    """What the pieces take together, the air above the first left out."""
    return sum(part.height for part in parts) + sum(part.above for part in parts[1:])


def _said(block: Say, width: float, filling: Filling) -> Piece:
    look = block.look
    runs = block.phrase.runs(filling.values)
    lines = broken(
        runs,
        width / (look.size * (1 + look.spacing)),
        indent=look.indent,
        justified=look.align == "justify",
    )

    def put(page: Page, left: float, top: float) -> None:
        _set(page, lines, look, Box(left, top, width, 0.0))

    return Piece(len(lines) * look.leading, put, block.above, leads=block.leads)


def _set(page: Page, lines: Sequence[Set], look: Look, box: Box) -> None:
    """Lines from the box's top down, the first with its indent."""
    base = box.top - (look.leading + look.size) / 2 + _BASE * look.size
    for at, line in enumerate(lines):
        page.texts += set_line(line, look, look.size, box, base, 0.0 if at else look.indent)
        base -= look.leading


def _filled(block: Fill, width: float, filling: Filling) -> Piece:
    """Labels and lines to write on; a long text of what is known makes the row higher."""
    rest = [cell for cell in block.cells if not cell.width]
    gaps = _GAP * (len(block.cells) - 1)
    share = (width - gaps - sum(cell.width for cell in block.cells)) / (len(rest) or 1)
    cells = [_Cell(cell, cell.width or share, block.look, filling) for cell in block.cells]
    deep = max(cell.lines for cell in cells) - 1
    whole = block.height + deep * block.look.leading

    def put(page: Page, left: float, top: float) -> None:
        for cell in cells:
            cell.put(page, left, top - block.height + _BELOW + 1)
            left += cell.width + _GAP

    return Piece(whole, put, block.above)


class _Cell:
    """One label, and the line behind it with what is known."""

    def __init__(self, cell: Cell, width: float, look: Look, filling: Filling) -> None:
        self.width = width
        self._look = look
        (label,) = broken(cell.label.runs(filling.values), width / look.size) or [Set((), 0.0)]
        self._label = label
        self._written = cell.value is not None
        self._from = label.width * look.size + (_INSET if label.width else 0.0)
        runs: list[Run] = cell.value.runs(filling.values) if cell.value else []
        self._known = broken(runs, max(width - self._from, look.size) / look.size)

    @property
    def lines(self) -> int:
        """How many lines what is known takes; one where nothing is."""
        return max(len(self._known), 1)

    def put(self, page: Page, left: float, base: float) -> None:
        """Set it with its first line on this baseline."""
        look = self._look
        page.texts += set_line(self._label, look, look.size, Box(left, 0, self.width, 0), base)
        start = left + self._from
        for line in self._known:
            box = Box(start, 0, self.width - self._from, 0)
            page.texts += set_line(line, look, look.size, box, base)
            base -= look.leading
        base += look.leading if self._known else 0.0
        if self._written:
            y = base - _BELOW
            page.rules.append(Rule(start, y, left + self.width, y, 0.5, "line"))


def _listed(block: Table, width: float, filling: Filling) -> Iterator[Piece]:
    rows = filling.tables[block.name]
    grid = Grid(_spread(block.columns, width), block.look.size, block.look.leading)
    edges = _edges(grid.columns) if block.ruled else ()
    heading = _row(grid, grid.heading, edges, above=block.above)
    yield replace(heading, leads=True)
    for at, cells in enumerate(rows, 1):
        row = grid.row([(cells[column.field], Style.TEXT) for column in grid.columns])
        row = replace(row, height=max(row.height, block.height))
        yield _row(grid, row, edges, head=heading, last=at == len(rows))


def _row(
    grid: Grid,
    row: Row,
    edges: Sequence[float],
    *,
    above: float = 0.0,
    head: Piece | None = None,
    last: bool = False,
) -> Piece:
    """One row; `edges` are how far from the left lines go down between the columns."""
    width = sum(column.width for column in grid.columns)

    def put(page: Page, left: float, top: float) -> None:
        if head is None:
            page.rules.append(Rule(left, top, left + width, top, _STRONG, "line"))
        grid.place(page, left, top, row)
        below, strength = top - row.height, _STRONG if last else _FINE
        page.rules.append(Rule(left, below, left + width, below, strength, "line"))
        page.rules += [Rule(left + x, top, left + x, below, _FINE, "line") for x in edges]

    return Piece(row.height, put, above, head=head)


def _edges(columns: Sequence[Column]) -> tuple[float, ...]:
    """Both sides of every column, from the left."""
    return tuple(accumulate((column.width for column in columns), initial=0.0))


def _spread(columns: Sequence[Column], width: float) -> list[Column]:
    """The columns over the whole width: those set at the left share what the others leave."""
    long = [column for column in columns if column.align == "left"]
    more = (width - sum(column.width for column in columns)) / len(long)
    return [replace(one, width=one.width + more) if one in long else one for one in columns]


def _together(block: Together, width: float, filling: Filling) -> Piece:
    pad = _PAD if block.framed else 0.0
    parts = list(pieces(block.blocks, width - 2 * pad, filling))
    whole = height(parts) + 2 * pad

    def put(page: Page, left: float, top: float) -> None:
        for piece, down in stacked(parts):
            piece.put(page, left + pad, top - pad - down)
        if block.framed:
            page.rules += _frame(left, top, left + width, top - whole)

    return Piece(whole, put, block.above)


def _frame(left: float, top: float, right: float, bottom: float) -> list[Rule]:
    """Four lines, drawn half a line's width too long so that the corners close."""
    over = _FRAME / 2
    across = [Rule(left - over, y, right + over, y, _FRAME, "line") for y in (top, bottom)]
    down = [Rule(x, top, x, bottom, _FRAME, "line") for x in (left, right)]
    return [*across, *down]


def _ruled(block: Line, width: float) -> Piece:
    def put(page: Page, left: float, top: float) -> None:
        page.rules.append(Rule(left, top - 1, left + width, top - 1, 1.6, "brick"))
        page.rules.append(Rule(left, top - 3.8, left + width, top - 3.8, 0.5, "brick"))

    return Piece(4.0, put, block.above)


def _nothing(page: Page, left: float, top: float) -> None:
    """A turn of the page sets nothing."""
