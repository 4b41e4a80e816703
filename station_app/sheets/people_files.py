"""People as a file that any office can open, and that an import reads back without a change.

Columns are those of a roster, in its order; a number that would lose digits is text.
"""

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal, Protocol

import xlsxwriter

from station_app.domain.codes import ListName, code_list
from station_app.domain.consents import Purpose
from station_app.domain.people import Registration
from station_app.domain.profiles import CODED
from station_app.sheets.guards import cell_text, csv_text, joined

FileKind = Literal["xlsx", "csv"]
Language = Literal["zh_CN", "en"]
_WIDTHS: Final = {"document_number": 22, "area": 20, "address": 28, "remark": 24}
_WIDTH: Final = 14
_MASKED: Final = {
    "zh_CN": "证件号码（已遮盖，不能再导入）",
    "en": "Document number (masked, cannot be imported)",
}
_SHEET: Final = {"zh_CN": "志愿者名册", "en": "Volunteers"}


class PersonInFile(Protocol):
    """One person as far as a file goes; `purposes` of the registration are those that hold."""

    @property
    def number(self) -> str:
        """The volunteer number."""
        ...

    @property
    def registered_on(self) -> date:
        """The day of registration."""
        ...

    @property
    def registration(self) -> Registration:
        """What was registered."""
        ...


def write_people(
    path: Path,
    people: Iterable[PersonInFile],
    *,
    kind: FileKind,
    language: Language,
    masked: bool = False,
) -> int:
    """Write people under a header in that language; how many. The labels of codes are in it too.

    Where document numbers are `masked`, the header says that no import takes them. CSV is UTF-8
    with mark and CRLF. Raises OSError.
    """
    columns = [entry.code for entry in code_list("roster_columns").codes]
    header = [code_list("roster_columns").label(column, language) for column in columns]
    if masked:
        header[columns.index("document_number")] = _MASKED[language]
    count = 0
    with (_workbook if kind == "xlsx" else _csv)(path, columns, language) as put:
        put(header)
        for person in people:
            cells = cells_of(person, language)
            put([cells[column] for column in columns])
            count += 1
    return count


def cells_of(person: PersonInFile, language: Language) -> dict[str, str]:
    """What stands in each column of a roster about a person."""
    who, told = person.registration, person.registration.profile
    label = _Labels(language)
    return {
        "number": person.number,
        "name": who.name,
        "sex": label.one("sex", who.sex),
        "born_on": who.born_on.isoformat(),
        "document_kind": label.one("document_kind", who.document.kind),
        "document_number": who.document.number,
        "phone": who.phone,
        "area": who.area,
        "skills": joined(who.skills),
        "service_classes": label.several("service_class", who.service_classes),
        "consent_on": who.consent_on.isoformat(),
        "consent_way": label.one("consent_way", who.consent_way),
        "consent_witness": who.consent_witness,
        "guardian_name": who.guardian_name,
        "guardian_phone": who.guardian_phone,
        "purposes": label.several("consent_purpose", _purposes(who)),
        **{field: label.one(field, getattr(told, field)) for field in CODED},
        "address": told.address,
        "emergency_name": told.emergency_name,
        "emergency_phone": told.emergency_phone,
        "availability": label.several("availability", told.availability),
        "languages": joined(told.languages),
        "health": told.health,
        "remark": who.remark,
        "registered_on": person.registered_on.isoformat(),
    }


class _Labels:
    """Labels of codes in one language; a code without a label stands for itself."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def one(self, name: ListName, code: str) -> str:
        return code_list(name).label(code, self._language) if code else ""

    def several(self, name: ListName, codes: Iterable[str]) -> str:
        return joined(self.one(name, code) for code in codes)


def _purposes(who: Registration) -> Iterator[Purpose]:
    return (one for one in Purpose if one is Purpose.RECORD or one in who.purposes)


Put = Callable[[list[str]], Any]


@contextmanager
def _csv(path: Path, _columns: list[str], _language: Language) -> Iterator[Put]:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        yield lambda cells: writer.writerow([csv_text(cell_text(cell)) for cell in cells])


@contextmanager
def _workbook(path: Path, columns: list[str], language: Language) -> Iterator[Put]:
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as book:
        sheet = book.add_worksheet(_SHEET[language])
        text, head = book.add_format({"num_format": "@"}), book.add_format({"bold": True})
        for place, column in enumerate(columns):
            sheet.set_column(place, place, _WIDTHS.get(column, _WIDTH), text)
        sheet.freeze_panes(1, 0)
        row = 0

        def put(cells: list[str]) -> None:
            nonlocal row
            for place, cell in enumerate(cells):
                if cell:
                    sheet.write_string(row, place, cell_text(cell), text if row else head)
            row += 1

        yield put
