"""Why a bundle was not written or not believed: one class a reason, facts in its fields."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from station_app.domain.journal import Fault
from station_app.errors import StationError

ZIP = "zip"
"""Stands for a member's name where the zip's own structure is meant."""


class Flaw(StrEnum):
    """What a cell or a row may not be."""

    EMPTY_TEXT = "empty_text"
    CONTROL = "control"
    BIDI = "bidi"
    NOT_NFC = "not_nfc"
    SURROGATE = "surrogate"
    UNGUARDED = "unguarded"
    REQUIRED = "required"
    CHOICE = "choice"
    FORM = "form"
    COLUMNS = "columns"
    HEADER = "header"
    BOM = "bom"
    QUOTES = "quotes"
    LINE_END = "line_end"
    ENCODING = "encoding"
    CELL_SIZE = "cell_size"
    ROW_SIZE = "row_size"


class Trace(StrEnum):
    """What a spreadsheet program leaves behind when it saves a table again."""

    BOM_LOST = "bom_lost"
    LINE_ENDS = "line_ends"
    ENCODING = "encoding"
    SEPARATOR = "separator"
    QUOTES = "quotes"
    ROUNDED = "rounded"
    DATES = "dates"


@dataclass(eq=False)
class NotABundle(StationError):
    """The file is something else."""

    path: Path


@dataclass(eq=False)
class Unreadable(StationError):
    """The file cannot be read: gone, a link, not a plain file, or the stick fails."""

    path: Path
    detail: str


@dataclass(eq=False)
class CutShort(StationError):
    """The end of the file is missing, as when a stick was pulled out."""

    path: Path


@dataclass(eq=False)
class Damaged(StationError):
    """Bytes of a member, or of the zip's structure (`ZIP`), are not what was written."""

    member: str
    detail: str


@dataclass(eq=False)
class TooNew(StationError):
    """A newer program wrote it for readers of at least `min_reader`."""

    min_reader: int


@dataclass(eq=False)
class TooBig(StationError):
    """A limit of the format was passed; `limit` is in bytes, or a count for members."""

    what: str
    limit: int
    member: str | None = None
    row: int | None = None


@dataclass(eq=False)
class UnexpectedMember(StationError):
    """The zip holds something a bundle never holds, or the same name twice."""

    name: str


@dataclass(eq=False)
class MissingMember(StationError):
    """The zip lacks a member that the bundle says it has."""

    name: str


@dataclass(eq=False)
class HashMismatch(StationError):
    """A member is whole but is not the one the bundle was made with."""

    member: str
    expected: str
    found: str


@dataclass(eq=False)
class ResavedBySpreadsheet(StationError):
    """A table was opened and saved again by a spreadsheet program."""

    member: str
    evidence: tuple[Trace, ...]


@dataclass(eq=False)
class RowBroken(StationError):
    """A row of the file breaks the format; `row` counts as a spreadsheet shows it (header is 1)."""

    member: str
    row: int
    column: str | None
    flaw: Flaw


@dataclass(eq=False)
class ChainBroken(StationError):
    """The journal in the file does not hold from `seq` on."""

    seq: int
    fault: Fault
    expected: str
    found: str


@dataclass(eq=False)
class RowRefused(StationError):
    """A row of this station cannot be put into a bundle; `row` as in RowBroken."""

    table: str
    row: int
    column: str | None
    flaw: Flaw


@dataclass(eq=False)
class ScratchFailed(StationError):
    """The PC's own disk could not take the file being built or read."""

    path: Path
    detail: str


@dataclass(eq=False)
class StickFull(StationError):
    """Not enough room, in bytes; `free` is what the stick said last."""

    path: Path
    needed: int
    free: int


@dataclass(eq=False)
class StickGone(StationError):
    """The stick or folder is not there, or went away while writing."""

    path: Path


@dataclass(eq=False)
class StickReadOnly(StationError):
    """The stick or folder does not let us write."""

    path: Path


@dataclass(eq=False)
class StickFailed(StationError):
    """The stick refused for a reason of its own."""

    path: Path
    detail: str


@dataclass(eq=False)
class NameTaken(StationError):
    """A file of this name is there already; nothing is ever overwritten."""

    path: Path


@dataclass(eq=False)
class ReadBackDiffers(StationError):
    """The stick gave back other bytes than were written to it."""

    name: str
