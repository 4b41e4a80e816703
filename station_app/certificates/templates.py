"""Templates: papers as data, read from files and measured in millimetres from the top left.

Why numbered files that are never edited: a register row names its template and version, so a paper
of last year can be printed again as it was. A change is a new file.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from station_app.certificates.fonts import Style
from station_app.certificates.phrases import Phrase, phrase
from station_app.domain.attendance import Origin
from station_app.domain.certificates import Kind
from station_app.places import resource

MM = 72 / 25.4
_NAME = re.compile(r"(?P<name>.+)\.v(?P<version>\d+)\.json")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the page in points, `bottom` counted from the foot of the page."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.bottom + self.height


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set: sizes in points, indent and letter spacing in em."""

    size: float
    leading: float
    align: str = "left"
    style: str = Style.TEXT
    indent: float = 0.0
    spacing: float = 0.0
    colour: str = "ink"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph and its look."""

    phrase: Phrase
    look: Look


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A box of text. It shrinks down to `least` of its size before it is refused."""

    box: Box
    paragraphs: tuple[Paragraph, ...]
    foot: bool
    least: float

    @property
    def is_fixed(self) -> bool:
        """Whether it is the same on every paper, and so drawn once for a whole batch."""
        return all(paragraph.phrase.is_fixed for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Art:
    """An ornament by name, drawn into its box."""

    name: str
    box: Box


@dataclass(frozen=True, slots=True)
class Code:
    """Where the QR code stands; the box has its quiet zone around it."""

    box: Box


@dataclass(frozen=True, slots=True)
class Seal:
    """The circle kept clear for the seal, over unit and date. A seal is never drawn."""

    centre: tuple[float, float]
    diameter: float


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the detail list, `width` in points; what all lines share may go above them."""

    field: str
    title: str
    width: float
    align: str
    may_be_shared: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """The detail list: `inline` is what it may take of the first page, `box` of the next ones."""

    inline: Box
    box: Box
    columns: tuple[Column, ...]
    size: float
    leading: float
    total: Phrase
    split: Phrase
    end: Phrase


Block = Words | Art | Code


@dataclass(frozen=True, slots=True)
class Template:
    """One version of one paper: blocks of the first page, of list pages, of all, of seamed ones."""

    name: str
    version: int
    kind: Kind
    title: str
    width: float
    height: float
    colours: Mapping[str, str]
    first: tuple[Block, ...]
    sheet: tuple[Block, ...]
    every: tuple[Block, ...]
    several: tuple[Block, ...]
    seal: Seal
    listing: Listing | None
    labels: Mapping[str, str]
    origins: Mapping[Origin, str]


@cache
def template(name: str, version: int) -> Template:
    """One shipped template; KeyError if this program does not carry it."""
    path = resource("certificates") / f"{name}.v{version}.json"
    if not path.is_file():
        raise KeyError(f"{name} v{version}")
    return _Reader(json.loads(path.read_text("utf-8"))).template(name, version)


@cache
def current(kind: Kind) -> tuple[str, int]:
    """Name and version of the template that new papers of this kind are issued with."""
    files = filter(None, map(_NAME.fullmatch, _file_names()))
    versions = [int(found["version"]) for found in files if found["name"] == kind.value]
    return kind.value, max(versions)


def _file_names() -> list[str]:
    return [path.name for path in resource("certificates").iterdir()]


class _Reader:
    """Turns the JSON of one template into its parts, millimetres into points."""

    def __init__(self, plain: Mapping[str, Any]) -> None:
        self.plain = plain
        self.width, self.height = (side * MM for side in plain["paper"])

    def template(self, name: str, version: int) -> Template:
        """The whole template."""
        plain = self.plain
        listing = plain.get("listing")
        return Template(
            name=name,
            version=version,
            kind=Kind(plain["kind"]),
            title=plain["title"],
            width=self.width,
            height=self.height,
            colours={key: operands(text) for key, text in plain["colours"].items()},
            first=self.blocks(plain["first"]),
            sheet=self.blocks(plain.get("sheet", ())),
            every=self.blocks(plain.get("every", ())),
            several=self.blocks(plain.get("several", ())),
            seal=Seal(self.point(plain["seal"]["centre"]), plain["seal"]["diameter"] * MM),
            listing=self.listing(listing) if listing else None,
            labels=plain["labels"],
            origins={Origin(key): text for key, text in plain.get("origins", {}).items()},
        )

    def blocks(self, plain: Any) -> tuple[Block, ...]:
        """Blocks by what they hold: an ornament, a code, or text."""
        return tuple(map(self.block, plain))

    def block(self, plain: Mapping[str, Any]) -> Block:
        """One block."""
        box = self.box(plain["box"])
        if "art" in plain:
            return Art(plain["art"], box)
        if "code" in plain:
            return Code(box)
        paragraphs = tuple(self.paragraph(text, plain) for text in plain["text"])
        return Words(box, paragraphs, plain.get("anchor") == "foot", plain.get("least", 1.0))

    def paragraph(self, text: str | Mapping[str, Any], around: Mapping[str, Any]) -> Paragraph:
        """A paragraph with the look of its block, except for what it says itself."""
        own = {"text": text} if isinstance(text, str) else text
        said = {**around, **own}
        look = Look(**{key: said[key] for key in Look.__slots__ if key in said})
        return Paragraph(phrase(own["text"], Style(look.style)), look)

    def listing(self, plain: Mapping[str, Any]) -> Listing:
        """The detail list."""
        return Listing(
            inline=self.box(plain["inline"]),
            box=self.box(plain["box"]),
            columns=tuple(
                Column(field, title, width * MM, align, field in plain["shared"])
                for field, title, width, align in plain["columns"]
            ),
            size=plain["size"],
            leading=plain["leading"],
            total=phrase(plain["total"], Style.STRONG),
            split=phrase(plain["split"]),
            end=phrase(plain["end"]),
        )

    def box(self, plain: list[float]) -> Box:
        """[left, top, width, height] in millimetres from the top left."""
        left, top, width, height = (side * MM for side in plain)
        return Box(left, self.height - top - height, width, height)

    def point(self, plain: list[float]) -> tuple[float, float]:
        """[right, down] in millimetres from the top left."""
        return plain[0] * MM, self.height - plain[1] * MM


def operands(colour: str) -> str:
    """#9E2B25 as the three numbers of a PDF colour."""
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))
