"""Stays: who was in, from when to when, and how we know."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept

_STANDS = text("voided_at IS NULL")
_OPEN = text("left_at IS NULL AND voided_at IS NULL")


class Attendance(Kept, kw_only=True):
    """One stay of one volunteer; `left_at` is empty while the volunteer is in.

    `day` is the wall-clock day of coming; `minutes` is what counts, empty while the stay is open.
    A stay is never deleted: undo voids it and says why.
    """

    __tablename__ = "attendance"
    __table_args__ = (
        CheckConstraint("left_at IS NULL OR left_at > came_at", name="leaves_after_coming"),
        CheckConstraint("(minutes IS NULL) = (left_at IS NULL)", name="counts_when_left"),
        CheckConstraint("minutes IS NULL OR minutes >= 0", name="never_negative"),
        CheckConstraint(
            "origin IN ('clocked', 'sheet', 'corrected', 'supplemented', 'imported')",
            name="knows_origin",
        ),
        Index(
            "one_open_stay", "volunteer_id", unique=True, sqlite_where=_OPEN, postgresql_where=_OPEN
        ),
        Index(
            "one_stay_a_moment",
            "volunteer_id",
            "came_at",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
        Index("attendance_by_day", "day", "came_at"),
        Index("attendance_by_shift", "shift_id"),
        Index("attendance_by_volunteer", "volunteer_id"),
    )

    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    post_id: Mapped[UUID] = mapped_column(ForeignKey("post.id"))
    shift_id: Mapped[UUID | None] = mapped_column(ForeignKey("shift.id"), default=None)
    day: Mapped[date]
    came_at: Mapped[datetime]
    left_at: Mapped[datetime | None] = mapped_column(default=None)
    minutes: Mapped[int | None] = mapped_column(default=None)
    origin: Mapped[str]
    evidence: Mapped[str] = mapped_column(default="")
    entered_at: Mapped[datetime]
    entered_by: Mapped[str]
    voided_at: Mapped[datetime | None] = mapped_column(default=None)
    void_reason: Mapped[str] = mapped_column(default="")
