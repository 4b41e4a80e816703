"""A station's own entries of code lists: what may be added, changed, retired.

Nothing is ever taken out: records keep codes for years and must stay readable.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from station_app.domain.codes import Code, CodeList, ListName, label_key
from station_app.domain.fields import given, short_text
from station_app.errors import StationError

LONGEST_CODE: Final = 20
LONGEST_LABEL: Final = 30
LONGEST_ENGLISH: Final = 60
_CODE: Final = re.compile(rf"[A-Za-z0-9][A-Za-z0-9_.-]{{0,{LONGEST_CODE - 1}}}")


@dataclass(eq=False)
class CodeListFixed(StationError):
    """A rule or a national standard stands behind this list; no station changes it."""

    list_name: ListName


@dataclass(eq=False)
class CodeUnreadable(StationError):
    """A code is a word of letters, digits, `_`, `-` and `.`, at most so long."""

    entry: str
    longest: int


@dataclass(eq=False)
class CodeTaken(StationError):
    """The list has an entry of this code already; codes are never used twice."""

    entry: str
    label: str


@dataclass(eq=False)
class CodeUnknown(StationError):
    """The list has no entry of this code."""

    list_name: ListName
    entry: str


@dataclass(eq=False)
class CodeLabelTaken(StationError):
    """Another entry of the list, of this code, is called so: a file could mean either."""

    label: str
    entry: str


@dataclass(eq=False)
class CodeLabelFigures(StationError):
    """A label is a word: figures alone mean another thing on every platform."""

    label: str


@dataclass(eq=False)
class CodeEndsEarly(StationError):
    """An entry would be retired before it is offered at all."""

    valid_from: date
    valid_until: date


def check_new(known: CodeList, entry: Code) -> Code:
    """An entry to be added, tidied; raises CodeTaken and what `check_changed` raises."""
    tidy = _checked(known, entry)
    if taken := known.entry(tidy.code):
        raise CodeTaken(taken.code, taken.zh)
    return tidy


def check_changed(known: CodeList, entry: Code) -> Code:
    """An entry in its new shape, tidied.

    Raises CodeListFixed, CodeUnreadable, CodeUnknown, MissingField, TextLength, CodeLabelFigures,
    CodeLabelTaken, CodeEndsEarly.
    """
    tidy = _checked(known, entry)
    if known.entry(tidy.code) is None:
        raise CodeUnknown(known.name, tidy.code)
    return tidy


def _checked(known: CodeList, entry: Code) -> Code:
    if not known.editable:
        raise CodeListFixed(known.name)
    if not _CODE.fullmatch(code := entry.code.strip()):
        raise CodeUnreadable(code, LONGEST_CODE)
    zh = given("zh", short_text("zh", entry.zh, LONGEST_LABEL))
    en = short_text("en", entry.en, LONGEST_ENGLISH)
    for label in filter(None, (zh, en)):
        _check_label(known, code, label)
    if entry.valid_from and entry.valid_until and entry.valid_until < entry.valid_from:
        raise CodeEndsEarly(entry.valid_from, entry.valid_until)
    return replace(entry, code=code, zh=zh, en=en)


def _check_label(known: CodeList, code: str, label: str) -> None:
    key = label_key(label)
    if not any(mark.isalpha() for mark in key):
        raise CodeLabelFigures(label)
    for other in known.codes:
        if other.code != code and key in (label_key(other.zh), label_key(other.en)):
            raise CodeLabelTaken(label, other.code)
