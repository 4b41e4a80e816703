"""Qualifications: what a person may do by law or after an examination, and until when.

Why a day is asked for and not "now": a post that needs a driver needs one on the day of its shift.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from station_app.domain.fields import given, short_text
from station_app.errors import StationError

LONGEST_NUMBER: Final = 50
LONGEST_ISSUER: Final = 100
SOON: Final = timedelta(days=60)
"""So long before its end a qualification is marked, to be renewed in time."""


@dataclass(eq=False)
class QualificationEndsEarly(StationError):
    """The last day lies before the first."""

    valid_from: date
    valid_until: date


@dataclass(eq=False)
class QualificationEntered(StationError):
    """The same paper stands in the books; `kind` is a code of its list."""

    name: str
    kind: str
    number: str
    valid_from: date


@dataclass(eq=False)
class QualificationGone(StationError):
    """It was struck out meanwhile."""

    kind: str


class Validity(StrEnum):
    """How a qualification stands on a day."""

    LATER = "later"
    VALID = "valid"
    LAPSING = "lapsing"
    LAPSED = "lapsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class QualificationCard:
    """One paper: `kind` is a code; without a last day it does not lapse."""

    kind: str
    number: str = ""
    issuer: str = ""
    valid_from: date
    valid_until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it is valid on a day; both ends are included."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def validity(self, day: date) -> Validity:
        """How it stands on a day."""
        if day < self.valid_from:
            return Validity.LATER
        if self.valid_until is None or self.valid_until - day > SOON:
            return Validity.VALID
        return Validity.LAPSING if day <= self.valid_until else Validity.LAPSED


def checked_qualification(card: QualificationCard) -> QualificationCard:
    """The card tidied; raises MissingField, TextLength, QualificationEndsEarly."""
    given("qualification_kind", card.kind)
    if card.valid_until is not None and card.valid_until < card.valid_from:
        raise QualificationEndsEarly(card.valid_from, card.valid_until)
    return replace(
        card,
        number=short_text("qualification_number", card.number, LONGEST_NUMBER),
        issuer=short_text("issuer", card.issuer, LONGEST_ISSUER),
    )


def holds_on(cards: Iterable[QualificationCard], kind: str, day: date) -> bool:
    """Whether any of these makes somebody qualified on a day, such as that of a shift."""
    return any(card.kind == kind and card.holds(day) for card in cards)
