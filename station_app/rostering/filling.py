"""Filling the places: quickly first, so that stopping early still leaves something; then HiGHS."""

from collections import defaultdict
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from station_app.rostering.model import WEEK, Model
from station_app.rostering.problem import Filling, Place, Problem

if TYPE_CHECKING:
    from highspy import Highs

SECONDS: Final = 30.0
GAP: Final = 0.005
_HALF: Final = 0.5

Step = Callable[[float, float], None]
"""Told how good the best filling is and how good one could be at most; raises to stop."""


def fill(problem: Problem, *, step: Step, seconds: float = SECONDS) -> Filling:
    """The fairest filling that leaves the fewest places empty.

    Stops when it is proven within `GAP`, after so many seconds, or when `step` raises: then the
    best so far is the answer, and what was raised is not passed on. Same problem, same filling.
    """
    import highspy

    model = Model(problem, highspy.kHighsInf)
    solver = _loaded(model, seconds)
    start = _quickly(problem)
    _start_from(solver, model, start)
    _listen(solver, step)
    solver.run()
    info = solver.getInfo()
    values = list(solver.getSolution().col_value)
    if not values or info.primal_solution_status != highspy.SolutionStatus.kSolutionStatusFeasible:
        return Filling(start, _lacking(problem, start), proven=False, gap=1.0)
    pairs = frozenset(
        pair for pair, value in zip(model.pairs, values, strict=False) if value > _HALF
    )
    proven = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return Filling(pairs, _lacking(problem, pairs), proven, min(max(float(info.mip_gap), 0.0), 1.0))


def _loaded(model: Model, seconds: float) -> "Highs":
    import highspy
    import numpy as np

    rows = model.rows
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.costs), len(rows.lower)
    lp.col_cost_ = np.array(model.costs)
    lp.col_lower_, lp.col_upper_ = np.array(model.lower), np.array(model.upper)
    lp.row_lower_, lp.row_upper_ = np.array(rows.lower), np.array(rows.upper)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.num_col_, lp.a_matrix_.num_row_ = lp.num_col_, lp.num_row_
    lp.a_matrix_.start_ = np.array(rows.starts, dtype=np.int32)
    lp.a_matrix_.index_ = np.array(rows.columns, dtype=np.int32)
    lp.a_matrix_.value_ = np.array(rows.values)
    whole, parts = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
    lp.integrality_ = [whole] * model.integers + [parts] * (lp.num_col_ - model.integers)
    solver: Highs = highspy.Highs()  # type: ignore[no-untyped-call]
    solver.silent()
    solver.setOptionValue("time_limit", seconds)
    solver.setOptionValue("mip_rel_gap", GAP)
    solver.setOptionValue("random_seed", 0)
    solver.passModel(lp)
    return solver


def _start_from(solver: "Highs", model: Model, pairs: frozenset[tuple[int, int]]) -> None:
    import numpy as np

    columns = np.array(range(model.integers), dtype=np.int32)
    values = np.array([float(pair in pairs) for pair in model.pairs])
    solver.setSolution(len(columns), columns, values)


def _listen(solver: "Highs", step: Step) -> None:
    """Ask between the solver's steps whether to go on."""

    def ask(event: Any) -> None:
        try:
            step(event.data_out.mip_primal_bound, event.data_out.mip_dual_bound)
        except Exception:  # whatever stops the clerk's task stops the search
            event.data_in.user_interrupt = True

    solver.cbMipInterrupt.subscribe(ask)
    solver.cbSimplexInterrupt.subscribe(ask)


def _lacking(problem: Problem, pairs: frozenset[tuple[int, int]]) -> tuple[int, ...]:
    taken = [0] * len(problem.places)
    for place, _person in pairs:
        taken[place] += 1
    return tuple(
        max(place.wanted - count, 0) for place, count in zip(problem.places, taken, strict=True)
    )


def _quickly(problem: Problem) -> frozenset[tuple[int, int]]:
    """Places with the fewest to choose from first; each to those who have served least."""
    served = _Served(problem)
    for pair in sorted(problem.fixed):
        served.take(*pair)
    order = sorted(range(len(problem.places)), key=lambda n: (len(problem.places[n].may), n))
    for number in order:
        place = problem.places[number]
        free = (person for person in place.may if served.is_free(number, person))
        ready = sorted(free, key=lambda person: (served.shifts[person], person))
        for person in ready[: max(place.wanted - served.count[number], 0)]:
            served.take(number, person)
    return frozenset(served.pairs)


class _Served:
    """What has been given out so far."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self.shifts = list(problem.shifts_before)
        self.count = [0] * len(problem.places)
        self.pairs: set[tuple[int, int]] = set()
        self._places: dict[int, list[Place]] = defaultdict(list)

    def take(self, number: int, person: int) -> None:
        """Give this place to this person."""
        self.pairs.add((number, person))
        self.shifts[person] += 1
        self.count[number] += 1
        self._places[person].append(self._problem.places[number])

    def is_free(self, number: int, person: int) -> bool:
        """Whether the person may take one more place without breaking a limit."""
        if (number, person) in self.pairs:
            return False
        place, rest, most = (
            self._problem.places[number],
            self._problem.rest,
            self._problem.most_a_week,
        )
        own = self._places[person]
        if any(one.begins < place.ends + rest and place.begins < one.ends + rest for one in own):
            return False
        week = place.begins // WEEK
        minutes = sum(one.minutes for one in own if one.begins // WEEK == week)
        return most is None or minutes + place.minutes <= most
