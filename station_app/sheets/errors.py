"""Why a file, or one of its cells, cannot be read."""

from dataclasses import dataclass
from typing import Literal

from station_app.domain.codes import ListName
from station_app.errors import StationError


@dataclass(eq=False)
class FileUnreadable(StationError):
    """The file is away or may not be opened; its kinds are the other reasons to refuse a file."""

    file: str


@dataclass(eq=False)
class EmptyFile(FileUnreadable):
    """Nothing is in it."""


@dataclass(eq=False)
class NotASpreadsheet(FileUnreadable):
    """Something else under a spreadsheet's name; "damaged" means a workbook that is broken."""

    found: Literal["html", "xml", "pdf", "damaged", "other"]


@dataclass(eq=False)
class PasswordProtected(FileUnreadable):
    """The workbook opens only with a password."""


@dataclass(eq=False)
class UnknownEncoding(FileUnreadable):
    """The text is neither UTF-8 nor UTF-16 nor GB18030, or a mixture of them."""


@dataclass(eq=False)
class MixedEncodings(UnknownEncoding):
    """Lines in two encodings: `line` is the first that is not in `encoding`, that of the header.

    `encodings` may be chosen; the lines in another one are then refused row by row.
    """

    line: int
    encoding: str
    encodings: tuple[str, ...]


@dataclass(eq=False)
class EncodingUnfit(FileUnreadable):
    """The text is not in the encoding that was chosen; `encodings` are those that fit."""

    encoding: str
    encodings: tuple[str, ...]


@dataclass(eq=False)
class OnlyHidden(FileUnreadable):
    """All sheets of the workbook are hidden; hidden sheets are never read."""

    sheets: tuple[str, ...]


@dataclass(eq=False)
class SheetUnknown(FileUnreadable):
    """The workbook has no sheet of this name that is seen."""

    sheet: str


@dataclass(eq=False)
class ColumnUnknown(FileUnreadable):
    """The header has no such column; `field` is our name of what was to be read from it."""

    field: str
    header: str


@dataclass(eq=False)
class TooBig(FileUnreadable):
    """More than an import takes at once; both in bytes."""

    size: int
    limit: int


@dataclass(eq=False)
class HeaderNotFound(FileUnreadable):
    """No row among the first ten names these columns; `missing` holds our names of the fields."""

    missing: tuple[str, ...]


@dataclass(eq=False)
class CellWithoutValue(StationError):
    """The cell holds an error, or a formula that no program calculated; `text` shows it."""

    text: str


@dataclass(eq=False)
class CellMerged(StationError):
    """The cell is part of merged cells; what they show counts for `row` alone, their first."""

    row: int


@dataclass(eq=False)
class LineInOtherEncoding(StationError):
    """The line is not in the encoding of the others, so its characters may be wrong."""

    encoding: str


@dataclass(eq=False)
class DateUnreadable(StationError):
    """No day can be read from this text without guessing."""

    text: str


@dataclass(eq=False)
class TimeUnreadable(StationError):
    """No time of day can be read from this text without guessing."""

    text: str


@dataclass(eq=False)
class LabelUnknown(StationError):
    """No entry of the code list has this label; `list_name` is the list's name."""

    list_name: ListName
    text: str
