"""Two records of one person become one: what is chosen, what stands against it, what undo needs.

Why a clash is refused and never settled by the program: which of two stays at one time is wrong,
only the papers say. Why hours are compared before and after: they are what a person was promised.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final, TypeVar
from uuid import UUID

from station_app.domain.attendance import Span
from station_app.domain.documents import Document, Sex
from station_app.domain.names import NAMES_APART, name_key
from station_app.domain.people import BirthDateDiffers, SexDiffers
from station_app.errors import StationError

T = TypeVar("T")

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    "name": ("name", "name_key", "sound"),
    "document": ("document_kind", "document_number"),
    "consent": (
        "registered_on",
        "consent_on",
        "consent_way",
        "consent_witness",
        "guardian_name",
        "guardian_phone",
    ),
    "emergency": ("emergency_name", "emergency_phone"),
}
"""Columns that are chosen together: they follow from one another, or prove one another."""

OWN: Final = frozenset(
    {"id", "rev", "number", "former_names", "hidden_at", "merged_into", "erased_at"}
)
"""Columns of a record that nobody chooses; former names are joined by themselves."""

APART: Final[Mapping[str, str]] = {
    "skills": "、",
    "service_classes": " ",
    "remark": "；",
    "languages": "、",
    "availability": " ",
    "health": "；",
}
"""Fields that can hold what both records say, with what stands between the parts."""


class Choice(StrEnum):
    """Whose value a field gets: the record that stays, the one that is hidden, or both together."""

    KEPT = "kept"
    TAKEN = "taken"
    BOTH = "both"


@dataclass(eq=False)
class SamePerson(StationError):
    """One record was chosen twice."""

    name: str
    number: str


@dataclass(eq=False)
class RecordHidden(StationError):
    """The record was merged or hidden meanwhile."""

    name: str
    number: str


@dataclass(eq=False)
class SaidNotSame(StationError):
    """A clerk said that these are two people; that word must be taken back first."""

    said_on: date
    said_by: str


@dataclass(eq=False)
class BothInNow(StationError):
    """Both records are signed in; one of the stays must be closed or struck out first."""

    since: datetime
    other_since: datetime


@dataclass(eq=False)
class StaysAtOnce(StationError):
    """The first of `count` pairs of stays at one time; one of each must be struck out first."""

    count: int
    number: str
    since: datetime
    until: datetime | None
    other_number: str
    other_since: datetime
    other_until: datetime | None


@dataclass(eq=False)
class BothHave(StationError):
    """Both records have what a person has once; `entity` is the table, `count` how many."""

    entity: str
    count: int


@dataclass(eq=False)
class DocumentsDiffer(StationError):
    """The records have different documents, and nobody said which is wrong and why."""


@dataclass(eq=False)
class HoursWouldChange(StationError):
    """The merge would lose or double time; in minutes."""

    before: int
    after: int


@dataclass(eq=False)
class MergeUndone(StationError):
    """The merge was undone already."""


@dataclass(eq=False)
class MergedOnward(StationError):
    """The record that stayed was later merged itself, into `number`; that must be undone first."""

    number: str


@dataclass(eq=False)
class FieldsChangedSince(StationError):
    """What the merge put into these fields was corrected since; nobody can tell whose it is."""

    fields: tuple[str, ...]


@dataclass(eq=False)
class RowsGoneSince(StationError):
    """Some of what was moved is no longer with the record it was moved to."""

    count: int


@dataclass(eq=False)
class CertificateSince(StationError):
    """A certificate issued since counts the time of both; it must be voided first."""

    number: str


@dataclass(eq=False)
class DocumentTaken(StationError):
    """A document that comes back with the undo is by now that of somebody else."""

    name: str
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeWish:
    """Which record stays, which is hidden, and whose value each field gets; unnamed ones stay.

    `why` says which document is wrong and why, where both have one and they differ.
    """

    survivor_id: UUID
    merged_id: UUID
    choices: Mapping[str, Choice] = field(default_factory=dict)
    why: str = ""


def fields_of(columns: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The fields a clerk chooses by, each with its columns, in the order of the columns.

    A column that belongs to no group is a field by itself: later ones cannot be forgotten.
    """
    group_of = {column: group for group, columns in GROUPS.items() for column in columns}
    found: dict[str, tuple[str, ...]] = {}
    for column in columns:
        if column not in OWN:
            group = group_of.get(column, column)
            found[group] = GROUPS.get(group, (column,))
    return found


def proposed(key: str, kept: object, taken: object) -> Choice:
    """What a form offers at first: what is filled; both where both can stand side by side."""
    if not taken or kept == taken:
        return Choice.KEPT
    if not kept:
        return Choice.TAKEN
    return Choice.BOTH if key in APART else Choice.KEPT


def joined(key: str, kept: str, taken: str) -> str:
    """Both values of a field in one, each part once; ValueError where they cannot be joined."""
    if key not in APART:
        raise ValueError(f"{key} holds one value")
    apart = APART[key]
    parts = [part for text in (kept, taken) for part in text.split(apart)]
    return apart.join(dict.fromkeys(filter(None, parts)))


def all_former_names(present: str, *known: str) -> str:
    """What both records were ever called but for the present name; the latest last, none twice."""
    names = [name for text in known for name in text.split(NAMES_APART) if name]
    by_key = {name_key(name): name for name in names}
    by_key.pop(name_key(present), None)
    return NAMES_APART.join(by_key.values())


def require_agreement(document: Document, born_on: date, sex: Sex) -> None:
    """Refuse a birth date or sex that the chosen document contradicts.

    Raises BirthDateDiffers, SexDiffers.
    """
    if document.born_on and document.born_on != born_on:
        raise BirthDateDiffers(born_on, document.born_on)
    if document.sex and sex in (Sex.MALE, Sex.FEMALE) and document.sex is not sex:
        raise SexDiffers(sex, document.sex)


def at_once(ones: Sequence[Span], others: Sequence[Span]) -> list[tuple[Span, Span]]:
    """Every pair of stays, one of each record, that share a moment; the earliest first."""
    coming = [(span, 0) for span in ones] + [(span, 1) for span in others]
    coming.sort(key=lambda one: one[0].since)
    going_on: tuple[list[Span], list[Span]] = ([], [])
    found = []
    for span, side in coming:
        facing = going_on[1 - side]
        facing[:] = [one for one in facing if one.overlaps(span)]
        found += [(span, one) if side == 0 else (one, span) for one in facing]
        going_on[side].append(span)
    return found
