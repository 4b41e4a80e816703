"""Which rows of the books an erasure reaches, and what it leaves of each.

Why records merged into a person's go with it: they are the same person. Why such a merge cannot be
undone afterwards: what each record held before is exactly what was erased.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from station_app.clock import local
from station_app.data.erasing import Lent
from station_app.data.models import (
    Assignment,
    Consent,
    Kept,
    Merge,
    Qualification,
    Shift,
    Volunteer,
)
from station_app.data.unit import Unit
from station_app.domain.erasing import (
    BESIDE,
    AlreadyErased,
    RecordMerged,
    StillIn,
    lost_texts,
    reduced,
)
from station_app.services import pictures
from station_app.services.attendance import open_stay
from station_app.services.merge_changes import as_text, changes_of
from station_app.services.people import survivor_of
from station_app.services.records import records_of

_SHORTEST_SOUGHT = 5  # shorter texts stand in any sentence by chance


def erasable(unit: Unit, volunteer_id: UUID) -> Volunteer:
    """A record that can be erased now, also one hidden with the import that brought it.

    Raises StillIn, AlreadyErased, RecordMerged.
    """
    who = unit.session.get_one(Volunteer, volunteer_id)
    if who.merged_into is not None:
        last = survivor_of(unit, who)
        raise RecordMerged(who.number, last.name, last.number)
    if who.erased_at is not None:
        raise AlreadyErased(who.name, who.number, local(who.erased_at).date())
    if stay := open_stay(unit, who.id):
        raise StillIn(who.name, stay.came_at)
    return who


def rows_beside(unit: Unit, who: Volunteer) -> list[Kept]:
    """Rows that belong to the person and hold something that goes, or did."""
    models: tuple[Any, ...] = (Consent, Qualification)
    found: list[Kept] = []
    for model in models:
        wanted = select(model).where(model.volunteer_id == who.id).order_by(model.id)
        found += unit.session.scalars(wanted)
    return found


def reached(unit: Unit, who: Volunteer) -> list[Kept]:
    """Every row that an erasure reduces, or whose past it overwrites."""
    records = records_of(unit, who)
    ids = [one.id for one in records]
    merges = select(Merge).where(Merge.survivor_id.in_(ids) | Merge.merged_id.in_(ids))
    found = unit.session.scalars(merges.order_by(Merge.id))
    return [*records, *found, *rows_beside(unit, who)]


def places_to_come(unit: Unit, who: Volunteer) -> list[Assignment]:
    """The shifts on which the person is still expected, or waits for a place."""
    wanted = select(Assignment).join(Shift, Shift.id == Assignment.shift_id)
    standing = wanted.where(
        Assignment.volunteer_id == who.id,
        Assignment.withdrawn_at.is_(None),
        Shift.ends_at > unit.now,
    )
    return list(unit.session.scalars(standing.order_by(Assignment.id)))


def lent_by(unit: Unit, records: Sequence[Volunteer]) -> list[Lent]:
    """Records of others that held values of these until a merge was undone."""
    ids = [one.id for one in records]
    wanted = select(Merge, Volunteer).join(Volunteer, Volunteer.id == Merge.survivor_id)
    undone = wanted.where(
        Merge.merged_id.in_(ids), Merge.survivor_id.not_in(ids), Merge.undone_at.is_not(None)
    )
    return [
        Lent(other, row.merged_at, row.undone_at)
        for row, other in unit.session.execute(undone.order_by(Merge.id))
        if row.undone_at is not None
    ]


def lost_in(records: Sequence[Volunteer]) -> frozenset[str]:
    """Texts of these records by which a note in the journal would give them away."""
    texts = (text for one in records for text in lost_texts(values_of(one)))
    return frozenset(text for text in texts if len(text) >= _SHORTEST_SOUGHT)


def reduce(unit: Unit, row: Kept) -> None:
    """Leave of a row what stays; nothing is asked of the database before it is done."""
    match row:
        case Volunteer():
            for key, value in values_of(row).items():
                if key != "photo":
                    setattr(row, key, reduced(key, value))
            row.erased_at = unit.now
            pictures.let_go(unit, row)
        case Merge():
            moved = [one for one in changes_of(row) if one.entity != Volunteer.__tablename__]
            row.changes, row.why = as_text(moved), ""
        case _:
            for key in BESIDE[row.__tablename__]:
                setattr(row, key, "")


def values_of(who: Volunteer) -> dict[str, Any]:
    """A record by its columns."""
    return {column.key: getattr(who, column.key) for column in Volunteer.__table__.columns}
