"""The unit of work: one instant, one clerk, one transaction; and the office that opens it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from uuid import UUID

from sqlalchemy import Table
from sqlalchemy.orm import Session

from station_app.clock import Clock
from station_app.data.engine import Engines, open_engines
from station_app.data.erasing import Lent, is_unswept, overwrite_lent, overwrite_past, sweep
from station_app.data.errors import telling
from station_app.data.finding import PeopleIndex
from station_app.data.ledger import Ledger
from station_app.data.models import Kept, Volunteer
from station_app.domain.journal import JSON

P = ParamSpec("P")
T = TypeVar("T")
R = TypeVar("R", bound=Kept)
Listener = Callable[[frozenset[str]], None]


class Unit:
    """What a use case works with; rows read through it never leave it."""

    def __init__(
        self,
        session: Session,
        *,
        now: datetime,
        actor: str,
        ledger: Ledger | None,
        index: PeopleIndex | None = None,
    ) -> None:
        """A unit that only reads has neither ledger nor index."""
        self.session = session
        self.now = now
        self.actor = actor
        self._ledger = ledger
        self._index = index

    def add(self, row: R) -> R:
        """Put a new row into the books."""
        self.session.add(row)
        return row

    def add_volunteers(self, rows: Sequence[Mapping[str, Any]]) -> list[UUID]:
        """Put many new volunteers in at once, a tenth of the time of `add`; their ids, in order.

        All rows name the same columns; the others have their defaults. Raises TypeError for what is
        no column.
        """
        if self._ledger is None or self._index is None:
            raise TypeError("a unit that only reads registers nobody")
        columns = {key: [row[key] for row in rows] for row in rows[:1] for key in row}
        ids = self._ledger.add_all(cast(Table, Volunteer.__table__), columns, len(rows))
        self._index.add_all(ids, columns)
        return ids

    def erasing(self, rows: Sequence[Kept]) -> None:
        """Note whatever changes in these rows from now on as erased."""
        if self._ledger is None:
            raise TypeError("a unit that only reads erases nothing")
        self._ledger.erasing(rows)

    def overwrite_past(
        self, rows: Sequence[Kept], lost: Collection[str], *, lent: Sequence[Lent] = ()
    ) -> int:
        """Blank what the journal said of these rows before this unit; how many entries.

        Entries of access stay unless a `lost` text stands in them; of rows that live on go only
        those of the time for which values were `lent` to them.
        """
        if self._ledger is None:
            raise TypeError("a unit that only reads erases nothing")
        count = sum(overwrite_lent(self.session, one) for one in lent)
        before = self._ledger.erased((*rows, *(one.row for one in lent)))
        return count + overwrite_past(self.session, rows, lost, up_to=before)

    def access(self, verb: str, entity: str, row_id: str, facts: Mapping[str, JSON]) -> None:
        """Keep in the journal that personal data was shown, exported or printed."""
        if self._ledger is None:
            raise TypeError(f"{verb} must be a writing unit: it is kept in the journal")
        self._ledger.access(verb, entity, row_id, facts)


class Office:
    """The one opener of units on one station's file.

    Raises DataReadOnly, DiskFull, DataBusy, DataDamaged, DataUnreachable or ChangedMeanwhile where
    the disk or another window stands in the way; nothing of the unit is kept then.
    """

    def __init__(self, path: Path, clock: Clock, *, actor: str) -> None:
        """An office on the database at `path`, whose changes are signed with `actor`."""
        self.path = path
        self.clock = clock
        self.actor = actor
        self._engines: Engines = open_engines(path)
        self._writing = Lock()
        self._listeners: list[Listener] = []

    def write(
        self, use_case: Callable[Concatenate[Unit, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a use case in one transaction; its name is the verb in the journal."""
        result, tables = self._transact(use_case, args, kwargs, keep=True)
        for listener in self._listeners if tables else ():
            listener(tables)
        return result

    def rehearse(
        self, use_case: Callable[Concatenate[Unit, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a use case as `write` does, constraints included, and keep nothing of it."""
        result, _tables = self._transact(use_case, args, kwargs, keep=False)
        return result

    def read(
        self, use_case: Callable[Concatenate[Unit, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Run a use case that only reads, on one snapshot; from any thread."""
        with telling(self.path), Session(self._engines.read) as session, session.begin():
            unit = Unit(session, now=self.clock.now(), actor=self.actor, ledger=None)
            return use_case(unit, *args, **kwargs)

    def on_change(self, listener: Listener) -> None:
        """Call `listener` with the names of the tables a unit changed, after its commit."""
        self._listeners.append(listener)

    def sweep(self) -> bool:
        """Write the file anew where something was erased; False where it must wait for others.

        Raises DiskFull and what else the disk says; it is then done at the next opening.
        """
        with self._writing, telling(self.path):
            return not is_unswept(self._engines.read) or sweep(self._engines.write, self.path)

    def close(self) -> None:
        """Close the file; the last one out folds the write-ahead log back in."""
        self._engines.dispose()

    def _transact(
        self, use_case: Callable[..., T], args: Any, kwargs: Any, *, keep: bool
    ) -> tuple[T, frozenset[str]]:
        """Run a use case in one transaction; answers with the tables it changed."""
        with (
            self._writing,
            telling(self.path),
            Session(self._engines.write, expire_on_commit=False) as session,
        ):
            now, verb = self.clock.now(), use_case.__name__
            ledger = Ledger(session, now=now, actor=self.actor, verb=verb)
            index = PeopleIndex(session)
            unit = Unit(session, now=now, actor=self.actor, ledger=ledger, index=index)
            with session.begin() as transaction:
                result = use_case(unit, *args, **kwargs)
                session.flush()
                if not keep:
                    transaction.rollback()
        return result, frozenset(ledger.touched)
