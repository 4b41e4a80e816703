"""Use cases of the journal: walk it, and say where its head stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from station_app.data.models import Epoch, JournalEntry
from station_app.data.unit import Unit
from station_app.domain.journal import Break, Entry, Op, first_broken, head_code, root_of
from station_app.domain.journal import image_hash as digest

_ENTRY = [getattr(JournalEntry, name) for name in Entry.__slots__]


@dataclass(frozen=True, slots=True)
class Head:
    """Where the journal stands: `code` is what goes into the paper log book.

    `ancestor` is the entry on which the epoch hangs (`epoch:seq:hash`), empty for the first.
    """

    epoch: str
    ancestor: str
    seq: int
    hash: str

    @property
    def code(self) -> str:
        """Sixteen characters of the head's hash."""
        return head_code(self.hash)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What walking the journal found; `broken` names the first entry that does not hold."""

    entries: int
    head: Head
    broken: Break | None
    altered: tuple[int, ...]


def journal_head(unit: Unit) -> Head:
    """The last entry of the present epoch; seq 0 before the first."""
    epoch, ancestor = unit.session.execute(
        select(Epoch.epoch, Epoch.ancestor).order_by(Epoch.ordinal.desc()).limit(1)
    ).one()
    last = unit.session.execute(
        select(JournalEntry.seq, JournalEntry.hash)
        .where(JournalEntry.epoch == epoch)
        .order_by(JournalEntry.seq.desc())
        .limit(1)
    ).first()
    seq, link = last or (0, root_of(ancestor))
    return Head(epoch, ancestor, seq, link)


def entries(unit: Unit, epoch: str, first: int, last: int) -> Iterator[Entry]:
    """The entries of a slice, in order, without images."""
    rows = unit.session.execute(
        select(*_ENTRY)
        .where(JournalEntry.epoch == epoch, JournalEntry.seq.between(first, last))
        .order_by(JournalEntry.seq)
        .execution_options(yield_per=2000)
    )
    for row in rows:
        values = dict(row._mapping)
        yield Entry(**values | {"op": Op(values["op"])})


def verify_journal(unit: Unit) -> Verdict:
    """Walk the whole chain, and hold every image against the hash the chain covers."""
    head = journal_head(unit)
    broken = first_broken(entries(unit, head.epoch, 1, head.seq), (0, root_of(head.ancestor)))
    images = unit.session.execute(
        select(JournalEntry.seq, JournalEntry.salt, JournalEntry.image, JournalEntry.image_hash)
        .where(JournalEntry.epoch == head.epoch)
        .order_by(JournalEntry.seq)
        .execution_options(yield_per=2000)
    )
    altered = tuple(
        seq for seq, salt, image, kept in images if digest(salt, image.encode()) != kept
    )
    return Verdict(head.seq, head, broken, altered)
