"""Where the journal is written: at one place, in the transaction of the change itself.

Why a listener and not a call in each use case: a change that somebody forgot to note would be a
hole in the audit, and a row that never reaches the superior.
"""

import os
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import event, insert, select
from sqlalchemy.orm import Session, UOWTransaction

from station_app.data.models import Epoch, JournalEntry, Kept
from station_app.domain import journal
from station_app.domain.journal import JSON, Op, stamp
from station_app.domain.words import tidy_text

LEAP = timedelta(days=366)


def image_of(row: Kept) -> dict[str, JSON]:
    """The whole row as JSON values, keyed by column."""
    return {column.key: plain(getattr(row, column.key)) for column in row.__table__.columns}


def plain(value: Any) -> JSON:
    """One database value as JSON: ids and times as text, numbers and truth as they are."""
    match value:
        case datetime():
            return stamp(value)
        case time():
            return value.strftime("%H:%M")
        case date() | UUID():
            return str(value)
        case _:
            return value  # type: ignore[no-any-return]


class Ledger:
    """Chains an entry to the journal for every row that a session writes."""

    def __init__(self, session: Session, *, now: datetime, actor: str, verb: str) -> None:
        """Listen to the session until it closes; `verb` names the use case."""
        self._session = session
        self._now, self._actor, self._verb = now, tidy_text(actor), verb
        self._head: tuple[str, int, str, bool] | None = None
        self.touched: set[str] = set()
        event.listen(session, "before_flush", self._refuse_deletion)
        event.listen(session, "after_flush", self._follow)

    def access(self, verb: str, entity: str, row_id: str, facts: Mapping[str, JSON]) -> None:
        """Note that personal data was shown, exported or printed; `facts` say what and why."""
        self._session.flush()
        self._write([(verb, entity, row_id, Op.ACCESS, 0, dict(facts))])

    def _refuse_deletion(self, session: Session, _flush: UOWTransaction, _rows: object) -> None:
        if gone := [row for row in session.deleted if isinstance(row, Kept)]:
            raise TypeError(f"rows of the books are hidden or voided, never deleted: {gone[0]!r}")

    def _follow(self, session: Session, _flush: UOWTransaction) -> None:
        changes: list[tuple[str, str, str, Op, int, dict[str, JSON]]] = []
        for rows, op in ((session.new, Op.INSERT), (session.dirty, Op.UPDATE)):
            for row in sorted((row for row in rows if isinstance(row, Kept)), key=lambda r: r.id):
                if op is Op.INSERT or session.is_modified(row):
                    image = image_of(row)
                    entity = row.__tablename__
                    self.touched.add(entity)
                    changes.append((self._verb, entity, str(row.id), op, row.rev, image))
        self._write(changes)

    def _write(self, changes: list[tuple[str, str, str, Op, int, dict[str, JSON]]]) -> None:
        if not changes:
            return
        epoch, seq, link, suspect = self._head or self._read_head()
        at, rows = stamp(self._now), []
        for verb, entity, row_id, op, rev, facts in changes:
            seq += 1
            image, salt = journal.image_bytes(facts), os.urandom(journal.SALT_BYTES)
            entry = journal.chained(
                link,
                epoch=epoch,
                seq=seq,
                at=at,
                clock_suspect=suspect,
                actor=self._actor,
                verb=verb,
                entity=entity,
                row_id=row_id,
                op=op,
                rev=rev,
                image_hash=journal.image_hash(salt, image),
            )
            link = entry.hash
            rows.append(
                {name: getattr(entry, name) for name in journal.Entry.__slots__}
                | {"image": image.decode(), "salt": salt}
            )
        self._session.connection().execute(insert(JournalEntry), rows)
        self._head = (epoch, seq, link, suspect)

    def _read_head(self) -> tuple[str, int, str, bool]:
        epoch, ancestor = self._session.execute(
            select(Epoch.epoch, Epoch.ancestor).order_by(Epoch.ordinal.desc()).limit(1)
        ).one()
        last = self._session.execute(
            select(JournalEntry.seq, JournalEntry.hash, JournalEntry.at)
            .where(JournalEntry.epoch == epoch)
            .order_by(JournalEntry.seq.desc())
            .limit(1)
        ).first()
        if last is None:
            return epoch, 0, journal.root_of(ancestor), False
        since = self._now - datetime.fromisoformat(last.at)
        return epoch, last.seq, last.hash, not timedelta() <= since <= LEAP
