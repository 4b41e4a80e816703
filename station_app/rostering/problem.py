"""What is to be filled, and what came of it.

Why minutes and positions instead of dates and ids: the solver needs figures, and whoever asks keeps
the lists that these positions point into.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """One shift: from and to in minutes since some midnight, how many people it wants.

    `may` are the positions of the people who may serve here.
    """

    begins: int
    ends: int
    wanted: int
    may: frozenset[int]

    @property
    def minutes(self) -> int:
        """How long it is."""
        return self.ends - self.begins


@dataclass(frozen=True, slots=True)
class Problem:
    """Places to fill with people.

    `shifts_before` counts for each person what weighs against asking again: shifts lately served.
    `fixed` are pairs of place and person that stand already. Between two shifts of one person lie
    at least `rest` minutes; in the `week` of seven days from minute 0 on, and in each one after it,
    nobody serves more than `most_a_week` minutes (None: no limit).
    """

    places: Sequence[Place]
    shifts_before: Sequence[int]
    fixed: frozenset[tuple[int, int]] = frozenset()
    rest: int = 0
    most_a_week: int | None = None


@dataclass(frozen=True, slots=True)
class Filling:
    """Pairs of place and person, fixed ones included, and how many each place still lacks.

    `proven` says that no better filling exists; else `gap` is how much better it could be at most,
    as a fraction of its own cost.
    """

    pairs: frozenset[tuple[int, int]]
    lacking: tuple[int, ...]
    proven: bool
    gap: float
