"""Erasing a person's data: what goes, what the law wants kept, and what stands against it.

Why a record stays at all: service is recorded truthfully and kept ten years at least (Regulation,
art. 19; GB/T 40143-2021), and a person may ask for a proof as long. For that a name, the masked
document, the sex a proof prints and the stays are enough. Of the birth date the year stays: it
tells namesakes apart and whether a guardian had to agree; day and month would fill in what the
masked number hides.

Why what stays is named and not what goes: a column added later is erased until somebody says why
it must not be (Personal Information Protection Law, arts. 19, 47).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from station_app.domain.documents import masked
from station_app.errors import StationError

LONGEST_NOTE: Final = 200
DATA_ERASED: Final = "data_erased"  # why somebody is expected on a shift no more

STAYS: Final = frozenset(
    {
        "id",
        "rev",
        "number",
        "name",
        "name_key",
        "sound",
        "sex",
        "document_kind",
        "registered_on",
        "consent_on",
        "consent_way",
        "erased_at",
        "hidden_at",
        "merged_into",
    }
)
"""Columns of a volunteer that are left as they are."""

_SMALLER: Final = frozenset({"document_number", "born_on"})
"""Columns that keep a part: the number its ends, the birth date its year."""

BESIDE: Final[Mapping[str, tuple[str, ...]]] = {
    "consent": ("witness", "guardian_name", "guardian_phone", "note"),
    "qualification": ("number",),
}
"""What goes from rows that belong to a person; all else of these tables stays."""


class Cause(StrEnum):
    """Why data is erased: the person asked, or has not served for long."""

    REQUEST = "request"
    RETENTION = "retention"


@dataclass(eq=False)
class StillIn(StationError):
    """The person is signed in; the stay must be closed first."""

    name: str
    since: datetime


@dataclass(eq=False)
class AlreadyErased(StationError):
    """The personal data of this record was erased before."""

    name: str
    number: str
    erased_on: date


@dataclass(eq=False)
class RecordErased(StationError):
    """Nothing is added to a record whose data was erased: the person is registered anew."""

    name: str
    number: str
    erased_on: date


@dataclass(eq=False)
class RecordMerged(StationError):
    """The record was merged; what is asked for is asked of the one that stayed."""

    number: str
    survivor_name: str
    survivor_number: str


@dataclass(eq=False)
class MergeErased(StationError):
    """The merge cannot be undone: with the data went what the records held before it."""

    name: str
    erased_on: date


def reduced(column: str, value: Any) -> Any:
    """What is left of a volunteer's value in this column."""
    if column in STAYS:
        return value
    if column == "document_number":
        return masked(value)
    if column == "born_on":
        return date(value.year, 1, 1)
    return ""


def emptied(values: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns of a volunteer that hold something and will hold nothing, in their order."""
    return tuple(key for key, value in values.items() if value and not _kept(key))


def lost_texts(values: Mapping[str, Any]) -> frozenset[str]:
    """Every text of a volunteer that is nowhere to be found afterwards."""
    gone = (value for key, value in values.items() if reduced(key, value) != value)
    return frozenset(str(value) for value in gone)


def _kept(column: str) -> bool:
    return column in STAYS or column in _SMALLER
