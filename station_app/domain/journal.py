"""The journal's chain, PJ1: how one entry holds on to all before it.

    image_hash = SHA-256( salt ‖ image )                          salt: 16 random bytes of its own
    hash       = SHA-256( "PJ1" ‖ previous ‖ body )

- `image`: the whole row after the change, RFC 8785 JSON in UTF-8.
- `"PJ1"`: these three ASCII bytes; they keep the hash apart from every other use of SHA-256.
- `previous`: the 32 raw bytes of the hash before. For seq 1 it is the hash of the epoch's ancestor
  entry, or 32 zero bytes (`GENESIS`) where the epoch has none.
- `body`: RFC 8785 JSON in UTF-8 of exactly these members, which stand in the standard's order:
  actor, at, clock_suspect, entity, epoch, image_hash, op, rev, row_id, seq, verb.
  `clock_suspect` is a JSON boolean, `rev` and `seq` are JSON integers, all others strings.
  Image and salt are not in it, so both can be erased later and the chain stays whole: the blank
  entries of a row are explained by a later entry E of the same row. Its `rev` is 0 where the row
  itself did not change and only its past was overwritten.
- Hashes and the epoch are written as lower-case hexadecimal; `at` is RFC 3339 in UTC with three
  decimals and `Z`; `seq` runs 1, 2, 3 … in an epoch without gaps.

Why bodies and flat images are joined here and not by the `rfc8785` library: that is four times
slower, and a year of a busy desk is walked at every check. Tests hold both to the same bytes.

Why `images` and `Chain.hang` take many at once: what they have in common is then written once, and
an import brings a hundred thousand of them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from json.encoder import encode_basestring
from typing import Any, TypeAlias

import rfc8785

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"

GENESIS = "0" * 64
SALT_BYTES = 16
BLANK_IMAGE, BLANK_SALT = "", b""  # what an erasure leaves of an image; no row is so short
MAX_INTEGER = 2**53 - 1
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_SCALARS = {str, int, bool, type(None)}


class Op(StrEnum):
    """What an entry did to its row."""

    INSERT = "I"
    UPDATE = "U"
    HIDE = "D"
    ERASE = "E"
    ACCESS = "A"


@dataclass(frozen=True, slots=True)
class Entry:
    """One link of the chain, without image and salt; `hash` covers all other fields."""

    epoch: str
    seq: int
    at: str
    clock_suspect: bool
    actor: str
    verb: str
    entity: str
    row_id: str
    op: Op
    rev: int
    image_hash: str
    hash: str


class Fault(StrEnum):
    """How an entry fails to follow the one before it."""

    EPOCH = "epoch"
    ORDER = "order"
    GAP = "gap"
    HASH = "hash"


@dataclass(frozen=True, slots=True)
class Break:
    """The first entry that does not hold; `expected` and `found` are what `fault` compares."""

    fault: Fault
    seq: int
    expected: str
    found: str


def stamp(instant: datetime) -> str:
    """An aware instant as the journal writes it: 2026-11-23T08:30:00.000Z."""
    text = instant.astimezone(UTC).isoformat(timespec="milliseconds")
    return text.removesuffix("+00:00") + "Z"


def image_bytes(row: Mapping[str, JSON]) -> bytes:
    """A row as RFC 8785 JSON; flat rows are joined here, all others go to the library.

    Raises ValueError for what the standard has no form for: integers past 2^53 - 1, infinities,
    lone surrogates.
    """
    members = []
    for key in sorted(row):
        text = _plain(row[key])
        if text is None or not key.isascii():
            return rfc8785.dumps(dict(row))
        members.append(f"{encode_basestring(key)}:{text}")
    return ("{" + ",".join(members) + "}").encode()


def _plain(value: JSON) -> str | None:
    """RFC 8785 of a value without floats and nesting; None when the library has to decide."""
    if isinstance(value, str):
        return encode_basestring(value)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int) and -MAX_INTEGER <= value <= MAX_INTEGER:
        return str(int(value))
    return None


def images(columns: Mapping[str, Sequence[JSON]]) -> list[bytes]:
    """The bytes of `image_bytes` for each of many rows; raises what it raises. Keys are ASCII.

    Why by columns: what all rows say alike is written once for all of them.
    """
    members, told = [], []
    for key in sorted(columns):
        column = columns[key]
        kinds = set(map(type, column))
        write: Callable[[Any], str] = encode_basestring if kinds == {str} else _value
        if len(kinds) == 1 and kinds <= _SCALARS and column.count(column[0]) == len(column):
            member = write(column[0]).replace("%", "%%")
        else:
            member = "%s"
            told.append(map(write, column))
        members.append(f"{encode_basestring(key).replace('%', '%%')}:{member}")
    frame, count = "{" + ",".join(members) + "}", max(map(len, columns.values()), default=0)
    rows = zip(*told, strict=True) if told else [()] * count
    return [(frame % row).encode() for row in rows]


def _value(value: JSON) -> str:
    """RFC 8785 of one value."""
    text = _plain(value)
    return rfc8785.dumps(value).decode() if text is None else text


def image_hash(salt: bytes, image: bytes) -> str:
    """The salted hash that stands for an image in the chain; the salt has one length only."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes, not {len(salt)}")
    return sha256(salt + image).hexdigest()


class Chain:
    """The end of an epoch's chain, to which one clerk's entries of one instant are hung."""

    def __init__(
        self, previous: str, *, epoch: str, seq: int, at: str, clock_suspect: bool, actor: str
    ) -> None:
        """`previous` is the hash of the entry `seq`, or what the epoch hangs on where seq is 0."""
        if not _HASH.fullmatch(previous):
            raise ValueError(f"cannot chain to {previous!r}")
        self.seq = seq
        self.hash = previous
        self.shared = (epoch, at, clock_suspect, actor)
        self._epoch, self._head = epoch, _head(actor, at, clock_suspect)

    def hang(
        self, entries: Iterable[tuple[str, str]], *, verb: str, entity: str, op: Op, rev: int
    ) -> Iterator[tuple[int, str]]:
        """The next entries, one for each row id and image hash, alike in all else: seq and hash."""
        if not (0 <= self.seq < MAX_INTEGER and 0 <= rev <= MAX_INTEGER):
            raise ValueError(f"cannot chain after {self.seq}, rev {rev}")
        start, middle, after, end = _around(self._head, entity, self._epoch, op, rev, verb)
        quote, link = encode_basestring, bytes.fromhex(self.hash)
        for row_id, hashed in entries:
            self.seq += 1
            body = f"{start}{quote(hashed)}{middle}{quote(row_id)}{after}{self.seq}{end}"
            link = sha256(b"PJ1" + link + body.encode()).digest()
            self.hash = link.hex()
            yield self.seq, self.hash


def chained(
    previous: str,
    *,
    epoch: str,
    seq: int,
    at: str,
    clock_suspect: bool,
    actor: str,
    verb: str,
    entity: str,
    row_id: str,
    op: Op,
    rev: int,
    image_hash: str,
) -> Entry:
    """The next entry of the chain whose last hash is `previous` (GENESIS before the first)."""
    end = Chain(previous, epoch=epoch, seq=seq - 1, at=at, clock_suspect=clock_suspect, actor=actor)
    one = [(row_id, image_hash)]
    ((_seq, link),) = end.hang(one, verb=verb, entity=entity, op=op, rev=rev)
    return Entry(
        *(epoch, seq, at, clock_suspect, actor, verb, entity, row_id, op, rev, image_hash, link)
    )


def expected_hash(previous: str, entry: Entry) -> str:
    """The hash this entry must carry when it follows `previous`."""
    head = _head(entry.actor, entry.at, entry.clock_suspect)
    around = _around(head, entry.entity, entry.epoch, entry.op, entry.rev, entry.verb)
    start, middle, after, end = around
    quote = encode_basestring
    body = f"{start}{quote(entry.image_hash)}{middle}{quote(entry.row_id)}{after}{entry.seq}{end}"
    return sha256(b"PJ1" + bytes.fromhex(previous) + body.encode()).hexdigest()


def _head(actor: str, at: str, clock_suspect: bool) -> str:
    """The members of a body that a unit's entries share; RFC 8785 happens to sort them first."""
    quote = encode_basestring
    suspect = "true" if clock_suspect else "false"
    return f'{{"actor":{quote(actor)},"at":{quote(at)},"clock_suspect":{suspect}'


def _around(
    head: str, entity: str, epoch: str, op: str, rev: int, verb: str
) -> tuple[str, str, str, str]:
    """A body as the module's head describes it: what stands before, between and behind its image
    hash, row id and seq."""
    quote = encode_basestring
    return (
        f'{head},"entity":{quote(entity)},"epoch":{quote(epoch)},"image_hash":',
        f',"op":{quote(op)},"rev":{rev},"row_id":',
        ',"seq":',
        f',"verb":{quote(verb)}}}',
    )


def first_broken(entries: Iterable[Entry], after: tuple[int, str]) -> Break | None:
    """Walk the entries of one epoch that follow `after` (seq, hash); name the first that does not.

    The whole epoch is walked from `(0, GENESIS)`, or from `(0, hash of the ancestor)`.
    """
    seq, link = after
    if not _HASH.fullmatch(link):
        raise ValueError(f"not a hash: {link!r}")
    epoch = None
    for entry in entries:
        epoch = epoch or entry.epoch
        if entry.epoch != epoch:
            return Break(Fault.EPOCH, entry.seq, epoch, entry.epoch)
        if entry.seq != seq + 1:
            fault = Fault.ORDER if entry.seq <= seq else Fault.GAP
            return Break(fault, entry.seq, str(seq + 1), str(entry.seq))
        link = expected_hash(link, entry)
        if link != entry.hash:
            return Break(Fault.HASH, entry.seq, link, entry.hash)
        seq = entry.seq
    return None


def root_of(ancestor: str) -> str:
    """The hash on which seq 1 of an epoch hangs: that of its ancestor `epoch:seq:hash`, if any."""
    return ancestor.rpartition(":")[2] or GENESIS


def head_code(link: str) -> str:
    """The first 80 bits of a hash for the paper log book: Crockford Base32, XXXX-XXXX-XXXX-XXXX."""
    if not _HASH.fullmatch(link):
        raise ValueError(f"not a hash: {link!r}")
    number = int(link[:20], 16)
    letters = "".join(_CROCKFORD[number >> shift & 31] for shift in range(75, -1, -5))
    return "-".join(letters[start : start + 4] for start in range(0, 16, 4))
