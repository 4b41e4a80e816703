"""What left the house on a stick."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept


class Bundle(Kept, kw_only=True):
    """One bundle that was written, read back and compared; booked only then."""

    __tablename__ = "bundle"
    __table_args__ = (CheckConstraint("to_seq >= from_seq", name="slice_in_order"),)

    file_name: Mapped[str] = mapped_column(unique=True)
    folder: Mapped[str]
    epoch: Mapped[str]
    from_seq: Mapped[int]
    to_seq: Mapped[int]
    head_hash: Mapped[str]
    sha256: Mapped[str]
    size: Mapped[int]
    rows: Mapped[int]
    exported_at: Mapped[datetime]
