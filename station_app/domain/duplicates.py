"""Two records, one person? What speaks for it and against it, and which pairs are worth a look.

Why reasons and no bare score: a clerk decides, and must be able to say why. Why a telephone alone
is nothing: a family shares one. Why a resident number that differs by one digit is little by
itself: neighbours born on one day are numbered one after the other, and so are twins.

Why blocks: a pair is worth a look only if name, telephone or document agree in some way, so only
records that share one of a few keys are held against each other, never all against all.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from itertools import combinations, pairwise
from typing import Final

from station_app.domain.look_alikes import folded

_SHARED_BY: Final = 3  # so many records with one telephone are a household, or an office
_MOST_IN_BLOCK: Final = 40
_SHORTEST_NUMBER: Final = 6
_CITIZEN_LENGTH: Final = 18
_STATED: Final = ("1", "2")


class Trait(StrEnum):
    """One thing that two records have in common, or not; the first part speaks for one person."""

    SAME_DOCUMENT = "same_document"
    DOCUMENT_SLIP = "document_slip"
    SAME_NAME = "same_name"
    WRITTEN_OTHERWISE = "written_otherwise"
    LOOK_ALIKE = "look_alike"
    ONE_CHARACTER = "one_character"
    SAME_SOUND = "same_sound"
    SAME_BIRTH = "same_birth"
    SAME_PHONE = "same_phone"
    SHARED_PHONE = "shared_phone"
    OTHER_DOCUMENT = "other_document"
    OTHER_BIRTH = "other_birth"
    OTHER_SEX = "other_sex"


class Likelihood(IntEnum):
    """How much a pair looks like one person."""

    SURE = 1
    LIKELY = 2
    POSSIBLE = 3


_NAMED: Final = {
    Trait.SAME_NAME: 3,
    Trait.WRITTEN_OTHERWISE: 3,
    Trait.LOOK_ALIKE: 2,
    Trait.ONE_CHARACTER: 2,
    Trait.SAME_SOUND: 1,
}
_BESIDE: Final = {Trait.SAME_BIRTH, Trait.SAME_PHONE, Trait.DOCUMENT_SLIP}
AGAINST: Final = frozenset({Trait.OTHER_DOCUMENT, Trait.OTHER_BIRTH, Trait.OTHER_SEX})


@dataclass(frozen=True, slots=True)
class Known:
    """One record, as far as it tells people apart; name key and sound as they are stored."""

    id: str
    number: str
    name: str
    name_key: str
    sound: str
    sex: str
    born_on: date
    document_kind: str
    document_number: str
    phone: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two records that may be one person, and why; `one` has the lower number."""

    one: Known
    other: Known
    traits: tuple[Trait, ...]
    likelihood: Likelihood


def compared(one: Known, other: Known, *, shared_phone: bool = False) -> tuple[Trait, ...]:
    """All that two records have in common or not; `shared_phone` when more people have theirs."""
    found = [_document_trait(one, other), _name_trait(one, other)]
    found.append(Trait.SAME_BIRTH if one.born_on == other.born_on else Trait.OTHER_BIRTH)
    if one.phone and one.phone == other.phone:
        found.append(Trait.SHARED_PHONE if shared_phone else Trait.SAME_PHONE)
    if one.sex != other.sex and one.sex in _STATED and other.sex in _STATED:
        found.append(Trait.OTHER_SEX)
    known = set(filter(None, found))
    return tuple(trait for trait in Trait if trait in known)


def likelihood(traits: Iterable[Trait]) -> Likelihood | None:
    """How much these traits look like one person; None when the pair is not worth a look."""
    known = set(traits)
    named = max((_NAMED.get(trait, 0) for trait in known), default=0)
    beside = known & _BESIDE
    if Trait.SAME_DOCUMENT in known:
        return Likelihood.SURE if named else Likelihood.LIKELY
    if not _worth_a_look(known, named, beside):
        return None
    slip = Trait.DOCUMENT_SLIP in known
    doubtful = known & AGAINST - ({Trait.OTHER_BIRTH} if slip else set())
    if named == 3 and len(beside) > 1:
        return Likelihood.LIKELY if doubtful else Likelihood.SURE
    if named > 1 and beside and not doubtful:
        return Likelihood.LIKELY
    return Likelihood.POSSIBLE


def candidates(
    people: Sequence[Known], step: Callable[[int, int], None] = lambda done, total: None
) -> list[Candidate]:
    """Every pair worth a look, the likeliest first; the same as holding all against all.

    Only in a block of more than 40, such as one placeholder entered again and again, each record is
    held against the next alone. `step` may raise to stop.
    """
    sharing = Counter(person.phone for person in people)
    pairs: set[tuple[int, int]] = set()
    kinds = _key_kinds(people, sharing)
    for done, keys in enumerate(kinds, start=1):
        pairs |= _pairs(len(people), keys)
        step(done, len(kinds) + 1)
    found = []
    for pair in pairs:
        one, other = sorted((people[place] for place in pair), key=lambda who: who.number)
        traits = compared(one, other, shared_phone=is_shared(sharing[one.phone]))
        if (rank := likelihood(traits)) is not None:
            found.append(Candidate(one, other, traits, rank))
    found.sort(key=_rank)
    return found


def candidates_for(person: Known, others: Iterable[Known], sharers: int) -> list[Candidate]:
    """Which of `others` may be this person, the likeliest first; `sharers` have the telephone."""
    found = []
    for other in others:
        traits = compared(person, other, shared_phone=is_shared(sharers))
        if (rank := likelihood(traits)) is not None:
            found.append(Candidate(person, other, traits, rank))
    found.sort(key=_rank)
    return found


def is_shared(people: int) -> bool:
    """Whether a telephone that so many people have is a household's or an office's."""
    return people >= _SHARED_BY


def is_slip(one: str, other: str) -> bool:
    """Whether two numbers differ by one wrong character or by two neighbours that changed places.

    The check digit of a citizen's number is left out: who mistypes a digit and is refused may have
    "corrected" the last one too.
    """
    one, other = _body(one), _body(other)
    if len(one) != len(other) or len(one) < _SHORTEST_NUMBER:
        return False
    wrong = [place for place, mark in enumerate(one) if mark != other[place]]
    if len(wrong) != 2:
        return len(wrong) < 2
    first, second = wrong
    swapped = one[first] == other[second] and one[second] == other[first]
    return second == first + 1 and swapped


def _rank(pair: Candidate) -> tuple[Likelihood, str, str, str]:
    return pair.likelihood, pair.one.sound, pair.one.number, pair.other.number


def _worth_a_look(known: set[Trait], named: int, beside: set[Trait]) -> bool:
    """A name and something beside it; or, under another name, a telephone and more."""
    if named > 1 and beside:
        return True
    if named == 3 and Trait.SHARED_PHONE in known:
        return True
    if named and beside - {Trait.SAME_PHONE}:
        return True
    return Trait.SAME_PHONE in beside and len(beside) > 1


def _name_trait(one: Known, other: Known) -> Trait | None:
    if one.name == other.name:
        return Trait.SAME_NAME
    mine, yours = one.name_key, other.name_key
    if mine == yours:
        return Trait.WRITTEN_OTHERWISE
    if folded(mine) == folded(yours):
        return Trait.LOOK_ALIKE
    if not one.sound or one.sound != other.sound:
        return None
    same = sum(a == b for a, b in zip(mine, yours, strict=False))
    return Trait.ONE_CHARACTER if len(mine) == len(yours) == same + 1 else Trait.SAME_SOUND


def _document_trait(one: Known, other: Known) -> Trait | None:
    mine, yours = one.document_number, other.document_number
    same_kind = one.document_kind == other.document_kind
    telling = len(mine) >= _SHORTEST_NUMBER
    if mine == yours:
        return Trait.SAME_DOCUMENT if same_kind or telling else None
    if (same_kind or len(mine) == _CITIZEN_LENGTH) and is_slip(mine, yours):
        return Trait.DOCUMENT_SLIP
    return Trait.OTHER_DOCUMENT if same_kind else None


def _body(number: str) -> str:
    return number[:-1] if len(number) == _CITIZEN_LENGTH else number


_Keys = Callable[[int], Iterable[Hashable]]


def _key_kinds(people: Sequence[Known], sharing: Counter[str]) -> Sequence[_Keys]:
    """The keys under which pairs are looked for, by the place of a person; each kind is a round."""
    names = _name_keys(people)
    phones = [who.phone if who.phone and sharing[who.phone] > 1 else "" for who in people]
    named = Counter(name for keys in names for name in keys)

    def by_phone(place: int) -> Iterator[Hashable]:
        if phone := phones[place]:
            yield from ((phone, name) for name in names[place])
            yield phone, people[place].born_on
            yield from (part + phone for part in _slip_keys(people[place].document_number))

    def by_slip(place: int) -> Iterator[Hashable]:
        for name in names[place]:
            if named[name] > 1:
                yield from (part + name for part in _slip_keys(people[place].document_number))

    return (
        lambda place: (people[place].document_number,),
        lambda place: ((name, people[place].born_on) for name in names[place]),
        by_phone,
        by_slip,
    )


def _name_keys(people: Sequence[Known]) -> list[tuple[str, ...]]:
    """What each name shares with those like it: its sound; folded, where sounds differ under it."""
    forms = [folded(person.name_key) for person in people]
    sound_of: dict[str, str] = {}
    several = set()
    for form, person in zip(forms, people, strict=True):
        if sound_of.setdefault(form, person.sound) != person.sound or not person.sound:
            several.add(form)
    return [
        tuple(filter(None, (person.sound, f"={form}" if form in several else "")))
        for form, person in zip(forms, people, strict=True)
    ]


def _slip_keys(number: str) -> Iterator[str]:
    """Parts of a number of which one at least survives a slip, with stars for what is left out.

    Of three pieces a wrong character spares two; changed places at a seam spare what is left
    without the two characters at that seam.
    """
    body = _body(number)
    size = len(body)
    first, second = (10, 14) if size == _CITIZEN_LENGTH - 1 else (size // 3, 2 * size // 3)
    if size >= _SHORTEST_NUMBER:
        yield f"*{body[first:]}"
        yield f"{body[:first]}*{body[second:]}"
        yield f"{body[:second]}*"
        yield f"{body[: first - 1]}**{body[first + 1 :]}"
        yield f"{body[: second - 1]}**{body[second + 1 :]}"


def _pairs(count: int, keys: _Keys) -> set[tuple[int, int]]:
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    for place in range(count):
        for key in keys(place):
            blocks[key].append(place)
    found: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) > 1:
            found.update(pairwise(block) if len(block) > _MOST_IN_BLOCK else combinations(block, 2))
    return found
