"""This position and, later, the tree above and below it."""

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept


class Station(Kept, kw_only=True):
    """One position (阵地). `own` marks the one whose books these are.

    The recording unit stands apart: a point is normally no legal person (Order 67, art. 26).
    """

    __tablename__ = "station"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="has_name"),
        CheckConstraint("length(code) > 0", name="has_code"),
        CheckConstraint("length(recording_unit) > 0", name="has_recording_unit"),
        Index(
            "one_own_station",
            "own",
            unique=True,
            sqlite_where=text("own"),
            postgresql_where=text("own"),
        ),
    )

    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    level: Mapped[str]
    recording_unit: Mapped[str]
    recording_unit_code: Mapped[str | None] = mapped_column(default=None)
    superior: Mapped[str] = mapped_column(default="")
    in_charge: Mapped[str] = mapped_column(default="")
    clerk: Mapped[str] = mapped_column(default="")
    phone: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(default="")
    own: Mapped[bool] = mapped_column(default=True)
