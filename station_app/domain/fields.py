"""What forms and rosters share: fields that must be filled, fields that hold only so much."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from station_app.errors import StationError

_HIDDEN: Final = ("Cc", "Cf", "Cs")


@dataclass(eq=False)
class MissingField(StationError):
    """A field that must be filled is empty; `field` is its name in this program ("area")."""

    field: str


@dataclass(eq=False)
class TextLength(StationError):
    """More text than the field holds; figures in characters (code points)."""

    field: str
    length: int
    longest: int


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field; `field` is its name in the draft."""

    field: str
    error: StationError


def given(field: str, text: str) -> str:
    """The text of a field that must be filled; raises MissingField."""
    if not text.strip():
        raise MissingField(field)
    return text


@lru_cache(maxsize=4096)  # areas, skills and remarks repeat all through a roster
def short_text(field: str, text: str, longest: int) -> str:
    """The text of a field in one line, without what nobody sees; raises TextLength."""
    tidy = " ".join(text.split())
    if not tidy.isprintable():
        seen = "".join(mark for mark in tidy if unicodedata.category(mark) not in _HIDDEN)
        tidy = " ".join(seen.split())
    if len(tidy) > longest:
        raise TextLength(field, len(tidy), longest)
    return tidy
