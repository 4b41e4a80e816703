"""Which fonts a paper is set in, where they lie, and which of them draws a character.

Why a chain per character: names hold characters that a good text face lacks. Each style has a first
face that gives the paper its look, and others that step in for single characters. What no face
draws is an error with the character, never a box on somebody's certificate.

Fonts are found by file name: those a frozen build carries, then the system's folders.
"""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import groupby
from pathlib import Path

from station_app.certificates.embedding import CompositeFont, installed
from station_app.domain.certificates import FontMissing
from station_app.places import resource

PACKAGE = "fonts-lxgw-wenkai"
# A closing mark fills the left half of its square; before another one the right half is dropped.
TIGHT = re.compile("([）》〉】〕」』，。、；：！？])(?=[）》〉】〕」』，。、；：！？])")
SQUEEZE = 0.5


class Style(StrEnum):
    """How a piece of text is set."""

    TEXT = "text"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class _File:
    """A font file by its usual name; `subfont` counts inside a collection."""

    name: str
    subfont: int = 0


_KAI = (_File("LXGWWenKai-Regular.ttf"), _File("simkai.ttf"))
_BOLD = (_File("LXGWWenKai-Bold.ttf"), _File("LXGWWenKai-Medium.ttf"))
_RARE = (
    (_File("wqy-zenhei.ttc"), _File("simsun.ttc")),
    (_File("simsunb.ttf"),),
)
# Each entry of a chain is a choice: the first of its files that is installed.
_CHAINS = {Style.TEXT: (_KAI, *_RARE), Style.STRONG: (_BOLD, _KAI, *_RARE)}


class NoGlyph(LookupError):
    """No installed face draws the character."""

    def __init__(self, character: str) -> None:
        super().__init__(f"U+{ord(character):04X}")
        self.character = character


class Setting(dict[str, float]):
    """One style: character → its width in em. Asking for a character finds its face.

    Raises NoGlyph for a character that no face of the chain draws.
    """

    def __init__(self, style: Style, chain: tuple[_File, ...]) -> None:
        super().__init__()
        self.style = style
        self._chain = chain
        self._faces: dict[str, CompositeFont] = {}
        self.main = _face(chain[0])
        self.rare = False

    def __missing__(self, character: str) -> float:
        face = self._face_for(character)
        self._faces[character] = face
        self.rare = self.rare or face is not self.main
        width: float = face.face.getCharWidth(ord(character)) / 1000
        self[character] = width
        return width

    def width(self, text: str) -> float:
        """The width of the text in em."""
        return sum(map(self.__getitem__, text))

    def pieces(self, text: str) -> list[tuple[CompositeFont, str]]:
        """The text cut where the face changes. Every character must have been measured before."""
        if not self.rare:
            return [(self.main, text)]
        return [(face, "".join(run)) for face, run in groupby(text, self._faces.__getitem__)]

    def _face_for(self, character: str) -> CompositeFont:
        if _is_printed(character):
            for file in self._chain:
                face = _face(file)
                if _draws(face, character):
                    return face
        raise NoGlyph(character)


@cache
def setting(style: Style) -> Setting:
    """The style with the faces that this PC has. Raises FontMissing."""
    present = _installed_files()
    chosen = [
        next((file for file in choice if file.name.lower() in present), None)
        for choice in _CHAINS[style]
    ]
    if not any(file in _KAI + _BOLD for file in chosen):
        raise FontMissing(PACKAGE)
    return Setting(style, tuple(file for file in chosen if file))


@cache
def _face(file: _File) -> CompositeFont:
    """The face, read once: a tenth of a second and some twenty megabytes each."""
    path = _installed_files()[file.name.lower()]
    return installed(f"{path.stem}-{file.subfont}", str(path), file.subfont)


@cache
def _installed_files() -> dict[str, Path]:
    """Font files by lower-case name; a frozen build's own come first."""
    found: dict[str, Path] = {}
    for folder in _folders():
        for path, _folders_below, names in os.walk(folder):
            for name in names:
                found.setdefault(name.lower(), Path(path, name))
    return found


def _folders() -> Iterator[Path]:
    """Where fonts lie, the build's own folder first."""
    yield resource("fonts")
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts")
        yield Path(os.environ.get("LOCALAPPDATA", ""), "Microsoft", "Windows", "Fonts")
        return
    yield from (Path.home() / ".local/share/fonts", Path.home() / ".fonts")
    yield from (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))


def _is_printed(character: str) -> bool:
    """Whether the character can stand in a left-to-right line by itself.

    Controls, direction marks and private-use characters print nothing or something else on the
    next PC; right-to-left scripts would need shaping to be read rightly.
    """
    return (
        unicodedata.category(character)[0] != "C"
        and unicodedata.bidirectional(character) not in ("R", "AL")
    )  # fmt: skip


def _draws(font: CompositeFont, character: str) -> bool:
    """Whether the face has an outline for the character; a blank one counts for spaces only."""
    face = font.face
    glyph = face.charToGlyph.get(ord(character), 0)
    if not glyph:
        return False
    return face.glyphPos[glyph + 1] > face.glyphPos[glyph] or character.isspace()
