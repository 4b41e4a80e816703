"""Rosters: headers found in both languages, rows registered or refused by row and column."""

import csv
from datetime import date, datetime
from pathlib import Path

import pytest

from station_app.domain.consents import ConsentWay, Purpose
from station_app.domain.documents import DocumentKind, Sex
from station_app.domain.people import Registration
from station_app.domain.profiles import Profile
from station_app.errors import Refusal
from station_app.sheets.errors import HeaderNotFound
from station_app.sheets.refused import REASON, write_refused
from station_app.sheets.rosters import Consent, person_of, read_roster
from tests.sheets.workbooks import xls, xlsx

TODAY = date(2026, 11, 2)
HEADER = ["姓名", "身份证号", "手机号", "居住区域", "同意日期", "同意方式"]
LI = ["李 梅", "11010519491231002x", 13800138000.0, "演示社区", "2026/10/8", "书面签字"]


def csv_file(path: Path, *rows: list[str]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def people(path: Path) -> list[Registration | Refusal]:
    return [person_of(row, today=TODAY) for row in read_roster(path)]


def person(path: Path) -> Registration:
    (made,) = people(path)
    assert isinstance(made, Registration)
    return made


def refusal(path: Path) -> Refusal:
    (made,) = people(path)
    assert isinstance(made, Refusal)
    return made


def test_a_row_becomes_a_registration(tmp_path):
    made = person(xlsx(tmp_path / "list.xlsx", [HEADER, LI]))
    assert (made.name, made.phone, made.sex) == ("李梅", "13800138000", Sex.FEMALE)
    assert (made.consent_on, made.consent_way) == (date(2026, 10, 8), ConsentWay.PAPER)


def test_an_old_workbook_reads_like_a_new_one(tmp_path):
    assert person(xls(tmp_path / "a.xls", [HEADER, LI])) == person(
        xlsx(tmp_path / "a.xlsx", [HEADER, LI])
    )


def test_an_english_header_is_understood(tmp_path):
    header = ["Name", "ID number", "Mobile", "Address", "Consent date", "Consent"]
    row = ["Ann  Lee", "11010519491231002X", "13800138000", "Yanshi", "2026-10-08", "Paper"]
    assert person(csv_file(tmp_path / "a.csv", header, row)).name == "Ann Lee"


def test_titles_above_stars_and_brackets_in_the_header_do_not_matter(tmp_path):
    header = [
        "* 姓名",
        "证件号码（18位）",
        "联系电话：",
        "居住\n区域",
        "同意日期(年月日)",
        "同意方式",
    ]
    sheet = xlsx(tmp_path / "a.xlsx", [["演示花名册"], [], ["填表：演示"], header, LI])
    roster = read_roster(sheet)
    assert roster.header_row == 4
    assert roster.written("document_number") == "证件号码（18位）"
    assert person(sheet).name == "李梅"


def test_the_header_may_stand_on_the_second_sheet(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [["说明"], ["请按格式填写"]], [HEADER, LI])
    assert read_roster(path).table.sheet == "Sheet2"
    assert person(path).name == "李梅"


def test_a_header_below_the_tenth_row_or_without_needed_columns_is_not_found(tmp_path):
    with pytest.raises(HeaderNotFound) as missed:
        read_roster(csv_file(tmp_path / "a.csv", ["姓名", "电话"], ["李梅", "1"]))
    assert missed.value.missing == ("document_number",)
    with pytest.raises(HeaderNotFound) as missed:
        read_roster(csv_file(tmp_path / "b.csv", *[["", "x"]] * 10, HEADER))
    assert missed.value.missing == ("name", "document_number")


def test_blank_rows_and_repeated_headers_are_no_people(tmp_path):
    rows = read_roster(xlsx(tmp_path / "a.xlsx", [HEADER, LI, [" "], HEADER, [], LI]))
    assert [row.number for row in rows] == [2, 6]
    assert [row.number for row in rows] == [2, 6]


def test_a_refusal_names_the_row_and_the_column_as_the_file_writes_it(tmp_path):
    mangled = ["李梅", 110105194912310000.0, *LI[2:]]
    refused = refusal(xlsx(tmp_path / "a.xlsx", [["演示"], HEADER, mangled]))
    assert (refused.row, refused.column, refused.error.code) == (3, "身份证号", "digits_lost")
    assert vars(refused.error)["text"] == "1.10105E+17"


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("姓名", "", "missing_field"),
        ("姓名", "李\ue123", "name_private_use"),
        ("身份证号", "110105194912310021", "document_checksum"),
        ("手机号", "12345", "phone_unreadable"),
        ("居住区域", "", "missing_field"),
        ("同意日期", "八月", "date_unreadable"),
        ("同意日期", "", "no_consent"),
        ("同意日期", "2026-11-03", "consent_in_future"),
        ("同意方式", "托梦", "label_unknown"),
    ],
)
def test_each_thing_wrong_is_told_in_its_own_column(tmp_path, column, cell, code):
    row = [str(value) for value in LI]
    row[HEADER.index(column)] = cell
    refused = refusal(csv_file(tmp_path / "a.csv", HEADER, row))
    assert (refused.column, refused.error.code) == (column, code)


def test_a_column_the_file_does_not_have_is_told_by_the_error_alone(tmp_path):
    refused = refusal(csv_file(tmp_path / "a.csv", HEADER[:4], [str(cell) for cell in LI[:4]]))
    assert (refused.column, refused.error.code) == (None, "no_consent")


def test_other_columns_fill_the_rest_of_the_registration(tmp_path):
    header = [*HEADER, "性别", "出生日期", "证件类型", "特长", "服务类别", "备注", "年级"]
    row: list[object] = ["王𬱖", "h12345678", "", "演示社区", datetime(2026, 10, 8), "家长同意"]
    row += ["女", "2015.3.1", "回乡证", "书法, 合唱", "环保；社区服务、环境保护", "演示", "四"]
    header += ["监护人", "家长电话", "同意事项"]
    row += ["王 强", "154 0000 0001", "登记、照片，宣传"]
    made = person(xlsx(tmp_path / "a.xlsx", [header, row]))
    assert made.document.kind is DocumentKind.HK_MACAO_PERMIT
    assert (made.sex, made.born_on, made.phone) == (Sex.FEMALE, date(2015, 3, 1), "")
    assert (made.skills, made.service_classes) == (("书法", "合唱"), ("7", "2"))
    assert made.consent_way is ConsentWay.GUARDIAN
    assert (made.guardian_name, made.guardian_phone) == ("王强", "15400000001")
    assert made.purposes == {Purpose.PHOTO, Purpose.PUBLICITY}


def test_what_people_chose_to_tell_is_read_by_its_labels(tmp_path):
    header = [*HEADER, "民族", "政治面貌", "学历", "职业", "通讯地址", "紧急联系人"]
    header += ["紧急联系人电话", "服务时间", "外语", "健康状况"]
    row = [str(cell) for cell in LI] + ["汉", "群众", "大专", "退休", "演示路1号", "李 强"]
    row += ["15400000001", "周六下午；周一上午", "英语、手语", "不能久站"]
    assert person(csv_file(tmp_path / "a.csv", header, row)).profile == Profile(
        ethnic_group="01",
        political_status="13",
        education="30",
        employment="80",
        address="演示路1号",
        emergency_name="李 强",
        emergency_phone="15400000001",
        availability=("11", "62"),
        languages=("英语", "手语"),
        health="不能久站",
    )


def test_a_label_of_no_list_is_told_in_its_column(tmp_path):
    told = refusal(csv_file(tmp_path / "a.csv", [*HEADER, "民族"], [*map(str, LI), "火星族"]))
    assert (told.column, told.error.code) == ("民族", "label_unknown")


def test_a_witness_of_the_whole_list_stands_for_spoken_words_alone(tmp_path):
    rows = [[*map(str, LI[:5]), "口头"], [*map(str, LI[:5]), ""], [*map(str, LI[:5]), "签字"]]
    signed = Consent(date(2026, 10, 1), ConsentWay.SPOKEN_WITNESSED, "王芳")
    path = csv_file(tmp_path / "a.csv", HEADER, *rows)
    made = [person_of(row, today=TODAY, consent=signed) for row in read_roster(path)]
    witnesses = [one.consent_witness for one in made if isinstance(one, Registration)]
    assert witnesses == ["王芳", "王芳", ""]


def test_refused_rows_go_back_with_their_reason_and_come_in_again(tmp_path):
    wrong: list[list[object]] = [list(HEADER), ["=1+1", LI[1], "+86 13800138000", "-3区", *LI[4:]]]
    roster = read_roster(xlsx(tmp_path / "a.xlsx", wrong))
    (row,) = roster
    out = tmp_path / "refused.csv"
    write_refused(out, roster.header, [(row.cells, "姓名不对")])
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    again = read_roster(out)
    assert again.header == (*roster.header, REASON)
    (back,) = again
    assert back.cells[0] == "'=1+1"
    assert [back.text(field) for field in again.columns] == [
        row.text(field) for field in roster.columns
    ]


def test_a_second_round_of_refusals_does_not_pile_up_reasons_or_guards(tmp_path):
    first, second = tmp_path / "1.csv", tmp_path / "2.csv"
    write_refused(first, HEADER, [(["=x", "110105194912310021"], "校验码不对")])
    roster = read_roster(first)
    write_refused(second, roster.header, [(row.cells, "校验码不对") for row in roster])
    assert second.read_bytes() == first.read_bytes()


def test_long_numbers_go_back_as_text_that_a_spreadsheet_leaves_alone(tmp_path):
    out = tmp_path / "refused.csv"
    write_refused(
        out, ["证件号码", "手机号", "序号"], [(["110105194912310021", 13800138000.0, 1.0], "")]
    )
    with out.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[1] == ["\t110105194912310021", "13800138000", "1", ""]
