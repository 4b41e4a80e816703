"""What an option's text means: days, times, weekdays, hours, codes."""

import argparse
import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import TypeVar

from station_app.domain.codes import ListName, code_list
from station_app.i18n import _
from station_app.wording.labels import choices

Choice = TypeVar("Choice", bound=StrEnum)
_ROWS = re.compile(r"(\d{1,7})(?:-(\d{1,7}))?", re.ASCII)
_MOST_ROWS = 1_048_576  # of a sheet
_DAY_RANGE = re.compile(r"([1-7])-([1-7])")


def day(text: str) -> date:
    """A day as 2026-11-02."""
    try:
        return date.fromisoformat(_plain(text))
    except ValueError:
        raise argparse.ArgumentTypeError(_("write the day as 2026-11-02")) from None


def time_of_day(text: str) -> time:
    """A time as 09:30."""
    try:
        return datetime.strptime(_plain(text), "%H:%M").time()
    except ValueError:
        raise argparse.ArgumentTypeError(_("write the time as 09:30")) from None


def weekdays(text: str) -> frozenset[int]:
    """Weekdays as 1-5 or 1,3,5, where 1 is Monday; Monday is 0 in the result."""
    days: set[int] = set()
    for part in _plain(text).split(","):
        if found := _DAY_RANGE.fullmatch(part.strip()):
            days.update(range(int(found[1]), int(found[2]) + 1))
        elif re.fullmatch("[1-7]", part.strip()):
            days.add(int(part))
        else:
            raise argparse.ArgumentTypeError(_("write weekdays as 1-5 or 1,3,5, where 1 is Monday"))
    return frozenset(one - 1 for one in days)


def hours_as_minutes(text: str) -> int:
    """Hours as 1.5, in minutes."""
    try:
        minutes = Decimal(_plain(text)) * 60
    except InvalidOperation:
        minutes = Decimal(-1)
    if not minutes.is_finite() or minutes < 0:
        raise argparse.ArgumentTypeError(_("write hours as 20 or 1.5"))
    return int(minutes)


def count(text: str) -> int:
    """A number of things, 1 or more."""
    plain = _plain(text)
    if not re.fullmatch(r"0*[1-9]\d{0,6}", plain, re.ASCII):
        raise argparse.ArgumentTypeError(_("write a number from 1 on"))
    return int(plain)


def rows(text: str) -> frozenset[int]:
    """Rows of a file as 3,5-7."""
    found: set[int] = set()
    for part in _plain(text).split(","):
        span = _ROWS.fullmatch(part.strip())
        if span is None:
            raise argparse.ArgumentTypeError(_("write rows as 3,5-7"))
        first, last = int(span[1]), int(span[2] or span[1])
        found.update(range(first, min(last, first + _MOST_ROWS) + 1))
    return frozenset(found)


def code_of(name: ListName) -> Callable[[str], str]:
    """A reader of codes or labels of a list, in either language."""

    def read(text: str) -> str:
        known = code_list(name)
        wanted = _plain(text)
        if wanted in {entry.code for entry in known.codes}:
            return wanted
        if found := known.find(text):
            return found
        raise argparse.ArgumentTypeError(
            _("is not one of these: {choices}").format(choices=choices_text(name))
        )

    return read


def choices_text(name: ListName) -> str:
    """Every code of a list with its label."""
    return _(", ").join(f"{code} {label}" for code, label in choices(name))


def labelled(kinds: type[Choice], label: Callable[[Choice], str]) -> str:
    """Every value of an enumeration with its label."""
    return _(", ").join(f"{one.value} {label(one)}" for one in kinds)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
