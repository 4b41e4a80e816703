"""Where the journal is written: at one place, in the transaction of the change itself.

Why a listener and not a call in each use case: a change that somebody forgot to note would be a
hole in the audit, and a row that never reaches the superior.
"""

import os
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple, cast
from uuid import UUID

from sqlalchemy import Table, event, select
from sqlalchemy.orm import Session, UOWTransaction
from uuid_utils import uuid7

from station_app.data.frames import Columns, as_kept, filled, plain, put
from station_app.data.models import Epoch, JournalEntry, Kept
from station_app.domain import journal
from station_app.domain.journal import JSON, SALT_BYTES, Chain, Op, stamp
from station_app.domain.words import tidy_text

LEAP = timedelta(days=366)
_JOURNAL = cast(Table, JournalEntry.__table__)


class _Entries(NamedTuple):
    """Entries that differ in row and image only; `rev` is 0 where nothing was changed."""

    verb: str
    entity: str
    op: Op
    rev: int
    row_ids: Sequence[str]
    images: Sequence[bytes]


class Ledger:
    """Chains an entry to the journal for every row that a session writes."""

    def __init__(self, session: Session, *, now: datetime, actor: str, verb: str) -> None:
        """Listen to the session until it closes; `verb` names the use case."""
        self._session = session
        self._now, self._actor, self._verb = now, tidy_text(actor), verb
        self._chain: Chain | None = None
        self._before = ("", 0)
        self._erasing: set[UUID] = set()
        self._erased: set[UUID] = set()
        self.touched: set[str] = set()
        event.listen(session, "before_flush", self._refuse_deletion)
        event.listen(session, "after_flush", self._follow)

    def access(self, verb: str, entity: str, row_id: str, facts: Mapping[str, JSON]) -> None:
        """Note that personal data was shown, exported or printed; `facts` say what and why."""
        self._session.flush()
        image = journal.image_bytes(dict(facts))
        self._write([_Entries(verb, entity, Op.ACCESS, 0, [row_id], [image])])

    def erasing(self, rows: Sequence[Kept]) -> None:
        """Note whatever changes in these rows from now on as erased."""
        self._session.flush()
        self._erasing.update(row.id for row in rows)

    def erased(self, rows: Sequence[Kept]) -> tuple[str, int]:
        """See that each of these rows has an entry of its erasure; the entry before this unit.

        Revision 0 says that nothing changed in the row itself: only its past was overwritten.
        """
        self._session.flush()
        left = [row for row in rows if row.id not in self._erased]
        self._write([self._change(row, Op.ERASE, 0) for row in left])
        return self._before

    def add_all(self, table: Table, columns: Columns, count: int) -> list[UUID]:
        """Put so many new rows into a table of the books at once; their ids, in order.

        Columns that are not given have their defaults. Each row leaves the entry it would leave if
        it came alone. Raises TypeError for what is no column.
        """
        if not count:
            return []
        self._session.flush()
        made = [uuid7() for _ in range(count)]
        ids = list(map(str, made))
        rows = filled(table, {**columns, "id": ids, "rev": [1] * count}, count)
        put(self._session.connection(), table, as_kept(table, rows))
        self.touched.add(table.name)
        images = journal.images(rows)
        self._write([_Entries(self._verb, table.name, Op.INSERT, 1, ids, images)])
        return [UUID(int=one.int) for one in made]

    def _refuse_deletion(self, session: Session, _flush: UOWTransaction, _rows: object) -> None:
        if gone := [row for row in session.deleted if isinstance(row, Kept)]:
            raise TypeError(f"rows of the books are hidden or voided, never deleted: {gone[0]!r}")

    def _follow(self, session: Session, _flush: UOWTransaction) -> None:
        changes = []
        for rows, op in ((session.new, Op.INSERT), (session.dirty, Op.UPDATE)):
            for row in sorted((row for row in rows if isinstance(row, Kept)), key=lambda r: r.id):
                if op is Op.INSERT or session.is_modified(row):
                    self.touched.add(row.__tablename__)
                    changes.append(self._change(row, self._op(row, op), row.rev))
        self._write(changes)

    def _change(self, row: Kept, op: Op, rev: int) -> _Entries:
        image = journal.image_bytes(image_of(row))
        return _Entries(self._verb, row.__tablename__, op, rev, [str(row.id)], [image])

    def _op(self, row: Kept, op: Op) -> Op:
        if row.id not in self._erasing:
            return op
        self._erased.add(row.id)
        return Op.ERASE

    def _write(self, changes: Sequence[_Entries]) -> None:
        if not changes:
            return
        chain = self._chain = self._chain or self._end_of_chain()
        epoch, at, suspect, actor = chain.shared
        rows: list[tuple[Any, ...]] = []
        for verb, entity, op, rev, ids, images in changes:
            noise = os.urandom(SALT_BYTES * len(ids))
            salts = [noise[n : n + SALT_BYTES] for n in range(0, len(noise), SALT_BYTES)]
            hashes = list(map(journal.image_hash, salts, images))
            entries = zip(ids, hashes, strict=True)
            links = chain.hang(entries, verb=verb, entity=entity, op=op, rev=rev)
            told = zip(links, ids, images, salts, hashes, strict=True)
            rows += [
                (
                    *(epoch, seq, at, suspect, actor, verb, entity, row_id, op.value, rev),
                    *(image.decode(), salt, hashed, link),
                )
                for (seq, link), row_id, image, salt, hashed in told
            ]
        put(self._session.connection(), _JOURNAL, rows)

    def _end_of_chain(self) -> Chain:
        epoch, ancestor = self._session.execute(
            select(Epoch.epoch, Epoch.ancestor).order_by(Epoch.ordinal.desc()).limit(1)
        ).one()
        last = self._session.execute(
            select(JournalEntry.seq, JournalEntry.hash, JournalEntry.at)
            .where(JournalEntry.epoch == epoch)
            .order_by(JournalEntry.seq.desc())
            .limit(1)
        ).first()
        seq, link, suspect = 0, journal.root_of(ancestor), False
        self._before = (epoch, last.seq if last else 0)
        if last is not None:
            since = self._now - datetime.fromisoformat(last.at)
            seq, link, suspect = last.seq, last.hash, not timedelta() <= since <= LEAP
        return Chain(
            link,
            epoch=epoch,
            seq=seq,
            at=stamp(self._now),
            clock_suspect=suspect,
            actor=self._actor,
        )


def image_of(row: Kept) -> dict[str, JSON]:
    """The whole row, by its columns."""
    return {key: plain(getattr(row, key)) for key in row.__table__.columns.keys()}  # noqa: SIM118
