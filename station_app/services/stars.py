"""Use cases of stars: the table, how somebody stands, taking a star back.

Which stars are due and confirming them: `services.star_proposals`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Select, select

from station_app.clock import local
from station_app.data.models import Star, StarSetting, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import ReasonMissing
from station_app.domain.stars import (
    DEFAULT,
    Basis,
    StarTable,
    StarTakenBack,
    checked_table,
    minutes_to_next,
    next_star,
    star_of,
)
from station_app.services.hours import EVER, Period, hours_by_person
from station_app.services.stations import find_own, own_station

ALL_YEARS = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How a volunteer stands by the present table.

    `star` is confirmed, 0 for none; `reached` is what the hours make, which nobody may have
    confirmed yet. `minutes` count as the table says: all, or this year's.
    """

    star: int
    minutes: int
    next_star: int | None
    minutes_to_next: int | None
    confirmed_on: date | None
    reached: int


@dataclass(frozen=True, slots=True)
class Counting:
    """Which hours count: the table, and the year where it counts by the year."""

    table: StarTable
    year: int

    @property
    def period(self) -> Period:
        """The days whose hours count."""
        if self.table.basis is Basis.ALL:
            return EVER
        return Period(date(self.year, 1, 1), date(self.year, 12, 31))

    @property
    def booked(self) -> int:
        """The year as it stands in the books."""
        return ALL_YEARS if self.table.basis is Basis.ALL else self.year


def star_table(unit: Unit) -> StarTable:
    """The table of this station; the default one where nobody set another."""
    setting = _setting(unit)
    if setting is None:
        return DEFAULT
    return StarTable(tuple(map(int, setting.hours.split())), Basis(setting.basis))


def change_star_table(unit: Unit, table: StarTable) -> None:
    """Set the table; stars confirmed by the one before stay.

    Raises StarTableEmpty, StarTableTooLong, StarHoursOutOfRange, StarsNotAscending,
    StationNotSetUp.
    """
    hours = " ".join(map(str, checked_table(table).hours))
    if setting := _setting(unit):
        setting.basis, setting.hours = table.basis.value, hours
    else:
        station = own_station(unit)
        unit.add(StarSetting(station_id=station.id, basis=table.basis.value, hours=hours))


def standing(unit: Unit, volunteer_id: UUID) -> Standing:
    """How a volunteer stands today."""
    counting = counting_of(unit, None)
    people = hours_by_person(unit, counting.period, volunteers=[volunteer_id])
    minutes = people[0].minutes if people else 0
    best = best_stars(unit, counting, [volunteer_id]).get(volunteer_id)
    return Standing(
        star=best.star if best else 0,
        minutes=minutes,
        next_star=next_star(minutes, counting.table),
        minutes_to_next=minutes_to_next(minutes, counting.table),
        confirmed_on=best.confirmed_on if best else None,
        reached=star_of(minutes, counting.table),
    )


def withdraw_star(unit: Unit, star_id: UUID, reason: str) -> None:
    """Take a star back; it stays visible with the reason. Raises ReasonMissing, StarTakenBack."""
    if not reason.strip():
        raise ReasonMissing
    row = unit.session.get_one(Star, star_id)
    if row.withdrawn_at is not None:
        raise StarTakenBack(unit.session.get_one(Volunteer, row.volunteer_id).name, row.star)
    row.withdrawn_at, row.withdraw_reason = unit.now, reason.strip()


def counting_of(unit: Unit, year: int | None) -> Counting:
    """The present table over a year; over this one where none is given."""
    return Counting(star_table(unit), year or local(unit.now).year)


def best_stars(unit: Unit, counting: Counting, ids: Sequence[UUID]) -> dict[UUID, Star]:
    """The highest star that stands of each of these people."""
    stars = stars_of(counting, ids).where(Star.withdrawn_at.is_(None)).order_by(Star.star)
    return {row.volunteer_id: row for row in unit.session.scalars(stars)}


def stars_of(counting: Counting, ids: Sequence[UUID]) -> Select[Star]:
    """The stars of these people by the present way of counting."""
    return select(Star).where(Star.volunteer_id.in_(ids), Star.year == counting.booked)


def _setting(unit: Unit) -> StarSetting | None:
    station = find_own(unit)
    if station is None:
        return None
    wanted = select(StarSetting).where(StarSetting.station_id == station.id)
    return unit.session.scalars(wanted).one_or_none()
