"""The register of certificates: every number ever given, and what the paper said."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept


class Certificate(Kept, kw_only=True):
    """One line of the register. `serial` counts 1, 2, 3 … within kind and year, without gaps.

    `snapshot` is the frozen text of the paper (RFC 8785 JSON), `digest` its SHA-256.
    """

    __tablename__ = "certificate"
    __table_args__ = (
        UniqueConstraint("kind", "year", "serial"),
        CheckConstraint("serial >= 1", name="counts_from_one"),
        CheckConstraint("state IN ('reserved', 'issued', 'void')", name="knows_state"),
        CheckConstraint("(state = 'void') = (voided_at IS NOT NULL)", name="void_says_when"),
        CheckConstraint("state <> 'void' OR length(void_reason) > 0", name="void_says_why"),
        CheckConstraint("state <> 'issued' OR issued_at IS NOT NULL", name="issued_says_when"),
        Index("certificate_by_state", "state"),
        Index("certificate_by_volunteer", "volunteer_id"),
    )

    kind: Mapped[str]
    year: Mapped[int]
    serial: Mapped[int]
    number: Mapped[str] = mapped_column(unique=True)
    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    batch: Mapped[UUID]
    from_day: Mapped[date]
    to_day: Mapped[date]
    minutes: Mapped[int]
    snapshot: Mapped[str]
    digest: Mapped[str]
    state: Mapped[str]
    reserved_at: Mapped[datetime]
    issued_at: Mapped[datetime | None] = mapped_column(default=None)
    voided_at: Mapped[datetime | None] = mapped_column(default=None)
    void_reason: Mapped[str] = mapped_column(default="")
