"""Whole files as facts of the books: rows left out, rows known otherwise, imports taken back."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from station_app.domain.people import AlreadyRegistered
from station_app.errors import StationError

IMPORT_TAKEN_BACK: Final = "import_taken_back"  # why a stay was struck out with its file
CHANGED: Final = "changed"


@dataclass(eq=False)
class LeftOut(StationError):
    """The clerk left the row out, since it looks like somebody known."""


@dataclass(eq=False)
class RegisteredOtherwise(AlreadyRegistered):
    """Registered already; what the file says otherwise in `fields` is not taken over."""

    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blocking:
    """What was built on a row of an import since: `by` is a table, or "changed" for the row itself.

    `day` is that of a stay.
    """

    number: str
    name: str
    by: str
    day: date | None = None


@dataclass(eq=False)
class ImportBuiltOn(StationError):
    """Rows of the import are in use, so none is taken back: so many, and who the first are."""

    file: str
    count: int
    first: tuple[Blocking, ...]


@dataclass(eq=False)
class ImportUnknown(StationError):
    """The books know no such import."""


@dataclass(eq=False)
class ProfileUnknown(StationError):
    """No profile of this kind of file has this name."""

    name: str


@dataclass(eq=False)
class ImportTakenBack(StationError):
    """The import was taken back already."""

    file: str
