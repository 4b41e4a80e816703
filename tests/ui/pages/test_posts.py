"""Standing posts and their shifts, by keyboard."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from station_app.domain.posts import PostPlan, Risk
from station_app.services.attendance import check_in
from station_app.services.code_lists import follow, retire_entry
from station_app.services.lists.posts import (
    PostFilter,
    PostRow,
    ShiftFilter,
    ShiftRow,
    ShiftState,
    post_ids,
    post_rows,
    shift_ids,
    shift_rows,
)
from station_app.services.posts import make_shifts, plan_of
from station_app.ui.pages.posts.make_dialog import MakeDialog
from station_app.ui.pages.posts.post_dialog import PostDialog
from station_app.ui.pages.posts.weekdays import WeekdayField
from station_app.ui.widgets import DialogFrame
from station_app.ui.widgets.reason import ReasonDialog
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.screen import focus, opened, press, shown, typed

ENTER = Qt.Key.Key_Return
OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))
TODAY = date(2026, 11, 2)
DECEMBER = (date(2026, 12, 1), date(2026, 12, 31))


@pytest.fixture
def window(desk, qtbot):
    return shown(desk, qtbot, "posts")


def posts(office) -> list[PostRow]:
    ids = office.read(post_ids, PostFilter(closed=True), None)
    return [row for row in office.read(post_rows, ids) if row]


def shifts(office, first: date, last: date) -> list[ShiftRow]:
    ids = office.read(shift_ids, ShiftFilter(first, last), None)
    return [row for row in office.read(shift_rows, ids) if row]


def lines(view) -> list[list[str]]:
    view.table.selectAll()
    found = [line.split("\t") for line in view.table.as_text().splitlines()]
    view.table.clearSelection()
    return found


def back(window) -> None:
    window.activateWindow()
    QTest.qWaitForWindowActive(window)


def new_post(window, desk) -> PostDialog:
    window.page.new.click()
    desk.settle()
    return opened(window, PostDialog)


def test_a_post_is_opened_by_keyboard_alone(window, desk, office):
    new_post(window, desk)
    typed("图书角值守")
    press(ENTER)
    press(Qt.Key.Key_Down)
    press(ENTER)
    typed("一楼大厅")
    press(ENTER)
    for day in (Qt.Key.Key_1, Qt.Key.Key_3):
        press(day)
    press(ENTER)
    typed("1400")
    press(ENTER)
    typed("1630")
    for _field in range(7):
        press(ENTER)
    typed("整理图书")
    press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    (row,) = posts(office)
    assert (row.name, row.weekdays) == ("图书角值守", frozenset({0, 2}))
    plan = office.read(plan_of, row.id)
    assert (plan.organiser, plan.content) == ("演示社区居民委员会", "整理图书")
    assert lines(window.page.posts.view)[0][3] == "周一、周三 14:00–16:30"


def test_every_field_that_is_missing_says_so_at_once(window, desk, office):
    dialog = new_post(window, desk)
    dialog.primary.click()
    wrong = {key for key, slot in dialog.form._slots.items() if slot.field.property("problem")}
    assert wrong == {"name", "service_class", "place", "weekdays"}
    assert posts(office) == []


def test_a_name_that_is_taken_is_told_at_the_name(window, desk, office):
    a_post(office)
    desk.settle()
    dialog = new_post(window, desk)
    dialog._name.set_value("图书角值守")
    dialog._class.setCurrentIndex(1)
    dialog._place.set_value("一楼")
    dialog._weekdays.set_value({0})
    dialog.primary.click()
    desk.settle()
    assert dialog._name.property("problem")
    dialog._name.set_value("图书角周末")
    dialog.primary.click()
    desk.settle()
    assert [row.name for row in posts(office)] == ["图书角值守", "图书角周末"]


def test_the_week_is_one_stop_of_the_tab_key_and_arrows_go_along(qtbot, preferences):
    week = WeekdayField()
    qtbot.addWidget(week)
    with qtbot.waitActive(week):
        week.show()
        week.activateWindow()
    week.setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_3)
    assert week.value() == frozenset({0, 2, 6})
    press(Qt.Key.Key_3)
    assert week.value() == frozenset({0, 6})


def test_a_post_is_changed(window, desk, office):
    a_post(office)
    desk.settle()
    window.page.posts.view.table.setFocus()
    press(ENTER)
    desk.settle()
    dialog = opened(window, PostDialog)
    assert dialog._name.value() == "图书角值守"
    dialog._place.set_value("二楼")
    dialog.primary.click()
    desk.settle()
    assert posts(office)[0].place == "二楼"


def test_closing_a_post_asks_first_and_can_be_undone(window, desk, office, clock):
    post = a_post(office)
    office.write(make_shifts, *DECEMBER)
    desk.settle()
    page = window.page.posts
    page.view.select(post.hex)
    page._close.click()
    desk.settle()
    dialog = opened(window, DialogFrame)
    assert focus() is dialog.cancel
    dialog.primary.click()
    desk.settle()
    assert posts(office)[0].closed_on == date(2026, 11, 2)
    assert page.view.model.ids() == []
    window.messages._act.click()
    desk.settle()
    assert posts(office)[0].closed_on is None
    assert not any(row.cancelled for row in shifts(office, *DECEMBER))


def test_the_next_month_is_previewed_and_made(window, desk, office):
    a_post(office)
    desk.settle()
    window.page.make.click()
    desk.settle()
    dialog = opened(window, MakeDialog)
    assert dialog.month.text() == "2026-12"
    assert dialog.account.text() == "将新增 23 个班次。"
    dialog.primary.click()
    desk.settle()
    assert len(shifts(office, *DECEMBER)) == 23
    assert len(window.page.shifts.view.model.ids()) == 23


def test_days_off_are_named_before_the_shifts_are_made(window, desk, office):
    a_post(office)
    desk.settle()
    window.page.make.click()
    desk.settle()
    dialog = opened(window, MakeDialog)
    dialog.month.setText("2026-10")
    desk.settle()
    told = dialog.account.text()
    assert told == "将新增 17 个班次。\n跳过 5 个休息日：10-01、10-02、10-05、10-06、10-07。"
    assert not dialog.warning.isVisible()


def test_a_year_that_is_only_estimated_is_warned_of(window, desk, office):
    a_post(office)
    desk.settle()
    window.page.make.click()
    desk.settle()
    dialog = opened(window, MakeDialog)
    dialog.month.setText("2032-01")
    desk.settle()
    assert dialog.warning.isVisible()
    assert "2032" in dialog.account.text() + dialog.warning._words.text()


def test_a_month_that_stands_already_cannot_be_made_again(window, desk, office):
    a_post(office)
    office.write(make_shifts, *DECEMBER)
    desk.settle()
    window.page.make.click()
    desk.settle()
    dialog = opened(window, MakeDialog)
    assert dialog.account.text() == "将新增 0 个班次。\n已有 23 个班次，不再重复。"
    assert not dialog.primary.isEnabled()


def test_a_coming_shift_is_called_off_with_a_reason_and_held_after_all(window, desk, office):
    a_post(office)
    office.write(make_shifts, date(2026, 11, 3), date(2026, 11, 3))
    desk.settle()
    window.page.reveal("shifts")
    desk.settle()
    view = window.page.shifts.view
    view.table.setFocus()
    press(ENTER)
    dialog = opened(window, ReasonDialog)
    dialog.reason.setText("停电检修")
    dialog.primary.click()
    desk.settle()
    assert lines(view)[0][4:] == ["已取消", "停电检修"]
    back(window)
    view.table.setFocus()
    press(ENTER)
    desk.settle()
    assert not shifts(office, date(2026, 11, 3), date(2026, 11, 3))[0].cancelled


def test_shifts_with_too_few_people_are_found(window, desk, office, clock):
    post, li = a_post(office, min_people=2), a_volunteer(office)
    office.write(make_shifts, date(2026, 11, 2), date(2026, 11, 3))
    office.write(check_in, li, post)
    clock.at("2026-11-02 12:00")
    window.page.reveal("shifts")
    window.page.shifts._state.set_value(ShiftState.SHORT)
    desk.settle()
    assert lines(window.page.shifts.view) == [
        ["11月2日 周一", "09:00–11:00", "图书角值守", "演示社区一楼大厅", "1／2", "李梅"]
    ]


def test_weeks_and_months_are_stepped_through(window, desk, office):
    stepper = window.page.shifts.stepper
    stepper.step(-1)
    assert stepper.value() == OCTOBER
    stepper._stretch.setCurrentIndex(1)
    stepper.step(1)
    assert stepper.value() == (date(2026, 10, 5), date(2026, 10, 11))


def test_a_retired_class_is_offered_to_no_new_post_but_stays_with_the_post_that_has_it(
    window, desk, office
):
    follow(office)
    post = a_post(office, service_class="theory")
    office.write(retire_entry, "post_class", "theory", TODAY)
    fresh = PostDialog(window, TODAY)
    kept = PostDialog(window, TODAY, plan=office.read(plan_of, post))
    assert kept._class.value() == "theory"
    assert kept._class.count() == fresh._class.count() + 1


def test_what_few_posts_ask_for_unfolds_and_is_kept(window, desk, office):
    post = a_post(office, risk=Risk.LOW, risk_note="雨天路滑", min_age=16)
    desk.settle()
    dialog = PostDialog(window, TODAY, plan=office.read(plan_of, post))
    assert dialog.fold.is_open()
    plans: list[PostPlan] = []
    dialog.planned.connect(plans.append)
    dialog.primary.click()
    assert plans == [office.read(plan_of, post)]
    dialog.close()
