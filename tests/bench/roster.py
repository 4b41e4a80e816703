"""The roster and the desk at size: filling a month, suggesting, signing in, closing a month.

The filling is held against HiGHS alone with the very same program, both timed in one run; the other
bounds are milliseconds of the use cases as the window calls them, commit to the disk included.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy import insert, update

from station_app.clock import at_desk
from station_app.data.models import Attendance, Volunteer
from station_app.data.opening import open_office
from station_app.data.unit import Office, Unit
from station_app.demo.clock import StoryClock
from station_app.demo.station import STATION, standing_posts
from station_app.domain.attendance import Origin
from station_app.domain.closing import Month
from station_app.places import Places
from station_app.rostering.filling import GAP, fill
from station_app.rostering.model import Model
from station_app.rostering.problem import Place, Problem
from station_app.services.closing import close_list, close_month
from station_app.services.lists.posts import ShiftFilter, shift_ids
from station_app.services.people import Registered, register_all
from station_app.services.posts import make_shifts, open_post
from station_app.services.reception import sign_typed
from station_app.services.stations import set_up
from station_app.services.suggestions import suggest
from tests.bench.books import MOMENT, people

MOST_SECONDS, MOST_GAP, MOST_RATIO = 30.0, 0.01, 1.3
MOST_SUGGEST_MS, MOST_SIGN_MS, MOST_CLOSE_S = 100.0, 50.0, 5.0
PEOPLE, SHIFTS, CANDIDATES, SERVED = 200, 672, 10_000, 2_000
_CHUNK = 50_000
_BACK = 5 * 365  # days over which the older stays are spread
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Bound:
    """One figure and what it must stay below."""

    told: str
    value: float
    most: float

    @property
    def kept(self) -> bool:
        """Whether it does."""
        return self.value < self.most


def run(arguments: Sequence[str]) -> int:
    """Measure and tell; 0 if every bound is kept, else 1."""
    parser = argparse.ArgumentParser(prog="bench roster", description=__doc__)
    parser.add_argument("--stays", type=int, default=1_000_000, help="in the books (a million)")
    parser.add_argument("--rounds", type=int, default=3, help="of each filling (default 3)")
    options = parser.parse_args(arguments)
    bounds = [*_filling(options.rounds), *_desk(options.stays)]
    for bound in bounds:
        print(f"  {bound.told}: {bound.value:.3g} (less than {bound.most:g})")
    kept = all(bound.kept for bound in bounds)
    print("  every bound is kept" if kept else "  A BOUND IS BROKEN")
    return 0 if kept else 1


def _filling(rounds: int) -> Iterator[Bound]:
    """The best of some rounds each, in turn, so that both meet the same machine."""
    problem = month(PEOPLE, SHIFTS)
    ours, bare, gaps = [], [], []
    for _round in range(rounds):
        begun = time.perf_counter()
        filling = fill(problem, step=lambda _best, _bound: None)
        ours.append(time.perf_counter() - begun)
        gaps.append(0.0 if filling.proven else filling.gap)
        begun = time.perf_counter()
        _bare(problem)
        bare.append(time.perf_counter() - begun)
    pairs = sum(len(place.may) for place in problem.places)
    print(f"{PEOPLE} people, {SHIFTS} shifts, {pairs} pairs allowed:")
    yield Bound("seconds to fill the month", min(ours), MOST_SECONDS)
    yield Bound("what could be better at most, as a fraction", max(gaps), MOST_GAP)
    yield Bound("times HiGHS alone", min(ours) / min(bare), MOST_RATIO)


def month(people: int, shifts: int) -> Problem:
    """Four weeks of eight posts in three parts of the day, people who told when they can."""
    chance = random.Random(2026)
    slots = [(day, part) for day in range(7) for part in range(3)]
    free = [{slot for slot in slots if chance.random() < 0.35} for _ in range(people)]
    able = [{post for post in range(8) if chance.random() < 0.5} for _ in range(people)]
    hours = ((8, 11), (13, 16), (18, 20))
    places = []
    for number in range(shifts):
        day, rest = divmod(number, 24)
        post, part = divmod(rest, 3)
        begins, ends = (day * _DAY + hour * 60 for hour in hours[part])
        may = (n for n in range(people) if (day % 7, part) in free[n] and post in able[n])
        places.append(Place(begins, ends, 2 if post < 4 else 1, frozenset(may)))
    before = [chance.randrange(6) for _ in range(people)]
    return Problem(places, before, rest=120, most_a_week=8 * 60)


def _bare(problem: Problem) -> None:
    """The same program handed to HiGHS, with nothing before and nobody listening."""
    import highspy
    import numpy as np

    model = Model(problem, highspy.kHighsInf)
    rows = model.rows
    solver = highspy.Highs()
    solver.silent()
    solver.setOptionValue("mip_rel_gap", GAP)
    costs, lower, upper = map(np.array, (model.costs, model.lower, model.upper))
    nothing = np.array([], dtype=np.int32)
    solver.addCols(len(costs), costs, lower, upper, 0, nothing, nothing, np.array([]))
    solver.addRows(
        len(rows.lower),
        np.array(rows.lower),
        np.array(rows.upper),
        len(rows.columns),
        np.array(rows.starts[:-1], dtype=np.int32),
        np.array(rows.columns, dtype=np.int32),
        np.array(rows.values),
    )
    whole = np.arange(model.integers, dtype=np.int32)
    kinds = np.array([highspy.HighsVarType.kInteger] * model.integers)
    solver.changeColsIntegrality(model.integers, whole, kinds)
    solver.run()


def _desk(stays: int) -> Iterator[Bound]:
    with tempfile.TemporaryDirectory(prefix="bench-roster-") as folder:
        clock = StoryClock(MOMENT)
        office = open_office(Places(Path(folder) / "data"), clock, actor=STATION.clerk)
        numbers, ids, post = _open_books(office)
        print(f"{CANDIDATES} people, {stays} stays (being made) …")
        office.write(_stays, ids, post, stays)
        yield Bound("suggestion for a shift, ms (p50)", _suggestions(office), MOST_SUGGEST_MS)
        yield Bound("sign-in, ms (p99)", _signing(office, numbers, post, clock), MOST_SIGN_MS)
        yield Bound(f"closing a month of {SERVED} people, s", _closing(office), MOST_CLOSE_S)
        office.close()


def _open_books(office: Office) -> tuple[list[str], list[UUID], UUID]:
    office.write(set_up, STATION)
    posts = [
        office.write(open_post, plan)
        for plan in standing_posts(MOMENT.date() - timedelta(days=400))
    ]
    office.write(make_shifts, MOMENT.date(), MOMENT.date() + timedelta(days=27))
    answers = office.write(register_all, list(people(CANDIDATES)))
    known = [answer for answer in answers if isinstance(answer, Registered)]
    return [one.number for one in known], [one.id for one in known], posts[0]


def _stays(unit: Unit, ids: Sequence[UUID], post: UUID, count: int) -> None:
    """Stays of five years, two hours each; last month's are those of the first people.

    Put in without journal, for people of old: neither is what is measured here.
    """
    long_ago = date(2000, 1, 1)
    unit.session.execute(update(Volunteer).values(consent_on=long_ago, registered_on=long_ago))
    last = Month.of(MOMENT.date().replace(day=1) - timedelta(days=1))
    month_of = [last.first + timedelta(days=n) for n in range((last.last - last.first).days + 1)]
    a_day = -(-count // _BACK)  # so many of the older ones on each day
    rows = []
    for number in range(count):
        recent = number < SERVED * 20
        turn, who = divmod(number, SERVED if recent else a_day)
        day = month_of[turn] if recent else last.first - timedelta(days=1 + turn)
        person = who if recent else number % len(ids)
        rows.append(_stay(ids[person], post, at_desk(day, 9), at_desk(day, 11)))
        if len(rows) == _CHUNK or number == count - 1:
            unit.session.connection().execute(insert(Attendance), rows)
            rows.clear()


def _stay(who: UUID, post: UUID, came: datetime, left: datetime) -> dict[str, object]:
    return {
        "id": uuid4(),
        "rev": 1,
        "volunteer_id": who,
        "post_id": post,
        "shift_id": None,
        "day": came.date(),
        "came_at": came,
        "left_at": left,
        "minutes": 120,
        "origin": Origin.CLOCKED,
        "evidence": "",
        "entered_at": left,
        "entered_by": STATION.clerk,
        "void_reason": "",
        "pause_minutes": 0,
        "reason": "",
        "witness": "",
        "confirmed_by": "",
        "reviewed_by": "",
        "review_note": "",
    }


def _suggestions(office: Office) -> float:
    days: tuple[date, date] = (MOMENT.date() + timedelta(days=1), MOMENT.date() + timedelta(days=9))
    shifts = [UUID(shift) for shift in office.read(shift_ids, ShiftFilter(*days), None)][:20]
    times = [_timed(partial(office.read, suggest, shift)) for shift in shifts]
    return statistics.median(times) * 1000


def _signing(office: Office, numbers: Sequence[str], post: UUID, clock: StoryClock) -> float:
    times = []
    for number in numbers[:300]:
        clock.go_on(clock.now() + timedelta(seconds=20))
        times.append(_timed(partial(office.write, sign_typed, number, post)))
    return statistics.quantiles(times, n=100)[98] * 1000


def _closing(office: Office) -> float:
    last = Month.of(MOMENT.date().replace(day=1) - timedelta(days=1))

    def close() -> None:
        office.read(close_list, last)
        office.write(close_month, last)

    return _timed(close)


def _timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
