"""Progress of a job that is made of shorter jobs."""

from collections.abc import Callable
from typing import TypeAlias

Step: TypeAlias = Callable[[int, int], None]
"""Told (done, total) between two steps; may raise Cancelled."""

WHOLE = 1000


def unheard(done: int, total: int) -> None:
    """A step nobody listens to."""


def share(step: Step, first: int, last: int) -> Step:
    """A step for a part of a job: its own 0…100 % becomes `first`…`last` thousandths."""

    def part(done: int, total: int) -> None:
        step(first + (last - first) * done // max(total, 1), WHOLE)

    return part
