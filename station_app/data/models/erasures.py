"""Whose personal data was erased, by whom and why."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept


class Erasure(Kept, kw_only=True):
    """One erasure: the record stays with name, masked document and what the law wants kept.

    `entries` counts the entries of the journal whose earlier images were overwritten.
    """

    __tablename__ = "erasure"
    __table_args__ = (
        CheckConstraint("cause IN ('request', 'retention')", name="knows_cause"),
        CheckConstraint("entries >= 0", name="never_negative"),
        Index("erasure_by_volunteer", "volunteer_id"),
    )

    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    cause: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    entries: Mapped[int]
    erased_at: Mapped[datetime]
    erased_by: Mapped[str]
