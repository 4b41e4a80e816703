"""What people are found by, and SQLite's full-text index over it.

Why no rows of the books: all of it follows from `volunteer` and can be made anew, so it needs no
journal and travels in no bundle. Why ordinals of their own: those that SQLite gives a table by
itself change when the file is copied with VACUUM, and the index would name other people.

A person's ordinal rises with each registration and stay, so the highest were met last.
"""

from typing import Any, Final

from sqlalchemy import (
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.types import NULLTYPE

from station_app.data.models.kept import Base

DERIVED: Final[dict[str, Any]] = {"derived": True}
VIRTUAL: Final = DERIVED | {"virtual": True}
"""Made by SQLite itself for its index; named here so that tables and migrations can be compared."""

PERSON_WORDS: Final = Table(
    "person_words",
    Base.metadata,
    Column("ordinal", Integer, primary_key=True),
    Column("volunteer_id", Uuid, ForeignKey("volunteer.id"), nullable=False),
    Column("words", String, nullable=False),
    UniqueConstraint("volunteer_id"),
    info=DERIVED,
)
PERSON_INDEX: Final = Table("person_index", Base.metadata, Column("words", NULLTYPE), info=VIRTUAL)
Table(
    "person_index_config",
    Base.metadata,
    Column("k", NULLTYPE, primary_key=True),
    Column("v", NULLTYPE),
    info=VIRTUAL,
)
Table(
    "person_index_data",
    Base.metadata,
    Column("id", Integer, primary_key=True, nullable=True),
    Column("block", LargeBinary),
    info=VIRTUAL,
)
Table(
    "person_index_idx",
    Base.metadata,
    Column("segid", NULLTYPE, primary_key=True),
    Column("term", NULLTYPE, primary_key=True),
    Column("pgno", NULLTYPE),
    info=VIRTUAL,
)
