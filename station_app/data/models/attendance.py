"""Stays: who was in, from when to when, and how we know."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept

_STANDS = text("voided_at IS NULL")
_COUNTS = text("voided_at IS NULL AND left_at IS NOT NULL")
_OPEN = text("left_at IS NULL AND voided_at IS NULL")


class Attendance(Kept, kw_only=True):
    """One stay of one volunteer; `left_at` is empty while the volunteer is in.

    `day` is the wall-clock day of coming; `minutes` is what counts, empty while the stay is open.
    A stay is never deleted: undo voids it and says why. It is never changed either: a correction
    voids it and puts another beside it that names it in `corrects_id`. `pause_minutes` lie between
    coming and leaving and do not count.
    """

    __tablename__ = "attendance"
    __table_args__ = (
        CheckConstraint("left_at IS NULL OR left_at > came_at", name="leaves_after_coming"),
        CheckConstraint("(minutes IS NULL) = (left_at IS NULL)", name="counts_when_left"),
        CheckConstraint("minutes IS NULL OR minutes >= 0", name="never_negative"),
        CheckConstraint("pause_minutes >= 0", name="pause_never_negative"),
        CheckConstraint(
            "origin <> 'supplemented' OR (length(reason) > 0 AND length(confirmed_by) > 0)",
            name="supplement_says_why_and_by_whom",
        ),
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
        # What counts is summed over days from the index alone.
        Index(
            "attendance_that_counts",
            "day",
            "volunteer_id",
            "minutes",
            sqlite_where=_COUNTS,
            postgresql_where=_COUNTS,
        ),
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
    pause_minutes: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(default="")
    witness: Mapped[str] = mapped_column(default="")
    confirmed_by: Mapped[str] = mapped_column(default="")
    corrects_id: Mapped[UUID | None] = mapped_column(ForeignKey("attendance.id"), default=None)
    reviewed_at: Mapped[datetime | None] = mapped_column(default=None)
    reviewed_by: Mapped[str] = mapped_column(default="")
    review_note: Mapped[str] = mapped_column(default="")


class Supplement(Kept, kw_only=True):
    """Hours nobody signed for, asked for afterwards: they count when a second clerk confirms them.

    Confirmed, a stay of origin `supplemented` stands in the books and is named here.
    """

    __tablename__ = "supplement"
    __table_args__ = (
        CheckConstraint("left_at > came_at", name="leaves_after_coming"),
        CheckConstraint("length(reason) > 0", name="says_why"),
        CheckConstraint("length(witness) > 0", name="has_witness"),
        CheckConstraint("state IN ('asked', 'confirmed', 'refused')", name="knows_state"),
        CheckConstraint(
            "state = 'asked' OR (decided_at IS NOT NULL AND decided_by <> entered_by)",
            name="decided_by_another",
        ),
        CheckConstraint("(state = 'confirmed') = (stay_id IS NOT NULL)", name="confirmed_stands"),
        Index("supplement_by_state", "state"),
        Index("supplement_by_volunteer", "volunteer_id"),
    )

    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    post_id: Mapped[UUID] = mapped_column(ForeignKey("post.id"))
    came_at: Mapped[datetime]
    left_at: Mapped[datetime]
    pause_minutes: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str]
    witness: Mapped[str]
    evidence: Mapped[str] = mapped_column(default="")
    beyond_plan: Mapped[bool] = mapped_column(default=False)
    entered_at: Mapped[datetime]
    entered_by: Mapped[str]
    state: Mapped[str] = mapped_column(default="asked")
    decided_at: Mapped[datetime | None] = mapped_column(default=None)
    decided_by: Mapped[str] = mapped_column(default="")
    decision_note: Mapped[str] = mapped_column(default="")
    stay_id: Mapped[UUID | None] = mapped_column(ForeignKey("attendance.id"), default=None)


class MonthClose(Kept, kw_only=True):
    """A month whose totals are frozen, with the head of the journal at that moment.

    `figures` is JSON: minutes, stays and people of the month, of each post and of each day. What is
    entered or struck out for the month afterwards is an adjustment, found by its own moment.
    """

    __tablename__ = "month_close"
    __table_args__ = (
        CheckConstraint("month LIKE '____-__'", name="is_a_month"),
        CheckConstraint("minutes >= 0", name="never_negative"),
    )

    month: Mapped[str] = mapped_column(unique=True)
    closed_at: Mapped[datetime]
    closed_by: Mapped[str]
    epoch: Mapped[str]
    head_seq: Mapped[int]
    head_hash: Mapped[str]
    minutes: Mapped[int]
    stays: Mapped[int]
    people: Mapped[int]
    figures: Mapped[str]


class Evaluation(Kept, kw_only=True):
    """How the person in charge judged a volunteer's service (Order 67, art. 10)."""

    __tablename__ = "evaluation"
    __table_args__ = (
        CheckConstraint("grade IN ('good', 'fair', 'poor')", name="knows_grade"),
        Index("evaluation_by_volunteer", "volunteer_id"),
        Index(
            "one_evaluation_a_stay",
            "stay_id",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
    )

    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    stay_id: Mapped[UUID] = mapped_column(ForeignKey("attendance.id"))
    grade: Mapped[str]
    note: Mapped[str] = mapped_column(default="")
    on_day: Mapped[date]
    judged_by: Mapped[str]
    entered_at: Mapped[datetime]
    entered_by: Mapped[str]
    voided_at: Mapped[datetime | None] = mapped_column(default=None)
    void_reason: Mapped[str] = mapped_column(default="")
