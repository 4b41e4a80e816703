"""Finding a person by a few letters or digits: what a record is found by, and what was asked for.

Everything a person is found by is written down as words. To type the beginning of one of them is to
find the person, so "any part of a name" is the beginning of one of the name's tails:

    ^张小梅$ 小梅 梅                     the name
    ^zhangxiaomei$ xiaomei mei ^zxm$ xm  how it is said, and the first letters of the syllables
    danguoqiang dgq                      how 单国强 is misread; without ^, so that right ones lead
    @李梅 @limei @lm                     a former name
    #260000013$ ~310000062$              the volunteer number, from its beginning and from its end
    +00083100831$ =x2001394910150101$    telephone and document from their ends

`^` and `#` stand before what is typed from the start, `$` behind what is typed to its end. No name
has these signs, nor digits.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from station_app.domain.names import misreadings, name_key, syllables

SIGNS: Final = "^$@#~+="
"""What an index has to take for letters, besides letters and digits."""

_LONGEST_TAIL: Final = 40
_SHORTEST_PHONE_TAIL: Final = 3
_SHORTEST_DOCUMENT_TAIL: Final = 4
_SIGNS_AND_HALVES: Final = re.compile("[\x00-/:-@\\[-`{-\x7f’\ud800-\udfff]+")
_NO_DIGITS: Final = re.compile(r"[^0-9]+")
_PIECE: Final = re.compile(r"[a-z]{1,3}[0-9]{6,}[a-z]?|[0-9]+x?|[^0-9]+")


class Fit(IntEnum):
    """How well a person fits what was typed, best first."""

    WHOLE = 1
    BEGINNING = 2
    PART = 3
    FORMER = 4


@dataclass(frozen=True, slots=True)
class Question:
    """What to ask the index, in the words of SQLite's FTS5; who answers it fits so well."""

    fit: Fit
    expression: str


def words(name: str, *, number: str, phone: str, document: str, former: Iterable[str] = ()) -> str:
    """All that a person is found by, separated by spaces."""
    found = _names(name)
    for past in former:
        found += ["@" + word.strip("^$") for word in _names(past)]
    found += (f"#{number}$", f"~{number[::-1]}$", f"={document[::-1].lower()}$")
    if phone:
        found.append(_phone_word(phone))
    return " ".join(found)


def questions(text: str) -> list[Question]:
    """What a search text asks for, best answers first; nothing where it has no letter or digit.

    Letters and figures together ask for a person whom both fit: 李梅 8000.
    """
    pieces = [piece for part in text.split() for piece in _PIECE.findall(_key(part))]
    code = "".join(piece for piece in pieces if not _NO_DIGITS.fullmatch(piece))
    name = "".join(piece for piece in pieces if _NO_DIGITS.fullmatch(piece))
    if not code:
        return _by_name(name) if name else []
    if not name:
        return _by_code(code)
    fitting = _either(question.expression for question in _by_code(code))
    return [Question(asked.fit, f"{asked.expression} AND {fitting}") for asked in _by_name(name)]


def phone_question(phone: str) -> str:
    """Who has this telephone, as it is stored."""
    return f'"{_phone_word(phone)}"'


def _phone_word(phone: str) -> str:
    digits = phone if phone.isascii() and phone.isdigit() else _NO_DIGITS.sub("", phone)
    return f"+{digits[::-1]}$"


def _names(name: str) -> list[str]:
    key, said = _key(name), syllables(name)
    full, initials = "".join(said), "".join([syllable[0] for syllable in said])
    found = [f"^{key}$"]
    found += [key[place : place + _LONGEST_TAIL] for place in range(1, len(key))]
    if said:
        found += (f"^{full}$", f"^{initials}$")
        found += _tails(said, initials)
    for misread in misreadings(name):
        found += ("".join(misread), "".join([syllable[0] for syllable in misread]))
    return found


def _tails(said: Sequence[str], initials: str) -> list[str]:
    """What is said from the second syllable on, and from the third …; one letter alone is in it."""
    tails = ["".join(said[place:]) for place in range(1, len(said))]
    return tails + [initials[place:] for place in range(1, len(said) - 1)]


def _by_name(name: str) -> list[Question]:
    ways = dict.fromkeys((name, name.replace("ü", "v")))
    return [
        Question(Fit.WHOLE, _either(f'"^{way}$"' for way in ways)),
        Question(Fit.BEGINNING, _either(f'"^{way}"*' for way in ways)),
        Question(Fit.PART, _either(f'"{way[:_LONGEST_TAIL]}"*' for way in ways)),
        Question(Fit.FORMER, _either(f'"@{way[:_LONGEST_TAIL]}"*' for way in ways)),
    ]


def _by_code(code: str) -> list[Question]:
    """Whole figures first, then the end of a telephone, as people say it, before the rest."""
    back = code[::-1]
    asked = [Question(Fit.WHOLE, f'("#{code}$" OR "+{back}$" OR "={back}$")')]
    if len(code) >= _SHORTEST_PHONE_TAIL:
        asked.append(Question(Fit.BEGINNING, f'("+{back}"*)'))
    asked.append(Question(Fit.BEGINNING, f'("#{code}"*)'))
    if len(code) >= _SHORTEST_PHONE_TAIL:
        asked.append(Question(Fit.PART, f'("~{back}"*)'))
    if len(code) >= _SHORTEST_DOCUMENT_TAIL:
        asked.append(Question(Fit.PART, f'("={back}"*)'))
    return asked


def _either(expressions: Iterable[str]) -> str:
    return f"({' OR '.join(expressions)})"


def _key(text: str) -> str:
    """A name or what was typed of one, without everything that an index would not take."""
    key = name_key(text)
    return key if key.isalnum() else _SIGNS_AND_HALVES.sub("", key)
