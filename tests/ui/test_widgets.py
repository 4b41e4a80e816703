"""Small shared widgets: figures, chips, banners, empty places, buttons, pages."""

import gc

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from station_app.ui.desk import Desk
from station_app.ui.start import Sweeper
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import (
    Badge,
    Banner,
    Button,
    Card,
    EmptyState,
    IconButton,
    Kind,
    Page,
    Tile,
    Words,
)
from station_app.ui.widgets.showing import show_if

pytestmark = pytest.mark.usefixtures("preferences")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_figure_that_leads_somewhere_is_entered_by_key(qtbot: QtBot, key: Qt.Key) -> None:
    tile = Tile("未签退", icon="warning", opens=True)
    qtbot.addWidget(tile)
    entered: list[int] = []
    tile.clicked.connect(lambda: entered.append(1))
    QTest.keyClick(tile, key)
    assert entered == [1]
    assert tile.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_figure_that_leads_nowhere_is_passed_over(qtbot: QtBot) -> None:
    tile = Tile("志愿者", icon="volunteers")
    qtbot.addWidget(tile)
    assert tile.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_figure_is_read_out_with_what_it_counts(qtbot: QtBot) -> None:
    tile = Tile("本月服务时长")
    qtbot.addWidget(tile)
    tile.show_figure("286.5", note="小时")
    assert tile.accessibleName() == "本月服务时长: 286.5 小时"


def test_enter_presses_a_button(qtbot: QtBot) -> None:
    button = Button("保存", Kind.PRIMARY, icon="save")
    qtbot.addWidget(button)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_a_button_without_words_has_a_name(qtbot: QtBot) -> None:
    button = IconButton("close", "关闭")
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("关闭", "关闭")


def test_the_ring_of_a_filled_button_can_be_told_from_its_ground(qtbot: QtBot) -> None:
    button = Button("保存", Kind.PRIMARY)
    qtbot.addWidget(button)
    with qtbot.waitActive(button):
        button.show()
        button.activateWindow()
    button.clearFocus()
    without = button.grab().toImage()
    button.setFocus()
    ringed = button.grab().toImage()
    middle = button.height() // 2
    assert without.pixelColor(3, middle).name() == tokens().colours.fill.lower()
    assert ringed.pixelColor(3, middle).name() == tokens().colours.on_fill.lower()


def test_a_banner_with_nothing_to_say_is_not_there(qtbot: QtBot) -> None:
    card = Card("签到")
    qtbot.addWidget(card)
    banner = Banner()
    card.body.addWidget(banner)
    card.show()
    assert not banner.isVisible()
    banner.say("磁盘已满。", Tone.DANGER)
    assert banner.isVisible()
    banner.say("")
    assert not banner.isVisible()


def test_what_is_shown_before_it_stands_somewhere_makes_no_window(qtbot: QtBot) -> None:
    part = QLabel("甲")
    part.hide()
    show_if(part, True)
    assert not part.isVisible()
    whole = QWidget()
    qtbot.addWidget(whole)
    QVBoxLayout(whole).addWidget(part)
    whole.show()
    assert part.isVisible()


def test_names_of_people_are_never_read_as_markup(qtbot: QtBot) -> None:
    for label in (Words("<b>李梅</b>"), Badge("<b>在岗</b>", Tone.OK)):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_an_empty_place_hands_the_keyboard_to_its_way_out(qtbot: QtBot) -> None:
    ran: list[int] = []
    place = EmptyState("volunteers", "还没有志愿者。", "登记志愿者", lambda: ran.append(1))
    qtbot.addWidget(place)
    proxy = place.focusProxy()
    assert isinstance(proxy, Button)
    proxy.click()
    assert ran == [1]


def test_a_page_begins_in_its_first_field_and_later_where_one_left_it(
    desk: Desk, qtbot: QtBot
) -> None:
    page = Page(desk, "志愿者")
    qtbot.addWidget(page)
    page.add_action(Button("删除", Kind.DANGER))
    first, second = QLineEdit(), QLineEdit()
    page.body.addWidget(first)
    page.body.addWidget(second)
    page.show()
    page.start()
    assert page.focusWidget() is first
    second.setFocus()
    page.start()
    assert page.focusWidget() is second


def test_garbage_is_collected_by_the_sweeper_alone(qtbot: QtBot) -> None:
    sweeper = Sweeper(QObject())
    assert not gc.isenabled()
    while gc.get_count()[0] <= gc.get_threshold()[0]:
        _ring: list[object] = []
        _ring.append(_ring)
    sweeper.sweep()
    assert gc.get_count()[0] <= gc.get_threshold()[0]
