"""Every row of the books that belongs to a person, in whichever table.

Why found by the tables themselves and not listed: a table added later would be forgotten here, and
a merge would leave its rows behind with a record that nobody sees.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast
from uuid import UUID

from sqlalchemy import Column, Index, Table, UniqueConstraint, select
from sqlalchemy.orm import Mapper

from station_app.data.models import Attendance, Base, Certificate, Kept, Post, Volunteer
from station_app.data.unit import Unit

_ABOUT_RECORDS: Final = frozenset({"volunteer", "merge", "not_same"})
_NAMED: Final = "volunteer_id"
_CHUNK: Final = 500


@dataclass(frozen=True, slots=True)
class Holding:
    """A column that says to whom a row belongs."""

    model: type[Kept]
    column: str

    @property
    def entity(self) -> str:
        """The table."""
        return str(self.model.__tablename__)


@dataclass(frozen=True, slots=True)
class Belonging:
    """One row that belongs to a person: of which table, how it is known, when it was.

    Stays have their post and both times, certificates their number and the day of issue; `minutes`
    are those that count, and only of stays. `struck` when it no longer holds.
    """

    entity: str
    row_id: UUID
    known_as: str = ""
    since: Any = None
    until: Any = None
    minutes: int | None = None
    struck: bool = False


def holdings() -> tuple[Holding, ...]:
    """All columns by which rows belong to volunteers, in the order of the tables' names."""
    return tuple(sorted(_holdings(), key=lambda one: (one.entity, one.column)))


def rows_of(unit: Unit, holding: Holding, volunteer_id: UUID) -> Sequence[Kept]:
    """The rows that belong to a person by this column, the oldest first."""
    model = holding.model
    wanted = select(model).where(_column(holding) == volunteer_id).order_by(model.id)
    return unit.session.scalars(wanted).all()


def belongings(unit: Unit, volunteer_id: UUID) -> tuple[Belonging, ...]:
    """Everything that belongs to a person, stays first."""
    found = []
    for holding in holdings():
        if holding.model not in (Attendance, Certificate):
            rows = rows_of(unit, holding, volunteer_id)
            found += [Belonging(holding.entity, row.id, _known_as(unit, row)) for row in rows]
    return (*_stays(unit, volunteer_id), *_certificates(unit, volunteer_id), *found)


def had_twice(unit: Unit, holding: Holding, one: UUID, other: UUID) -> int:
    """How many rows of both people would be the same row twice, by the table's unique keys."""
    found = 0
    for columns, where in _unique_keys(holding):
        mine, yours = (_key_values(unit, holding, columns, where, who) for who in (one, other))
        found += sum((mine & yours).values())
    return found


def _holdings() -> Iterator[Holding]:
    for mapper in cast("Sequence[Mapper[Any]]", tuple(Base.registry.mappers)):
        table = cast(Table, mapper.local_table)
        if table.name in _ABOUT_RECORDS:
            continue
        for column in table.columns:
            if column.key == _NAMED or _points_at_volunteers(column):
                if not issubclass(mapper.class_, Kept):
                    raise TypeError(f"{table.name} names people, but is not kept in the journal")
                yield Holding(mapper.class_, column.key)


def _points_at_volunteers(column: Column[Any]) -> bool:
    return any(key.column.table is Volunteer.__table__ for key in column.foreign_keys)


def _column(holding: Holding) -> Any:
    return getattr(holding.model, holding.column)


def _unique_keys(holding: Holding) -> Iterator[tuple[list[str], Any]]:
    """The other columns of each unique key that names the person, and when the key holds."""
    table = cast(Table, holding.model.__table__)
    for key in (*table.constraints, *table.indexes):
        if isinstance(key, UniqueConstraint) or (isinstance(key, Index) and key.unique):
            columns = [column.key for column in key.columns]
            if holding.column in columns:
                columns.remove(holding.column)
                where = key.dialect_options["sqlite"]["where"] if isinstance(key, Index) else None
                yield columns, where


def _key_values(
    unit: Unit, holding: Holding, columns: list[str], where: Any, who: UUID
) -> Counter[tuple[Any, ...]]:
    shown = [getattr(holding.model, name) for name in ("id", *columns)]
    wanted = select(*shown).where(_column(holding) == who)
    if where is not None:
        wanted = wanted.where(where)
    values = (tuple(row)[1:] for row in unit.session.execute(wanted))
    return Counter(value for value in values if None not in value)


def _known_as(unit: Unit, row: Kept) -> str:
    """The name of what the row points at, such as a team; empty where nothing has a name."""
    for column in cast(Table, row.__table__).columns:
        for key in column.foreign_keys:
            named = key.column.table.columns.get("name")
            target = getattr(row, column.key)
            if named is not None and target and not _points_at_volunteers(column):
                return str(unit.session.scalars(select(named).where(key.column == target)).one())
    return ""


def _stays(unit: Unit, volunteer_id: UUID) -> list[Belonging]:
    wanted = (
        select(Attendance, Post.name)
        .join(Post, Post.id == Attendance.post_id)
        .where(Attendance.volunteer_id == volunteer_id)
        .order_by(Attendance.came_at.desc())
    )
    return [
        Belonging(
            Attendance.__tablename__,
            stay.id,
            post,
            stay.came_at,
            stay.left_at,
            None if stay.voided_at else stay.minutes,
            stay.voided_at is not None,
        )
        for stay, post in unit.session.execute(wanted)
    ]


def _certificates(unit: Unit, volunteer_id: UUID) -> list[Belonging]:
    wanted = select(Certificate).where(Certificate.volunteer_id == volunteer_id)
    found = unit.session.scalars(wanted.order_by(Certificate.number.desc()))
    return [
        Belonging(
            Certificate.__tablename__,
            paper.id,
            paper.number,
            paper.issued_at or paper.reserved_at,
            struck=paper.voided_at is not None,
        )
        for paper in found
    ]
