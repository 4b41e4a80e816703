"""What invented people are made with: the mark they carry, and chances that stay the same."""

import random
from collections.abc import Sequence
from typing import Final, TypeVar

T = TypeVar("T")
MARK: Final = "演示"
PHONES: Final = "154"


def picked(chance: random.Random, among: Sequence[T]) -> T:
    """One of them, by `random()`: only that stays the same from one Python to the next."""
    return among[int(chance.random() * len(among))]


def some(chance: random.Random, among: Sequence[str], *, most: int) -> tuple[str, ...]:
    """Up to so many of them, none twice."""
    wanted = int(chance.random() * (most + 1))
    return tuple(dict.fromkeys(picked(chance, among) for _ in range(wanted)))
