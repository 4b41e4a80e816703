"""What came in as files: each import, and how the columns of a kind of file are read."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept

_KEPT = text("dropped_at IS NULL")


class ImportRun(Kept, kw_only=True):
    """One file that went into the books.

    `from_seq` to `to_seq` are the entries of the journal's `epoch` that tell of the rows it made:
    with them the whole of it can be taken back.
    """

    __tablename__ = "import_run"
    __table_args__ = (
        CheckConstraint("kind IN ('roster', 'paper')", name="knows_kind"),
        CheckConstraint("done >= 0 AND done <= asked", name="done_of_asked"),
        CheckConstraint("to_seq >= from_seq", name="slice_in_order"),
        Index("import_run_by_digest", "sha256"),
    )

    kind: Mapped[str]
    file_name: Mapped[str]
    sha256: Mapped[str]
    asked: Mapped[int]
    done: Mapped[int]
    epoch: Mapped[str]
    from_seq: Mapped[int]
    to_seq: Mapped[int]
    imported_at: Mapped[datetime]
    imported_by: Mapped[str]
    undone_at: Mapped[datetime | None] = mapped_column(default=None)
    undone_by: Mapped[str] = mapped_column(default="")


class ImportProfile(Kept, kw_only=True):
    """A named mapping of columns, for lists that come again and again in one form.

    `columns` is a JSON object: our field to the header as the file writes it.
    """

    __tablename__ = "import_profile"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="has_name"),
        Index(
            "one_profile_a_name",
            "kind",
            "name",
            unique=True,
            sqlite_where=_KEPT,
            postgresql_where=_KEPT,
        ),
    )

    kind: Mapped[str]
    name: Mapped[str]
    columns: Mapped[str]
    dropped_at: Mapped[datetime | None] = mapped_column(default=None)
