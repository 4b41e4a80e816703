"""Files under a spreadsheet's name: opened for what they are, refused for what they are not."""

import os
import zipfile
from pathlib import Path

import pytest

from station_app.sheets import files
from station_app.sheets.cells import shown
from station_app.sheets.errors import (
    EmptyFile,
    FileUnreadable,
    NotASpreadsheet,
    PasswordProtected,
    TooBig,
    UnknownEncoding,
)
from station_app.sheets.tables import tables
from tests.sheets.workbooks import compound, ods, xls, xlsx

ROWS = [["姓名", "手机"], ["王𬱖", "15400000001"], ["李㛃", "15400000002"]]


def read(path: Path) -> list[list[str]]:
    (table,) = tables(path)
    return [[shown(cell) for cell in cells] for _, cells in table.rows()]


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_reads_in_every_encoding_and_with_every_delimiter(tmp_path, encoding, delimiter):
    text = "\r\n".join(delimiter.join(row) for row in ROWS)
    path = written(tmp_path / "list.csv", text.encode(encoding))
    assert read(path) == ROWS
    (table,) = tables(path)
    assert table.encoding == encoding
    assert table.total == 3


def test_the_same_table_reads_alike_from_xlsx_xls_and_ods(tmp_path):
    assert read(xlsx(tmp_path / "a.xlsx", ROWS)) == ROWS
    assert read(xls(tmp_path / "a.xls", ROWS)) == ROWS
    assert read(ods(tmp_path / "a.ods", ROWS)) == ROWS


def test_the_name_of_a_file_does_not_matter(tmp_path):
    assert read(xlsx(tmp_path / "a.xlsx", ROWS).rename(tmp_path / "list.xls")) == ROWS
    assert read(xls(tmp_path / "a.xls", ROWS).rename(tmp_path / "list.xlsx")) == ROWS
    text = "\n".join("\t".join(row) for row in ROWS)
    assert read(written(tmp_path / "web.xls", text.encode("gb18030"))) == ROWS


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path):
    text = '演示\n\n姓名,备注\n"张三","两\n行"\n李四,\n'
    (table,) = tables(written(tmp_path / "list.csv", text.encode()))
    assert [number for number, cells in table.rows() if cells and cells[0] == "李四"] == [5]
    (sheet,) = tables(xlsx(tmp_path / "a.xlsx", [[], ["演示"], [], ["李四"]]))
    assert [number for number, cells in sheet.rows() if cells[0] == "李四"] == [4]


def test_hidden_sheets_are_left_out(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", [["秘密"]], ROWS, hidden=0)
    assert read(path) == ROWS


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"  \r\n\r\n", b"\x00" * 100])
def test_a_file_with_nothing_in_it_says_so(tmp_path, data):
    with pytest.raises(EmptyFile) as refusal:
        list(tables(written(tmp_path / "leer.xlsx", data)))
    assert refusal.value.file == "leer.xlsx"


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"<html><body><table><tr><td>1</td></tr></table></body></html>", "html"),
        (b"\xef\xbb\xbf<!DOCTYPE HTML><p>", "html"),
        (b'<?xml version="1.0"?><Workbook/>', "xml"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "other"),
        (b"PK\x03\x04 cut off in the middle", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "damaged"),
    ],
)
def test_something_else_under_a_spreadsheets_name_is_told_what_it_is(tmp_path, data, found):
    with pytest.raises(NotASpreadsheet) as refusal:
        list(tables(written(tmp_path / "list.xlsx", data)))
    assert refusal.value.found == found


def test_a_zip_that_is_no_workbook_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "list.xlsx", "w") as package:
        package.writestr("readme.txt", "hello")
    with pytest.raises(NotASpreadsheet):
        list(tables(tmp_path / "list.xlsx"))


def test_a_locked_workbook_says_so_whether_new_or_old(tmp_path):
    new = compound({"EncryptedPackage": b"sealed", "EncryptionInfo": b"how"})
    for name in ("new.xlsx", "new.xls"):
        with pytest.raises(PasswordProtected):
            list(tables(written(tmp_path / name, new)))
    with pytest.raises(PasswordProtected):
        list(tables(xls(tmp_path / "old.xls", ROWS, locked=True)))


def test_text_in_no_known_encoding_or_in_two_is_refused(tmp_path):
    two = "姓名,手机\n张三,1\n".encode("gb18030") + "李四".encode() + b"\xff\xfe\n"
    for data in (b"\xff\x80\x81", two):
        with pytest.raises(UnknownEncoding):
            list(tables(written(tmp_path / "list.csv", data)))


def test_a_file_that_is_away_or_a_folder_is_out_of_reach(tmp_path):
    for path in (tmp_path / "away.csv", tmp_path):
        with pytest.raises(FileUnreadable) as refusal:
            list(tables(path))
        assert refusal.value.code == "file_unreadable"


def test_a_file_beyond_the_limit_is_refused_before_it_is_read(tmp_path):
    path = written(tmp_path / "list.csv", b"name,phone\n")
    os.truncate(path, files.LIMIT + 1)
    with pytest.raises(TooBig) as refusal:
        list(tables(path))
    assert (refusal.value.size, refusal.value.limit) == (files.LIMIT + 1, files.LIMIT)


def test_a_small_file_that_unpacks_beyond_the_limit_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(files, "UNPACKED_LIMIT", 1000)
    with pytest.raises(TooBig) as refusal:
        list(tables(xlsx(tmp_path / "list.xlsx", ROWS)))
    assert refusal.value.limit == 1000


def test_one_endless_cell_is_a_damaged_file_and_not_a_crash(tmp_path):
    path = written(tmp_path / "list.csv", b'name\n"' + b"a" * 1_100_000)
    with pytest.raises(NotASpreadsheet):
        read(path)
