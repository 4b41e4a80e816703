"""Rows of a roster that are likely somebody known: named before they go in, left out by choice."""

from pathlib import Path
from uuid import UUID

import pytest
from stdnum.iso7064 import mod_11_2

from station_app.data.unit import Office, Unit
from station_app.domain.duplicates import Likelihood, Trait
from station_app.domain.importing import LeftOut, RegisteredOtherwise
from station_app.domain.merging import Choice
from station_app.services.imports import Imported, import_roster
from station_app.services.merging import merge_people
from station_app.services.people import find_by_number
from station_app.services.tasks import Task
from tests.helpers.builders import a_registration, a_volunteer
from tests.helpers.pairs import wish

HEAD = "姓名,证件号码,居住区域,手机号码,同意日期,同意方式,备注\n"
PHONE, OTHER_PHONE = "15400000001", "15400000002"


def born(day: str, serial: int) -> str:
    body = f"999999{day}{serial:03d}"
    return body + mod_11_2.calc_check_digit(body)


def same_day(serial: int) -> str:
    return a_registration(serial=serial).document.number


def line(name: str, number: str, phone: str = "", remark: str = "") -> str:
    return f"{name},{number},东街,{phone},2026-10-01,书面,{remark}\n"


def bring(office: Office, folder: Path, *lines: str, **how: object) -> Imported:
    path = folder / "名单.csv"
    path.write_text(HEAD + "".join(lines), "utf-8")
    return import_roster(office, path, task=Task(), **how)  # type: ignore[arg-type]


@pytest.fixture
def zeng(office: Office) -> str:
    """曾晓梅 stands in the books."""
    a_volunteer(office, "曾晓梅", 1, phone=PHONE)
    return "260000013"


@pytest.mark.parametrize(
    ("name", "number", "phone", "trait"),
    [
        ("曾晓梅", same_day(2), "", Trait.SAME_BIRTH),
        ("曾小梅", same_day(2), "", Trait.ONE_CHARACTER),
        ("曾晓梅", born("19700101", 2), PHONE, Trait.SAME_PHONE),
        ("李芳", same_day(2), PHONE, Trait.SAME_PHONE),
    ],
)
def test_a_row_like_somebody_in_the_books_is_named_with_the_reason(
    office: Office, tmp_path: Path, zeng: str, name: str, number: str, phone: str, trait: Trait
) -> None:
    imported = bring(office, tmp_path, line(name, number, phone), dry_run=True)
    (row,) = imported.likely
    (other,) = row.others
    assert (row.row, row.name, other.number, other.name, other.row) == (
        2,
        name,
        zeng,
        "曾晓梅",
        None,
    )
    assert trait in other.traits
    assert imported.outcome.done == 1


@pytest.mark.parametrize(
    ("name", "number", "phone"),
    [
        ("曾晓梅", born("19700101", 2), ""),
        ("李芳", born("19700101", 2), PHONE),
        ("李芳", same_day(2), ""),
    ],
)
def test_one_thing_alone_makes_nobody_the_same(
    office: Office, tmp_path: Path, zeng: str, name: str, number: str, phone: str
) -> None:
    assert bring(office, tmp_path, line(name, number, phone), dry_run=True).likely == ()


def test_of_two_rows_alike_the_later_one_is_named(office: Office, tmp_path: Path) -> None:
    rows = (line("李梅", same_day(1), PHONE), line("王芳", same_day(2)))
    imported = bring(office, tmp_path, *rows, line("李 梅", same_day(345), PHONE), dry_run=True)
    (row,) = imported.likely
    assert (row.row, row.likelihood) == (4, Likelihood.LIKELY)
    assert [(other.row, other.number) for other in row.others] == [(2, "")]


def test_who_is_registered_by_document_is_known_and_not_likely(
    office: Office, tmp_path: Path, zeng: str
) -> None:
    imported = bring(office, tmp_path, line("曾晓梅", same_day(1), PHONE), dry_run=True)
    assert (imported.likely, imported.known) == ((), 1)


def test_likely_rows_go_in_unless_they_are_left_out(
    office: Office, tmp_path: Path, zeng: str
) -> None:
    rows = (line("曾晓梅", same_day(2)), line("王芳", same_day(3)))
    imported = bring(office, tmp_path, *rows, leave_out={2, 99})
    assert (imported.outcome.asked, imported.outcome.done) == (2, 1)
    ((row, error),) = ((one.row, one.error) for one in imported.outcome.refused)
    assert (row, type(error)) == (2, LeftOut)
    again = bring(office, tmp_path, *rows)
    assert (again.outcome.done, [one.row for one in again.likely]) == (1, [2])


def test_a_telephone_of_many_says_nothing(office: Office, tmp_path: Path) -> None:
    rows = [line(f"志愿{mark}", born(f"198{n}0101", n), PHONE) for n, mark in enumerate("甲乙丙丁")]
    assert bring(office, tmp_path, *rows, dry_run=True).likely == ()


def test_one_placeholder_again_and_again_ends_in_time(office: Office, tmp_path: Path) -> None:
    rows = [line("张三", same_day(serial), PHONE) for serial in range(1, 400)]
    assert len(bring(office, tmp_path, *rows, dry_run=True).likely) == 398


def test_a_known_document_with_other_words_says_in_which_fields(
    office: Office, tmp_path: Path
) -> None:
    a_volunteer(office, "李梅", 1, phone=PHONE, area="东街")
    imported = bring(office, tmp_path, line("李美", same_day(1), OTHER_PHONE, "新"))
    (refusal,) = imported.outcome.refused
    assert isinstance(refusal.error, RegisteredOtherwise)
    assert refusal.error.fields == ("name", "phone", "remark")
    assert imported.known == 1


def test_blank_cells_say_nothing_otherwise(office: Office, tmp_path: Path) -> None:
    a_volunteer(office, "李梅", 1, phone=PHONE, area="东街", remark="旧")
    imported = bring(office, tmp_path, line("李 梅", same_day(1)))
    assert [one.error.code for one in imported.outcome.refused] == ["already_registered"]


@pytest.mark.parametrize("choice", [Choice.KEPT, Choice.TAKEN])
def test_after_a_merge_the_same_file_still_adds_nobody(
    office: Office, tmp_path: Path, choice: Choice
) -> None:
    rows = (line("李梅", same_day(1)), line("李美", same_day(457)))
    first = bring(office, tmp_path, *rows)
    one, other = (office.read(id_of, number) for number in first.numbers)
    office.write(merge_people, wish(one, other, document=choice))
    again = bring(office, tmp_path, *rows)
    assert (again.outcome.done, again.known) == (0, 2)
    errors = [vars(refusal.error)["number"] for refusal in again.outcome.refused]
    assert errors == [first.numbers[0]] * 2


def id_of(unit: Unit, number: str) -> UUID:
    return find_by_number(unit, number).id
