"""Paper sign-in sheets: a line is a stay, or a refusal that says what cannot be read."""

from datetime import UTC, datetime, time
from pathlib import Path

import pytest

from station_app.errors import Refusal
from station_app.sheets.errors import HeaderNotFound
from station_app.sheets.paper import PaperStay, read_paper_sheets, stay_of
from tests.sheets.workbooks import xlsx

HEADER = ["志愿者编号", "姓名", "手机号", "岗位", "日期", "到岗", "离岗"]
LINE = ["260000013", "李 梅", "", "前台引导", "2026年10月8日", "9点半", time(11, 45)]


def lines(path: Path) -> list[PaperStay | Refusal]:
    return [stay_of(row) for row in read_paper_sheets(path)]


def sheet(path: Path, **changed: object) -> Path:
    names = dict(
        zip(("number", "name", "phone", "post", "date", "came", "left"), LINE, strict=True)
    )
    return xlsx(path / "sheet.xlsx", [HEADER, list({**names, **changed}.values())])


def test_a_line_is_a_stay_in_utc(tmp_path):
    assert lines(sheet(tmp_path)) == [
        PaperStay(
            row=2,
            number="260000013",
            name="李 梅",
            phone="",
            post="前台引导",
            came_at=datetime(2026, 10, 8, 1, 30, tzinfo=UTC),
            left_at=datetime(2026, 10, 8, 3, 45, tzinfo=UTC),
        )
    ]


def test_a_number_kept_as_a_number_and_a_phone_in_groups_are_put_right(tmp_path):
    (stay,) = lines(sheet(tmp_path, number=260000013.0, phone="138-0013 8000"))
    assert isinstance(stay, PaperStay)
    assert (stay.number, stay.phone) == ("260000013", "13800138000")


def test_a_phones_tail_is_kept_as_it_stands(tmp_path):
    (stay,) = lines(sheet(tmp_path, number="", phone="8000"))
    assert isinstance(stay, PaperStay)
    assert (stay.number, stay.phone) == ("", "8000")


def test_times_that_carry_their_day_need_no_date_column(tmp_path):
    rows = [["编号", "岗位", "签到时间", "签退时间"]]
    rows += [["260000013", "前台引导", "2026-10-08 9:00", "2026/10/8 11:00"]]
    (stay,) = lines(xlsx(tmp_path / "a.xlsx", rows))
    assert isinstance(stay, PaperStay)
    assert stay.came_at == datetime(2026, 10, 8, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changed", "column", "code"),
    [
        ({"number": "", "name": ""}, "志愿者编号", "missing_field"),
        ({"post": " "}, "岗位", "missing_field"),
        ({"came": ""}, "到岗", "missing_field"),
        ({"left": ""}, "离岗", "missing_field"),
        ({"left": "忘了"}, "离岗", "time_unreadable"),
        ({"date": "上周四"}, "日期", "date_unreadable"),
        ({"date": ""}, "到岗", "date_unreadable"),
    ],
)
def test_what_is_missing_or_unreadable_is_told_by_its_column(tmp_path, changed, column, code):
    (refused,) = lines(sheet(tmp_path, **changed))
    assert isinstance(refused, Refusal)
    assert (refused.row, refused.column, refused.error.code) == (2, column, code)


def test_a_sheet_without_times_is_no_sign_in_sheet(tmp_path):
    with pytest.raises(HeaderNotFound) as missed:
        read_paper_sheets(xlsx(tmp_path / "a.xlsx", [["姓名", "岗位"], ["李梅", "前台"]]))
    assert missed.value.missing == ("came", "left")
