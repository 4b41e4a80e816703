"""The position (阵地) at whose desk the program runs, and the unit that answers for its records."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from stdnum.cn import uscc

from station_app.errors import StationError

_CODE: Final = re.compile(r"[A-Z0-9]{2,12}")


class Level(StrEnum):
    """Levels of positions, from the county down."""

    CENTRE = "centre"
    INSTITUTE = "institute"
    STATION = "station"
    POINT = "point"
    BASE = "base"
    STUDIO = "studio"


@dataclass(eq=False)
class StationNotSetUp(StationError):
    """The desk has no station yet; nothing can be recorded before it has."""


@dataclass(eq=False)
class StationAlreadySetUp(StationError):
    """The desk already is that of another station."""

    name: str


@dataclass(eq=False)
class StationCodeUnreadable(StationError):
    """The code is not two to twelve capital letters and digits."""

    given: str


@dataclass(eq=False)
class StationFieldMissing(StationError):
    """A field that no station can do without is empty."""

    field: str


@dataclass(eq=False)
class CreditCodeWrong(StationError):
    """The recording unit's code fails the check of GB 32100."""

    given: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StationCard:
    """What is known of a position. `recording_unit` signs and answers (Order 67, art. 26)."""

    code: str
    name: str
    recording_unit: str
    level: Level = Level.POINT
    recording_unit_code: str | None = None
    superior: str = ""
    in_charge: str = ""
    clerk: str = ""
    phone: str = ""
    address: str = ""


def checked_station(card: StationCard) -> StationCard:
    """The card with tidy fields.

    Raises StationFieldMissing, StationCodeUnreadable, CreditCodeWrong.
    """
    texts = {
        name: value.strip()
        for name in StationCard.__slots__
        if isinstance(value := getattr(card, name), str) and name != "level"
    }
    tidy = replace(card, **texts)  # type: ignore[arg-type]  # texts only, by construction
    for field in ("name", "code", "recording_unit"):
        if not getattr(tidy, field):
            raise StationFieldMissing(field)
    if not _CODE.fullmatch(tidy.code.upper()):
        raise StationCodeUnreadable(card.code)
    credit_code = _credit_code(tidy.recording_unit_code or "")
    return replace(tidy, code=tidy.code.upper(), recording_unit_code=credit_code)


def _credit_code(text: str) -> str | None:
    code = uscc.compact(text)
    if code and not uscc.is_valid(code):
        raise CreditCodeWrong(text)
    return code or None
