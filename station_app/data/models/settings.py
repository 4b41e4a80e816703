"""What a station decides for itself: settings, and its own entries of code lists."""

from datetime import date

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept


class Setting(Kept, kw_only=True):
    """One setting by its key; `value` is JSON. Without a row the default holds."""

    __tablename__ = "setting"
    __table_args__ = (CheckConstraint("length(key) > 0", name="has_key"),)

    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class CodeEntry(Kept, kw_only=True):
    """An entry of a code list that this station added or changed; it stands before the shipped one.

    Records keep codes for years, so an entry is never removed: from `valid_until` on it is no
    longer offered.
    """

    __tablename__ = "code_entry"
    __table_args__ = (
        UniqueConstraint("list_name", "code"),
        CheckConstraint("length(code) > 0", name="has_code"),
        CheckConstraint("length(zh) > 0", name="has_label"),
        CheckConstraint(
            "valid_until IS NULL OR valid_from IS NULL OR valid_until >= valid_from",
            name="ends_later",
        ),
    )

    list_name: Mapped[str]
    code: Mapped[str]
    zh: Mapped[str]
    en: Mapped[str] = mapped_column(default="")
    valid_from: Mapped[date | None] = mapped_column(default=None)
    valid_until: Mapped[date | None] = mapped_column(default=None)
