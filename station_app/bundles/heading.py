"""What a bundle states about itself: who, which slice, which tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from station_app.bundles.cells import check_text
from station_app.bundles.schema import Layout, is_machine_name
from station_app.domain.journal import GENESIS

_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_EPOCH = re.compile(r"[0-9a-f]{16}", re.ASCII)
_ANCESTOR = re.compile(r"[0-9a-f]{16}:[1-9][0-9]{0,15}:([0-9a-f]{64})", re.ASCII)
_NONCE = re.compile(r"[0-9a-f]{32}", re.ASCII)


class Kind(StrEnum):
    """Which way a bundle travels and what for."""

    UP = "up"


class Travel(StrEnum):
    """How a column that identifies a person travels."""

    FULL = "full"
    MASKED = "masked"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Party:
    """A station or the office above it; `id` is its UUIDv7, `code` its administrative code."""

    id: str
    code: str
    name: str

    def __post_init__(self) -> None:
        """Refuse text that a table could not hold either (ValueError)."""
        for text in (self.id, self.code, self.name):
            if not text:
                raise ValueError("party")
            check_text(text)


def _all_masked() -> dict[str, Travel]:
    return {"document_number": Travel.MASKED, "phone": Travel.MASKED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the sender states: who, which slice of which epoch, when by its own clock.

    `prev_hash` is the hash before `from_seq`; for the first entry of an epoch that of the ancestor
    (`epoch:seq:hash`), or GENESIS. `nonce` is 128 random bits in hexadecimal. ValueError names the
    field that cannot be.
    """

    sender: Party
    recipient: Party | None = None
    kind: Kind = Kind.UP
    epoch: str
    ancestor: str | None = None
    from_seq: int
    to_seq: int
    prev_hash: str
    schema: int
    claimed_at: datetime
    nonce: str
    policy: Mapping[str, Travel] = field(default_factory=_all_masked)

    def __post_init__(self) -> None:
        """Refuse a slice that cannot be one."""
        ancestor = _ANCESTOR.fullmatch(self.ancestor or "")
        before = ancestor[1] if ancestor else GENESIS
        for name, holds in (
            ("epoch", _EPOCH.fullmatch(self.epoch)),
            ("ancestor", ancestor or self.ancestor is None),
            ("from_seq", self.from_seq >= 1),
            ("to_seq", self.to_seq >= self.from_seq),
            ("prev_hash", _HASH.fullmatch(self.prev_hash)),
            ("prev_hash", self.from_seq > 1 or self.prev_hash == before),
            ("schema", self.schema >= 1),
            ("claimed_at", self.claimed_at.tzinfo),
            ("nonce", _NONCE.fullmatch(self.nonce)),
            ("policy", all(map(is_machine_name, self.policy))),
        ):
            if not holds:
                raise ValueError(name)


@dataclass(frozen=True, slots=True)
class Resource:
    """One table of a bundle: its columns, the bytes of its file, their SHA-256, its rows."""

    layout: Layout
    bytes: int
    sha256: str
    rows: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """All that `datapackage.json` says."""

    heading: Heading
    head_hash: str
    app: str
    resources: tuple[Resource, ...]
