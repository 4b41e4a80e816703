"""Filling a roster: within limits, fairly, keeping what is fixed, and useful when stopped."""

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from station_app.rostering.filling import fill
from station_app.rostering.model import LACKING, WEEK
from station_app.rostering.problem import Filling, Place, Problem

DAY = 24 * 60


def _unheard(_best: float, _bound: float) -> None:
    return None


def _place(day: int, hour: int, wanted: int, *may: int, hours: int = 2) -> Place:
    begins = day * DAY + hour * 60
    return Place(begins, begins + hours * 60, wanted, frozenset(may))


def _near(one: Place, other: Place, rest: int) -> bool:
    return one.begins < other.ends + rest and other.begins < one.ends + rest


def _keeps_limits(problem: Problem, pairs: frozenset[tuple[int, int]]) -> bool:
    for person in range(len(problem.shifts_before)):
        own = [problem.places[place] for place, who in pairs if who == person]
        if any(_near(one, other, problem.rest) for one, other in combinations(own, 2)):
            return False
        for week in {one.begins // WEEK for one in own}:
            minutes = sum(one.minutes for one in own if one.begins // WEEK == week)
            if problem.most_a_week is not None and minutes > problem.most_a_week:
                return False
    return True


def _cost(problem: Problem, filling: Filling | frozenset[tuple[int, int]]) -> float:
    pairs = filling.pairs if isinstance(filling, Filling) else filling
    lacking = sum(
        max(place.wanted - sum(one == number for one, _who in pairs), 0)
        for number, place in enumerate(problem.places)
    )
    ladders = 0.0
    for person, before in enumerate(problem.shifts_before):
        shifts = sum(who == person for _place, who in pairs)
        ladders += sum(1 + before + step for step in range(shifts))
    return LACKING * lacking + ladders


def test_work_is_shared_out_and_who_served_much_before_is_asked_last():
    places = [_place(day, 9, 1, 0, 1, 2) for day in range(4)]
    filling = fill(Problem(places, shifts_before=[0, 0, 5]), step=_unheard)
    counts = [sum(who == person for _place, who in filling.pairs) for person in range(3)]
    assert (counts, filling.proven, filling.lacking) == ([2, 2, 0], True, (0, 0, 0, 0))


def test_shifts_that_only_touch_are_apart_unless_rest_is_wanted():
    places = [_place(0, 9, 1, 0), _place(0, 11, 1, 0)]
    assert fill(Problem(places, [0]), step=_unheard).lacking == (0, 0)
    assert sum(fill(Problem(places, [0], rest=30), step=_unheard).lacking) == 1


def test_a_week_has_its_most_and_the_next_begins_anew():
    places = [_place(day, 9, 1, 0) for day in (0, 3, 6, 7)]
    filling = fill(Problem(places, [0], most_a_week=4 * 60), step=_unheard)
    assert sum(filling.lacking[:3]) == 1
    assert filling.lacking[3] == 0


def test_what_is_fixed_stands_even_where_it_breaks_a_limit():
    places = [_place(0, 9, 1, 0, 1), _place(0, 10, 1, 0, 1), _place(1, 9, 1, 1)]
    fixed = frozenset({(0, 0), (1, 0), (2, 0)})
    filling = fill(Problem(places, [0, 0], fixed, most_a_week=60), step=_unheard)
    assert filling.pairs == fixed


def test_a_place_nobody_may_take_is_told_as_lacking():
    filling = fill(Problem([_place(0, 9, 2), _place(1, 9, 2, 0)], [0]), step=_unheard)
    assert filling.lacking == (2, 1)


def test_stopped_at_once_the_quick_filling_is_the_answer():
    places = [_place(day, hour, 2, *range(12)) for day, hour in product(range(20), (8, 10, 14))]
    problem = Problem(places, [0] * 12, rest=60, most_a_week=10 * 60)

    def stop(_best: float, _bound: float) -> None:
        raise RuntimeError

    filling = fill(problem, step=stop)
    assert _keeps_limits(problem, filling.pairs)
    assert len(filling.pairs) + sum(filling.lacking) == 2 * len(places)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    people = draw(st.integers(1, 3))
    who = st.frozensets(st.integers(0, people - 1))
    place = st.builds(
        lambda day, hour, hours, wanted, may: _place(day, hour, wanted, *may, hours=hours),
        *(st.integers(5, 8), st.integers(8, 12), st.integers(1, 3), st.integers(1, 2), who),
    )
    return Problem(
        draw(st.lists(place, min_size=1, max_size=4)),
        draw(st.lists(st.integers(0, 3), min_size=people, max_size=people)),
        rest=draw(st.sampled_from([0, 60])),
        most_a_week=draw(st.sampled_from([None, 180, 300])),
    )


@settings(max_examples=30, deadline=None)
@given(problems())
def test_no_better_filling_exists_than_the_one_found(problem: Problem):
    allowed = [(n, who) for n, place in enumerate(problem.places) for who in place.may]
    every = (
        frozenset(chosen)
        for size in range(len(allowed) + 1)
        for chosen in combinations(allowed, size)
    )
    full = lambda pairs: all(  # noqa: E731
        sum(one == n for one, _who in pairs) <= place.wanted
        for n, place in enumerate(problem.places)
    )
    best = min(_cost(problem, p) for p in every if full(p) and _keeps_limits(problem, p))
    found = fill(problem, step=_unheard)
    assert _keeps_limits(problem, found.pairs)
    assert _cost(problem, found) <= best * 1.006
    assert fill(problem, step=_unheard) == found


def test_places_and_people_are_positions():
    with pytest.raises(IndexError):
        fill(Problem([_place(0, 9, 1, 3)], [0]), step=_unheard)
