"""The sample files: always the same, as untidy as promised, and with known answers."""

import zipfile
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from station_app.demo.disorder import DOTS
from station_app.demo.rosters import PAPER, ROSTER, accepted, roster_table, write_samples
from station_app.domain.people import Registration, is_volunteer_number, volunteer_number
from station_app.errors import Refusal
from station_app.places import resource
from station_app.sheets.paper import PaperStay, read_paper_sheets, stay_of
from station_app.sheets.rosters import person_of, read_roster

TODAY = date(2026, 11, 2)
ROSTERS = ["roster.xlsx", "roster-utf8.csv", "roster-gb18030.csv"]
SHEETS = ["paper-sheets.xlsx", "paper-sheets.csv"]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("samples")
    write_samples(folder)
    return folder


def imported(path: Path) -> tuple[list[Registration], dict[int, str]]:
    """What a fresh import takes in, in order, and the refused rows with their codes."""
    taken: list[Registration] = []
    refused = {}
    for row in read_roster(path):
        person = person_of(row, today=TODAY)
        if isinstance(person, Refusal):
            refused[row.number] = person.error.code
        elif person.document in {known.document for known in taken}:
            refused[row.number] = "already_registered"
        else:
            taken.append(person)
    return taken, refused


def stays(path: Path) -> list[PaperStay | Refusal]:
    return [stay_of(row) for row in read_paper_sheets(path)]


@pytest.mark.parametrize("name", [name for name in ROSTERS + SHEETS if name.endswith(".csv")])
def test_the_csv_samples_in_the_project_are_what_the_generator_writes(written, name):
    assert (written / name).read_bytes() == resource(f"samples/{name}").read_bytes()


@pytest.mark.parametrize("name", [name for name in ROSTERS + SHEETS if name.endswith(".xlsx")])
def test_the_workbooks_in_the_project_are_what_the_generator_writes(written, name):
    """Member by member, since another build of zlib may pack the same content otherwise."""
    with (
        zipfile.ZipFile(written / name) as new,
        zipfile.ZipFile(resource(f"samples/{name}")) as kept,
    ):
        assert new.namelist() == kept.namelist()
        for member in new.namelist():
            assert new.read(member) == kept.read(member), member


def test_writing_twice_gives_the_same_bytes(written, tmp_path):
    write_samples(tmp_path)
    for name in ROSTERS + SHEETS:
        assert (tmp_path / name).read_bytes() == (written / name).read_bytes()


@pytest.mark.parametrize("name", ROSTERS)
def test_an_import_of_the_roster_answers_as_expected(name):
    taken, refused = imported(resource(f"samples/{name}"))
    assert len(taken) + len(refused) == ROSTER.asked
    assert len(taken) == ROSTER.done
    assert Counter(refused.values()) == ROSTER.refused
    assert tuple(refused) == ROSTER.refused_rows


@pytest.mark.parametrize("name", ROSTERS)
def test_behind_the_disorder_stand_the_invented_people(name):
    taken, _ = imported(resource(f"samples/{name}"))
    assert tuple(taken) == accepted()


def test_the_roster_is_as_untidy_as_real_ones():
    _, header, *rows = roster_table()
    cells = {title: [row[place] for row in rows] for place, title in enumerate(header)}
    names = [str(name) for name in cells["姓名"]]
    numbers = [str(number) for number in cells["身份证号码"]]
    assert all(any(dot in name for name in names) for dot in DOTS)
    assert all(any(mark in name for name in names) for mark in "𬱖㛃䶮𠅤𫍽")
    assert any("　" in name for name in names)
    assert any(number.endswith("x") for number in numbers)
    assert any("０" in number for number in numbers)
    assert sum(isinstance(number, float) for number in cells["身份证号码"]) == 3
    assert "" in cells["手机号码"]
    assert any(isinstance(phone, float) for phone in cells["手机号码"])


@pytest.mark.parametrize("name", SHEETS)
def test_an_import_of_the_sign_in_sheets_answers_as_expected(name):
    read = stays(resource(f"samples/{name}"))
    refused = [line for line in read if isinstance(line, Refusal)]
    assert len(read) == PAPER.asked
    assert len(read) - len(refused) == PAPER.done
    assert Counter(line.error.code for line in refused) == PAPER.refused
    assert tuple(line.row for line in refused) == PAPER.refused_rows


def test_both_forms_of_the_sheets_tell_the_same_stays():
    workbook, text = (stays(resource(f"samples/{name}")) for name in SHEETS)
    assert [line for line in workbook if isinstance(line, PaperStay)] == [
        line for line in text if isinstance(line, PaperStay)
    ]


def test_the_sheets_name_people_of_the_roster_who_are_at_one_place_at_a_time():
    numbers = {
        volunteer_number(2026, serial): person for serial, person in enumerate(accepted(), 1)
    }
    names = Counter(person.name for person in accepted())
    seen = set()
    for line in stays(resource("samples/paper-sheets.csv")):
        if isinstance(line, Refusal):
            continue
        if line.number:
            assert is_volunteer_number(line.number)
            assert line.number in numbers
        else:
            assert names[line.name.strip().replace("　", "")] <= 1
        assert datetime(2026, 10, 8, tzinfo=UTC) < line.came_at < line.left_at
        who = (line.number or line.name.strip(), line.came_at.date())
        assert who not in seen
        seen.add(who)
    assert len(seen) == PAPER.done
