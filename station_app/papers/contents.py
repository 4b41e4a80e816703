"""What each paper says, frozen, in the words that are printed.

Apart from the pages: whoever gathers this loads neither fonts nor a press.
"""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from station_app.domain.attendance import Origin
from station_app.domain.certificates import Kind


class Sheet(StrEnum):
    """Which paper; its files bear the name, and so do entries of the journal."""

    RECORD = "record"
    CONSENT = "consent"
    MONTH = "month"
    SIGN_IN = "sign_in"
    CONTINUITY = "continuity"
    ROSTER = "roster"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """The person whose sheet it is; document and phone are masked, texts may be empty.

    A child's sheet has room for the guardian.
    """

    name: str
    number: str
    document_kind: str
    document_number: str
    phone: str
    is_child: bool
    guardian_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSheet:
    """Who handles the data and by which rules; without a person the sheet is filled in by hand.

    Ages and years are full years as the station has set them; texts may be empty.
    """

    recording_unit: str
    station: str
    address: str
    clerk: str
    unit_phone: str
    superior: str
    guardian_below: int
    guardian_present_below: int
    retention_years: int
    person: Signatory | None


@dataclass(frozen=True, slots=True)
class RecordedStay:
    """One stay; without `left` and `minutes` it is still open and counts for nothing."""

    day: date
    post: str
    place: str
    came: time
    left: time | None
    minutes: int | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class RecordedStar:
    """A confirmed star, with the minutes given until then; `year` where hours count by the year."""

    star: int
    year: int | None
    confirmed_on: date
    minutes: int


@dataclass(frozen=True, slots=True)
class RecordedPaper:
    """A certificate that was issued and stands."""

    kind: Kind
    number: str
    first_day: date
    last_day: date
    minutes: int
    issued_on: date


@dataclass(frozen=True, slots=True)
class RecordedQualification:
    """A qualification the volunteer brought proof of; the number is masked."""

    kind: str
    number: str
    issuer: str
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordSheet:
    """All that one sheet says of the days from `first_day` to `last_day`; either may be open.

    Texts are as printed, document and phone masked; stays by time.
    """

    recording_unit: str
    station: str
    unit_phone: str
    printed_on: date
    first_day: date | None
    last_day: date | None
    name: str
    number: str
    sex: str
    document_kind: str
    document_number: str
    phone: str
    area: str
    registered_on: date
    stays: tuple[RecordedStay, ...]
    stars: tuple[RecordedStar, ...]
    certificates: tuple[RecordedPaper, ...]
    qualifications: tuple[RecordedQualification, ...]
