"""The journal: append-only, hash-chained (design: journal, epoch, seq)."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Base


class Epoch(Base, kw_only=True):
    """One unbroken line of the journal; a restored or copied database opens a new one."""

    __tablename__ = "epoch"

    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=True, init=False)
    epoch: Mapped[str] = mapped_column(unique=True)
    ancestor: Mapped[str] = mapped_column(default="")
    opened_at: Mapped[datetime]
    reason: Mapped[str]


class JournalEntry(Base, kw_only=True):
    """One entry. `image` is the whole row after the change, RFC 8785."""

    __tablename__ = "journal"
    __table_args__ = (
        CheckConstraint("seq >= 1", name="counts_from_one"),
        CheckConstraint("op IN ('I', 'U', 'D', 'E', 'A')", name="knows_op"),
        Index("journal_by_row", "entity", "row_id"),
    )

    epoch: Mapped[str] = mapped_column(ForeignKey("epoch.epoch"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    clock_suspect: Mapped[bool]
    actor: Mapped[str]
    verb: Mapped[str]
    entity: Mapped[str]
    row_id: Mapped[str]
    op: Mapped[str]
    rev: Mapped[int]
    image: Mapped[str]
    salt: Mapped[bytes] = mapped_column(LargeBinary)
    image_hash: Mapped[str]
    hash: Mapped[str]
