"""What a paper says, frozen at the moment it is issued.

Why a snapshot: hours are corrected, people marry, posts are renamed; a paper handed out must still
be explained years later. So the register keeps every word that was printed and its digest, and the
PDF is only a picture of it.

Why no identity number in the certificate's number: it is printed on the wall and read over the
phone (DOMAIN: platforms that do so expose their volunteers).
"""

import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any

import rfc8785

from station_app.domain.attendance import Origin
from station_app.errors import StationError

CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_NUMBER = re.compile(r"(?P<station>[0-9A-Z-]+)-(?P<letter>[A-Z])(?P<year>\d{4})-(?P<serial>\d{5,})")


class Kind(StrEnum):
    """Which paper it is."""

    PROOF = "proof"
    APPRECIATION = "appreciation"


class State(StrEnum):
    """Where a number of the register stands; it never goes back and is never used twice."""

    RESERVED = "reserved"
    ISSUED = "issued"
    VOID = "void"


LETTERS = {Kind.PROOF: "Z", Kind.APPRECIATION: "G"}  # 证明, 感谢


@dataclass(eq=False)
class NotACertificateNumber(StationError):
    """The text is not of the form SJ001-Z2026-00001."""

    text: str


@dataclass(eq=False)
class NoHours(StationError):
    """There is nothing to certify for this person in this period."""

    name: str


@dataclass(eq=False)
class MissingGlyph(StationError):
    """No font of this PC draws the character, so this person's paper is not made."""

    name: str
    character: str


@dataclass(eq=False)
class FontMissing(StationError):
    """The font every paper is set in is not installed; `package` brings it."""

    package: str


@dataclass(eq=False)
class TextTooLong(StationError):
    """The text does not fit its place on this person's paper even in the smallest size."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Detail:
    """One stay of the detail list (Order 67 art. 7). `left` before `came` is the next day."""

    day: date
    service: str
    place: str
    came: time
    left: time
    minutes: int
    origin: Origin
    organiser: str
    in_charge: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything one paper says (Order 67 art. 15 and the superset of 民发〔2015〕149号).

    Texts are as printed; `document_number` is masked unless the volunteer asked for it in full.
    `minutes` is the credited total; `services` name what was done, most hours first. A text may be
    empty where the station does not know it; the template then leaves its phrase out.
    Raises NoHours; ValueError for a paper that contradicts itself.
    """

    kind: Kind
    number: str
    template: str
    template_version: int
    name: str
    sex: str
    document_kind: str
    document_number: str
    volunteer_number: str
    first_day: date
    last_day: date
    visits: int
    minutes: int
    services: tuple[str, ...]
    details: tuple[Detail, ...]
    recording_unit: str
    station: str
    in_charge: str
    handler: str
    phone: str
    issued_on: date

    def __post_init__(self) -> None:
        """Refuse what no register can hold."""
        if self.last_day < self.first_day:
            raise ValueError(f"the period ends on {self.last_day}, before {self.first_day}")
        if self.minutes <= 0 or self.visits <= 0:
            raise NoHours(self.name)
        if self.details and sum(line.minutes for line in self.details) != self.minutes:
            raise ValueError(f"{self.number}: the lines do not add up to {self.minutes} minutes")

    def to_json(self) -> bytes:
        """The canonical form (RFC 8785): one snapshot, one sequence of bytes."""
        plain = _plain(self) | {
            "first_day": self.first_day.isoformat(),
            "last_day": self.last_day.isoformat(),
            "issued_on": self.issued_on.isoformat(),
            "services": list(self.services),
            "details": [_plain_detail(line) for line in self.details],
        }
        return rfc8785.dumps(plain)

    @classmethod
    def from_json(cls, text: bytes | str) -> "Snapshot":
        """The snapshot a register row holds; ValueError, KeyError or TypeError if it holds none."""
        plain: dict[str, Any] = json.loads(text)
        if plain.keys() != set(cls.__slots__):
            raise KeyError(f"not the fields of a snapshot: {sorted(plain)}")
        return cls(
            **plain
            | {
                "kind": Kind(plain["kind"]),
                "first_day": date.fromisoformat(plain["first_day"]),
                "last_day": date.fromisoformat(plain["last_day"]),
                "issued_on": date.fromisoformat(plain["issued_on"]),
                "services": tuple(plain["services"]),
                "details": tuple(map(_detail, plain["details"])),
            }
        )

    def digest(self) -> str:
        """SHA-256 of the canonical form, in hex."""
        return hashlib.sha256(self.to_json()).hexdigest()


def _plain(value: "Snapshot | Detail") -> dict[str, Any]:
    """The fields by name, themselves not turned into anything."""
    return {field: getattr(value, field) for field in value.__slots__}


def _plain_detail(line: Detail) -> dict[str, Any]:
    """One line of the list as JSON knows it."""
    return _plain(line) | {
        "day": line.day.isoformat(),
        "came": line.came.isoformat("minutes"),
        "left": line.left.isoformat("minutes"),
    }


def _detail(plain: Mapping[str, Any]) -> Detail:
    """One line of the list, back from JSON."""
    return Detail(
        **dict(plain)
        | {
            "day": date.fromisoformat(plain["day"]),
            "came": time.fromisoformat(plain["came"]),
            "left": time.fromisoformat(plain["left"]),
            "origin": Origin(plain["origin"]),
        }
    )


@dataclass(frozen=True, slots=True)
class Number:
    """The parts of a certificate's number; the serial counts from 1 per station, kind and year."""

    station: str
    kind: Kind
    year: int
    serial: int

    def __str__(self) -> str:
        """As printed: SJ001-Z2026-00001."""
        return f"{self.station}-{LETTERS[self.kind]}{self.year:04d}-{self.serial:05d}"


def certificate_number(station_code: str, kind: Kind, year: int, serial: int) -> str:
    """The printed number: station, letter of the kind and year, serial of at least five digits."""
    return str(Number(station_code, kind, year, serial))


def parse_number(text: str) -> Number:
    """The parts of a number typed or scanned, full-width and small letters folded.

    Raises NotACertificateNumber.
    """
    found = _NUMBER.fullmatch(unicodedata.normalize("NFKC", text).strip().upper())
    kinds = {letter: kind for kind, letter in LETTERS.items()}
    if found is None or found["letter"] not in kinds:
        raise NotACertificateNumber(text)
    return Number(
        found["station"], kinds[found["letter"]], int(found["year"]), int(found["serial"])
    )


def check_code(snapshot: Snapshot) -> str:
    """Eight characters of the digest, to be read over the phone: ABCD-EFGH.

    Crockford's base 32 has no I, L, O or U, so nothing is misheard for a figure. Forty bits tell
    an altered paper from the register's; they do not replace the register.
    """
    bits = int(snapshot.digest()[:10], 16)
    code = "".join(CROCKFORD[bits >> shift & 31] for shift in range(35, -1, -5))
    return f"{code[:4]}-{code[4:]}"
