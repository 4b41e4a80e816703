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
from station_app.sheets.cells import day
from station_app.sheets.errors import LabelUnknown
from station_app.sheets.guards import parts_of
from station_app.sheets.headers import HeadedSheet, RawRow, headed_sheet
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
    """The row in a form's terms."""
    kind = _read(row, "document_kind", _document_kind)
    return Draft(
        name=row.text("name"),
        sex=_read(row, "sex", _sex),
        born_on=_day(row, "born_on"),
        document_kind=kind or DocumentKind.RESIDENT_ID,
        document_number=row.text("document_number"),
        area=row.text("area"),
        phone=row.text("phone"),
        skills=_parts(row.text("skills")),
        service_classes=_read(row, "service_classes", _service_classes) or (),
        consent_on=_day(row, "consent_on"),
        consent_way=_read(row, "consent_way", _consent_way),
        consent_witness=row.text("consent_witness"),
        guardian_name=row.text("guardian_name"),
        guardian_phone=row.text("guardian_phone"),
        purposes=_read(row, "purposes", _purposes) or frozenset(),
        remark=row.text("remark"),
        profile=_profile(row),
    )


def _profile(row: RawRow) -> Profile:
    told: dict[str, Any] = {}
    for field, meaning in _TOLD.items():
        if field in row.sheet.columns and (found := _read(row, field, meaning)):
            told[field] = found
    return Profile(**told) if told else NOTHING_TOLD


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


def _read(row: RawRow, field: str, meaning: Callable[[str], T]) -> T | None:
    text = row.text(field)
    if not text:
        return None
    try:
        return meaning(text)
    except StationError as error:
        raise _Field(field, error) from None


def _day(row: RawRow, field: str) -> date | None:
    try:
        return day(row.cell(field))
    except StationError as error:
        raise _Field(field, error) from None


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


_TOLD: Final[Mapping[str, Callable[[str], Any]]] = {
    **{field: _coded(field) for field in CODED},
    **dict.fromkeys(("address", "emergency_name", "emergency_phone", "health"), str),
    "availability": _slots,
    "languages": _parts,
}
