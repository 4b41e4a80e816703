"""Two records of one person put together, and pairs of which a clerk said: not the same."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept

_STANDS = text("undone_at IS NULL")
_SAID = text("withdrawn_at IS NULL")


class Merge(Kept, kw_only=True):
    """One merge: whose record stayed, whose was hidden, and everything that was changed by it.

    `changes` is a JSON list, in order, of entity, row, column, old and new value; with it a merge
    can be undone whole. `minutes` are those of both that counted. An undone merge stays as a row.
    """

    __tablename__ = "merge"
    __table_args__ = (
        CheckConstraint("survivor_id <> merged_id", name="two_records"),
        CheckConstraint("minutes >= 0", name="never_negative"),
        Index(
            "one_standing_merge",
            "merged_id",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
        Index("merge_by_survivor", "survivor_id"),
    )

    survivor_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    merged_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    merged_at: Mapped[datetime]
    merged_by: Mapped[str]
    why: Mapped[str] = mapped_column(default="")
    minutes: Mapped[int]
    changes: Mapped[str]
    undone_at: Mapped[datetime | None] = mapped_column(default=None)
    undone_by: Mapped[str] = mapped_column(default="")


class NotSame(Kept, kw_only=True):
    """Two records of which a clerk said that they are two people; the lower id is `one_id`."""

    __tablename__ = "not_same"
    __table_args__ = (
        CheckConstraint("one_id < other_id", name="lower_id_first"),
        Index(
            "one_word_a_pair",
            "one_id",
            "other_id",
            unique=True,
            sqlite_where=_SAID,
            postgresql_where=_SAID,
        ),
    )

    one_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    other_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    said_at: Mapped[datetime]
    said_by: Mapped[str]
    withdrawn_at: Mapped[datetime | None] = mapped_column(default=None)
