"""Two records side by side: what each says, what belongs to each, what stands in the way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from station_app.data.models import Volunteer
from station_app.data.unit import Unit
from station_app.domain.documents import masked
from station_app.domain.duplicates import Likelihood, Trait
from station_app.domain.merging import Choice, proposed
from station_app.errors import StationError
from station_app.services.attendance import open_stay
from station_app.services.belongings import Belonging, belongings
from station_app.services.duplicates import what_two_share
from station_app.services.merging import FIELDS, clashes, documents_differ, living, minutes_of

_DERIVED = {"name_key", "sound"}


@dataclass(frozen=True, slots=True)
class Record:
    """One of the two: `values` of each field are those of its columns, the document masked."""

    id: UUID
    number: str
    name: str
    registered_on: date
    minutes: int
    in_since: datetime | None
    values: Mapping[str, tuple[Any, ...]]
    belongings: tuple[Belonging, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both records; `one` is the one that is proposed to stay.

    `differing` are the fields in which they differ. `traits` and `likelihood` say why they may be
    one person; without likelihood nothing but the clerk says so.
    """

    one: Record
    other: Record
    differing: frozenset[str]
    documents_differ: bool
    traits: tuple[Trait, ...]
    likelihood: Likelihood | None
    clashes: tuple[StationError, ...]

    def proposal(self, kept: Record, taken: Record) -> dict[str, Choice]:
        """What a form offers at first for each differing field."""
        return {
            key: proposed(key, _first(kept.values[key]), _first(taken.values[key]))
            for key in FIELDS
            if key in self.differing
        }


def compare_people(unit: Unit, one_id: UUID, other_id: UUID) -> Comparison:
    """Two records side by side, that with more time first, of equals the older; RecordHidden."""
    rows = [living(unit, record_id) for record_id in (one_id, other_id)]
    minutes = {row.id: minutes_of(unit, row) for row in rows}
    rows.sort(key=lambda row: (-minutes[row.id], row.registered_on, row.number))
    one, other = rows
    traits, likelihood = what_two_share(unit, one.id, other.id)
    return Comparison(
        one=_record(unit, one, minutes[one.id]),
        other=_record(unit, other, minutes[other.id]),
        differing=frozenset(key for key in FIELDS if _raw(one, key) != _raw(other, key)),
        documents_differ=documents_differ(one, other),
        traits=traits,
        likelihood=likelihood,
        clashes=tuple(clashes(unit, one, other)),
    )


def _record(unit: Unit, row: Volunteer, minutes: int) -> Record:
    stay = open_stay(unit, row.id)
    return Record(
        row.id,
        row.number,
        row.name,
        row.registered_on,
        minutes,
        stay.came_at if stay else None,
        {key: _shown(row, key) for key in FIELDS},
        belongings(unit, row.id),
    )


def _raw(row: Volunteer, key: str) -> tuple[Any, ...]:
    return tuple(getattr(row, column) for column in FIELDS[key])


def _shown(row: Volunteer, key: str) -> tuple[Any, ...]:
    """The columns a clerk reads, the document number masked."""
    return tuple(
        masked(getattr(row, column)) if column == "document_number" else getattr(row, column)
        for column in FIELDS[key]
        if column not in _DERIVED
    )


def _first(values: tuple[Any, ...]) -> Any:
    return values[0]
