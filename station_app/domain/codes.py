"""Code lists: what is stored is a code, what people read and write is a label in either language.

Why files and not enums: centres and platforms change their lists; the program itself only needs the
codes that a rule depends on, and those are enums beside the rule.
"""

import json
import re
from dataclasses import dataclass, field
from functools import cache
from typing import Final, Literal

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
    "post_class",
    "team_kind",
    "department",
    "roster_columns",
    "paper_columns",
]
_UNHEARD: Final = re.compile(r"[\s*＊:：()（）·/,，、-]+")


@dataclass(frozen=True, slots=True)
class Code:
    """One entry; `also` holds other labels that mean the same in files people bring."""

    code: str
    zh: str
    en: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeList:
    """One list in the order in which it is shown, with where it comes from."""

    name: str
    source: str
    codes: tuple[Code, ...]
    _by_code: dict[str, Code] = field(init=False, repr=False, compare=False)
    _by_label: dict[str, str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the entries by code and by everything they are called."""
        object.__setattr__(self, "_by_code", {entry.code: entry for entry in self.codes})
        heard = {_key(label): entry.code for entry in self.codes for label in _labels(entry)}
        object.__setattr__(self, "_by_label", heard)

    def label(self, code: str, language: str) -> str:
        """The label in "zh_CN" or "en"; a code from another centre's list stands for itself."""
        entry = self._by_code.get(code)
        if entry is None:
            return code
        return entry.en if language == "en" else entry.zh

    def find(self, text: str) -> str | None:
        """The code behind a label in either language; bare figures only where the list says so.

        Figures are not matched by themselves because platforms number the same labels differently.
        """
        return self._by_label.get(_key(text))


@cache
def code_list(name: ListName) -> CodeList:
    """The list of that name as it ships with the program."""
    table = json.loads(resource(f"codes/{name}.json").read_text("utf-8"))
    entries = (Code(**{**entry, "also": tuple(entry.get("also", ()))}) for entry in table["codes"])
    return CodeList(name, table["source"], tuple(entries))


def _labels(entry: Code) -> tuple[str, ...]:
    own = () if entry.code.isdecimal() else (entry.code,)
    return (entry.zh, entry.en, *entry.also, *own)


def _key(label: str) -> str:
    return _UNHEARD.sub("", label).casefold()
