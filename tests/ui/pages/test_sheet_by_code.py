"""A printed sheet, entered by its code with the keyboard alone."""

from datetime import date
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from station_app.domain.sheet_codes import sheet_code
from station_app.services.lists import attendance as stays
from station_app.services.lists.attendance import StayFilter, StayRow
from station_app.services.lists.posts import ShiftFilter, shift_ids
from station_app.services.posts import make_shifts
from station_app.services.rosters import assign
from station_app.services.settings import sheet_rule
from station_app.services.sheet_entry import sheet_by_code
from station_app.ui.pages.attendance.sheet_by_code import CodedSheetDialog
from station_app.ui.pages.attendance.sheet_dialog import SheetDialog
from station_app.ui.pages.attendance.sheet_print import DaysDialog
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.choosing import name_file
from tests.helpers.screen import focus, in_front, opened, press, shown, typed

DAY = date(2026, 11, 3)
ENTER = Qt.Key.Key_Return


@pytest.fixture
def code(office, clock) -> str:
    """The code of Tuesday's sheet with four people on it; it is Wednesday now."""
    a_post(office, max_people=6)
    office.write(make_shifts, DAY, DAY)
    (shift,) = office.read(shift_ids, ShiftFilter(DAY, DAY), None)
    for serial, name in enumerate(("安宁", "陈晨", "李梅", "王芳"), 1):
        office.write(assign, a_volunteer(office, name, serial), UUID(shift))
    a_volunteer(office, "赵云", 5)
    clock.at("2026-11-04 09:00")
    return sheet_code(UUID(shift))


@pytest.fixture
def window(desk, qtbot, code):
    return shown(desk, qtbot, "attendance")


def the_sheet(window, desk, code) -> CodedSheetDialog:
    in_front(window)
    window.page.sheet.click()
    desk.settle()
    dialog = opened(window, CodedSheetDialog)
    assert focus() is dialog.box
    typed(code)
    press(ENTER)
    desk.settle()
    return dialog


def entered(office) -> list[tuple[str, int | None, str]]:
    ids = office.read(stays.ids, StayFilter(), None)
    found: list[StayRow] = [row for row in office.read(stays.rows, ids) if row]
    return sorted((row.evidence[-2:], row.minutes, row.name) for row in found)


def test_a_whole_sheet_is_entered_by_keys_and_the_second_time_says_so(window, desk, office, code):
    dialog = the_sheet(window, desk, code.lower().replace("-", ""))
    assert [line.row for line in dialog.lines] == [1, 2, 3, 4, 5]
    typed("855")
    press(ENTER)
    typed("1105")
    press(ENTER)
    typed("*")
    typed("*")
    typed("+")
    typed("-")
    desk.settle()
    typed("zhaoyun")
    press(ENTER)
    typed("+")
    desk.settle()
    rows = [("#1", 130, "安宁"), ("#2", 130, "陈晨"), ("#3", 120, "李梅"), ("#5", 120, "赵云")]
    assert entered(office) == rows
    assert dialog.count.text() == "已录入 5/5 行，其中 1 人未到岗"
    dialog.primary.click()

    again = the_sheet(window, desk, f"SHEET:{code}")
    assert "已经录入" in again.known._words.text()
    assert all(line.settled or line.missed for line in again.lines[:5])
    assert focus() is again.lines[5].who
    assert entered(office) == rows


def test_a_wrong_row_says_what_and_stays_while_the_others_are_in_the_books(
    window, desk, office, code
):
    dialog = the_sheet(window, desk, code)
    typed("11")
    press(ENTER)
    typed("9")
    press(ENTER)
    desk.settle()
    assert focus() is dialog.lines[1].came
    typed("+")
    desk.settle()
    wrong = dialog.lines[0]
    assert "签退" in wrong.told.text() or "离岗" in wrong.told.text()
    assert (wrong.came.text(), wrong.left.text()) == ("11:00", "09:00")
    dialog.primary.click()
    assert dialog.isVisible()
    assert focus() is wrong.came
    assert [name for _row, _minutes, name in entered(office)] == ["陈晨"]


def test_leaving_early_loses_nothing_and_the_rest_is_marked_later(window, desk, office, code):
    dialog = the_sheet(window, desk, code)
    typed("+")
    desk.settle()
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    again = the_sheet(window, desk, code)
    assert focus() is again.lines[1].came
    again.rest.click()
    desk.settle()
    assert [one.not_come for one in office.read(sheet_by_code, code).rows] == [False, *[True] * 3]
    again.lines[2].strike.click()
    desk.settle()
    assert not office.read(sheet_by_code, code).rows[2].not_come


def test_a_sheet_scanned_at_the_desk_opens_and_signs_nobody(window, desk, office, code):
    in_front(window)
    window.page.counter.box.setFocus()
    typed(f"SHEET:{code}")
    press(ENTER)
    desk.settle()
    dialog = opened(window, CodedSheetDialog)
    assert dialog.sheet is not None
    assert dialog.sheet.code == code
    assert focus() is dialog.lines[0].came
    assert entered(office) == []


def test_sheets_are_looked_at_for_days_and_printed_with_the_rows_asked_for(
    window, desk, qtbot, office, code, tmp_path
):
    window.page.print_sheets()
    desk.settle()
    dialog = opened(window, DaysDialog)
    desk.settle()
    assert dialog.paper.pages == 0
    dialog.period.set_value((DAY, DAY))
    dialog.rows.set_value(20)
    desk.settle()
    assert dialog.paper.pages == 2
    dialog.save.click()
    name_file(qtbot, dialog, desk, tmp_path / "sheets.pdf")
    assert code in "".join(PdfReader(tmp_path / "sheets.pdf").pages[1].extract_text().split())
    assert office.read(sheet_rule).blank_rows == 20


def test_a_mistyped_code_says_so_and_stays_to_be_mended(window, desk, code):
    wrong = code[:-1] + ("0" if code[-1] != "0" else "1")
    dialog = the_sheet(window, desk, wrong)
    assert dialog.sheet is None
    assert "看不出" in dialog._banner._words.text()
    assert dialog.box.text() == wrong
    dialog.plain.click()
    desk.settle()
    assert opened(window, SheetDialog).isVisible()
