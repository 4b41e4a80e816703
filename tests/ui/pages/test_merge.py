"""Duplicates on the real window: found, compared, merged, taken apart, said not to be the same."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from sqlalchemy import select

from station_app.data.models import JournalEntry
from station_app.domain.journal import Op
from station_app.services.duplicates import not_same_pairs
from station_app.services.people import person_card
from station_app.services.unmerging import merges
from station_app.ui.pages.volunteers.document import SHOWN_MS
from station_app.ui.pages.volunteers.duplicates import DuplicatesDialog
from station_app.ui.pages.volunteers.merge_choice import Side
from station_app.ui.pages.volunteers.merge_dialog import MergeDialog
from station_app.ui.widgets import DialogFrame
from station_app.ui.widgets.reason import ReasonDialog
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.pairs import a_stay, hours_of, two_with_stays
from tests.helpers.screen import focus, in_front, open_dialogs, opened, press, shown, typed

ENTER = Qt.Key.Key_Return


@pytest.fixture
def post(office):
    return a_post(office)


@pytest.fixture
def pair(office, post):
    """李晓明 and 李小明, and 王芳 who is like nobody."""
    found = two_with_stays(office, post)
    a_volunteer(office, "王芳", 321)
    return found


@pytest.fixture
def window(desk, qtbot, pair):
    return shown(desk, qtbot)


@pytest.fixture
def duplicates(window, desk):
    """The list of pairs, as the action of the page opens it."""
    window.page.reveal("duplicates")
    desk.settle()
    return opened(window, DuplicatesDialog)


@pytest.fixture
def dialog(window, desk, duplicates):
    """The two records side by side."""
    duplicates.pairs.table.setFocus()
    press(ENTER)
    desk.settle()
    return opened(window, MergeDialog)


def cells(shown_list):
    """What a list shows, line by line."""
    model = shown_list.model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_a_pair_is_listed_with_its_reasons(duplicates):
    assert cells(duplicates.pairs) == [
        [
            "很可能",
            "李晓明",
            "260000013",
            "李小明",
            "260000021",
            "姓名一字之差、读音相同；出生日期相同；电话相同",
        ]
    ]


def test_only_what_differs_is_asked_and_the_rest_is_shown(dialog):
    assert list(dialog.table.sides().items()) == [
        ("number", Side.LEFT),
        ("name", Side.LEFT),
        ("document", Side.LEFT),
        ("area", Side.LEFT),
        ("skills", Side.BOTH),
        ("remark", Side.BOTH),
    ]


def test_what_moves_is_counted_and_the_hours_add_up(dialog):
    assert dialog.moving.hours.text() == "时长：3.5 + 1.02 = 4.52 小时"
    assert [line[0] for line in cells(dialog.moving.list)] == ["2026-10-13", "2026-10-09"]
    assert [line[2] for line in cells(dialog.moving.list)] == ["1.02", "已作废"]


def test_the_other_number_can_stay_and_then_the_other_rows_move(dialog, office, desk, pair):
    assert focus() is dialog.table.radio("number", Side.LEFT)
    press(Qt.Key.Key_Right)
    assert dialog.table.side("number") is Side.RIGHT
    assert [line[2] for line in cells(dialog.moving.list)] == ["1.5", "2"]
    dialog.why.setFocus()
    typed("x")
    press(ENTER)
    desk.settle()
    assert [row.survivor.number for row in office.read(merges)] == ["260000021"]
    assert hours_of(office, pair[1]) == 271
    assert office.read(person_card, pair[1]).registration.name == "李晓明"


def test_arrows_choose_within_a_line_and_tab_goes_to_the_next(dialog):
    press(Qt.Key.Key_Tab)
    assert focus() is dialog.table.radio("name", Side.LEFT)
    press(Qt.Key.Key_Right)
    assert dialog.table.side("name") is Side.RIGHT
    press(Qt.Key.Key_Tab)
    assert focus() is dialog.table.radio("document", Side.LEFT)


def test_a_press_on_a_value_chooses_it(dialog):
    radio = dialog.table.radio("area", Side.RIGHT)
    QTest.mouseClick(radio.parentWidget(), Qt.MouseButton.LeftButton)
    assert dialog.table.side("area") is Side.RIGHT


def test_without_a_word_on_the_documents_nothing_is_merged(dialog, office, desk):
    dialog.primary.click()
    desk.settle()
    assert dialog.isVisible()
    assert dialog.why.property("problem")
    assert office.read(merges) == []


def test_a_merge_is_told_with_undo_and_undo_brings_the_pair_back(
    window, desk, duplicates, dialog, office, pair
):
    dialog.why.set_value("护照已换发")
    dialog.primary.click()
    desk.settle()
    assert hours_of(office, pair[0]) == 271
    assert duplicates.bar.notice.sentence == "260000021 已并入 260000013 李晓明，共 4.52 小时。"
    assert cells(duplicates.pairs) == []
    assert [line[2:4] for line in cells(duplicates.merges)] == [["李小明", "260000021"]]
    duplicates.bar.notice.action.run()
    desk.settle()
    assert hours_of(office, pair[0]) == 210
    assert len(cells(duplicates.pairs)) == 1
    assert cells(duplicates.merges) == []
    assert "恢复为两份档案" in duplicates.bar.notice.sentence


def test_a_merge_is_undone_later_from_its_list(window, desk, duplicates, dialog, office, pair):
    dialog.why.set_value("护照已换发")
    dialog.primary.click()
    desk.settle()
    duplicates.tabs.setCurrentWidget(duplicates.merges)
    assert duplicates.primary.text() == "撤销合并"
    duplicates.primary.click()
    desk.settle()
    (asked,) = [one for one in open_dialogs(window) if type(one) is DialogFrame]
    asked.primary.click()
    desk.settle()
    assert office.read(merges) == []
    assert hours_of(office, pair[1]) == 61


def test_not_the_same_is_remembered_and_can_be_taken_back(window, desk, duplicates, dialog, office):
    dialog.not_same.click()
    desk.settle()
    assert cells(duplicates.pairs) == []
    assert len(office.read(not_same_pairs)) == 1
    in_front(duplicates)
    duplicates.tabs.setCurrentWidget(duplicates.apart)
    duplicates.apart.table.setFocus()
    press(ENTER)
    desk.settle()
    assert office.read(not_same_pairs) == []
    assert len(cells(duplicates.pairs)) == 1


def test_later_decides_nothing(window, desk, duplicates, dialog, office):
    press(Qt.Key.Key_Escape)
    desk.settle()
    assert open_dialogs(window) == [duplicates]
    assert len(cells(duplicates.pairs)) == 1
    assert office.read(merges) == office.read(not_same_pairs) == []


def test_both_numbers_are_shown_for_a_minute_and_the_journal_keeps_who_looked(
    dialog, office, desk, qtbot
):
    dialog.show_numbers.click()
    desk.settle()
    radio = dialog.table.radio("document", Side.RIGHT)
    assert radio.accessibleName() == "证件：护照 E12345678"
    wanted = select(JournalEntry.verb).where(JournalEntry.op == Op.ACCESS)
    looks = office.read(lambda unit: list(unit.session.scalars(wanted)))
    assert looks == ["show_document"] * 2
    assert dialog._hide_soon.interval() == SHOWN_MS
    dialog._hide_soon.timeout.emit()
    assert radio.accessibleName() == "证件：护照 E******78"


def test_stays_at_once_block_until_one_is_struck_out_from_here(
    window, desk, duplicates, office, pair, post
):
    a_stay(office, pair[1], post, "2026-10-12", 10, 30)
    duplicates.pairs.table.setFocus()
    press(ENTER)
    desk.settle()
    dialog = opened(window, MergeDialog)
    assert not dialog.primary.isEnabled()
    assert "时间重叠" in dialog.clashes._words.text()
    stays = dialog.moving.list
    place = [line[2] for line in cells(stays)].index("0.5")
    stays.table.selectRow(place)
    stays.table.setFocus()
    press(ENTER)
    reason = opened(window, ReasonDialog)
    reason.reason.set_value("误录")
    reason.primary.click()
    desk.settle()
    again = opened(window, MergeDialog)
    assert again is not dialog
    assert again.primary.isEnabled()


def test_what_stands_in_the_way_meanwhile_is_said_in_the_dialog(dialog, desk, office, pair, post):
    a_stay(office, pair[1], post, "2026-10-12", 10, 30)
    dialog.why.set_value("护照已换发")
    dialog.primary.click()
    desk.settle()
    assert dialog.isVisible()
    assert "时间重叠" in dialog._banner._words.text()
    assert dialog.primary.isEnabled()
