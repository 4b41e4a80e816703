"""Who has reached a star nobody confirmed yet, and confirming what was chosen of it.

Why nothing is given by itself: an evaluation looks at time and quality (Order 67, art. 10), and
quality is judged by a person.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import and_, select

from station_app.clock import local
from station_app.data.models import Attendance, Star, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import VolunteerUnknown
from station_app.domain.stars import (
    StarConfirmedAlready,
    StarConfirmedEarly,
    StarConfirmedInFuture,
    StarNotInTable,
    StarNotReached,
    StarTable,
    reached_on,
    star_of,
)
from station_app.errors import Outcome, Refusal, StationError
from station_app.services.hours import PersonHours, counted, hours_by_person
from station_app.services.stars import Counting, best_stars, counting_of, stars_of

T = TypeVar("T")
_Stays = list[tuple[date, int]]
_CHUNK = 500
_SHOWN = (Volunteer.hidden_at.is_(None), Volunteer.erased_at.is_(None))


@dataclass(frozen=True, slots=True)
class Proposal:
    """A star that is due: who, on what hours, reached when; `confirmed` is the star so far.

    `taken_back_on` and `taken_back_why` tell of such a star that was taken back before.
    """

    volunteer_id: UUID
    number: str
    name: str
    star: int
    confirmed: int
    minutes: int
    needed: int
    reached_on: date
    taken_back_on: date | None = None
    taken_back_why: str = ""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A proposal as the clerk saw and chose it."""

    volunteer_id: UUID
    star: int


def proposals(unit: Unit, year: int | None = None) -> tuple[Proposal, ...]:
    """Everybody whose hours make a higher star than is confirmed, the highest first.

    `year` matters only where the table counts by the year; it is this one unless given.
    """
    counting = counting_of(unit, year)
    least = counting.table.minutes_for(1)
    people = hours_by_person(unit, counting.period, least_minutes=least)
    gone = set(unit.session.scalars(select(Volunteer.id).where(~and_(*_SHOWN))))
    found: list[Proposal] = []
    for chunk in _chunks([one for one in people if one.volunteer_id not in gone]):
        found += _proposed(unit, counting, chunk)
    return tuple(sorted(found, key=lambda one: (-one.star, -one.minutes, one.number)))


def confirm_stars(
    unit: Unit, chosen: Sequence[Chosen], on: date, year: int | None = None
) -> Outcome:
    """Confirm stars on a day; each is looked at anew, since hours may have changed meanwhile.

    Refuses one by one StarNotReached, StarNotInTable, StarConfirmedAlready, StarConfirmedEarly,
    VolunteerUnknown; raises StarConfirmedInFuture.
    """
    if on > local(unit.now).date():
        raise StarConfirmedInFuture(on)
    counting = counting_of(unit, year)
    refused: list[Refusal] = []
    for chunk in _chunks(chosen):
        refused += _confirm(unit, counting, chunk, on)
    return Outcome(len(chosen), len(chosen) - len(refused), tuple(refused))


def _chunks(things: Sequence[T]) -> Iterator[Sequence[T]]:
    return (things[start : start + _CHUNK] for start in range(0, len(things), _CHUNK))


def _proposed(unit: Unit, counting: Counting, people: Sequence[PersonHours]) -> list[Proposal]:
    """The proposals among these people."""
    best = best_stars(unit, counting, [one.volunteer_id for one in people])
    confirmed = {who: row.star for who, row in best.items()}
    due = [
        one
        for one in people
        if star_of(one.minutes, counting.table) > confirmed.get(one.volunteer_id, 0)
    ]
    ids = [one.volunteer_id for one in due]
    stays, lost = _stays(unit, counting, ids), _taken_back(unit, counting, ids)
    return [
        _proposal(
            counting.table,
            one,
            confirmed.get(one.volunteer_id, 0),
            stays[one.volunteer_id],
            lost.get(one.volunteer_id),
        )
        for one in due
    ]


def _proposal(
    table: StarTable, person: PersonHours, confirmed: int, stays: _Stays, lost: Star | None
) -> Proposal:
    star = star_of(person.minutes, table)
    day = reached_on(stays, table.minutes_for(star))
    assert day is not None  # the same stays made the minutes
    told = lost if lost is not None and lost.star > confirmed else None
    return Proposal(
        volunteer_id=person.volunteer_id,
        number=person.number,
        name=person.name,
        star=star,
        confirmed=confirmed,
        minutes=person.minutes,
        needed=table.minutes_for(star),
        reached_on=day,
        taken_back_on=local(told.withdrawn_at).date() if told and told.withdrawn_at else None,
        taken_back_why=told.withdraw_reason if told else "",
    )


def _confirm(unit: Unit, counting: Counting, chosen: Sequence[Chosen], on: date) -> list[Refusal]:
    """Confirm what can be; tells what cannot."""
    ids = [one.volunteer_id for one in chosen]
    best, stays = best_stars(unit, counting, ids), _stays(unit, counting, ids)
    shown = select(Volunteer).where(Volunteer.id.in_(ids), *_SHOWN)
    people = {row.id: row for row in unit.session.scalars(shown)}
    refused = []
    for one in chosen:
        who = people.get(one.volunteer_id)
        try:
            if who is None:
                raise VolunteerUnknown(str(one.volunteer_id))
            _refuse_second(who, one.star, best.get(who.id))
            row = _star_row(counting, who, one.star, stays[who.id], on=on, by=unit.actor)
            best[who.id] = unit.add(row)
        except StationError as error:
            refused.append(Refusal(None, None, error, who.number if who else ""))
    return refused


def _refuse_second(who: Volunteer, star: int, best: Star | None) -> None:
    if best is not None and best.star >= star:
        raise StarConfirmedAlready(who.name, best.star, best.confirmed_on)


def _star_row(
    counting: Counting, who: Volunteer, star: int, stays: _Stays, *, on: date, by: str
) -> Star:
    """The star as it will stand in the books, if the stays make it."""
    table = counting.table
    if not 1 <= star <= len(table.hours):
        raise StarNotInTable(who.name, star, len(table.hours))
    needed, given = table.minutes_for(star), sum(minutes for _day, minutes in stays)
    day = reached_on(stays, needed)
    if day is None:
        raise StarNotReached(who.name, star, given, needed)
    if day > on:
        raise StarConfirmedEarly(who.name, star, day, on)
    return Star(
        volunteer_id=who.id,
        year=counting.booked,
        star=star,
        minutes=given,
        needed=needed,
        reached_on=day,
        confirmed_on=on,
        confirmed_by=by,
    )


def _taken_back(unit: Unit, counting: Counting, ids: Sequence[UUID]) -> dict[UUID, Star]:
    """The star of each of these people that was taken back last."""
    stars = stars_of(counting, ids).where(Star.withdrawn_at.is_not(None))
    last = stars.order_by(Star.withdrawn_at)
    return {row.volunteer_id: row for row in unit.session.scalars(last)}


def _stays(unit: Unit, counting: Counting, ids: Sequence[UUID]) -> dict[UUID, _Stays]:
    """Day and minutes of every stay that counts, in order."""
    found: dict[UUID, _Stays] = {one: [] for one in ids}
    wanted = select(Attendance.volunteer_id, Attendance.day, Attendance.minutes)
    wanted = wanted.where(Attendance.volunteer_id.in_(ids), *counted(counting.period))
    for who, day, minutes in unit.session.execute(wanted.order_by(Attendance.came_at)):
        found[who].append((day, minutes or 0))
    return found
