"""What people may do by law or after an examination, and until when."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept


class Qualification(Kept, kw_only=True):
    """A qualification a volunteer brought proof of; without a last day it does not lapse.

    Entered by mistake, it is struck out with a reason, never deleted.
    """

    __tablename__ = "qualification"
    __table_args__ = (
        CheckConstraint("length(kind) > 0", name="has_kind"),
        CheckConstraint("valid_until IS NULL OR valid_until >= valid_from", name="ends_later"),
        CheckConstraint("voided_at IS NULL OR length(void_reason) > 0", name="void_says_why"),
        Index("qualification_by_volunteer", "volunteer_id"),
    )

    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    kind: Mapped[str]
    number: Mapped[str] = mapped_column(default="")
    issuer: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[date]
    valid_until: Mapped[date | None] = mapped_column(default=None)
    voided_at: Mapped[datetime | None] = mapped_column(default=None)
    void_reason: Mapped[str] = mapped_column(default="")
