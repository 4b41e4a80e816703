"""What every table shares: typed constructors, UUIDv7 ids, a revision that counts changes."""

from datetime import datetime, time
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import Integer, MetaData, Uuid, event
from sqlalchemy.orm import (
    DeclarativeBase,
    InstrumentedAttribute,
    Mapped,
    MappedAsDataclass,
    declared_attr,
    mapped_column,
)
from uuid_utils.compat import uuid7

from station_app.data.columns import Instant, WallTime
from station_app.domain.words import tidy_text


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """The declarative base; constraint names are fixed, so that migrations can name them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {UUID: Uuid(), datetime: Instant(), time: WallTime()}


class Kept(Base, kw_only=True):
    """A row of the station's books: every change of it is an entry in the journal.

    `rev` starts at 1 and counts changes; a write that meets another revision than it read is
    refused, so that two windows cannot overwrite one another in silence.
    """

    __abstract__ = True

    id: Mapped[UUID] = mapped_column(primary_key=True, default_factory=uuid7, init=False)
    rev: Mapped[int] = mapped_column(Integer, init=False, repr=False)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:  # noqa: N805 (SQLAlchemy calls it with the class)
        """Let the mapper count revisions."""
        return {"version_id_col": cls.__table__.c.rev} if hasattr(cls, "__table__") else {}


@event.listens_for(Kept, "attribute_instrument", propagate=True)
def _tidy_all_text(_table: type[Kept], _key: str, attribute: InstrumentedAttribute[Any]) -> None:
    """Let every text of the books pass `tidy_text`, whichever use case sets it."""
    if attribute.property.columns[0].type.python_type is str:
        event.listen(attribute, "set", _tidied, retval=True)


def _tidied(_row: Kept, value: Any, _old: object, _cause: object) -> Any:
    return tidy_text(value) if isinstance(value, str) else value
