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

Why `Images` and `Chain`: what the rows of a table, or the entries of a unit, have in common is
rendered once, for an import brings a hundred thousand of them.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from json.encoder import encode_basestring
from operator import itemgetter
from typing import Any, TypeAlias

import rfc8785

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"

GENESIS = "0" * 64
SALT_BYTES = 16
BLANK_IMAGE, BLANK_SALT = "", b""  # what an erasure leaves of an image; no row is so short
MAX_INTEGER = 2**53 - 1
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)


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


class Images:
    """Writes images of rows that all have the same columns, two or more."""

    def __init__(self, columns: Sequence[str]) -> None:
        """`columns` are ASCII; values come in their order."""
        self._columns = columns
        self._sorted: Callable[[list[str]], Any] = itemgetter(
            *sorted(range(len(columns)), key=columns.__getitem__)
        )
        members = (encode_basestring(column).replace("%", "%%") for column in sorted(columns))
        self._frame = "{" + ",".join(f"{member}:%s" for member in members) + "}"

    def image(self, values: Sequence[JSON]) -> bytes:
        """The same bytes as `image_bytes` of the row; raises what it raises."""
        try:
            texts = [_RENDERED[type(value)](value) for value in values]
        except KeyError:
            return image_bytes(dict(zip(self._columns, values, strict=True)))
        text: str = self._frame % self._sorted(texts)
        return text.encode()


def _integer(value: int) -> str:
    if not -MAX_INTEGER <= value <= MAX_INTEGER:
        raise ValueError(f"no form for {value} in RFC 8785")
    return str(value)


_RENDERED: dict[type, Callable[[Any], str]] = {
    str: encode_basestring,
    int: _integer,
    bool: lambda value: "true" if value else "false",
    type(None): lambda _value: "null",
}


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
        self._epoch, self._at, self._suspect, self._actor = epoch, at, clock_suspect, actor
        self._head = _head(actor, at, clock_suspect)

    def hang(
        self, *, verb: str, entity: str, row_id: str, op: Op, rev: int, image_hash: str
    ) -> tuple[str, int, str, bool, str, str, str, str, Op, int, str, str]:
        """The next entry, as the fields of `Entry` in their order."""
        seq = self.seq + 1
        if not (0 < seq <= MAX_INTEGER and 0 <= rev <= MAX_INTEGER):
            raise ValueError(f"cannot chain seq {seq}, rev {rev}")
        body = _body(self._head, entity, self._epoch, image_hash, op, rev, row_id, seq, verb)
        link = sha256(b"PJ1" + bytes.fromhex(self.hash) + body).hexdigest()
        self.seq, self.hash = seq, link
        shared = (self._epoch, seq, self._at, self._suspect, self._actor)
        return (*shared, verb, entity, row_id, op, rev, image_hash, link)


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
    return Entry(
        *end.hang(verb=verb, entity=entity, row_id=row_id, op=op, rev=rev, image_hash=image_hash)
    )


def expected_hash(previous: str, entry: Entry) -> str:
    """The hash this entry must carry when it follows `previous`."""
    body = _body(
        _head(entry.actor, entry.at, entry.clock_suspect),
        entry.entity,
        entry.epoch,
        entry.image_hash,
        entry.op,
        entry.rev,
        entry.row_id,
        entry.seq,
        entry.verb,
    )
    return sha256(b"PJ1" + bytes.fromhex(previous) + body).hexdigest()


def _head(actor: str, at: str, clock_suspect: bool) -> str:
    """The members of a body that a unit's entries share; RFC 8785 happens to sort them first."""
    quote = encode_basestring
    suspect = "true" if clock_suspect else "false"
    return f'{{"actor":{quote(actor)},"at":{quote(at)},"clock_suspect":{suspect}'


def _body(
    head: str,
    entity: str,
    epoch: str,
    image_hash: str,
    op: str,
    rev: int,
    row_id: str,
    seq: int,
    verb: str,
) -> bytes:
    """The bytes of a body, as the module's head describes it."""
    quote = encode_basestring
    return (
        f'{head},"entity":{quote(entity)},"epoch":{quote(epoch)},"image_hash":{quote(image_hash)},'
        f'"op":{quote(op)},"rev":{rev},"row_id":{quote(row_id)},"seq":{seq},"verb":{quote(verb)}}}'
    ).encode()


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
