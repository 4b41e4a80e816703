"""Use cases of the journal: walk it, and say where its head stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select

from station_app.data.models import Epoch, JournalEntry
from station_app.data.unit import Unit
from station_app.domain.journal import (
    BLANK_IMAGE,
    BLANK_SALT,
    SALT_BYTES,
    Break,
    Entry,
    Op,
    first_broken,
    head_code,
    root_of,
)
from station_app.domain.journal import image_hash as digest

_ENTRY = [getattr(JournalEntry, name) for name in Entry.__slots__]
_IMAGE = [
    getattr(JournalEntry, name)
    for name in ("seq", "op", "entity", "row_id", "salt", "image", "image_hash")
]


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
    """What walking the journal found; `broken` names the first entry that does not hold.

    `blanked` entries say nothing more of their rows, whose personal data was erased later.
    """

    entries: int
    head: Head
    broken: Break | None
    altered: tuple[int, ...]
    blanked: int = 0


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
    """Walk the whole chain, and hold every image against the hash the chain covers.

    A blank image is sound where a later entry tells of the row's erasure, and altered elsewhere.
    """
    head = journal_head(unit)
    broken = first_broken(entries(unit, head.epoch, 1, head.seq), (0, root_of(head.ancestor)))
    altered, blanked = _images(unit, head.epoch)
    return Verdict(head.seq, head, broken, altered, blanked)


def _images(unit: Unit, epoch: str) -> tuple[tuple[int, ...], int]:
    """The entries whose image is not what it was, and how many are blank for a good reason.

    Walked from the end, so that an erasure is met before all it explains.
    """
    found = unit.session.execute(
        select(*_IMAGE)
        .where(JournalEntry.epoch == epoch)
        .order_by(JournalEntry.seq.desc())
        .execution_options(yield_per=2000)
    )
    altered, blanked, erased = [], 0, set()
    for seq, op, entity, row_id, salt, image, kept in found:
        if (image, salt) == (BLANK_IMAGE, BLANK_SALT) and (entity, row_id) in erased:
            blanked += 1
        elif len(salt) != SALT_BYTES or digest(salt, image.encode()) != kept:
            altered.append(seq)
        if op == Op.ERASE:
            erased.add((entity, row_id))
    return tuple(reversed(altered)), blanked
