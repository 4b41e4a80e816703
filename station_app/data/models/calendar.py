"""Statutory holidays and make-up working days, with where each is known from."""

from datetime import date

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept


class CalendarDay(Kept, kw_only=True):
    """A day that breaks the plain week: a day off, or a weekend day that is worked.

    `status` is `official` for an announced year and `estimated` for one only computed.
    """

    __tablename__ = "calendar_day"
    __table_args__ = (
        CheckConstraint("kind IN ('off', 'worked')", name="knows_kind"),
        CheckConstraint("status IN ('official', 'estimated')", name="knows_status"),
    )

    day: Mapped[date] = mapped_column(unique=True)
    kind: Mapped[str]
    name: Mapped[str]
    source: Mapped[str]
    status: Mapped[str]
