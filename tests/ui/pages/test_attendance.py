"""The desk: scans, picks, undo, forgotten stays, records, paper sheets."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from station_app.clock import at_desk
from station_app.domain.attendance import UNDONE_AT_DESK, Origin
from station_app.services.attendance import check_in
from station_app.services.lists import attendance as stays
from station_app.services.lists.attendance import Standing, StayFilter, StayRow
from station_app.services.posts import make_shifts
from station_app.services.reception import people_meant
from station_app.ui.pages.attendance.close_dialog import CloseDialog
from station_app.ui.pages.attendance.importing import PaperImport
from station_app.ui.pages.attendance.sheet_dialog import SheetDialog
from station_app.ui.pages.attendance.stay_dialog import StayDialog
from station_app.ui.widgets.reason import ReasonDialog
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.screen import CTRL, focus, opened, press, shown, typed

ENTER = Qt.Key.Key_Return
TWENTY = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"


@pytest.fixture
def post(office):
    """A post whose shift runs at nine."""
    made = a_post(office)
    office.write(make_shifts, date(2026, 11, 2), date(2026, 11, 2))
    return made


@pytest.fixture
def people(office):
    """Twenty volunteers; three of them have the initials lm."""
    names = [*(f"{family}国庆" for family in TWENTY[3:]), "李梅", "刘明", "李梅花"]
    return [a_volunteer(office, name, place + 1) for place, name in enumerate(names)]


@pytest.fixture
def window(desk, qtbot, post, people):
    return shown(desk, qtbot, "attendance")


def stays_of(office, standing=Standing.STANDING) -> list[StayRow]:
    ids = office.read(stays.ids, StayFilter(standing=standing), None)
    return [row for row in office.read(stays.rows, ids) if row]


def names_in(office) -> list[str]:
    return sorted(row.name for row in stays_of(office, Standing.IN))


def number_of(office, name: str) -> str:
    found = office.read(people_meant, name)
    return str(next(one.number for one in found if one.name == name))


def scan(text: str) -> None:
    """What a scanner does: type, Enter, and no waiting for anything."""
    QTest.keyClicks(focus(), text)
    QTest.keyClick(focus(), ENTER)


def told(window) -> str:
    return str(window.page.counter.last_act.words.text())


def test_the_box_has_the_keyboard_and_keeps_the_input_method_out(window):
    assert focus() is window.page.counter.box
    assert not focus().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_post_whose_shift_runs_is_chosen(window, post):
    assert window.page.counter.post.value() == post
    assert window.page.counter.post.currentText() == "图书角值守  09:00–11:00"


def test_twenty_scans_in_a_burst_sign_twenty_people_in(window, desk, office, people):
    numbers = [number_of(office, row.name) for row in office.read(people_meant, "26", 30)]
    assert len(set(numbers)) == 20
    for number in numbers:
        scan(number)
    desk.settle()
    assert [row.number for row in stays_of(office, Standing.IN)] == numbers
    assert window.page.counter.box.text() == ""
    assert len(window.page.counter.in_now.view.model.ids()) == 20


def test_a_scan_after_half_an_hour_signs_out_and_says_how_long(window, desk, office, clock):
    scan(number_of(office, "李梅"))
    desk.settle()
    assert told(window) == "李梅已签到，09:00"
    clock.forward(minutes=95)
    scan(number_of(office, "李梅"))
    desk.settle()
    assert told(window) == "李梅已签退，本次 1 小时 35 分"
    assert names_in(office) == []


def test_the_last_act_is_taken_back_by_one_key(window, desk, office):
    scan(number_of(office, "李梅"))
    desk.settle()
    press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert names_in(office) == []
    assert [row.void_reason for row in stays_of(office, Standing.VOID)] == [UNDONE_AT_DESK]
    assert focus() is window.page.counter.box


def test_only_the_last_act_is_taken_back_and_only_once(window, desk, office):
    scan(number_of(office, "李梅"))
    scan(number_of(office, "刘明"))
    desk.settle()
    for _press in range(2):
        press(Qt.Key.Key_Z, CTRL)
        desk.settle()
    assert names_in(office) == ["李梅"]


def test_several_people_are_picked_from_by_arrow_keys(window, desk, office):
    typed("lm")
    desk.settle()
    box = window.page.counter.box
    assert [one.name for one in box.results()] == ["刘明", "李梅", "李梅花"]
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(ENTER)
    desk.settle()
    assert names_in(office) == ["李梅花"]
    assert (box.text(), box.results()) == ("", [])


def test_enter_before_the_list_has_come_up_offers_the_list_and_signs_nobody(window, desk, office):
    scan("lm")
    desk.settle()
    assert names_in(office) == []
    assert len(window.page.counter.box.results()) == 3
    press(ENTER)
    desk.settle()
    assert names_in(office) == ["刘明"]
    assert window.page.counter.missed.texts == []


def test_a_scan_while_the_list_stands_open_signs_who_was_scanned(window, desk, office):
    typed("lm")
    desk.settle()
    window.page.counter.box.selectAll()
    scan(number_of(office, "刘明"))
    desk.settle()
    assert names_in(office) == ["刘明"]


def test_full_width_digits_of_an_input_method_are_read(window, desk, office):
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in number_of(office, "李梅"))
    typed(wide)
    press(ENTER)
    desk.settle()
    assert names_in(office) == ["李梅"]


def test_a_refused_scan_in_a_queue_stays_on_the_screen(window, desk, office):
    scan("000000000")
    scan(number_of(office, "李梅"))
    desk.settle()
    assert told(window).startswith("李梅已签到")
    assert window.page.counter.missed.texts == ["000000000"]
    window.page.counter.missed.settled.click()
    assert not window.page.counter.missed.isVisible()


def test_who_scans_twice_within_seconds_stays_in(window, desk, office, clock):
    scan(number_of(office, "李梅"))
    desk.settle()
    clock.forward(seconds=2)
    scan(number_of(office, "李梅"))
    desk.settle()
    assert names_in(office) == ["李梅"]
    assert "重复刷卡" in told(window)


def test_what_is_typed_in_a_list_goes_to_the_box(window, desk, office):
    scan(number_of(office, "李梅"))
    desk.settle()
    window.page.counter.in_now.view.table.setFocus()
    QTest.keyClicks(focus(), number_of(office, "刘明")[:1])
    assert focus() is window.page.counter.box
    QTest.keyClicks(focus(), number_of(office, "刘明")[1:])
    press(ENTER)
    desk.settle()
    assert names_in(office) == ["刘明", "李梅"]


def test_enter_in_the_list_of_those_who_are_in_signs_out(window, desk, office, clock):
    scan(number_of(office, "李梅"))
    desk.settle()
    clock.forward(hours=1)
    window.page.counter.in_now.view.table.setFocus()
    press(ENTER)
    desk.settle()
    assert names_in(office) == []
    assert stays_of(office)[0].minutes == 60


def test_a_forgotten_stay_is_closed_by_the_clerk_and_then_the_person_is_signed_in(
    window, desk, office, clock
):
    scan(number_of(office, "李梅"))
    desk.settle()
    clock.at("2026-11-03 09:00")
    window.page.refresh()
    desk.settle()
    assert "李梅" in window.page.counter.forgotten.words.text()
    scan(number_of(office, "李梅"))
    desk.settle()
    window.page.counter.last_act.act.click()
    desk.settle()
    dialog = opened(window, CloseDialog)
    assert dialog.time.text() == ""
    dialog.time.setText("1100")
    dialog.evidence.setText("电话问过本人")
    dialog.primary.click()
    desk.settle()
    first, second = sorted(stays_of(office), key=lambda row: row.came_at)
    assert (first.minutes, first.origin) == (120, Origin.CORRECTED)
    assert (second.day, second.left_at) == (date(2026, 11, 3), None)
    assert not window.page.counter.forgotten.isVisible()


def test_a_forgotten_stay_cannot_end_before_it_began(window, desk, office, clock):
    scan(number_of(office, "李梅"))
    desk.settle()
    clock.forward(days=1)
    window.page.refresh()
    desk.settle()
    window.page.counter.forgotten.close_one.click()
    dialog = opened(window, CloseDialog)
    dialog.time.setText("8:00")
    dialog.evidence.setText("问过")
    dialog.primary.click()
    desk.settle()
    assert dialog.isVisible()
    assert dialog.time.property("problem")
    assert names_in(office) == []
    assert len(stays_of(office, Standing.FORGOTTEN)) == 1


def test_a_post_chosen_by_hand_stays_until_another_shift_comes_up(
    window, desk, office, clock, post
):
    later = a_post(office, "便民理发", starts_at=time(14), ends_at=time(16))
    office.write(make_shifts, date(2026, 11, 2), date(2026, 11, 2))
    other = a_post(office, "文明劝导", weekdays=frozenset({6}))
    desk.settle()
    choice = window.page.counter.post
    choice.set_value(other)
    choice.activated.emit(choice.currentIndex())
    clock.forward(minutes=30)
    window.page.refresh()
    desk.settle()
    assert choice.value() == other
    clock.at("2026-11-02 13:30")
    window.page.refresh()
    desk.settle()
    assert choice.value() == later


def test_without_a_post_the_desk_says_what_to_do(desk, qtbot, office):
    a_volunteer(office)
    window = shown(desk, qtbot, "attendance")
    scan(number_of(office, "李梅"))
    desk.settle()
    assert told(window) == "还没有岗位，请先新建岗位。"
    assert stays_of(office) == []


def test_a_person_brought_from_elsewhere_is_signed_by_enter(window, desk, office, people):
    window.go("volunteers")
    window.go("attendance", str(people[-1]))
    desk.settle()
    press(ENTER)
    desk.settle()
    assert names_in(office) == ["李梅花"]


def test_a_record_is_struck_out_with_its_reason_and_stays_visible(window, desk, office, post):
    office.write(check_in, office.read(people_meant, "刘明")[0].id, post)
    window.page.reveal("2026-11-02")
    desk.settle()
    records = window.page.records
    records.view.table.setFocus()
    press(ENTER)
    opened(window, StayDialog).strike.click()
    desk.settle()
    reason = opened(window, ReasonDialog)
    reason.primary.click()
    assert reason.reason.property("problem")
    typed("登记错人")
    reason.primary.click()
    desk.settle()
    assert records.view.model.ids() == []
    records._standing.set_value(Standing.VOID)
    desk.settle()
    assert "登记错人" in records.view.table.model().index(0, 7).data()


def test_the_forgotten_of_any_time_are_found_from_elsewhere(window, desk, office, clock):
    scan(number_of(office, "李梅"))
    desk.settle()
    clock.at("2027-02-01 09:00")
    window.go("attendance", "forgotten")
    desk.settle()
    assert len(window.page.records.view.model.ids()) == 1


def sheet(window, desk) -> SheetDialog:
    window.page.enter_sheet()
    desk.settle()
    dialog = opened(window, SheetDialog)
    dialog.day.set_value(date(2026, 10, 30))
    dialog.lines[-1].start()
    return dialog


def test_a_paper_sheet_is_entered_line_by_line_by_enter_alone(window, desk, office):
    dialog = sheet(window, desk)
    for who in ("lm", number_of(office, "李梅")):
        typed(who)
        for _field in range(3):
            press(ENTER)
        desk.settle()
    found = sorted(stays_of(office), key=lambda row: row.name)
    assert [(row.name, row.minutes, row.origin) for row in found] == [
        ("刘明", 120, Origin.SHEET),
        ("李梅", 120, Origin.SHEET),
    ]
    assert [line.standing for line in dialog.lines] == [True, True, False]
    assert focus() is dialog.lines[-1].who


def test_a_refusal_stands_at_its_line_and_the_line_can_be_mended(window, desk, office):
    dialog = sheet(window, desk)
    typed("liuming")
    press(ENTER)
    press(ENTER)
    typed("8")
    press(ENTER)
    desk.settle()
    line = dialog.lines[0]
    assert "离岗" in line.told.text() or "晚于" in line.told.text()
    assert stays_of(office) == []
    line.left.setFocus()
    line.left.selectAll()
    typed("1030")
    press(ENTER)
    desk.settle()
    assert [row.left_at for row in stays_of(office)] == [at_desk(date(2026, 10, 30), 10, 30)]


def test_a_line_of_a_sheet_is_taken_back(window, desk, office):
    dialog = sheet(window, desk)
    typed("liuming")
    for _field in range(3):
        press(ENTER)
    desk.settle()
    dialog.lines[0].strike.click()
    desk.settle()
    assert stays_of(office) == []
    assert [row.name for row in stays_of(office, Standing.VOID)] == ["刘明"]


def test_a_line_that_is_not_entered_keeps_the_sheet_open(window, desk, office):
    dialog = sheet(window, desk)
    typed("liuming")
    dialog.primary.click()
    assert dialog.isVisible()
    assert stays_of(office) == []


def test_a_typed_sheet_is_seen_first_and_then_entered(window, desk, office, tmp_path):
    path = tmp_path / "十月签到表.csv"
    rows = f"{number_of(office, '李梅')},图书角值守,2026-10-09 09:00,2026-10-09 11:00\r\n"
    rows += "000000000,图书角值守,2026-10-09 09:00,2026-10-09 11:00\r\n"
    path.write_text("志愿者编号,岗位,签到时间,签退时间\r\n" + rows, encoding="gb18030")
    window.page.start_import(path)
    desk.settle()
    dialog = opened(window, PaperImport)
    assert dialog.reading.mapping.columns()["came"] == "签到时间"
    dialog.primary.click()
    desk.settle()
    assert stays_of(office) == []
    assert dialog.primary.text() == "导入 1 条记录"
    dialog.primary.click()
    desk.settle()
    assert [(row.name, row.minutes, row.evidence) for row in stays_of(office)] == [
        ("李梅", 120, "十月签到表.csv#2")
    ]
