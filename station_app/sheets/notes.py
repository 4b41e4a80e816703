"""What a clerk should know of a file before it goes in, though nothing is wrong with it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Note:
    """One remark about a file; its kinds are below."""


@dataclass(frozen=True, slots=True)
class HiddenSheets(Note):
    """These sheets are hidden and are not read."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MergedCells(Note):
    """So many merged cells among the rows, the first in `row`: each counts for its first cell."""

    count: int
    row: int


@dataclass(frozen=True, slots=True)
class TwoHeaderRows(Note):
    """The header fills this row and the next; both are read as one."""

    row: int


@dataclass(frozen=True, slots=True)
class CellsWithoutValue(Note):
    """So many cells hold an error or a formula that was never calculated, the first in `row`."""

    count: int
    row: int


@dataclass(frozen=True, slots=True)
class EncodingBreaks(Note):
    """From this line on, not all lines are in the encoding of those before it."""

    line: int
    encoding: str


@dataclass(frozen=True, slots=True)
class HeaderUncertain(Note):
    """No row names all that is needed; `missing` are our fields that have no column yet."""

    missing: tuple[str, ...]
