"""Use cases of this position: set it up, look at it, change what stands on the paper."""

from typing import Any

from sqlalchemy import select

from station_app.data.models import Station
from station_app.data.unit import Unit
from station_app.domain.stations import (
    Level,
    StationAlreadySetUp,
    StationCard,
    StationNotSetUp,
    checked_station,
)


def set_up(unit: Unit, card: StationCard) -> StationCard:
    """Make this desk the desk of the station on the card.

    Raises StationAlreadySetUp, StationFieldMissing, StationCodeUnreadable, CreditCodeWrong.
    """
    if station := find_own(unit):
        raise StationAlreadySetUp(station.name)
    card = checked_station(card)
    unit.add(Station(**_columns(card)))
    return card


def change_station(unit: Unit, card: StationCard) -> StationCard:
    """Change what is known of this station; the code stays, numbers already carry it."""
    station = own_station(unit)
    card = checked_station(card)
    for name, value in _columns(card).items():
        if name != "code":
            setattr(station, name, value)
    return card_of(station)


def this_station(unit: Unit) -> StationCard:
    """What is known of this station; raises StationNotSetUp."""
    return card_of(own_station(unit))


def station_if_set_up(unit: Unit) -> StationCard | None:
    """What is known of this station, or nothing on a new desk."""
    station = find_own(unit)
    return card_of(station) if station else None


def find_own(unit: Unit) -> Station | None:
    """The row of this station, if there is one."""
    return unit.session.scalars(select(Station).where(Station.own)).one_or_none()


def own_station(unit: Unit) -> Station:
    """The row of this station; raises StationNotSetUp."""
    if station := find_own(unit):
        return station
    raise StationNotSetUp


def card_of(station: Station) -> StationCard:
    """The row as a value that may leave the unit."""
    values = {name: getattr(station, name) for name in StationCard.__slots__}
    return StationCard(**values | {"level": Level(station.level)})


def _columns(card: StationCard) -> dict[str, Any]:
    return {name: getattr(card, name) for name in StationCard.__slots__}
