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
  Image and salt are not in it, so both can be erased later and the chain stays whole.
- Hashes and the epoch are written as lower-case hexadecimal; `at` is RFC 3339 in UTC with three
  decimals and `Z`; `seq` runs 1, 2, 3 … in an epoch without gaps.

Why bodies and flat images are joined here and not by the `rfc8785` library: that is four times
slower, and a year of a busy desk is walked at every check. Tests hold both to the same bytes.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from json.encoder import encode_basestring
from typing import TypeAlias

import rfc8785

JSON: TypeAlias = "bool | int | float | str | list[JSON] | dict[str, JSON] | None"

GENESIS = "0" * 64
SALT_BYTES = 16
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


def image_hash(salt: bytes, image: bytes) -> str:
    """The salted hash that stands for an image in the chain; the salt has one length only."""
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes, not {len(salt)}")
    return sha256(salt + image).hexdigest()


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
    if not (0 < seq <= MAX_INTEGER and 0 <= rev <= MAX_INTEGER and _HASH.fullmatch(previous)):
        raise ValueError(f"cannot chain seq {seq}, rev {rev} to {previous!r}")
    link = _link(
        previous, actor, at, clock_suspect, entity, epoch, image_hash, op, rev, row_id, seq, verb
    )
    return Entry(
        epoch, seq, at, clock_suspect, actor, verb, entity, row_id, op, rev, image_hash, link
    )


def expected_hash(previous: str, entry: Entry) -> str:
    """The hash this entry must carry when it follows `previous`."""
    return _link(
        previous,
        entry.actor,
        entry.at,
        entry.clock_suspect,
        entry.entity,
        entry.epoch,
        entry.image_hash,
        entry.op,
        entry.rev,
        entry.row_id,
        entry.seq,
        entry.verb,
    )


def _link(
    previous: str,
    actor: str,
    at: str,
    clock_suspect: bool,
    entity: str,
    epoch: str,
    image_hash: str,
    op: Op,
    rev: int,
    row_id: str,
    seq: int,
    verb: str,
) -> str:
    """SHA-256("PJ1" ‖ previous ‖ body), as the module's head describes it."""
    quote = encode_basestring
    body = (
        f'{{"actor":{quote(actor)},"at":{quote(at)},'
        f'"clock_suspect":{"true" if clock_suspect else "false"},'
        f'"entity":{quote(entity)},"epoch":{quote(epoch)},"image_hash":{quote(image_hash)},'
        f'"op":{quote(op)},"rev":{rev},"row_id":{quote(row_id)},"seq":{seq},"verb":{quote(verb)}}}'
    )
    return sha256(b"PJ1" + bytes.fromhex(previous) + body.encode()).hexdigest()


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
