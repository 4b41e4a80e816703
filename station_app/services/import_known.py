"""Rows of a roster whose document is registered: what the file says otherwise than the books."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import select

from station_app.data.models import Merge, Volunteer
from station_app.data.unit import Unit
from station_app.domain.documents import Document, DocumentKind
from station_app.domain.people import AlreadyRegistered, Registration
from station_app.domain.profiles import Profile
from station_app.domain.words import tidy_text
from station_app.services.cards import TEXTS_APART
from station_app.services.merge_changes import changes_of
from station_app.services.people import survivor_of, who_has
from station_app.sheets.cells import is_blank
from station_app.sheets.headers import RawRow

_CHUNK: Final = 500
_TOLD: Final = frozenset(Profile.__slots__)
_TEXTS: Final = ("skills", "languages")
_COMPARED: Final = (_TOLD | frozenset(Registration.__slots__)) - {"document", "profile", "purposes"}


def merged_documents(unit: Unit) -> dict[Document, AlreadyRegistered]:
    """Documents that led to a record which was merged since: they mean the one that stayed.

    Also one that gave way to the other's when two records became one. Those somebody has are left
    out.
    """
    found: dict[Document, AlreadyRegistered] = {}
    wanted = select(Merge).where(Merge.undone_at.is_(None))
    for merge in unit.session.scalars(wanted):
        merged = unit.session.get_one(Volunteer, merge.merged_id)
        last = survivor_of(unit, merged)
        for document in (_document_of(merged), *_given_up(unit, merge)):
            if who_has(unit, document) is None:
                found[document] = AlreadyRegistered(last.name, last.number)
    return found


def _document_of(row: Volunteer) -> Document:
    return Document(DocumentKind(row.document_kind), row.document_number)


def _given_up(unit: Unit, merge: Merge) -> Iterator[Document]:
    """The document of the record that stayed, where it took the other's."""
    old = {
        change.column: str(change.old)
        for change in changes_of(merge)
        if change.entity == Volunteer.__tablename__ and change.row_id == merge.survivor_id
    }
    if number := old.get("document_number"):
        kind = (
            old.get("document_kind")
            or unit.session.get_one(Volunteer, merge.survivor_id).document_kind
        )
        yield Document(DocumentKind(kind), number)


def differing(unit: Unit, rows: Sequence[tuple[RawRow, Registration]]) -> list[tuple[str, ...]]:
    """For each row the fields in which it differs from the books; blank cells say nothing."""
    found: list[tuple[str, ...]] = []
    fields = [name for name in (rows[0][0].sheet.columns if rows else ()) if name in _COMPARED]
    for start in range(0, len(rows), _CHUNK):
        chunk = rows[start : start + _CHUNK]
        stored = _stored(unit, [person for _, person in chunk], fields)
        found += [_differing(row, person, fields, stored) for row, person in chunk]
    return found


def _stored(
    unit: Unit, people: Sequence[Registration], fields: Sequence[str]
) -> dict[tuple[str, str], Sequence[Any]]:
    """These fields as the books have them, by document."""
    table = Volunteer.__table__.c
    document = (table.document_kind, table.document_number)
    wanted = select(*document, *(table[field] for field in fields)).where(
        table.document_kind.in_({person.document.kind.value for person in people}),
        table.document_number.in_([person.document.number for person in people]),
        table.hidden_at.is_(None),
        table.erased_at.is_(None),
    )
    rows = unit.session.execute(wanted)
    return {(kind, number): told for kind, number, *told in rows}


def _differing(
    row: RawRow,
    person: Registration,
    fields: Sequence[str],
    stored: Mapping[tuple[str, str], Sequence[Any]],
) -> tuple[str, ...]:
    books = stored.get((person.document.kind.value, person.document.number))
    if books is None:
        return ()
    return tuple(
        field
        for field, kept in zip(fields, books, strict=True)
        if _value(person, field) != kept and not is_blank(row.cell(field))
    )


def _value(person: Registration, field: str) -> Any:
    """A field as its column holds it."""
    told = getattr(person.profile, field) if field in _TOLD else getattr(person, field)
    if isinstance(told, tuple):
        return (TEXTS_APART if field in _TEXTS else " ").join(told)
    return tidy_text(told) if isinstance(told, str) else told
