"""Stars that a person confirmed, and the table by which they are proposed."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept

_STANDS = text("withdrawn_at IS NULL")


class StarSetting(Kept, kw_only=True):
    """The table of one station; `hours` for one star, two stars …, separated by one space.

    Without a row the default table of the domain holds.
    """

    __tablename__ = "star_setting"
    __table_args__ = (
        CheckConstraint("basis IN ('all', 'year')", name="knows_basis"),
        CheckConstraint("length(hours) > 0", name="has_stars"),
    )

    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"), unique=True)
    basis: Mapped[str]
    hours: Mapped[str]


class Star(Kept, kw_only=True):
    """One star of one volunteer; `year` is 0 where the hours of the whole record count.

    `minutes` were given when it was confirmed, `needed` minutes asked for, on `reached_on` there
    were enough. A star is never deleted: who takes it back says why.
    """

    __tablename__ = "star"
    __table_args__ = (
        CheckConstraint("star BETWEEN 1 AND 10", name="counts_from_one"),
        CheckConstraint("year >= 0", name="knows_year"),
        CheckConstraint("minutes >= needed", name="was_reached"),
        CheckConstraint("confirmed_on >= reached_on", name="confirmed_when_reached"),
        CheckConstraint(
            "(withdrawn_at IS NULL) = (length(withdraw_reason) = 0)", name="withdrawn_says_why"
        ),
        Index(
            "one_standing_star",
            "volunteer_id",
            "year",
            "star",
            unique=True,
            sqlite_where=_STANDS,
            postgresql_where=_STANDS,
        ),
        Index("star_by_confirmation", "confirmed_on"),
    )

    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    year: Mapped[int]
    star: Mapped[int]
    minutes: Mapped[int]
    needed: Mapped[int]
    reached_on: Mapped[date]
    confirmed_on: Mapped[date]
    confirmed_by: Mapped[str]
    withdrawn_at: Mapped[datetime | None] = mapped_column(default=None)
    withdraw_reason: Mapped[str] = mapped_column(default="")
