"""Text for a terminal, where a Chinese character takes two columns."""

import unicodedata
from collections.abc import Iterator, Sequence

GAP = "  "


def width(text: str) -> int:
    """Columns that a text takes in a terminal (Unicode Standard Annex #11)."""
    return sum(_columns(mark) for mark in text)


def padded(text: str, columns: int, *, right: bool = False) -> str:
    """The text filled up with spaces to this many columns."""
    filling = " " * (columns - width(text))
    return filling + text if right else text + filling


def wrapped(text: str, columns: int) -> list[str]:
    """The text in lines of at most this many columns; Chinese may break between any two signs."""
    lines, line = [], ""
    for piece in _pieces(" ".join(text.split())):
        if line and width(line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def table(head: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]) -> list[str]:
    """A head, a rule and the rows, each column as wide as its widest cell."""
    widths = [max(map(width, column)) for column in zip(head, *rows, strict=True)]

    def line(cells: Sequence[str]) -> str:
        placed = zip(cells, widths, right, strict=True)
        return GAP.join(padded(cell, size, right=to) for cell, size, to in placed).rstrip()

    rule = GAP.join("─" * size for size in widths)
    return [line(head), rule, *map(line, rows)]


def _columns(mark: str) -> int:
    if unicodedata.combining(mark) or unicodedata.category(mark) in ("Cf", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(mark) in "WF" else 1


def _pieces(text: str) -> Iterator[str]:
    """What must not be torn: words of letters with the space behind; wide signs one by one.

    Closing punctuation stays with what stands before it.
    """
    piece = ""
    for mark in text:
        wide = _columns(mark) == 2
        closing = wide and unicodedata.category(mark) in ("Po", "Pe", "Pf")
        if piece and not closing and (wide or piece[-1] == " " or _columns(piece[-1]) == 2):
            yield piece
            piece = ""
        piece += mark
    if piece:
        yield piece
