"""Names of people: one way to write them, one way to compare them, one way to say them.

Why one dot: government systems take U+00B7 alone between the parts of a name, keyboards give half
a dozen look-alikes, and a person written with two of them becomes two persons.

Why a table of surnames: a dictionary reads 单, 曾 or 区 as the everyday words they also are. Many
people read them so too, hence the table also has what a surname is taken for by mistake.

Why names of Han alone take a short way: nothing in them can be tidied, a roster has a hundred
thousand of them, and the dictionary of phrases is slow. Tests hold both ways to the same answers.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from typing import Final

from station_app.errors import StationError
from station_app.places import resource

DOT: Final = "·"
NAMES_APART: Final = "、"
"""Stands between several names; in none of them."""

LONGEST: Final = 100
_DOTS: Final = "·•・‧．.･∙⋅⸱․﹒"
_HAN: Final = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_MARKS: Final = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_SPACE: Final = re.compile(r"\s+")
_LETTER: Final = f"(?:[^\\W\\d_]|[{_HAN}])"  # Python's tables lag behind the newest Han blocks
_DOT_BETWEEN: Final = re.compile(
    f"(?<={_LETTER})([{_MARKS}]?) ?[{re.escape(_DOTS)}][{re.escape(_DOTS)} ]*(?={_LETTER})"
)
_SPACE_IN_HAN: Final = re.compile(f"(?<=[{_HAN}{_MARKS}]) (?=[{_HAN}])")
_NOT_COMPARED: Final = re.compile(rf"[\s{re.escape(_DOTS)}{_MARKS}\u200b-\u200d\u2060\ufeff]+")
_IS_LETTER: Final = re.compile(_LETTER)
_WIDE: Final = {wide: wide - 0xFEE0 for wide in range(0xFF10, 0xFF5B) if chr(wide).isalnum()}
# What GB 18030-2005 kept in the private use area and GB 18030-2022 gave its place in Unicode.
_MOVED: Final = str.maketrans(
    "\ue816\ue817\ue818\ue81e\ue826\ue82b\ue82c\ue831\ue832\ue83b\ue843\ue854\ue855\ue864",
    "\U00020087\U00020089\U000200cc\u9fb4\u9fb5\u9fb6\u9fb7"
    "\U000215d7\u9fb8\U0002298f\u9fb9\u9fba\U000241fe\u9fbb",
)
_WEIGHTLESS: Final = dict.fromkeys((0x200B, 0x2060, 0xFEFF))
_REPAIRED: Final = _WIDE | _MOVED | _WEIGHTLESS
_PLAIN_HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]{1,100}")
_HAN_NAME: Final = re.compile(f"[{_HAN}{_MARKS}]{{1,5}}")
_RUN: Final = re.compile(f"([{_HAN}]+)|([^{_HAN}]+)")
_WORD: Final = re.compile(r"[a-z0-9]+")
_PUNCTUATION: Final = frozenset(f"{DOT}.,'’-()（） ")


@dataclass(eq=False)
class NameLength(StationError):
    """Empty, or longer than a record can hold; both figures in characters (code points)."""

    length: int
    longest: int


@dataclass(eq=False)
class NameCharacters(StationError):
    """Characters no name has: controls, hidden direction marks, symbols, a lost letter's "?"."""

    name: str
    points: tuple[str, ...]


@dataclass(eq=False)
class NamePrivateUse(StationError):
    """Characters that only the PC they came from can draw (Unicode private use areas)."""

    name: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sounds:
    """How a name is typed: `full` "zengxiaomei" and `initials` "zxm"; ASCII lower case, ü as v."""

    full: str
    initials: str


def tidy_name(text: str) -> str:
    """The name as it is stored: NFC, single spaces, none inside Han, U+00B7 between its parts.

    Raises NameLength, NamePrivateUse, NameCharacters. Length is 1 to 100 code points: the rule for
    government systems asks for room for 50 at least.
    """
    if _PLAIN_HAN.fullmatch(text):
        return text
    name = unicodedata.normalize("NFC", text.translate(_REPAIRED))
    name = _SPACE.sub(" ", name).strip()
    name = _DOT_BETWEEN.sub(rf"\1{DOT}", name)
    name = _SPACE_IN_HAN.sub("", name)
    if not 1 <= len(name) <= LONGEST:
        raise NameLength(len(name), LONGEST)
    if not name.isalpha():
        _refuse_strangers(name)
    return name


def name_key(text: str) -> str:
    """What spellings of one name have in common: no dots, spaces, case or glyph variants."""
    if _PLAIN_HAN.fullmatch(text):
        return text
    plain = unicodedata.normalize("NFKC", text.translate(_REPAIRED))
    return _NOT_COMPARED.sub("", plain).casefold()


def sounds(name: str) -> Sounds:
    """The name in letters: its syllables in full, and the first letter of each."""
    said = syllables(name)
    return Sounds("".join(said), "".join([syllable[0] for syllable in said]))


@lru_cache(maxsize=5000)  # of a roster each name is asked for again and again, chunk by chunk
def syllables(name: str) -> tuple[str, ...]:
    """How the name is said: Han by Pinyin, with surnames read as surnames, the rest by its words.

    The surname rule is for Han names up to five characters; longer or dotted ones transcribe
    another language and begin with no Chinese surname.
    """
    if not _HAN_NAME.fullmatch(name):
        return _syllables(name)
    surname, said = _surname(name, _surnames())
    return (*said, *_syllables(name[len(surname) :]))


def misreadings(name: str) -> list[tuple[str, ...]]:
    """What the name sounds like to those who take its surname for the everyday word, if any do."""
    surname, readings = _surname(name, _misread())
    if not (readings and _HAN_NAME.fullmatch(name)):
        return []
    return [(*reading.split(), *_syllables(name[len(surname) :])) for reading in readings]


def _surname(name: str, known: dict[str, list[str]]) -> tuple[str, list[str]]:
    for surname in (name[:2], name[:1]):
        if found := known.get(surname):
            return surname, found
    return "", []


def _syllables(text: str) -> tuple[str, ...]:
    if _PLAIN_HAN.fullmatch(text):
        return _said(text)
    found: list[str] = []
    for han, other in _RUN.findall(text):
        found += _said(han) if han else _letters(other)
    return tuple(found)


@lru_cache(maxsize=50_000)
def _said(run: str) -> tuple[str, ...]:
    """The Pinyin of a run of Han, one by one where two characters are no phrase of their own."""
    say, phrases = _pinyin()
    if len(run) == 2 and run not in phrases:
        return _said(run[0]) + _said(run[1])
    return tuple(say(run))


def _letters(run: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", run.replace("'", "").replace("’", "").casefold())
    return _WORD.findall("".join(mark for mark in plain if not unicodedata.combining(mark)))


@cache
def _pinyin() -> tuple[Callable[[str], list[str]], Container[str]]:
    """The dictionary, and the phrases it reads in another way than their characters."""
    from pypinyin import lazy_pinyin, load_single_dict  # 0.25 s that most starts need not pay
    from pypinyin.constants import PHRASES_DICT

    load_single_dict({ord(han): reading for han, reading in _readings()["in_names"].items()})
    return partial(lazy_pinyin, errors="ignore"), PHRASES_DICT


@cache
def _surnames() -> dict[str, list[str]]:
    known = _readings()["compound"] | _readings()["single"]
    return {name: reading.split() for name, reading in known.items()}


@cache
def _misread() -> dict[str, list[str]]:
    return {name: readings.split("、") for name, readings in _readings()["misread"].items()}


@cache
def _readings() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = json.loads(
        resource("codes/surnames.json").read_text("utf-8")
    )
    return table


def _refuse_strangers(name: str) -> None:
    if private := _points(mark for mark in name if unicodedata.category(mark) == "Co"):
        raise NamePrivateUse(name, private)
    if strange := _points(mark for mark in name if not _belongs(mark)):
        raise NameCharacters(name, strange)
    if not _IS_LETTER.search(name):
        raise NameCharacters(name, _points(name))


def _belongs(mark: str) -> bool:
    known = unicodedata.category(mark)[0] in "LMN" or mark in _PUNCTUATION
    return known or _IS_LETTER.match(mark) is not None


def _points(marks: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"U+{ord(mark):04X}" for mark in marks))
