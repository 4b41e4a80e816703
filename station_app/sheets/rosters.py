"""Rosters of volunteers: each row becomes a registration or a refusal by row and column."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar

from station_app.domain.codes import CodeList, ListName, code_list
from station_app.domain.consents import ConsentWay, Purpose
from station_app.domain.documents import DocumentKind, Sex
from station_app.domain.people import (
    AgeRules,
    Draft,
    Registration,
    registration,
    registration_problems,
)
from station_app.domain.profiles import CODED, NOTHING_TOLD, Profile
from station_app.errors import Refusal, StationError
from station_app.sheets.cells import Cell, day
from station_app.sheets.errors import LabelUnknown
from station_app.sheets.guards import parts_of
from station_app.sheets.headers import HeadedSheet, RawRow, headed_sheet, text_of
from station_app.sheets.reading import FOUND, Reading

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Consent:
    """The consent that stands once for a whole signed list, for rows that state none."""

    on: date
    way: ConsentWay
    witness: str = ""


class _Field(Exception):
    """Carries the field in which a row stopped, from the cell to the refusal."""

    def __init__(self, field: str, error: StationError) -> None:
        super().__init__(field)
        self.field = field
        self.error = error


def read_roster(path: Path, reading: Reading = FOUND) -> HeadedSheet:
    """The roster in a file; iterate for its rows. Raises the kinds of FileUnreadable."""
    return headed_sheet(path, "roster", reading)


def person_of(
    row: RawRow, *, today: date, ages: AgeRules | None = None, consent: Consent | None = None
) -> Registration | Refusal:
    """The registration a row asks for, or why it cannot be had: the first thing wrong in it."""
    try:
        draft = _consenting(draft_of(row), consent)
    except _Field as stopped:
        return row.refuse(stopped.field, stopped.error)
    try:
        return registration(draft, today=today, ages=ages)
    except StationError:
        problem = registration_problems(draft, today=today, ages=ages)[0]
        return row.refuse(problem.field, problem.error)


def draft_of(row: RawRow) -> Draft:
    """The row in a form's terms; only what its sheet has columns for is looked at."""
    stated: dict[str, Any] = {}
    told: dict[str, Any] = {}
    cells, width = row.cells, len(row.cells)
    for field, place in row.sheet.columns.items():
        if place >= width or (cell := cells[place]) == "":
            continue
        known = _STATED if field in _STATED else _TOLD
        if meaning := known.get(field):
            try:
                value = meaning(cell)
            except StationError as error:
                raise _Field(field, error) from None
            if value is not None:
                (stated if known is _STATED else told)[field] = value
    return Draft(**stated, profile=Profile(**told) if told else NOTHING_TOLD)


def _consenting(draft: Draft, consent: Consent | None) -> Draft:
    if consent is None:
        return draft
    way = draft.consent_way or consent.way
    spoken = way is ConsentWay.SPOKEN_WITNESSED
    return replace(
        draft,
        consent_on=draft.consent_on or consent.on,
        consent_way=way,
        consent_witness=draft.consent_witness or (consent.witness if spoken else ""),
    )


def _worded(meaning: Callable[[str], T]) -> Callable[[Cell], T | None]:
    """What the text of a cell means; nothing where there is none."""

    def read(cell: Cell) -> T | None:
        text = text_of(cell)
        return meaning(text) if text else None

    return read


def _document_kind(text: str) -> DocumentKind:
    return DocumentKind(_code(code_list("document_kind"), text))


def _consent_way(text: str) -> ConsentWay:
    return ConsentWay(_code(code_list("consent_way"), text))


def _sex(text: str) -> Sex:
    return Sex(_code(code_list("sex"), text))


def _service_classes(text: str) -> tuple[str, ...]:
    return _codes(code_list("service_class"), text)


def _slots(text: str) -> tuple[str, ...]:
    return _codes(code_list("availability"), text)


def _purposes(text: str) -> frozenset[Purpose]:
    """What is agreed to beyond the record, which every registration rests on."""
    return frozenset(map(Purpose, _codes(code_list("consent_purpose"), text))) - {Purpose.RECORD}


def _coded(list_name: ListName) -> Callable[[str], str]:
    return lambda text: _code(code_list(list_name), text)


# What the cells of these columns say, they say again and again. A list that a station changes is
# another list, so nothing outdated is remembered.


@lru_cache(maxsize=4096)
def _code(known: CodeList, text: str) -> str:
    if code := known.find(text):
        return code
    raise LabelUnknown(known.name, text)


@lru_cache(maxsize=4096)
def _codes(known: CodeList, text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_code(known, part) for part in _parts(text)))


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[str, ...]:
    return parts_of(text)


_STATED: Final[Mapping[str, Callable[[Cell], Any]]] = {
    **dict.fromkeys(("name", "document_number", "area", "phone", "remark"), text_of),
    **dict.fromkeys(("consent_witness", "guardian_name", "guardian_phone"), text_of),
    **dict.fromkeys(("born_on", "consent_on"), day),
    "document_kind": _worded(_document_kind),
    "sex": _worded(_sex),
    "skills": _worded(_parts),
    "service_classes": _worded(_service_classes),
    "consent_way": _worded(_consent_way),
    "purposes": _worded(_purposes),
}
_TOLD: Final[Mapping[str, Callable[[Cell], Any]]] = {
    **{field: _worded(_coded(field)) for field in CODED},
    **dict.fromkeys(("address", "emergency_name", "emergency_phone", "health"), text_of),
    "availability": _worded(_slots),
    "languages": _worded(_parts),
}
