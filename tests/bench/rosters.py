"""A roster of any length as somebody tidy types it, under the first columns of the sample."""

from pathlib import Path

from station_app.demo.files import write_workbook
from station_app.demo.rosters import HEADER
from station_app.domain.codes import ListName, code_list
from station_app.domain.people import Registration
from tests.bench.books import people

COLUMNS = HEADER[: HEADER.index("备注") + 1]


def write_roster(path: Path, count: int) -> None:
    """So many people as .xlsx: a title, the header, a row for each; all of them can go in."""
    rows = (_row(place, who) for place, who in enumerate(people(count), 1))
    write_workbook(path, "花名册", [["演示花名册"], COLUMNS, *rows])


def _row(place: int, person: Registration) -> list[str | float]:
    return [
        float(place),
        person.name,
        _label("sex", person.sex),
        person.born_on.isoformat(),
        _label("document_kind", person.document.kind),
        person.document.number,
        person.phone,
        person.area,
        "、".join(person.skills),
        "、".join(_label("service_class", one) for one in person.service_classes),
        person.consent_on.isoformat(),
        _label("consent_way", person.consent_way),
        person.consent_witness,
        person.guardian_name,
        person.guardian_phone,
        person.remark,
    ]


def _label(name: ListName, code: str) -> str:
    return code_list(name).label(code, "zh_CN")
