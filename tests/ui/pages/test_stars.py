"""Stars on the real window: proposals are chosen, confirmed and taken back; the table is set."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt

from station_app.domain.stars import Basis, StarTable
from station_app.services.attendance import check_in, check_out, void_stay
from station_app.services.lists import stars
from station_app.services.lists.stars import StarFilter
from station_app.services.star_proposals import Chosen, confirm_stars
from station_app.services.stars import change_star_table, standing, star_table
from station_app.ui.pages.settings.stars import StarsPart, StarTableDialog
from station_app.ui.pages.volunteers.stars import Shown
from station_app.ui.pages.volunteers.stars_confirming import AccountDialog, ConfirmDialog
from station_app.ui.widgets.reason import ReasonDialog
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.screen import (
    CTRL,
    focus,
    open_dialogs,
    opened,
    person_shown,
    press,
    shown,
    typed,
)

TODAY = date(2026, 11, 2)
SMALL = StarTable((10, 20, 40))


@pytest.fixture
def people(office, clock):
    """Three people with 30, 12 and 3 hours, by a table of 10, 20 and 40."""
    office.write(change_star_table, SMALL)
    post = a_post(office)
    stays: dict[int | str, UUID] = {}
    served = (("王建国", (15, 15)), ("李梅", (12,)), ("赵强", (3,)))
    for serial, (name, hours) in enumerate(served, start=1):
        who = a_volunteer(office, name, serial)
        for place, length in enumerate(hours):
            clock.at(f"2026-03-0{place + 1} 06:00")
            stays[name] = office.write(check_in, who, post).stay_id
            clock.forward(hours=length)
            office.write(check_out, who)
        clock.at("2026-11-02 09:00")
        stays[serial] = who
    return stays


@pytest.fixture
def window(desk, qtbot, people):
    """The window at the stars."""
    window = shown(desk, qtbot)
    window.page.reveal("stars")
    desk.settle()
    return window


def proposed(window):
    """The cells of the proposals."""
    model = window.page.stars.due.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def confirmed(office, **more):
    """Name, star and the day, as the books have them."""
    keys = office.read(stars.ids, StarFilter(**more), None)
    return [(row.name, row.star, row.confirmed_on) for row in office.read(stars.rows, keys)]


def test_who_is_due_stands_there_with_star_hours_and_day(window):
    assert [row[:7] for row in proposed(window)] == [
        ["王建国", "260000013", "★★ 2 星", "–", "30", "20", "2026-03-02"],
        ["李梅", "260000021", "★ 1 星", "–", "12", "10", "2026-03-01"],
    ]
    assert not window.page.stars.confirm.isEnabled()


def test_all_that_is_due_is_confirmed_by_keyboard_after_a_look(window, desk, office):
    window.page.stars.due.setFocus()
    press(Qt.Key.Key_A, CTRL)
    press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    dialog = opened(window, ConfirmDialog)
    assert focus() is dialog.day
    typed("2026-10-31")
    press(Qt.Key.Key_Return)
    desk.settle()
    assert confirmed(office) == [
        ("李梅", 1, date(2026, 10, 31)),
        ("王建国", 2, date(2026, 10, 31)),
    ]
    assert proposed(window) == []


def test_only_the_chosen_ones_are_confirmed(window, desk, office):
    window.page.stars.due.table.selectRow(1)
    window.page.stars.confirm.click()
    desk.settle()
    opened(window, ConfirmDialog).primary.click()
    desk.settle()
    assert confirmed(office) == [("李梅", 1, TODAY)]
    assert [row[0] for row in proposed(window)] == ["王建国"]


def test_going_back_gives_nothing(window, desk, office):
    window.page.stars.due.table.selectAll()
    window.page.stars.confirm.click()
    desk.settle()
    opened(window, ConfirmDialog)
    press(Qt.Key.Key_Escape)
    assert open_dialogs(window) == []
    assert confirmed(office) == []


def test_a_day_that_cannot_be_is_said_at_its_field(window, desk, office):
    window.page.stars.due.table.selectRow(0)
    window.page.stars.confirm.click()
    desk.settle()
    dialog = opened(window, ConfirmDialog)
    dialog.day.set_value(date(2026, 11, 3))
    dialog.primary.click()
    desk.settle()
    assert "还没有到" in dialog.form._slots["day"].note.text()
    assert confirmed(office) == []


def test_what_was_struck_out_meanwhile_is_told_one_by_one(window, desk, office, people):
    window.page.stars.due.table.selectAll()
    window.page.stars.confirm.click()
    desk.settle()
    dialog = opened(window, ConfirmDialog)
    office.write(void_stay, people["李梅"], "没有来")
    dialog.primary.click()
    desk.settle()
    account = opened(window, AccountDialog)
    words = [one.text() for one in account.findChildren(type(account._banner._words))]
    assert any("260000021" in one and "李梅现有 0 小时" in one for one in words)
    assert confirmed(office) == [("王建国", 2, TODAY)]


def test_a_star_is_taken_back_with_a_reason_and_shown_with_it(window, desk, office, people):
    office.write(confirm_stars, [Chosen(people[2], 1)], TODAY)
    part = window.page.stars
    part.shown.set_value(Shown.CONFIRMED)
    desk.settle()
    part.given.table.selectRow(0)
    part.withdraw.click()
    desk.settle()
    dialog = opened(window, ReasonDialog)
    dialog.primary.click()
    assert dialog.isVisible()
    typed("时长有误")
    press(Qt.Key.Key_Return)
    desk.settle()
    assert confirmed(office) == []
    part.shown.set_value(Shown.ALL)
    desk.settle()
    model = part.given.model
    assert model.index(0, model.columnCount() - 1).data() == "2026-11-02 · 时长有误"
    part.given.table.selectRow(0)
    assert not part.withdraw.isEnabled()


def test_a_confirmed_star_is_found_by_pinyin(window, desk, office, people):
    office.write(confirm_stars, [Chosen(people[1], 2), Chosen(people[2], 1)], TODAY)
    part = window.page.stars
    part.shown.set_value(Shown.CONFIRMED)
    part.search.set_value("lm")
    desk.settle()
    assert part.given.model.rowCount() == 1


def test_hours_that_come_while_the_list_is_open_are_counted(window, desk, office, clock, people):
    post = a_post(office, "门口引导")
    office.write(check_in, people[3], post)
    clock.forward(hours=8)
    office.write(check_out, people[3])
    desk.settle()
    assert [row[0] for row in proposed(window)] == ["王建国", "李梅", "赵强"]


def test_by_the_year_the_year_can_be_chosen(window, desk, office):
    office.write(change_star_table, StarTable((10, 20, 40), Basis.YEAR))
    desk.settle()
    part = window.page.stars
    assert part.year.isVisible()
    assert len(proposed(window)) == 2
    part.year.set_value(2025)
    desk.settle()
    assert proposed(window) == []


def test_enter_on_a_proposal_shows_the_person(window, desk):
    window.page.stars.due.table.selectRow(1)
    window.page.stars.due.setFocus()
    press(Qt.Key.Key_Return)
    desk.settle()
    assert person_shown(window).person.name == "李梅"


@pytest.fixture
def table_form(desk, qtbot, people):
    """The form of the table in the settings."""
    window = shown(desk, qtbot, "settings")
    (part,) = window.findChildren(StarsPart)
    part.edit.click()
    desk.settle()
    return opened(window, StarTableDialog)


def test_the_table_is_set_by_keyboard_and_stars_left_at_none_are_not_given(
    table_form, desk, office, people
):
    assert [field.value() for field in table_form.hours] == [10, 20, 40, 0, 0]
    assert focus() is table_form.basis
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    for hours in (5, 15, 25):
        press(Qt.Key.Key_A, CTRL)
        typed(str(hours))
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_S, CTRL)
    desk.settle()
    assert office.read(star_table) == StarTable((5, 15, 25), Basis.YEAR)
    assert office.read(standing, people[1]).reached == 3


def test_a_table_that_falls_is_refused_at_the_star_that_is_wrong(table_form, desk, office):
    table_form.hours[2].set_value(20)
    table_form.primary.click()
    desk.settle()
    assert table_form._banner._words.text() == "3 星应多于 20 小时，20 小时不够。"
    assert table_form.form._slots["star3"].field.property("problem")
    assert office.read(star_table) == SMALL
