"""Use cases of a clock that may be wrong: notice it, and keep what the clerk says about it.

Why asked and not refused: a PC whose battery is flat comes up in 2016, and the desk opens at nine.
Every entry made then is marked in the journal anyway; the answer says which of them to trust.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import select

from station_app.data.ledger import LEAP
from station_app.data.models import Epoch, JournalEntry, Station
from station_app.data.unit import Unit
from station_app.domain.journal import stamp
from station_app.services.stations import own_station


class ClockAnswer(StrEnum):
    """What the clerk says of the clock."""

    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """The present instant, and the last entry of the journal, which is later or years before."""

    now: datetime
    last: datetime


def clock_doubt(unit: Unit) -> ClockDoubt | None:
    """Whether the clock was set back, or is more than a year ahead of the last entry."""
    epoch = select(Epoch.epoch).order_by(Epoch.ordinal.desc()).limit(1).scalar_subquery()
    last = unit.session.scalars(
        select(JournalEntry.at)
        .where(JournalEntry.epoch == epoch)
        .order_by(JournalEntry.seq.desc())
        .limit(1)
    ).first()
    if last is None:
        return None
    at = datetime.fromisoformat(last)
    if at <= unit.now <= at + LEAP:
        return None
    return ClockDoubt(unit.now, at)


def answer_clock(unit: Unit, doubt: ClockDoubt, answer: ClockAnswer) -> None:
    """Keep in the journal what the clerk said of the clock; raises StationNotSetUp."""
    facts = {"answer": answer.value, "now": stamp(doubt.now), "last": stamp(doubt.last)}
    unit.access("answer_clock", Station.__tablename__, str(own_station(unit).id), dict(facts))
