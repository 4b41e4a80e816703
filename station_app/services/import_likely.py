"""Rows of a roster that are likely somebody registered, or likely one another.

Why the books are read through once: a question for each row of a long file would take longer than
the import itself. Held against each other are those born on one day whose names sound or look
alike, and those with one telephone or document number.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
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
from station_app.domain.look_alikes import folded, looks_like_another
from station_app.domain.names import name_key, syllables
from station_app.domain.people import Registration

_MOST_IN_BLOCK: Final = 40
_MOST_CANDIDATES: Final = 5
_CHUNK: Final = 5000
_LAST: Final = "SELECT coalesce(max(rowid), 0) FROM volunteer"
_BOOKS: Final = (
    f"SELECT {', '.join(Known.__slots__)} FROM volunteer"
    " WHERE hidden_at IS NULL AND erased_at IS NULL AND rowid <= ?"
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


def last_known(unit: Unit) -> int:
    """Where the books end now; who comes in with the file is behind it."""
    return int(unit.session.connection().exec_driver_sql(_LAST).scalar_one())


def likely_rows(
    unit: Unit,
    rows: Sequence[tuple[int, Registration]],
    upto: int,
    stop: Callable[[], None] = lambda: None,
) -> tuple[LikelyRow, ...]:
    """The rows that are likely somebody else's, in their order; `stop` may raise between two steps.

    `rows` are row numbers with the people in them. Those in the books behind `upto` are these same
    people.
    """
    if not rows:
        return ()
    search = _Search(rows)
    search.within()
    for chunk in _books(unit, upto):
        search.against(chunk)
        stop()
    return tuple(search.found())


class _Search:
    """The people of a file by what they may share with others, and the pairs found so far."""

    def __init__(self, rows: Sequence[tuple[int, Registration]]) -> None:
        self._rows = rows
        self._by_name: dict[str, list[int]] = {}
        self._by_phone: dict[str, list[int]] = {}
        self._by_document: dict[str, list[int]] = {}
        self._sharing: Counter[str] = Counter()
        self._pairs: list[tuple[int, Known]] = []
        for place, (_, who) in enumerate(rows):
            sound, key = "".join(syllables(who.name)), name_key(who.name)
            for name in _names(who.born_on.isoformat(), sound, key):
                self._by_name.setdefault(name, []).append(place)
            self._by_document.setdefault(who.document.number, []).append(place)
            if who.phone:
                self._by_phone.setdefault(who.phone, []).append(place)

    def within(self) -> None:
        """Hold the people of the file against each other."""
        pairs: set[tuple[int, int]] = set()
        for blocks in (self._by_name, self._by_phone, self._by_document):
            for block in blocks.values():
                if len(block) > 1:
                    crowded = len(block) > _MOST_IN_BLOCK
                    pairs.update(pairwise(block) if crowded else combinations(block, 2))
        self._pairs += [(later, self._person(earlier)) for earlier, later in pairs]
        for phone, block in self._by_phone.items():
            self._sharing[phone] = len(block)

    def against(self, people: Iterable[Sequence[Any]]) -> None:
        """Hold people of the books against those of the file."""
        for row in people:
            _id, _number, _name, key, sound, _sex, born_on, _kind, document, phone = row
            places = self._by_document.get(document, ())
            for name in _names(born_on, sound, key):
                if found := self._by_name.get(name):
                    places = (*places, *found)
            if phone in self._by_phone:
                self._sharing[phone] += 1
                places = (*places, *self._by_phone[phone])
            if places:
                other = Known(**dict(zip(Known.__slots__, row, strict=True)))
                other = replace(other, born_on=date.fromisoformat(born_on))
                self._pairs += [(place, other) for place in dict.fromkeys(places)]

    def found(self) -> Iterator[LikelyRow]:
        """What the pairs come to, once all are known."""
        others: dict[int, list[LikelyOther]] = {}
        for place, other in self._pairs:
            who = self._person(place)
            shared = is_shared(self._sharing[who.phone])
            traits = compared(who, other, shared_phone=shared)
            if (rank := likelihood(traits)) is not None:
                row = None if other.number else int(other.id)
                one = LikelyOther(other.number, row, other.name, traits, rank)
                others.setdefault(place, []).append(one)
        for place in sorted(others):
            best = sorted(others[place], key=lambda one: (one.likelihood, one.number, one.row or 0))
            row, person = self._rows[place]
            yield LikelyRow(row, person.name, tuple(best[:_MOST_CANDIDATES]))

    def _person(self, place: int) -> Known:
        """A person of the file; the row stands for the id, and there is no number."""
        row, who = self._rows[place]
        return Known(
            id=str(row),
            number="",
            name=who.name,
            name_key=name_key(who.name),
            sound="".join(syllables(who.name)),
            sex=who.sex.value,
            born_on=who.born_on,
            document_kind=who.document.kind.value,
            document_number=who.document.number,
            phone=who.phone,
        )


def _names(born_on: str, sound: str, key: str) -> tuple[str, ...]:
    """By what names are compared: a day and how they are said, or one form for all look-alikes."""
    if sound and not looks_like_another(key):
        return (born_on + sound,)
    return (born_on + sound, f"{born_on}={folded(key)}")


def _books(unit: Unit, upto: int) -> Iterator[Sequence[Sequence[Any]]]:
    """Everybody who was in the books, as the database has them."""
    cursor = unit.session.connection().exec_driver_sql(_BOOKS, (upto,))
    while chunk := cursor.fetchmany(_CHUNK):
        yield chunk
