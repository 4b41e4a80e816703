"""The list on the screen: states, selection, keyboard, copy, widths."""

from collections.abc import Callable
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from station_app.ui.desk import Desk
from station_app.ui.tables import ListView
from station_app.ui.tables.model import State
from station_app.ui.widgets import EmptyState
from tests.ui.showcase import By, People, a_list

Make = Callable[[int], ListView]


@pytest.fixture
def made(desk: Desk, qtbot: QtBot) -> Make:
    """Makes a list of so many people, shown and settled."""

    def make(count: int) -> ListView:
        view = a_list(desk, People(count))
        qtbot.addWidget(view)
        view.resize(1000, 500)
        view.show()
        desk.settle()
        return view

    return make


def standing(view: ListView) -> QWidget:
    """What one sees in the place of the list."""
    return next(
        widget for widget in (view.table, *view.findChildren(EmptyState)) if widget.isVisible()
    )


def people(view: ListView) -> People:
    """Where the list comes from."""
    return cast(People, view.model._source)


def press(
    view: ListView, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """A key on the table."""
    QTest.keyClick(view.table, key, modifier)


def test_an_empty_list_says_what_to_do(made: Make) -> None:
    view = made(0)
    shown = standing(view)
    assert isinstance(shown, EmptyState)
    assert [button.text() for button in shown.findChildren(QPushButton)] == ["登记志愿者"]


def test_a_filter_that_finds_nobody_says_so_and_not_that_there_is_nobody(
    made: Make, desk: Desk
) -> None:
    view = made(20)
    view.set_filter("没有这个人")
    desk.settle()
    shown = standing(view)
    assert isinstance(shown, EmptyState)
    assert shown.findChildren(QPushButton) == []
    view.set_filter("")
    desk.settle()
    assert standing(view) is view.table


def test_an_unreadable_list_offers_to_try_again(made: Make, desk: Desk, qtbot: QtBot) -> None:
    view = made(5)
    source = people(view)
    source.broken = True
    view.model.reload()
    shown = standing(view)
    assert view.model.state is State.BROKEN
    source.broken = False
    again = shown.findChildren(QPushButton)[0]
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    desk.settle()
    assert standing(view) is view.table


def test_enter_opens_the_row_with_the_keyboard(made: Make) -> None:
    view = made(20)
    opened: list[str] = []
    view.opened.connect(opened.append)
    view.select("7")
    press(view, Qt.Key.Key_Return)
    assert opened == ["7"]


def test_a_double_click_opens_the_row(made: Make) -> None:
    view = made(20)
    opened: list[str] = []
    view.opened.connect(opened.append)
    spot = view.table.visualRect(view.model.index(3, 1)).center()
    QTest.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseDClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert opened == ["3"]


def test_home_and_end_go_to_the_first_and_the_last_row(made: Make) -> None:
    view = made(2000)
    press(view, Qt.Key.Key_End)
    assert view.current() == "1999"
    assert view.selected() == ["1999"]
    press(view, Qt.Key.Key_Home)
    assert view.current() == "0"


def test_shift_end_chooses_everything_below(made: Make) -> None:
    view = made(20)
    view.select("15")
    press(view, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
    assert view.selected() == ["15", "16", "17", "18", "19"]


def test_the_keyboard_that_comes_to_a_list_stands_on_its_first_row(
    made: Make, qtbot: QtBot
) -> None:
    view = made(20)
    with qtbot.waitActive(view):
        view.activateWindow()
    view.table.setFocus()
    assert view.current() == "0"


def test_tab_leaves_the_list(made: Make) -> None:
    view = made(20)
    assert not view.table.tabKeyNavigation()


def test_copied_rows_are_lines_with_tabs(made: Make) -> None:
    view = made(20)
    view.select("1")
    press(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[0] for line in lines] == ["YS01-00002", "YS01-00003"]
    assert all(len(line.split("\t")) == 6 for line in lines)


def test_the_selection_stays_with_the_person_when_the_order_changes(made: Make, desk: Desk) -> None:
    view = made(2000)
    view.select("1500")
    view.model.set_order(By.NUMBER, descending=True)
    desk.settle()
    assert view.selected() == ["1500"]
    assert view.current() == "1500"
    assert view.table.currentIndex().row() == 499


def test_several_chosen_rows_stay_chosen_after_a_reload(made: Make, desk: Desk) -> None:
    view = made(50)
    view.select("3")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        press(view, key, Qt.KeyboardModifier.ShiftModifier)
    people(view).count = 60
    desk.changed.emit(frozenset({"volunteer"}))
    desk.settle()
    assert view.selected() == ["3", "4", "5"]
    assert view.model.rowCount() == 60


def test_whoever_is_filtered_away_is_no_longer_chosen(made: Make, desk: Desk) -> None:
    view = made(50)
    view.select("0")
    view.set_filter("志强")
    desk.settle()
    assert "0" not in view.selected()


def test_all_of_a_very_long_list_can_be_chosen(made: Make) -> None:
    view = made(100_000)
    view.table.selectAll()
    assert len(view.selected()) == 100_000


def test_the_choice_is_told(made: Make) -> None:
    view = made(20)
    told: list[list[str]] = []
    view.chosen.connect(lambda ids: told.append(ids))
    view.select("4")
    assert told == [["4"]]


def test_a_click_on_a_title_sorts_and_a_second_one_turns_it_round(made: Make, desk: Desk) -> None:
    view = made(300)
    header = view.table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(1) + 20, 10)
    for descending in (False, True):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        desk.settle()
        assert (view.model.order, view.model.descending) == (By.NAME, descending)


def test_what_was_typed_orders_the_list_until_a_title_is_clicked(made: Make, desk: Desk) -> None:
    view = made(300)
    header = view.table.horizontalHeader()
    spot = QPoint(header.sectionViewportPosition(1) + 20, 10)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    by_name = (By.NAME, False)
    orders = [view.model.sorting]
    view.set_filter("梅", ranked=True)
    desk.settle()
    orders.append(view.model.sorting)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    orders.append(view.model.sorting)
    view.set_filter("李梅", ranked=True)
    orders.append(view.model.sorting)
    view.set_filter("")
    orders.append(view.model.sorting)
    assert orders == [by_name, (None, False), by_name, (None, False), by_name]
    assert people(view).ordered == [By.NUMBER, By.NAME, None, By.NAME]


def test_widths_are_remembered(made: Make, desk: Desk) -> None:
    view = made(5)
    view.table.setColumnWidth(1, 222)
    view.table.keep_widths()
    again = made(5)
    assert again.table.columnWidth(1) == 222


def test_the_last_column_takes_the_width_that_is_left(made: Make) -> None:
    view = made(5)
    header = view.table.horizontalHeader()
    assert header.length() == view.table.viewport().width()


@pytest.mark.parametrize(("width", "shown"), [(200, ""), (60, "YS01-00001")])
def test_words_that_do_not_fit_are_shown_in_full_under_the_mouse(
    made: Make, width: int, shown: str
) -> None:
    view = made(5)
    view.table.setColumnWidth(0, width)
    spot = view.table.visualRect(view.model.index(0, 0)).center()
    hover = QHelpEvent(QEvent.Type.ToolTip, spot, view.table.viewport().mapToGlobal(spot))
    QApplication.sendEvent(view.table.viewport(), hover)
    assert QToolTip.text() == shown
    QToolTip.hideText()


def test_a_screen_reader_is_told_what_the_list_is(made: Make) -> None:
    assert made(5).table.accessibleName()
