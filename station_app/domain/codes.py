"""Code lists: what is stored is a code, what people read and write is a label in either language.

Why files and not enums: centres and platforms change their lists; the program itself only needs the
codes that a rule depends on, and those are enums beside the rule. Why an overlay: a station's own
entries belong to the whole program, as its language does, and every label is read through
`code_list`.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any, Final, Literal, get_args

from station_app.places import resource

ListName = Literal[
    "sex",
    "document_kind",
    "consent_way",
    "consent_purpose",
    "ethnic_group",
    "political_status",
    "education",
    "employment",
    "availability",
    "qualification_kind",
    "service_class",
    "service_object",
    "volunteer_kind",
    "post_class",
    "team_kind",
    "department",
    "roster_columns",
    "paper_columns",
]
NAMES: Final[tuple[ListName, ...]] = get_args(ListName)
_UNHEARD: Final = re.compile(r"[\s*＊:：()（）·/,，、-]+")
_NUMBERED: Final = re.compile(r"^[0-9]{1,3}[.．]?(?=[^0-9.．])")


@dataclass(frozen=True, slots=True)
class Code:
    """One entry; `also` holds other labels that mean the same in files people bring.

    It is offered from `valid_from` until the day before `valid_until`. An own entry of a station
    may lack the English label.
    """

    code: str
    zh: str
    en: str
    also: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None

    def offered(self, day: date) -> bool:
        """Whether it may be chosen on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day < self.valid_until)


@dataclass(frozen=True, slots=True, eq=False)
class CodeList:
    """One list in the order in which it is shown, with where it comes from.

    Only `editable` lists take a station's own entries: no rule and no standard stands behind them.
    """

    name: ListName
    source: str
    source_zh: str
    codes: tuple[Code, ...]
    valid_from: date | None = None
    editable: bool = False
    _by_code: dict[str, Code] = field(init=False, repr=False)
    _by_label: dict[str, str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Index the entries by code and by everything they are called, present labels first."""
        object.__setattr__(self, "_by_code", {entry.code: entry for entry in self.codes})
        heard: dict[str, str] = {}
        for labels in (_present_labels, _other_labels):
            for entry in self.codes:
                for label in labels(entry):
                    heard.setdefault(label_key(label), entry.code)
        object.__setattr__(self, "_by_label", heard)

    def entry(self, code: str) -> Code | None:
        """The entry of that code, whether it is still offered or not."""
        return self._by_code.get(code)

    def label(self, code: str, language: str) -> str:
        """The label in "zh_CN" or "en"; a code from another centre's list stands for itself."""
        entry = self._by_code.get(code)
        if entry is None:
            return code
        return entry.en or entry.zh if language == "en" else entry.zh

    def find(self, text: str) -> str | None:
        """The code behind a label in either language; bare figures only where the list says so.

        Figures are not matched by themselves because platforms number the same labels differently;
        where they stand before a label ("13 群众"), the label alone decides.
        """
        key = label_key(text)
        return self._by_label.get(key) or self._by_label.get(_NUMBERED.sub("", key))

    def offered(self, day: date) -> tuple[Code, ...]:
        """The entries that may be chosen on that day."""
        return tuple(entry for entry in self.codes if entry.offered(day))


_own: Mapping[str, CodeList] = {}


def code_list(name: ListName) -> CodeList:
    """The list of that name: as it ships with the program, with the station's own entries."""
    return _own.get(name) or shipped(name)


@cache
def shipped(name: ListName) -> CodeList:
    """The list of that name as it ships with the program."""
    table = json.loads(resource(f"codes/{name}.json").read_text("utf-8"))
    return CodeList(
        name,
        table["source"],
        table["source_zh"],
        tuple(_read(entry) for entry in table["codes"]),
        _day(table.get("valid_from")),
        table.get("editable", False),
    )


def overlay(own: Mapping[str, Sequence[Code]]) -> None:
    """Put a station's own entries over the shipped lists, from now on and in the whole program.

    An own entry stands for the shipped one of its code; others follow at the end. Lists that no
    station may change stay as they are. Safe while other threads read: they see either all or none.
    """
    global _own
    _own = {
        name: with_own(shipped(name), own[name])
        for name in NAMES
        if own.get(name) and shipped(name).editable
    }


def label_key(label: str) -> str:
    """What is compared of a label: labels of one key are one label to whoever reads a file."""
    return _UNHEARD.sub("", label).casefold()


def with_own(known: CodeList, own: Sequence[Code]) -> CodeList:
    """The list with a station's entries over it; what they rename is found by its old name too."""
    changed = {entry.code: entry for entry in own}
    kept = (_renamed(entry, changed.pop(entry.code, entry)) for entry in known.codes)
    return replace(known, codes=(*kept, *changed.values()))


def _renamed(old: Code, new: Code) -> Code:
    return new if new is old else replace(new, also=(*old.also, old.zh, old.en))


def _read(entry: Mapping[str, Any]) -> Code:
    return Code(
        entry["code"],
        entry["zh"],
        entry["en"],
        tuple(entry.get("also", ())),
        _day(entry.get("valid_from")),
        _day(entry.get("valid_until")),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _present_labels(entry: Code) -> tuple[str, ...]:
    return tuple(filter(None, (entry.zh, entry.en)))


def _other_labels(entry: Code) -> tuple[str, ...]:
    own = () if entry.code.isdecimal() else (entry.code,)
    return (*filter(None, entry.also), *own)
