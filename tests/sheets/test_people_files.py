"""People written to a file and read back: the same people, in whatever script they are named."""

import csv
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from station_app.domain.codes import code_list
from station_app.domain.people import Registration
from station_app.sheets.people_files import FileKind, Language, write_people
from station_app.sheets.rosters import person_of, read_roster
from tests.helpers.builders import a_registration
from tests.helpers.registrations import TODAY, people

KINDS = ("xlsx", "csv")


@dataclass(frozen=True)
class Somebody:
    """One line of a file."""

    registration: Registration
    number: str = "260000013"
    registered_on: date = TODAY


def written(
    folder: Path, who: list[Registration], kind: FileKind, language: Language = "zh_CN"
) -> Path:
    path = folder / f"people.{kind}"
    write_people(path, map(Somebody, who), kind=kind, language=language)
    return path


def read(path: Path) -> list[object]:
    return [row.flaw() or person_of(row, today=TODAY) for row in read_roster(path)]


@pytest.mark.parametrize(("kind", "language"), [("xlsx", "zh_CN"), ("csv", "en")])
def test_whoever_the_form_accepts_comes_back_from_a_file_the_same(kind, language):
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(people(), min_size=1, max_size=3))
    def comes_back(who):
        with TemporaryDirectory() as folder:
            assert read(written(Path(folder), who, kind, language)) == who

    comes_back()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "text",
    [
        *(
            "=1+1",
            "+86",
            "-3区",
            "@我",
            "'",
            "'1",
            "''",
            "'=x",
            "007",
            "123456.0",
            "_x0041_",
            "TRUE",
        ),
        *("12:30", "2026-11-02", "1.10105E+17", 'a"b', "，", "C/C++"),
    ],
)
def test_text_that_spreadsheets_take_for_something_else_stays_text(tmp_path, kind, text):
    who = a_registration(remark=text, area=text, skills=(text, "书法"))
    assert read(written(tmp_path, [who], kind)) == [who]


def test_a_csv_is_for_any_office(tmp_path):
    who = a_registration(name="-李", remark="=1+1")
    path = written(tmp_path, [who], "csv")
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 2
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, row = csv.reader(file)
    assert len(header) == len(code_list("roster_columns").codes)
    cells = dict(zip(header, row, strict=True))
    assert (cells["姓名"], cells["备注"]) == ("'-李", "'=1+1")
    assert cells["证件号码"] == f"\t{who.document.number}"


def test_a_workbook_holds_numbers_as_text(tmp_path):
    who = a_registration(phone="15400000001")
    (header, row) = (
        load_workbook(written(tmp_path, [who], "xlsx")).get_sheet_by_index(0).to_python()
    )
    cells = dict(zip(header, row, strict=True))
    assert cells["证件号码"] == who.document.number
    assert (cells["手机号码"], cells["志愿者编号"]) == ("15400000001", "260000013")
    assert (cells["同意事项"], cells["注册日期"]) == ("登记与服务记录", "2026-11-02")


def test_no_one_at_all_is_a_header_alone(tmp_path):
    assert read(written(tmp_path, [], "xlsx")) == []


def test_the_number_and_the_day_of_registration_are_not_taken_over(tmp_path):
    who = a_registration()
    path = tmp_path / "a.csv"
    write_people(path, [replace(Somebody(who), number="999999999")], kind="csv", language="en")
    assert read(path) == [who]
