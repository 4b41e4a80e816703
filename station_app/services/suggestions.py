"""Who could serve on a shift: everybody ranked, each with the reasons of the place.

Why an order and no score: a clerk who phones from the top must see why this one comes before that
one, and a sum of weights tells nobody anything. Same books, same order.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from heapq import nsmallest
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select

from station_app.clock import local
from station_app.data.models import Assignment, Attendance, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.domain.rosters import Candidate, Concern, Needs, judge
from station_app.services.hours import Period, counted
from station_app.services.roster_facts import as_text, candidates, facts_of
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
    facts = facts_of(unit, shift)
    people = candidates(unit, shift.day, shift.day)
    for one in _on_it(unit, shift_id):
        people.pop(one, None)
    minutes, asked, near = _served(unit), _asked(unit), _near(unit, facts.place, people)
    told = judge(facts.needs, roster_rules(unit))
    ranked = []
    for one, who in people.items():
        against = told(who)
        if not any(concern.blocks for concern in against):
            free, served, times = _is_free(who, facts.needs), minutes.get(one, 0), asked.get(one, 0)
            order = (len(against), free is not True, served, times, who.area not in near)
            ranked.append((order, one, free, against))
    best = nsmallest(limit, ranked, key=lambda found: found[:2])
    known = _known(unit, [UUID(found[1]) for found in best])
    return tuple(
        Suggestion(
            known[one].id,
            known[one].number,
            known[one].name,
            known[one].phone,
            available=free,
            minutes=minutes.get(one, 0),
            asked=asked.get(one, 0),
            near=people[one].area in near,
            concerns=against,
        )
        for _order, one, free, against in best
    )


def _is_free(who: Candidate, needs: Needs) -> bool | None:
    return needs.slots <= who.availability if who.availability else None


def _on_it(unit: Unit, shift_id: UUID) -> list[str]:
    wanted = select(as_text(Assignment.volunteer_id)).where(
        Assignment.shift_id == shift_id, Assignment.withdrawn_at.is_(None)
    )
    return list(unit.session.scalars(wanted))


def _served(unit: Unit) -> dict[str, int]:
    """Why nothing is added to the id: SQLite would else read all stays ever, by person."""
    who = as_text(Attendance.volunteer_id) + ""
    lately = Period(first=local(unit.now - LATELY).date())
    summed = select(who, func.sum(Attendance.minutes)).where(*counted(lately)).group_by(who)
    rows: Any = unit.session.execute(summed).all()
    return dict(rows)


def _asked(unit: Unit) -> dict[str, int]:
    who = as_text(Assignment.volunteer_id)
    since = Assignment.assigned_at >= unit.now - LATELY
    rows: Any = unit.session.execute(select(who, func.count()).where(since).group_by(who)).all()
    return dict(rows)


def _near(unit: Unit, place: str, people: Mapping[str, Candidate]) -> set[str]:
    """Areas of residence that the place or the station's own name and address name."""
    station = find_own(unit)
    named = f"{place} {station.name} {station.address}" if station else place
    return {area for area in {who.area for who in people.values()} if area and area in named}


def _known(unit: Unit, ids: list[UUID]) -> dict[str, Any]:
    shown = select(Volunteer.id, Volunteer.number, Volunteer.name, Volunteer.phone)
    found = unit.session.execute(shown.where(Volunteer.id.in_(ids)))
    return {row.id.hex: row for row in found}
