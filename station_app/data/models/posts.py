"""Standing posts and the shifts made from their weekly rule."""

from datetime import date, datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept

_EXPECTED = text("withdrawn_at IS NULL")


class Post(Kept, kw_only=True):
    """A standing service post, or with `single` an activity that takes place once.

    `rule` is an RFC 5545 recurrence rule without times, `exceptions` are ISO days it leaves out,
    separated by one space. `starts_at` and `ends_at` are wall-clock times; an end at or before the
    start is the next day. `organiser` and `in_charge` are asked for by Order 67, art. 7.
    `qualifications` are codes, separated by one space; ages are full years on the day of service.
    """

    __tablename__ = "post"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="has_name"),
        CheckConstraint("starts_at <> ends_at", name="has_length"),
        CheckConstraint("min_people >= 1 AND max_people >= min_people", name="people_in_order"),
        CheckConstraint("risk IN ('none', 'low', 'high')", name="knows_risk"),
        CheckConstraint(
            "min_age IS NULL OR max_age IS NULL OR max_age >= min_age", name="ages_in_order"
        ),
    )

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    service_class: Mapped[str]
    place: Mapped[str]
    content: Mapped[str] = mapped_column(default="")
    rule: Mapped[str]
    starts_at: Mapped[time]
    ends_at: Mapped[time]
    first_day: Mapped[date]
    min_people: Mapped[int] = mapped_column(default=1)
    max_people: Mapped[int] = mapped_column(default=2)
    skip_holidays: Mapped[bool] = mapped_column(default=True)
    organiser: Mapped[str] = mapped_column(default="")
    in_charge: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None] = mapped_column(default=None)
    single: Mapped[bool] = mapped_column(default=False)
    service_object: Mapped[str] = mapped_column(default="")
    risk: Mapped[str] = mapped_column(default="none")
    risk_note: Mapped[str] = mapped_column(default="")
    qualifications: Mapped[str] = mapped_column(default="")
    min_age: Mapped[int | None] = mapped_column(default=None)
    max_age: Mapped[int | None] = mapped_column(default=None)
    exceptions: Mapped[str] = mapped_column(default="")


class Shift(Kept, kw_only=True):
    """One planned stretch of service at a post; `day` is the wall-clock day on which it starts."""

    __tablename__ = "shift"
    __table_args__ = (
        CheckConstraint("ends_at > starts_at", name="ends_after_starting"),
        UniqueConstraint("post_id", "starts_at"),
        Index("shift_by_day", "day", "starts_at"),
    )

    post_id: Mapped[UUID] = mapped_column(ForeignKey("post.id"))
    day: Mapped[date]
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    needed: Mapped[int]
    cancelled_at: Mapped[datetime | None] = mapped_column(default=None)
    cancel_reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")


class Assignment(Kept, kw_only=True):
    """A volunteer who is expected on a shift, until taken off it again with a reason.

    Who is `waiting` moves up when a place becomes free. `override_reason` is why a warning was
    passed over; `instead_of` is the place that a substitute or a swap took over. `missed_at` is
    when a clerk wrote down that somebody expected did not come.
    """

    __tablename__ = "assignment"
    __table_args__ = (
        CheckConstraint(
            "withdrawn_at IS NULL OR length(withdrawn_reason) > 0", name="withdrawn_says_why"
        ),
        CheckConstraint("origin IN ('clerk', 'suggested', 'filled')", name="knows_origin"),
        Index(
            "one_place_on_a_shift",
            "shift_id",
            "volunteer_id",
            unique=True,
            sqlite_where=_EXPECTED,
            postgresql_where=_EXPECTED,
        ),
        Index("assignment_by_volunteer", "volunteer_id"),
    )

    shift_id: Mapped[UUID] = mapped_column(ForeignKey("shift.id"))
    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    assigned_at: Mapped[datetime]
    assigned_by: Mapped[str]
    withdrawn_at: Mapped[datetime | None] = mapped_column(default=None)
    withdrawn_reason: Mapped[str] = mapped_column(default="")
    waiting: Mapped[bool] = mapped_column(default=False)
    origin: Mapped[str] = mapped_column(default="clerk")
    override_reason: Mapped[str] = mapped_column(default="")
    instead_of: Mapped[UUID | None] = mapped_column(ForeignKey("assignment.id"), default=None)
    missed_at: Mapped[datetime | None] = mapped_column(default=None)
