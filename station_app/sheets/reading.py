"""How a file is to be read where a clerk knows better than what is found by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["roster", "paper"]
"""What a file holds: people, or lines of sign-in sheets."""

REQUIRED: Final[Mapping[Kind, tuple[str, ...]]] = {
    "roster": ("name", "document_number"),
    "paper": ("post", "came", "left"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How to read a file; None is found by itself.

    `sheet` is the name of a sheet that is seen, `header_row` counts from 1. `columns` maps all our
    fields that are read to the headers as the file writes them.
    """

    sheet: str | None = None
    encoding: str | None = None
    header_row: int | None = None
    columns: Mapping[str, str] | None = None


FOUND: Final = Reading()
