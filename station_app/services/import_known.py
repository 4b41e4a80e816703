"""Rows of a roster whose document is registered: what the file says otherwise than the books."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy import select

from station_app.data.models import Volunteer
from station_app.data.unit import Unit
from station_app.domain.people import Registration
from station_app.domain.profiles import Profile
from station_app.domain.words import tidy_text
from station_app.services.cards import TEXTS_APART
from station_app.sheets.cells import is_blank
from station_app.sheets.headers import RawRow

_CHUNK: Final = 500
_TOLD: Final = frozenset(Profile.__slots__)
_TEXTS: Final = ("skills", "languages")
_COMPARED: Final = (_TOLD | frozenset(Registration.__slots__)) - {"document", "profile", "purposes"}


def differing(unit: Unit, rows: Sequence[tuple[RawRow, Registration]]) -> list[tuple[str, ...]]:
    """For each row the fields in which it differs from the books, blank cells left out."""
    found: list[tuple[str, ...]] = []
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        stored = _stored(unit, [person for _, person in chunk])
        found += [_fields(row, person, stored) for row, person in chunk]
    return found


def _stored(unit: Unit, people: Sequence[Registration]) -> dict[tuple[str, str], Any]:
    table = Volunteer.__table__
    numbers = [person.document.number for person in people]
    wanted = select(table).where(
        table.c.document_number.in_(numbers),
        table.c.hidden_at.is_(None),
        table.c.erased_at.is_(None),
    )
    rows = unit.session.execute(wanted)
    return {(row.document_kind, row.document_number): row for row in rows}


def _fields(
    row: RawRow, person: Registration, stored: Mapping[tuple[str, str], Any]
) -> tuple[str, ...]:
    books = stored.get((person.document.kind.value, person.document.number))
    if books is None:
        return ()
    return tuple(
        field
        for field in row.sheet.columns
        if field in _COMPARED
        and not is_blank(row.cell(field))
        and _value(person, field) != getattr(books, field)
    )


def _value(person: Registration, field: str) -> Any:
    """A field as its column holds it."""
    told = getattr(person.profile, field) if field in _TOLD else getattr(person, field)
    if isinstance(told, tuple):
        return (TEXTS_APART if field in _TEXTS else " ").join(told)
    return tidy_text(told) if isinstance(told, str) else told
