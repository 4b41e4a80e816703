"""Where everything of a paper stands: pages of placed text, rules and codes, nothing drawn yet.

Why apart from drawing: a certificate is either laid out whole or refused before a stroke of it is
in the file, and a test can ask where things are instead of looking at pixels.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from station_app.certificates.fonts import Style
from station_app.certificates.lines import Line, broken
from station_app.certificates.phrases import Run
from station_app.certificates.templates import Block, Box, Code, Look, Words

_BELOW = 0.12  # part of an em below the baseline in the faces we set
_STEP = 0.05  # by how much a text shrinks at a time


class Text(NamedTuple):
    """A piece of text on its baseline; `gap` is added after each character, all in points."""

    x: float
    y: float
    size: float
    style: Style
    text: str
    gap: float
    colour: str


class Rule(NamedTuple):
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str


class Square(NamedTuple):
    """A QR code and where it stands."""

    box: Box
    payload: str


@dataclass(slots=True)
class Page:
    """One page: which parts drawn once it repeats, and what is its own."""

    parts: tuple[str, ...]
    texts: list[Text] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    squares: list[Square] = field(default_factory=list)


class NoRoom(ValueError):
    """A text does not fit its box in its smallest size."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def place(page: Page, blocks: Iterable[Block], values: Mapping[str, str], payload: str) -> None:
    """Put the blocks that differ from paper to paper on the page.

    Raises NoRoom and fonts.NoGlyph.
    """
    for block in blocks:
        if isinstance(block, Words) and not block.is_fixed:
            page.texts += set_words(block, values)
        elif isinstance(block, Code):
            page.squares.append(Square(block.box, payload))


def set_words(words: Words, values: Mapping[str, str]) -> Sequence[Text]:
    """The text in its box, smaller where it must be, never below `least` of its size."""
    return _set(words, tuple(tuple(p.phrase.runs(values)) for p in words.paragraphs))


@lru_cache(maxsize=256)
def _set(words: Words, said: tuple[tuple[Run, ...], ...]) -> Sequence[Text]:
    """Kept for the next paper: unit, date and the like are the same through a batch."""
    scale = 1.0
    while (rows := _rows(words, said, scale)) and not _fits(rows, words.box, scale):
        if scale <= words.least:
            raise NoRoom("".join(text for row in rows for text, _, _ in row[0].runs))
        scale = max(words.least, scale - _STEP)
    height = sum(look.leading for _, look, _ in rows) * scale
    y = words.box.bottom + height if words.foot else words.box.top
    texts: list[Text] = []
    for line, look, indent in rows:
        y -= look.leading * scale
        size = look.size * scale
        base = y + (look.leading * scale - size) / 2 + _BELOW * size
        texts += set_line(line, look, size, words.box, base, indent)
    return texts


def set_line(
    line: Line, look: Look, size: float, box: Box, base: float, indent: float = 0.0
) -> Iterator[Text]:
    """One line on its baseline, aligned in the box."""
    gap = (line.gap + look.spacing) * size
    x = box.left + indent * size
    if look.align in ("center", "right"):
        letters = sum(len(text) for text, _, _ in line.runs)
        free = box.width - line.width * size - gap * (letters - 1)
        x = box.left + (free / 2 if look.align == "center" else free)
    for text, style, width in line.runs:
        yield Text(x, base, size, style, text, gap, look.colour)
        x += width * size + gap * len(text)


def lowest(texts: Sequence[Text], otherwise: float) -> float:
    """The lowest edge of the texts."""
    return min((text.y - _BELOW * text.size for text in texts), default=otherwise)


_Row = tuple[Line, Look, float]


def _rows(words: Words, said: Sequence[Sequence[Run]], scale: float) -> list[_Row]:
    """The lines of all paragraphs with their look, and the indent of each in em."""
    rows: list[_Row] = []
    for paragraph, runs in zip(words.paragraphs, said, strict=True):
        look = paragraph.look
        measure = words.box.width / (look.size * scale * (1 + look.spacing))
        justified = look.align == "justify"
        lines = broken(runs, measure, indent=look.indent, justified=justified)
        rows += [(line, look, 0.0 if at else look.indent) for at, line in enumerate(lines)]
    return rows


def _fits(rows: Sequence[_Row], box: Box, scale: float) -> bool:
    return sum(look.leading for _, look, _ in rows) * scale <= box.height + 0.01
