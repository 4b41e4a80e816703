"""Names of people: one way to write them, one way to compare them, one way to say them.

Why one dot: government systems take U+00B7 alone between the parts of a name, keyboards give half
a dozen look-alikes, and a person written with two of them becomes two persons.

Why a table of surnames: a dictionary reads 单, 曾 or 区 as the everyday words they also are.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from station_app.errors import StationError
from station_app.places import resource

DOT: Final = "·"
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
    plain = unicodedata.normalize("NFKC", text.translate(_REPAIRED))
    return _NOT_COMPARED.sub("", plain).casefold()


def sounds(name: str) -> Sounds:
    """The name in letters: Han by Pinyin, with surnames read as surnames, the rest by its letters.

    The surname rule is for Han names up to five characters; longer or dotted ones transcribe
    another language and begin with no Chinese surname.
    """
    surname: list[str] = []
    rest = name
    if _HAN_NAME.fullmatch(name):
        surname, rest = _split_surname(name)
    syllables = surname + _syllables(rest)
    return Sounds("".join(syllables), "".join(syllable[0] for syllable in syllables))


def _split_surname(name: str) -> tuple[list[str], str]:
    known = _surnames()
    for length in (2, 1):
        if reading := known.get(name[:length]):
            return reading, name[length:]
    return [], name


def _syllables(text: str) -> list[str]:
    found: list[str] = []
    for han, other in _RUN.findall(text):
        found += _pinyin()(han) if han else _letters(other)
    return found


def _letters(run: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", run.replace("'", "").replace("’", "").casefold())
    return _WORD.findall("".join(mark for mark in plain if not unicodedata.combining(mark)))


@cache
def _pinyin() -> Callable[[str], list[str]]:
    from pypinyin import lazy_pinyin, load_single_dict  # 0.25 s that most starts need not pay

    load_single_dict({ord(han): reading for han, reading in _readings()["in_names"].items()})
    return partial(lazy_pinyin, errors="ignore")


@cache
def _surnames() -> dict[str, list[str]]:
    known = _readings()["compound"] | _readings()["single"]
    return {name: reading.split() for name, reading in known.items()}


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
