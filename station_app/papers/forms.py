"""Forms: what stands on a paper, as data, measured in millimetres.

Why numbered files that are never edited: a consent signed last year must still be readable word by
word. A change of the wording is a new file.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from station_app.certificates.fonts import Style
from station_app.certificates.phrases import Phrase, phrase
from station_app.certificates.templates import (
    MM,
    Box,
    Column,
    Look,
    Paragraph,
    Words,
    operands,
)
from station_app.papers.contents import Sheet
from station_app.places import resource

_VERSION = re.compile(r".+\.v(\d+)\.json")


@dataclass(frozen=True, slots=True)
class Say:
    """A paragraph, never torn; one that `leads` stays with what follows it. Points."""

    phrase: Phrase
    look: Look
    above: float
    leads: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A label and, where there is a `value`, a line to write on, with what is known of it."""

    label: Phrase
    value: Phrase | None
    width: float


@dataclass(frozen=True, slots=True)
class Fill:
    """Cells beside each other, `height` high at least; those without a width share the rest."""

    cells: tuple[Cell, ...]
    look: Look
    height: float
    above: float


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of this name under a heading that every page repeats.

    A `ruled` one is written into by hand: lines between its columns, rows `height` high at least.
    """

    name: str
    columns: tuple[Column, ...]
    look: Look
    above: float
    height: float
    ruled: bool


@dataclass(frozen=True, slots=True)
class Together:
    """Blocks that stay on one page, perhaps in a frame."""

    blocks: tuple["Block", ...]
    framed: bool
    above: float


@dataclass(frozen=True, slots=True)
class Only:
    """Blocks that stand only on papers that hold `what`."""

    what: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A strong line over a fine one (文武线), below the title of a formal paper."""

    above: float


@dataclass(frozen=True, slots=True)
class Turn:
    """What follows begins a page."""


Block = Say | Fill | Table | Together | Only | Line | Turn


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code of this field on every page, left out where the field is empty."""

    field: str
    box: Box


@dataclass(frozen=True, slots=True)
class Form:
    """One version of one form: blocks that flow through `body`, and what stands at a fixed place.

    `every` and `codes` are for all pages, `later` for those after the first.
    """

    title: str
    width: float
    height: float
    colours: Mapping[str, str]
    body: Box
    blocks: tuple[Block, ...]
    every: tuple[Words, ...]
    later: tuple[Words, ...]
    codes: tuple[Code, ...]
    labels: Mapping[str, Any]


@cache
def form(sheet: Sheet) -> Form:
    """The newest version of this form that the program carries."""
    found = {
        int(match[1]): path
        for path in resource("papers").glob(f"{sheet}.v*.json")
        if (match := _VERSION.fullmatch(path.name))
    }
    return _Reader(json.loads(found[max(found)].read_text("utf-8"))).form()


class _Reader:
    """Turns the JSON of one form into its parts, millimetres into points."""

    def __init__(self, plain: Mapping[str, Any]) -> None:
        self.plain = plain
        self.width, self.height = (side * MM for side in plain["paper"])

    def form(self) -> Form:
        """The whole form."""
        plain = self.plain
        return Form(
            title=plain["title"],
            width=self.width,
            height=self.height,
            colours={key: operands(text) for key, text in plain["colours"].items()},
            body=self.box(plain["body"]),
            blocks=self.blocks(plain["blocks"]),
            every=tuple(map(self.words, plain["every"])),
            later=tuple(map(self.words, plain["later"])),
            codes=tuple(Code(one["field"], self.box(one["box"])) for one in plain.get("codes", ())),
            labels=plain["labels"],
        )

    def blocks(self, plain: Any) -> tuple[Block, ...]:
        """Blocks by what they hold."""
        return tuple(map(self.block, plain))

    def block(self, plain: Mapping[str, Any]) -> Block:
        """One block; its kind is the name of its first entry."""
        above = plain.get("above", 0.0) * MM
        match next(iter(plain)):
            case "say":
                look = self.look(plain.get("look", "text"))
                said = phrase(plain["say"], Style(look.style))
                return Say(said, look, above, plain.get("leads", False))
            case "fill":
                look = self.look(plain.get("look", "fill"))
                cells = tuple(self.cell(look, *cell) for cell in plain["fill"])
                return Fill(cells, look, plain["height"] * MM, above)
            case "table":
                return self.table(plain, above)
            case "together":
                blocks = self.blocks(plain["together"])
                return Together(blocks, plain.get("framed", False), above)
            case "only":
                return Only(plain["only"], self.blocks(plain["blocks"]))
            case "line":
                return Line(above)
            case _:
                return Turn()

    def cell(self, look: Look, label: str, value: str | None = None, width: float = 0.0) -> Cell:
        """A label alone, or with a line behind it."""
        known = None if value is None else phrase(value)
        return Cell(phrase(label, Style(look.style)), known, width * MM)

    def table(self, plain: Mapping[str, Any], above: float) -> Table:
        """A table; columns set at the left share what the others leave."""
        columns = [Column(f, t, w * MM, align, False) for f, t, w, align in plain["columns"]]
        look = self.look(plain.get("look", "table"))
        height, ruled = plain.get("height", 0.0) * MM, plain.get("ruled", False)
        return Table(plain["table"], tuple(columns), look, above, height, ruled)

    def words(self, plain: Mapping[str, Any]) -> Words:
        """A text at a fixed place; it shrinks where it must."""
        look = self.look(plain["look"], plain.get("align"))
        paragraph = Paragraph(phrase(plain["say"], Style(look.style)), look)
        return Words(self.box(plain["box"]), (paragraph,), foot=False, least=0.4)

    def look(self, name: str, align: str | None = None) -> Look:
        """A look by its name in the form."""
        known = self.plain["looks"][name]
        return Look(**known | ({"align": align} if align else {}))

    def box(self, plain: list[float]) -> Box:
        """[left, top, width, height] in millimetres from the top left."""
        left, top, width, height = (side * MM for side in plain)
        return Box(left, self.height - top - height, width, height)
