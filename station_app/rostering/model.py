"""The roster as an integer program.

One 0/1 variable a pair that is allowed, one for what each place lacks, and for each person a ladder
of steps: the first further shift costs little, each one after it more. Why a ladder and not the
spread between most and least: rising costs share the work out just as evenly and are solved in
seconds, the spread is not solved in half a minute (measured at 200 people and 672 shifts). What is
fixed stands even where it breaks a limit: a clerk decided it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from station_app.rostering.problem import Problem

LACKING = 1000.0
"""The cost of a place nobody fills; far above the ladder's steps."""

WEEK = 7 * 24 * 60


@dataclass(slots=True)
class Rows:
    """Rows of the program, as HiGHS takes them: bounds, and the matrix by rows."""

    lower: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    starts: list[int] = field(default_factory=lambda: [0])
    columns: list[int] = field(default_factory=list)
    values: list[float] = field(default_factory=list)

    def add(self, lower: float, upper: float, terms: Iterable[tuple[int, float]]) -> None:
        """One row: lower <= sum of value times column <= upper."""
        for column, value in terms:
            self.columns.append(column)
            self.values.append(value)
        self.lower.append(lower)
        self.upper.append(upper)
        self.starts.append(len(self.columns))


class Model:
    """Columns and rows of one problem. Pairs come first, then what is lacking, then the ladders."""

    def __init__(self, problem: Problem, infinity: float) -> None:
        """`infinity` is what the solver takes for no bound."""
        self.problem = problem
        self.pairs = sorted(_pairs(problem))
        self.place_of = {pair: column for column, pair in enumerate(self.pairs)}
        self.costs = [0.0] * len(self.pairs)
        self.lower = [float(pair in problem.fixed) for pair in self.pairs]
        self.upper = [1.0] * len(self.pairs)
        self.rows = Rows()
        self._of_person: dict[int, list[int]] = defaultdict(list)
        for column, (_place, person) in enumerate(self.pairs):
            self._of_person[person].append(column)
        self.first_lacking = len(self.pairs)
        self._fill_places(infinity)
        for person, columns in sorted(self._of_person.items()):
            self._share_out(person, columns)
            self._keep_apart(columns, infinity)
            self._keep_weeks(columns, infinity)

    @property
    def integers(self) -> int:
        """How many columns, from the first, take whole numbers only."""
        return self.first_lacking

    def _column(self, cost: float, upper: float) -> int:
        self.costs.append(cost)
        self.lower.append(0.0)
        self.upper.append(upper)
        return len(self.costs) - 1

    def _fill_places(self, infinity: float) -> None:
        by_place: dict[int, list[int]] = defaultdict(list)
        for column, pair in enumerate(self.pairs):
            by_place[pair[0]].append(column)
        for number, place in enumerate(self.problem.places):
            lacking = self._column(LACKING, infinity)
            taken = by_place[number]
            fixed = sum(self.lower[column] for column in taken)
            wanted = max(float(place.wanted), fixed)
            self.rows.add(wanted, wanted, [*((column, 1.0) for column in taken), (lacking, 1.0)])

    def _share_out(self, person: int, columns: list[int]) -> None:
        before = self.problem.shifts_before[person]
        steps = [self._column(1.0 + before + step, 1.0) for step in range(len(columns))]
        terms = [*((column, 1.0) for column in columns), *((step, -1.0) for step in steps)]
        self.rows.add(0.0, 0.0, terms)

    def _keep_apart(self, columns: list[int], infinity: float) -> None:
        """One row for every moment at which more than one of these would be going on."""
        for together in self._cliques(columns):
            most = max(1.0, sum(self.lower[column] for column in together))
            self.rows.add(-infinity, most, ((column, 1.0) for column in together))

    def _cliques(self, columns: list[int]) -> Iterator[list[int]]:
        """The largest sets of shifts that are all too near to one another; touching is apart."""
        rest, places = self.problem.rest, self.problem.places
        order = sorted(columns, key=lambda c: places[self.pairs[c][0]].begins)
        going: list[int] = []
        grown = False
        for column in order:
            begins = places[self.pairs[column][0]].begins
            still = [one for one in going if places[self.pairs[one][0]].ends + rest > begins]
            if grown and len(still) < len(going) and len(going) > 1:
                yield going
            grown = True
            going = [*still, column]
        if len(going) > 1:
            yield going

    def _keep_weeks(self, columns: list[int], infinity: float) -> None:
        most, places = self.problem.most_a_week, self.problem.places
        if most is None:
            return
        weeks: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for column in columns:
            place = places[self.pairs[column][0]]
            weeks[place.begins // WEEK].append((column, float(place.minutes)))
        for terms in weeks.values():
            fixed = sum(minutes * self.lower[column] for column, minutes in terms)
            if sum(minutes for _column, minutes in terms) > most:
                self.rows.add(-infinity, max(float(most), fixed), terms)


def _pairs(problem: Problem) -> Iterator[tuple[int, int]]:
    for number, place in enumerate(problem.places):
        yield from ((number, person) for person in place.may)
    yield from (pair for pair in problem.fixed if pair[1] not in problem.places[pair[0]].may)
