"""Making the past of a row unreadable, in the journal and in the file itself.

Why the chain stays whole: it covers the hash of each image, and without the salt no hash can be
tried against guesses (design: journal, erase). Why the file is written anew afterwards: SQLite
leaves what was replaced in the free room of its pages, and its text index keeps dropped words until
it is merged. The file's own mark says that this is still to be done, in the transaction of the
erasure: a crash in between cannot leave it undone.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Engine, and_, select, tuple_, update
from sqlalchemy.orm import Session

from station_app.data.models import JournalEntry, Kept
from station_app.domain.journal import BLANK_IMAGE, BLANK_SALT, Op, stamp

_MARK: Final = "PRAGMA user_version"
_LARGE: Final = 256 * 2**20


class Lent(NamedTuple):
    """A row that held values of another one from an instant to another, both included."""

    row: Kept
    since: datetime
    until: datetime


def overwrite_past(
    session: Session, rows: Sequence[Kept], lost: Collection[str], *, up_to: tuple[str, int]
) -> int:
    """Blank what entries say of these rows, up to an entry (epoch, seq); how many.

    Entries of access tell who looked and why: they go only where a lost text stands in them.
    """
    epoch, seq = up_to
    past = (JournalEntry.epoch != epoch) | (JournalEntry.seq <= seq)
    count = 0
    for row in rows:
        count += _blank(session, _of(row) & past & (JournalEntry.op != Op.ACCESS))
        looks = select(JournalEntry.epoch, JournalEntry.seq, JournalEntry.image).where(
            _of(row), past, JournalEntry.op == Op.ACCESS
        )
        for *key, image in session.execute(looks).all():
            if any(text in image for text in lost):
                here = tuple_(JournalEntry.epoch, JournalEntry.seq) == tuple_(*key)
                count += _blank(session, here)
    session.connection().exec_driver_sql(f"{_MARK} = 1")
    return count


def overwrite_lent(session: Session, lent: Lent) -> int:
    """Blank what entries say of a row while it held values of another one; how many."""
    then = JournalEntry.at.between(stamp(lent.since), stamp(lent.until))
    return _blank(session, _of(lent.row) & then & (JournalEntry.op != Op.ACCESS))


@contextmanager
def overwriting(session: Session) -> Iterator[None]:
    """Let SQLite write noughts over what is deleted here: enough for pages of their own."""
    connection = session.connection()
    connection.exec_driver_sql("PRAGMA secure_delete = ON")
    yield
    connection.exec_driver_sql("PRAGMA secure_delete = OFF")


def is_unswept(engine: Engine) -> bool:
    """Whether something was erased and the file not written anew since."""
    with engine.connect() as connection:
        return bool(connection.exec_driver_sql(_MARK).scalar_one())


def sweep(engine: Engine, path: Path) -> bool:
    """Write the file anew, so that nothing is left of what was replaced; no unit may be open.

    False where another program reads on in what was: then the mark stays.
    """
    raw = engine.raw_connection()
    connection: Any = raw.driver_connection
    try:
        connection.execute("INSERT INTO person_index(person_index) VALUES ('optimize')").close()
        store = "FILE" if path.stat().st_size > _LARGE else "MEMORY"
        connection.execute(f"PRAGMA temp_store = {store}").close()
        connection.execute("VACUUM").close()
        busy = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if not busy:
            connection.execute(f"{_MARK} = 0").close()
        return not busy
    finally:
        raw.close()


def _of(row: Kept) -> ColumnElement[bool]:
    """Entries of this row that still say something."""
    return and_(
        JournalEntry.entity == row.__tablename__,
        JournalEntry.row_id == str(row.id),
        JournalEntry.image != BLANK_IMAGE,
    )


def _blank(session: Session, which: ColumnElement[bool]) -> int:
    done: Any = session.execute(
        update(JournalEntry)
        .where(which)
        .values(image=BLANK_IMAGE, salt=BLANK_SALT)
        .execution_options(synchronize_session=False)
    )
    return int(done.rowcount)
