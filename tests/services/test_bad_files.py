"""Files that cannot go in as they are: each says why in its own sentence, and nothing is lost."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from station_app.data.unit import Office
from station_app.i18n import language, use
from station_app.services.imports import import_roster, look_into
from station_app.services.journal import journal_head
from station_app.services.tasks import Task
from station_app.sheets.errors import FileUnreadable
from station_app.wording import sentence
from tests.sheets.workbooks import compound, xls, xlsx

HEADER = ["姓名", "身份证号", "居住区域", "同意日期", "同意方式"]
LI = ["李梅", "11010519491231002X", "东街", "2026-10-08", "签字"]


def empty(path: Path) -> None:
    path.write_bytes(b"")


def sparse(path: Path) -> None:
    path.write_bytes(b"name,phone\n")
    os.truncate(path, 200_000_000)


def page(path: Path) -> None:
    path.write_text("<html><table><tr><td>姓名</td></tr></table></html>", "utf-8")


def xml(path: Path) -> None:
    path.write_text('<?xml version="1.0"?><Workbook/>', "utf-8")


def pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 ...")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")


def locked(path: Path) -> None:
    path.write_bytes(compound({"EncryptedPackage": b"sealed", "EncryptionInfo": b"how"}))


def cut(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 cut off in the middle")


def hidden(path: Path) -> None:
    whole = xlsx(path.with_suffix(".whole"), [HEADER, LI])
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for member in old.namelist():
            shown, gone = b'<sheet name="Sheet1"', b'<sheet state="hidden" name="Sheet1"'
            new.writestr(member, old.read(member).replace(shown, gone))


def garbage(path: Path) -> None:
    path.write_bytes(b"\xff\x80\x81")


def two_encodings(path: Path) -> None:
    lines = [",".join(row) + "\n" for row in (HEADER, LI, LI)]
    path.write_bytes("".join(lines[:2]).encode() + lines[2].encode("gb18030"))


def headless(path: Path) -> None:
    path.write_text("甲,乙\n1,2\n", "utf-8")


def away(path: Path) -> None:
    path.unlink(missing_ok=True)


MAKERS = (
    *(empty, sparse, page, xml, pdf, picture, locked, cut, hidden, garbage, two_encodings),
    *(headless, away),
)


def refusal(office: Office, path: Path, make: Callable[[Path], None]) -> FileUnreadable:
    make(path)
    with pytest.raises(FileUnreadable) as refused:
        import_roster(office, path, task=Task())
    return refused.value


def test_every_such_file_has_a_sentence_of_its_own_and_leaves_the_books_alone(
    office: Office, tmp_path: Path
) -> None:
    before, kept = office.read(journal_head), language()
    path = tmp_path / "名单.xlsx"
    errors = [refusal(office, path, make) for make in MAKERS]
    assert office.read(journal_head) == before
    for spoken in ("zh_CN", "en"):
        use(spoken)
        told = [sentence(error) for error in errors]
        assert len(set(told)) == len(told)
        assert all("名单.xlsx" in one for one in told)
    use(kept)


@pytest.mark.parametrize("make", [m for m in MAKERS if m not in (two_encodings, headless)])
def test_a_look_says_the_same_as_the_import(
    office: Office, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "名单.csv"
    error = refusal(office, path, make)
    with pytest.raises(FileUnreadable) as refused:
        look_into(path)
    assert vars(refused.value) == vars(error)
    assert type(refused.value) is type(error)


def test_an_old_workbook_with_a_password_says_so(office: Office, tmp_path: Path) -> None:
    path = xls(tmp_path / "old.xls", [HEADER, LI], locked=True)
    with pytest.raises(FileUnreadable) as refused:
        import_roster(office, path, task=Task())
    assert refused.value.code == "password_protected"
