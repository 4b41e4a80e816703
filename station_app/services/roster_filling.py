"""Filling a stretch of the roster: a proposal first, which a clerk looks at and keeps.

Why a proposal and not places at once: the search takes seconds and no unit stays open for it; what
changed meanwhile is met when the proposal is kept, place by place.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from station_app.clock import at_desk
from station_app.data.models import Assignment, Shift, Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.posts import check_range
from station_app.domain.rosters import Candidate, Limit, RosterRules, judge
from station_app.errors import Outcome, Refusal, StationError
from station_app.rostering.filling import fill
from station_app.rostering.problem import Filling, Place, Problem
from station_app.services.roster_facts import STANDS, ShiftFacts, as_text, candidates, shift_facts
from station_app.services.rosters import assign
from station_app.services.settings import roster_rules
from station_app.services.suggestions import LATELY
from station_app.services.tasks import Task


@dataclass(frozen=True, slots=True)
class Proposed:
    """One place that would be given."""

    shift_id: UUID
    volunteer_id: UUID
    number: str
    name: str
    post: str
    facts: ShiftFacts


@dataclass(frozen=True, slots=True)
class Lack:
    """A shift that stays short: how many are missing, how many may serve there at all.

    `against` counts people by the limit that keeps them from it; of those who may, all are needed
    elsewhere or are at a limit of rest or week.
    """

    facts: ShiftFacts
    missing: int
    may: int
    against: Mapping[Limit, int]


@dataclass(frozen=True, slots=True)
class RosterProposal:
    """New places in the order of their shifts, and what stays short. `proven`: there is no better.

    `gap` is how much better it could be at most, as a fraction.
    """

    places: tuple[Proposed, ...]
    lacks: tuple[Lack, ...]
    proven: bool
    gap: float


@dataclass(frozen=True, slots=True)
class _Known:
    """What the books say, read in one snapshot."""

    shifts: Sequence[ShiftFacts]
    people: Mapping[str, Candidate]
    named: Mapping[str, tuple[UUID, str, str]]
    before: Mapping[str, int]
    fixed: frozenset[tuple[UUID, str]]
    rules: RosterRules


def propose_roster(
    office: Office, first: date, last: date, *, post_id: UUID | None = None, task: Task
) -> RosterProposal:
    """Fill the shifts between two days that have not begun; raises RangeUpsideDown, RangeTooLong.

    People who are expected stay. Stopping the task answers with the best found so far.
    """
    check_range(first, last)
    known = office.read(_known, first, last, post_id)
    ids = list(known.people)
    problem, against = _problem(known, ids)
    filling = fill(problem, step=lambda _best, _bound: task.step(0, 0))
    return _proposal(known, ids, problem, filling, against)


def keep_roster(unit: Unit, places: Sequence[tuple[UUID, UUID]], why: str) -> Outcome:
    """Give out the places of a proposal that were chosen: pairs of shift and volunteer.

    `why` passes over warnings. What no longer fits is refused with its reason, the rest stands.
    """
    refused = []
    for row, (shift_id, volunteer_id) in enumerate(places, start=1):
        name = unit.session.get_one(Volunteer, volunteer_id).name
        try:
            assign(unit, volunteer_id, shift_id, override=why, origin="filled")
        except StationError as error:
            refused.append(Refusal(row, None, error, name))
    return Outcome(len(places), len(places) - len(refused), tuple(refused))


def _known(unit: Unit, first: date, last: date, post_id: UUID | None) -> _Known:
    wanted = select(Shift.id).where(
        Shift.day.between(first, last), Shift.cancelled_at.is_(None), Shift.starts_at > unit.now
    )
    if post_id is not None:
        wanted = wanted.where(Shift.post_id == post_id)
    taken = select(Assignment.shift_id, as_text(Assignment.volunteer_id))
    fixed: Any = unit.session.execute(taken.where(Assignment.shift_id.in_(wanted), *STANDS))
    since = unit.now - LATELY
    served: Any = (
        select(as_text(Assignment.volunteer_id), func.count())
        .join(Shift, Shift.id == Assignment.shift_id)
        .where(Shift.starts_at.between(since, unit.now), *STANDS)
        .group_by(Assignment.volunteer_id)
    )
    named = unit.session.execute(select(Volunteer.id, Volunteer.number, Volunteer.name))
    return _Known(
        shifts=tuple(shift_facts(unit, wanted).values()),
        people=candidates(unit, first, last),
        named={one.hex: (one, number, name) for one, number, name in named},
        before=dict(unit.session.execute(served).all()),
        fixed=frozenset((shift, who) for shift, who in fixed),
        rules=roster_rules(unit),
    )


def _problem(known: _Known, ids: Sequence[str]) -> tuple[Problem, list[Counter[Limit]]]:
    """The figures, and for each shift who is kept from it by what.

    Shifts of people outside of the stretch block the minutes beside them.
    """
    if not known.shifts:
        return Problem((), [0] * len(ids)), []
    monday = known.shifts[0].needs.day - timedelta(days=known.shifts[0].needs.day.weekday())
    midnight = at_desk(monday)
    position = {one: place for place, one in enumerate(ids)}
    places, against = [], []
    for shift in known.shifts:
        may, kept = _who_may(known, shift, position)
        begins, ends = (
            int((moment - midnight).total_seconds()) // 60
            for moment in (shift.needs.starts_at, shift.needs.ends_at)
        )
        places.append(Place(begins, ends, shift.needed, may))
        against.append(kept)
    number = {shift.id: place for place, shift in enumerate(known.shifts)}
    fixed = frozenset(
        (number[shift], position[who]) for shift, who in known.fixed if who in position
    )
    before = [known.before.get(one, 0) for one in ids]
    rules = known.rules
    return Problem(places, before, fixed, rules.rest_minutes, rules.week_minutes), against


def _who_may(
    known: _Known, shift: ShiftFacts, position: Mapping[str, int]
) -> tuple[frozenset[int], Counter[Limit]]:
    """Nobody against whom anything speaks is asked by a program: warnings count like blocks."""
    may, kept, against = set(), Counter[Limit](), judge(shift.needs, known.rules)
    for one, who in known.people.items():
        limits = [told.limit for told in against(who) if told.limit is not Limit.FULL]
        if limits and (shift.id, one) not in known.fixed:
            kept[limits[0]] += 1
        else:
            may.add(position[one])
    return frozenset(may), kept


def _proposal(
    known: _Known,
    ids: Sequence[str],
    problem: Problem,
    filling: Filling,
    against: Sequence[Counter[Limit]],
) -> RosterProposal:
    places = []
    for shift, person in sorted(filling.pairs - problem.fixed):
        facts, (who, number, name) = known.shifts[shift], known.named[ids[person]]
        places.append(Proposed(facts.id, who, number, name, facts.post, facts))
    lacks = tuple(
        Lack(facts, missing, len(place.may), kept)
        for facts, missing, place, kept in zip(
            known.shifts, filling.lacking, problem.places, against, strict=True
        )
        if missing
    )
    return RosterProposal(tuple(places), lacks, filling.proven, filling.gap)
