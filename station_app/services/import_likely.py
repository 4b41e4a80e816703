"""Rows of a roster that are likely somebody registered, or likely one another.

Why the books are read through once: a question for each row of a long file would take longer than
the import itself. Held against each other are those born on one day whose names sound or look
alike, and those with one telephone or document number.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, pairwise
from typing import Any, Final

from station_app.data.unit import Unit
from station_app.domain.duplicates import (
    Known,
    Likelihood,
    Trait,
    compared,
    is_shared,
    likelihood,
)
from station_app.domain.look_alikes import folded
from station_app.domain.names import name_key, syllables
from station_app.domain.people import Registration

_MOST_IN_BLOCK: Final = 40
_MOST_CANDIDATES: Final = 5
_CHUNK: Final = 5000
_BOOKS: Final = (
    f"SELECT {', '.join(Known.__slots__)} FROM volunteer"
    " WHERE hidden_at IS NULL AND erased_at IS NULL"
)


@dataclass(frozen=True, slots=True)
class LikelyOther:
    """Whom a row may mean: somebody registered, by number, or a `row` further up in the file."""

    number: str
    row: int | None
    name: str
    traits: tuple[Trait, ...]
    likelihood: Likelihood


@dataclass(frozen=True, slots=True)
class LikelyRow:
    """A row of a file that may be somebody known; the likeliest of them first."""

    row: int
    name: str
    others: tuple[LikelyOther, ...]

    @property
    def likelihood(self) -> Likelihood:
        """That of the likeliest."""
        return self.others[0].likelihood


def likely_rows(
    unit: Unit,
    rows: Sequence[tuple[int, Registration]],
    stop: Callable[[], None] = lambda: None,
) -> tuple[LikelyRow, ...]:
    """The rows that are likely somebody else's, in their order; `stop` may raise between two steps.

    `rows` are row numbers with the people in them, whose documents nobody has.
    """
    if not rows:
        return ()
    search = _Search([_known(number, person) for number, person in rows])
    search.within()
    stop()
    for row in _books(unit, stop):
        search.against(row)
    return tuple(search.found())


class _Search:
    """The people of a file by what they may share with others, and the pairs found so far."""

    def __init__(self, people: Sequence[Known]) -> None:
        self._people = people
        self._births: dict[Any, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        self._phones: dict[str, list[int]] = defaultdict(list)
        self._numbers: dict[str, int] = {}
        self._sharing: Counter[str] = Counter()
        self._pairs: list[tuple[int, Known]] = []
        for place, who in enumerate(people):
            for name in _names(who.sound, who.name_key):
                self._births[who.born_on.isoformat()][name].append(place)
            if who.phone:
                self._phones[who.phone].append(place)
                self._sharing[who.phone] += 1
            self._numbers.setdefault(who.document_number, place)

    def within(self) -> None:
        """Hold the people of the file against each other."""
        blocks = [block for names in self._births.values() for block in names.values()]
        pairs: set[tuple[int, int]] = set()
        for block in (*blocks, *self._phones.values()):
            if len(block) > 1:
                crowded = len(block) > _MOST_IN_BLOCK
                pairs.update(pairwise(block) if crowded else combinations(block, 2))
        self._pairs += [(later, self._people[earlier]) for earlier, later in pairs]

    def against(self, row: Sequence[Any]) -> None:
        """Hold one person of the books against those of the file."""
        _id, _number, _name, key, sound, _sex, born_on, _kind, document, phone = row
        places: set[int] = set()
        if names := self._births.get(born_on):
            for name in _names(sound, key):
                places.update(names.get(name, ()))
        if phone in self._phones:
            self._sharing[phone] += 1
            places.update(self._phones[phone])
        if (place := self._numbers.get(document)) is not None:
            places.add(place)
        if places:
            other = Known(**dict(zip(Known.__slots__, row, strict=True)))
            other = replace(other, born_on=date.fromisoformat(born_on))
            self._pairs += [(place, other) for place in places]

    def found(self) -> Iterator[LikelyRow]:
        """What the pairs come to, once all are known."""
        others: dict[int, list[LikelyOther]] = defaultdict(list)
        for place, other in self._pairs:
            who = self._people[place]
            shared = is_shared(self._sharing[who.phone])
            traits = compared(who, other, shared_phone=shared)
            if (rank := likelihood(traits)) is not None:
                row = None if other.number else int(other.id)
                others[place].append(LikelyOther(other.number, row, other.name, traits, rank))
        for place in sorted(others):
            best = sorted(others[place], key=lambda one: (one.likelihood, one.number, one.row or 0))
            who = self._people[place]
            yield LikelyRow(int(who.id), who.name, tuple(best[:_MOST_CANDIDATES]))


def _known(row: int, person: Registration) -> Known:
    """A person of the file; the row stands for the id, and there is no number."""
    return Known(
        id=str(row),
        number="",
        name=person.name,
        name_key=name_key(person.name),
        sound="".join(syllables(person.name)),
        sex=person.sex.value,
        born_on=person.born_on,
        document_kind=person.document.kind.value,
        document_number=person.document.number,
        phone=person.phone,
    )


def _names(sound: str, key: str) -> tuple[str, ...]:
    """What a name is compared by: how it is said, and one form for all that look like it."""
    form = folded(key)
    return (sound, f"={form}") if sound else (f"={form}",)


def _books(unit: Unit, stop: Callable[[], None]) -> Iterator[Sequence[Any]]:
    """Everybody in the books, as the database has them."""
    cursor = unit.session.connection().exec_driver_sql(_BOOKS)
    while chunk := cursor.fetchmany(_CHUNK):
        yield from chunk
        stop()
