"""A look into a file: what is in it, how it would be read, and what a clerk should know of it."""

import csv
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from station_app.domain.people import Registration
from station_app.errors import Refusal
from station_app.sheets.errors import (
    ColumnUnknown,
    EncodingUnfit,
    HeaderNotFound,
    MixedEncodings,
    OnlyHidden,
    SheetUnknown,
)
from station_app.sheets.finding import Profile
from station_app.sheets.looking import FileLook, look
from station_app.sheets.notes import (
    CellsWithoutValue,
    EncodingBreaks,
    HeaderUncertain,
    HiddenSheets,
    MergedCells,
    TwoHeaderRows,
)
from station_app.sheets.reading import FOUND, Reading
from station_app.sheets.rosters import person_of, read_roster
from tests.sheets.workbooks import ods, xls, xlsx

TODAY = date(2026, 11, 2)
HEADER = ["姓名", "身份证号", "手机号", "居住区域", "同意日期", "同意方式"]
LI = ["李梅", "11010519491231002X", "15400000001", "演示社区", "2026-10-08", "书面签字"]
WANG = ["王芳", "999999198501020013", "", "演示社区", "2026-10-08", "书面签字"]


def csv_file(path: Path, *rows: list[str], encoding: str = "utf-8") -> Path:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def people(path: Path, reading: Reading = FOUND) -> list[Registration | Refusal]:
    return [row.flaw() or person_of(row, today=TODAY) for row in read_roster(path, reading)]


def names(path: Path, reading: Reading = FOUND) -> list[str]:
    return [who.name for who in people(path, reading) if isinstance(who, Registration)]


def refused(path: Path, reading: Reading = FOUND) -> list[tuple[int | None, str | None, str]]:
    found = [one for one in people(path, reading) if isinstance(one, Refusal)]
    return [(one.row, one.column, one.error.code) for one in found]


def workbook(path: Path, fill: Any) -> Path:
    with xlsxwriter.Workbook(str(path)) as book:
        fill(book.add_worksheet("名单"))
    return path


def written(sheet: Any, *rows: list[str]) -> None:
    for number, row in enumerate(rows):
        sheet.write_row(number, 0, row)


def changed(path: Path, old: bytes, new: bytes) -> Path:
    """The same package with other words in its parts."""
    target = path.with_stem(f"{path.stem}-changed")
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(target, "w") as after:
        parts = {member: before.read(member) for member in before.namelist()}
        assert any(old in data for data in parts.values())
        for member, data in parts.items():
            after.writestr(member, data.replace(old, new))
    return target


# What is there


def test_a_look_names_sheet_header_columns_and_the_first_rows(tmp_path):
    found = look(xlsx(tmp_path / "a.xlsx", [["演示花名册"], HEADER, LI, WANG]))
    assert (found.sheets, found.sheet, found.encodings) == (("Sheet1",), "Sheet1", ())
    assert (found.header_row, found.header) == (2, tuple(HEADER))
    assert found.columns["document_number"] == "身份证号"
    assert [(row.number, row.cells[0]) for row in found.rows] == [(3, "李梅"), (4, "王芳")]
    assert (found.total, found.notes, found.missing, found.profile) == (2, (), (), None)


def test_what_a_look_shows_is_what_is_read(tmp_path):
    for path in (
        xlsx(tmp_path / "a.xlsx", [["说明"]], [["演示花名册"], HEADER, LI]),
        csv_file(tmp_path / "a.csv", HEADER, LI, encoding="gb18030"),
        ods(tmp_path / "a.ods", [HEADER, LI]),
        xls(tmp_path / "a.xls", [HEADER, LI]),
    ):
        assert names(path, look(path).reading) == names(path) == ["李梅"]


@pytest.mark.parametrize(
    ("encoding", "first"), [("utf-8", "utf-8"), ("gb18030", "gb18030"), ("utf-8-sig", "utf-8-sig")]
)
def test_the_encoding_is_found_and_those_that_fit_are_offered(tmp_path, encoding, first):
    found = look(csv_file(tmp_path / "a.csv", HEADER, LI, encoding=encoding))
    assert (found.encoding, found.encodings[0]) == (first, first)
    assert found.sheets == ()


def test_a_list_from_the_south_is_read_in_its_own_encoding_by_choice(tmp_path):
    header = ["姓名", "證件號碼"]
    path = csv_file(tmp_path / "a.csv", header, ["陳大文", "1"], encoding="big5hkscs")
    assert "big5hkscs" in look(path).encodings
    assert look(path, Reading(encoding="big5hkscs")).header == tuple(header)


def test_an_encoding_that_does_not_fit_is_refused(tmp_path):
    path = csv_file(tmp_path / "a.csv", HEADER, LI, encoding="gb18030")
    with pytest.raises(EncodingUnfit) as refusal:
        look(path, Reading(encoding="utf-8"))
    assert refusal.value.encodings[0] == "gb18030"


# Chosen by hand


def test_sheet_header_row_and_columns_may_be_said(tmp_path):
    twice = ["谁", "号", "住", "办理人", "何时", "怎样"]
    path = xlsx(
        tmp_path / "a.xlsx", [HEADER, LI], [["x"], twice, [*WANG[:2], "西街", "", *WANG[4:]]]
    )
    columns = {"name": "谁", "document_number": "号", "area": "住"}
    columns |= {"consent_on": "何时", "consent_way": "怎样"}
    reading = Reading(sheet="Sheet2", header_row=2, columns=columns)
    (who,) = people(path, reading)
    assert isinstance(who, Registration)
    assert (who.name, who.area) == ("王芳", "西街")


def test_columns_alone_find_their_row(tmp_path):
    path = csv_file(tmp_path / "a.csv", ["名单"], ["谁", "号"], ["李梅", "1"])
    found = look(path, Reading(columns={"name": "谁", "document_number": "号"}))
    assert (found.header_row, found.missing) == (2, ())


def test_a_column_or_a_sheet_that_is_not_there_is_named(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [HEADER, LI], [["秘密"]], hidden=1)
    with pytest.raises(ColumnUnknown) as refusal:
        look(path, Reading(columns={"name": "姓名", "phone": "微信"}))
    assert (refusal.value.field, refusal.value.header) == ("phone", "微信")
    with pytest.raises(SheetUnknown):
        look(path, Reading(sheet="Sheet2"))


def test_a_profile_is_taken_when_all_its_headers_occur(tmp_path):
    some = Profile("少", {"name": "谁"})
    more = Profile("多", {"name": "谁", "document_number": "号"})
    other = Profile("别", {"name": "谁", "phone": "微信"})
    path = csv_file(tmp_path / "a.csv", ["谁", "号", "手机"], ["李梅", "1", "2"])
    found = look(path, profiles=(some, more, other))
    assert (found.profile, dict(found.columns)) == ("多", dict(more.columns))
    guessed = look(csv_file(tmp_path / "b.csv", HEADER, LI), profiles=(some, more, other))
    assert (guessed.profile, guessed.columns["phone"]) == (None, "手机号")


def test_without_a_header_the_likeliest_row_is_shown_and_nothing_goes_in(tmp_path):
    path = csv_file(tmp_path / "a.csv", ["名单"], ["甲", "姓名", "丙"], ["1", "2", "3"])
    found = look(path)
    assert (found.header_row, found.notes) == (2, (HeaderUncertain(("document_number",)),))
    with pytest.raises(HeaderNotFound):
        read_roster(path)


# Two header rows


def test_a_header_of_two_rows_is_read_as_one(tmp_path):
    def fill(sheet):
        written(
            sheet,
            ["", "", "", "", "本人同意", ""],
            [*["", "", "手机", "居住区域"], "同意日期", "同意方式"],
        )
        for column, title in enumerate(("姓名", "身份证号")):
            sheet.merge_range(0, column, 1, column, title)
        sheet.merge_range(0, 2, 0, 3, "联系方式")
        sheet.write_row(2, 0, LI)

    path = workbook(tmp_path / "a.xlsx", fill)
    found = look(path)
    assert found.notes == (TwoHeaderRows(1),)
    assert found.header == ("姓名", "身份证号", "手机", "居住区域", "同意日期", "同意方式")
    assert names(path) == names(path, found.reading) == ["李梅"]


def test_a_group_above_tells_whose_name_stands_below(tmp_path):
    def fill(sheet):
        written(sheet, [], [*HEADER, "姓名", "电话"], [*LI, "李强", "15400000002"])
        for column in range(6):
            sheet.write(0, column, HEADER[column])
        sheet.merge_range(0, 6, 0, 7, "监护人")

    (who,) = people(workbook(tmp_path / "a.xlsx", fill))
    assert isinstance(who, Registration)
    assert (who.name, who.guardian_name, who.guardian_phone) == ("李梅", "李强", "15400000002")


def test_a_second_header_row_may_have_titles_nobody_knows(tmp_path):
    first = ["姓名", "身份证号", "联系", "", "同意", ""]
    second = ["", "", "微信号", "居住区域", "同意日期", "同意方式"]
    path = csv_file(tmp_path / "a.csv", first, second, LI)
    assert look(path).header == ("姓名", "身份证号", *second[2:])
    assert names(path) == ["李梅"]


def test_a_person_without_a_name_is_no_header(tmp_path):
    path = csv_file(tmp_path / "a.csv", HEADER, ["", "", *LI[2:]], LI)
    assert (look(path).notes, names(path)) == ((), ["李梅"])
    assert refused(path) == [(2, "姓名", "missing_field")]


def test_a_header_in_both_languages_is_no_person(tmp_path):
    english = ["Name", "ID number", "Mobile", "Area", "Consent date", "Consent"]
    path = csv_file(tmp_path / "a.csv", HEADER, english, LI)
    assert (names(path), refused(path)) == (["李梅"], [])
    assert look(path).notes == (TwoHeaderRows(1),)


# Cells that are not what they seem


def test_merged_cells_count_for_their_first_row_and_are_told(tmp_path):
    def fill(sheet):
        written(sheet, HEADER, LI, [*WANG[:3], "", *WANG[4:]])
        sheet.merge_range(1, 3, 2, 3, "演示社区")

    path = workbook(tmp_path / "a.xlsx", fill)
    assert look(path).notes == (MergedCells(1, 2),)
    assert (names(path), refused(path)) == (["李梅"], [(3, "居住区域", "cell_merged")])


def test_a_merged_title_above_the_header_is_nothing_to_tell(tmp_path):
    def fill(sheet):
        written(sheet, [], HEADER, LI)
        sheet.merge_range(0, 0, 0, 5, "演示花名册")

    assert look(workbook(tmp_path / "a.xlsx", fill)).notes == ()


def test_errors_and_formulas_without_a_value_are_refused_and_told(tmp_path):
    def fill(sheet):
        written(sheet, [*HEADER, "序号"], LI, WANG, LI, LI)
        sheet.write_formula(1, 2, "=B9", None, "15400000001")
        sheet.write_formula(2, 2, '=A1&"x"', None, "")
        sheet.write_formula(3, 0, "=1/0", None, "#DIV/0!")
        sheet.write_formula(4, 6, "=1/0", None, "#DIV/0!")

    path = workbook(tmp_path / "a.xlsx", fill)
    found = people(path)
    assert refused(path) == [
        (3, "手机号", "cell_without_value"),
        (4, "姓名", "cell_without_value"),
    ]
    shown = [vars(one.error)["text"] for one in found if isinstance(one, Refusal)]
    assert shown == ['=A1&"x"', "#DIV/0!"]
    assert look(path).notes == (CellsWithoutValue(2, 3),)
    assert names(path) == ["李梅", "李梅"]


def test_a_formula_without_a_value_is_found_however_it_is_written(tmp_path):
    whole = xlsx(tmp_path / "a.xlsx", [HEADER, ["姓", *LI[1:]], WANG])
    bare = tmp_path / "b.xlsx"
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(bare, "w") as new:
        for member in old.namelist():
            data = old.read(member)
            if member.endswith("sheet1.xml"):
                start = data.index(b'<c r="A2"')
                end = data.index(b"</c>", start)
                data = data[:start] + b'<c r="A2" s="1"><f>B2</f>' + data[end:]
            new.writestr(member, data)
    assert refused(bare) == [(2, "姓名", "cell_without_value")]


def test_a_formula_whose_text_is_empty_was_calculated(tmp_path):
    def fill(sheet):
        written(sheet, HEADER, LI)
        sheet.write_formula(1, 2, '=IF(A2="","x","")', None, "X")

    whole = workbook(tmp_path / "a.xlsx", fill)
    path = changed(whole, b"<v>X</v>", b"<v></v>")
    assert (names(path), look(path).notes) == (["李梅"], ())


def test_cells_without_a_value_are_found_in_open_documents_too(tmp_path):
    whole = ods(tmp_path / "a.ods", [HEADER, *[[]] * 2, LI, WANG])
    plain = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    wrong = '<table:table-cell table:formula="of:=1/0" office:value-type="string"><text:p>#DIV/0!'
    bare = '<table:table-cell table:formula="of:=[.B1]"/>'
    path = changed(
        whole, plain.format("李梅").encode(), wrong.encode() + b"</text:p></table:table-cell>"
    )
    path = changed(path, plain.format("王芳").encode(), bare.encode())
    assert refused(path) == [
        (4, "姓名", "cell_without_value"),
        (5, "姓名", "cell_without_value"),
    ]
    assert look(path).notes == (CellsWithoutValue(2, 4),)


def test_hidden_sheets_are_named_and_never_read(tmp_path):
    found = look(xlsx(tmp_path / "a.xlsx", [HEADER, WANG], [HEADER, LI], hidden=0))
    assert (found.hidden, found.notes) == (("Sheet1",), (HiddenSheets(("Sheet1",)),))
    assert [row.cells[0] for row in found.rows] == ["李梅"]


def test_a_workbook_of_hidden_sheets_alone_says_so(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [HEADER, LI])
    shown, gone = b'<sheet name="Sheet1"', b'<sheet state="hidden" name="Sheet1"'
    hidden = changed(path, shown, gone)
    with pytest.raises(OnlyHidden) as refusal:
        look(hidden)
    assert refusal.value.sheets == ("Sheet1",)


# Two encodings in one text


def two_encodings(path: Path, first: str, second: str) -> Path:
    head = "\r\n".join(",".join(row) for row in (HEADER, LI))
    path.write_bytes(f"{head}\r\n".encode(first) + ",".join(WANG).encode(second) + b"\r\n")
    return path


@pytest.mark.parametrize(("first", "second"), [("utf-8", "gb18030"), ("gb18030", "utf-8")])
def test_where_the_encoding_changes_the_line_is_named(tmp_path, first, second):
    path = two_encodings(tmp_path / "a.csv", first, second)
    with pytest.raises(MixedEncodings) as refusal:
        read_roster(path)
    assert (refusal.value.line, refusal.value.encoding) == (3, first)
    assert refusal.value.encodings == (first, second)
    assert look(path).notes == (EncodingBreaks(3, first),)


@pytest.mark.parametrize(("first", "second"), [("utf-8", "gb18030"), ("gb18030", "utf-8")])
def test_with_an_encoding_chosen_the_other_lines_are_refused_and_none_is_garbled(
    tmp_path, first, second
):
    path = two_encodings(tmp_path / "a.csv", first, second)
    reading = look(path).reading
    assert names(path, reading) == ["李梅"]
    assert refused(path, reading) == [(3, None, "line_in_other_encoding")]
    assert [row.cells[0] for row in read_roster(path, reading)] == ["李梅", "王芳"]


def test_a_file_without_a_single_cell_has_no_header(tmp_path):
    with pytest.raises(HeaderNotFound):
        look(xlsx(tmp_path / "a.xlsx", []))


def test_looks_are_values(tmp_path):
    path = csv_file(tmp_path / "a.csv", HEADER, LI)
    first: FileLook = look(path)
    assert first == look(path)
