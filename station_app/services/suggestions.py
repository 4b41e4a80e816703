"""Who could serve on a shift: everybody ranked, each with the reasons of the place.

Why an order and no score: a clerk who phones from the top must see why this one comes before that
one, and a sum of weights tells nobody anything. Same books, same order.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select

from station_app.clock import local
from station_app.data.models import Assignment, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.domain.rosters import Candidate, Concern, Needs, concerns
from station_app.services.hours import Period, hours_by_person
from station_app.services.roster_facts import candidates, facts_of
from station_app.services.settings import roster_rules
from station_app.services.stations import find_own

LATELY: Final = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One person for a shift. `available` is None where the person never said when to serve.

    `minutes` were served and `asked` shifts given within the last `LATELY`; `near` says that the
    area of residence is named in the place of the post or is that of the station.
    """

    volunteer_id: UUID
    number: str
    name: str
    phone: str
    available: bool | None
    minutes: int
    asked: int
    near: bool
    concerns: tuple[Concern, ...]


def suggest(unit: Unit, shift_id: UUID, *, limit: int = 30) -> tuple[Suggestion, ...]:
    """The best people for a shift who are not on it: nobody blocked, the best first.

    Fewer concerns come first, then who said to be free then, who served least lately, who was asked
    least, who lives near; then the order of registration.
    """
    shift = unit.session.get_one(Shift, shift_id)
    facts, rules = facts_of(unit, shift), roster_rules(unit)
    people = candidates(unit, shift.day, shift.day)
    for one in _on_it(unit, shift_id):
        people.pop(one, None)
    minutes, asked, near = _served(unit), _asked(unit), _near(unit, facts.place)
    ranked = []
    for one, who in people.items():
        against = concerns(who, facts.needs, rules)
        if not any(concern.blocks for concern in against):
            free, served, times = _is_free(who, facts.needs), minutes.get(one, 0), asked.get(one, 0)
            order = (len(against), free is not True, served, times, one not in near)
            ranked.append((order, one, free, against))
    ranked.sort(key=lambda found: found[:2])
    best = ranked[:limit]
    known = _known(unit, [found[1] for found in best])
    return tuple(
        Suggestion(
            one,
            known[one].number,
            known[one].name,
            known[one].phone,
            available=free,
            minutes=minutes.get(one, 0),
            asked=asked.get(one, 0),
            near=one in near,
            concerns=against,
        )
        for _order, one, free, against in best
    )


def _is_free(who: Candidate, needs: Needs) -> bool | None:
    return needs.slots <= who.availability if who.availability else None


def _on_it(unit: Unit, shift_id: UUID) -> list[UUID]:
    wanted = select(Assignment.volunteer_id).where(
        Assignment.shift_id == shift_id, Assignment.withdrawn_at.is_(None)
    )
    return list(unit.session.scalars(wanted))


def _served(unit: Unit) -> dict[UUID, int]:
    since = local(unit.now - LATELY).date()
    return {one.volunteer_id: one.minutes for one in hours_by_person(unit, Period(first=since))}


def _asked(unit: Unit) -> dict[UUID, int]:
    counted = (
        select(Assignment.volunteer_id, func.count())
        .where(Assignment.assigned_at >= unit.now - LATELY)
        .group_by(Assignment.volunteer_id)
    )
    rows: Any = unit.session.execute(counted).all()
    return dict(rows)


def _near(unit: Unit, place: str) -> set[UUID]:
    """Those whose area of residence is named by the place or by this station."""
    station = find_own(unit)
    named = f"{place} {station.name} {station.address}" if station else place
    areas = unit.session.scalars(select(Volunteer.area).where(Volunteer.area != "").distinct())
    close = [area for area in areas if area in named]
    return set(unit.session.scalars(select(Volunteer.id).where(Volunteer.area.in_(close))))


def _known(unit: Unit, ids: list[UUID]) -> dict[UUID, Any]:
    shown = select(Volunteer.id, Volunteer.number, Volunteer.name, Volunteer.phone)
    found = unit.session.execute(shown.where(Volunteer.id.in_(ids)))
    return {row.id: row for row in found}
