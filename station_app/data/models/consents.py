"""What people agreed to after they were registered, and what they took back."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept


class Consent(Kept, kw_only=True):
    """One act of a volunteer: consent given or withdrawn, for one or more purposes.

    The first consent, without which nobody is registered (Order 67, art. 6), stands on the
    volunteer; what holds today follows from it and from these acts in the order of their days.
    `purposes` are codes, separated by one space.
    """

    __tablename__ = "consent"
    __table_args__ = (
        CheckConstraint("act IN ('given', 'withdrawn')", name="knows_act"),
        CheckConstraint("length(purposes) > 0", name="says_what_for"),
        Index("consent_by_volunteer", "volunteer_id"),
    )

    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    act: Mapped[str]
    purposes: Mapped[str]
    on_day: Mapped[date]
    way: Mapped[str]
    witness: Mapped[str] = mapped_column(default="")
    guardian_name: Mapped[str] = mapped_column(default="")
    guardian_phone: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    entered_at: Mapped[datetime]
    entered_by: Mapped[str]
