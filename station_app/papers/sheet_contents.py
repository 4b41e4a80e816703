"""What sign-in sheets and the papers for power cuts say, frozen, as it is printed."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ExpectedPerson:
    """Somebody who is expected: a number and a name, nothing that the next one need not read."""

    number: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetShift:
    """The shift a sheet is for; moments are the desk's, texts may be empty."""

    code: str
    post: str
    place: str
    starts_at: datetime
    ends_at: datetime
    organiser: str
    in_charge: str
    people: tuple[ExpectedPerson, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInSheet:
    """A sheet to be signed by whoever comes; without a shift all of it is filled in by hand."""

    recording_unit: str
    station: str
    shift: SheetShift | None
    blank_rows: int


@dataclass(frozen=True, slots=True)
class Call:
    """Whom to call about which shift; the desk's moments, the phone in full.

    Who is `waiting` for a place can be asked to come instead.
    """

    starts_at: datetime
    ends_at: datetime
    post: str
    place: str
    number: str
    name: str
    phone: str
    waiting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContinuitySheet:
    """The guide for days without the PC, and whom to call in these days."""

    recording_unit: str
    station: str
    clerk: str
    unit_phone: str
    in_charge: str
    guardian_below: int
    printed_on: date
    first_day: date
    last_day: date
    calls: tuple[Call, ...]
