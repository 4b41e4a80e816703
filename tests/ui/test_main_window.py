"""The frame: places by key, search, messages, language at once, and a calm end of the day."""

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from station_app.data.unit import Unit
from station_app.i18n import language
from station_app.ui.bug_dialog import BugDialog
from station_app.ui.desk import Desk
from station_app.ui.dress import dress
from station_app.ui.frame import open_window
from station_app.ui.main_window import MainWindow
from station_app.ui.notices import Action
from station_app.ui.pages import PAGES
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import DialogFrame
from tests.ui.showcase import FormPage, a_window

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    """The window over the showcase, shown."""
    made = a_window(desk)
    qtbot.addWidget(made, before_close_func=_let_go)
    made.resize(1366, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    desk.settle()
    return made


def _let_go(window: MainWindow) -> None:
    window._leaving = True


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    """A key on a widget."""
    QTest.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)


def held(unit: Unit, gate: threading.Event) -> None:
    """A use case that goes on until the test lets it end."""
    assert gate.wait(20)


def dialogs(window: QWidget) -> list[DialogFrame]:
    """The dialogs that stand over the window."""
    return [one for one in window.findChildren(DialogFrame) if one.isVisible()]


def test_ctrl_and_a_number_go_to_a_place(window: MainWindow) -> None:
    for number, key in ((2, "table"), (3, "form"), (1, "figures")):
        press(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
        assert window.here == key
        assert [place.key for place in window.rail._places if place.isChecked()] == [key]


def test_a_page_is_built_on_its_first_visit_and_kept(window: MainWindow) -> None:
    assert list(window._pages) == ["figures"]
    window.go("table")
    first = window.page
    window.go("figures")
    window.go("table")
    assert window.page is first


def test_the_keyboard_goes_into_the_page_that_was_opened(window: MainWindow) -> None:
    window.go("table")
    focus = window.focusWidget()
    assert window.page.isAncestorOf(focus)


def test_a_key_goes_round_rail_search_and_page(window: MainWindow) -> None:
    window.go("table")
    press(window, Qt.Key.Key_F6)
    assert window.rail.isAncestorOf(window.focusWidget())
    press(window, Qt.Key.Key_F6)
    assert window.focusWidget() is window.top.search
    press(window, Qt.Key.Key_F6)
    assert window.page.isAncestorOf(window.focusWidget())


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_K, CTRL), (Qt.Key.Key_Slash, Qt.KeyboardModifier.NoModifier)],
)
def test_the_search_box_is_one_key_away(
    window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier
) -> None:
    window.go("table")
    window.rail.start()
    QTest.keyClick(window.focusWidget(), key, modifier)
    assert window.focusWidget() is window.top.search


def test_a_slash_in_a_field_is_a_slash(window: MainWindow) -> None:
    window.go("form")
    field = window.focusWidget()
    QTest.keyClicks(field, "3/5")
    assert window.focusWidget() is field


def test_people_found_stand_below_the_box_and_enter_opens_one(
    window: MainWindow, desk: Desk
) -> None:
    chosen: list[str] = []
    window.person_chosen.connect(lambda person: chosen.append(person))
    box = window.top.search
    box.setFocus()
    QTest.keyClicks(box, "wm")
    desk.settle()
    assert [found.name for found in box.results()] == ["王文", "周梅"]
    assert box.hasFocus()
    press(box, Qt.Key.Key_Down)
    press(box, Qt.Key.Key_Return)
    assert chosen == ["4"]
    assert box.results() == []
    assert box.text() == ""


def test_enter_does_not_wait_for_the_list(window: MainWindow) -> None:
    chosen: list[str] = []
    window.person_chosen.connect(lambda person: chosen.append(person))
    window.top.search.setFocus()
    QTest.keyClicks(window.top.search, "wm")
    press(window.top.search, Qt.Key.Key_Return)
    assert chosen == ["3"]


def test_esc_closes_the_list_first_and_then_clears_the_box(window: MainWindow, desk: Desk) -> None:
    box = window.top.search
    box.setFocus()
    QTest.keyClicks(box, "wm")
    desk.settle()
    press(box, Qt.Key.Key_Escape)
    assert (box.results(), box.text()) == ([], "wm")
    press(box, Qt.Key.Key_Escape)
    assert box.text() == ""


def test_the_list_goes_when_the_keyboard_goes(window: MainWindow, desk: Desk) -> None:
    box = window.top.search
    box.setFocus()
    QTest.keyClicks(box, "wm")
    desk.settle()
    window.rail.start()
    assert box.results() == []


def test_a_message_never_takes_the_keyboard(window: MainWindow, desk: Desk) -> None:
    window.go("form")
    field = window.focusWidget()
    desk.tell(Tone.DANGER, "磁盘已满。")
    assert window.messages.isVisible()
    assert window.focusWidget() is field


def test_good_news_goes_by_itself_and_bad_news_stays(window: MainWindow, desk: Desk) -> None:
    desk.tell(Tone.OK, "已保存。")
    assert window.messages._passing.isActive()
    window.messages._passing.timeout.emit()
    assert not window.messages.isVisible()
    desk.tell(Tone.DANGER, "磁盘已满。")
    assert not window.messages._passing.isActive()
    press(window, Qt.Key.Key_Escape)
    assert not window.messages.isVisible()


def test_a_message_can_be_acted_on(window: MainWindow, desk: Desk) -> None:
    undone: list[int] = []
    desk.tell(Tone.OK, "已签到：李梅。", Action("撤销", lambda: undone.append(1)))
    button = next(one for one in window.messages.findChildren(QPushButton) if one.text() == "撤销")
    button.click()
    assert undone == [1]
    assert not window.messages.isVisible()


def test_a_bug_is_told_in_a_dialog(window: MainWindow, desk: Desk) -> None:
    desk.report_bug(ZeroDivisionError())
    assert [type(one) for one in dialogs(window)] == [BugDialog]


def test_language_changes_at_once_and_on_the_same_page(window: MainWindow, desk: Desk) -> None:
    window.go("table")
    chinese = [place.accessibleName() for place in window.rail._places]
    desk.preferences.change(language="en")
    desk.settle()
    assert language() == "en"
    assert window.here == "table"
    english = [place.accessibleName() for place in window.rail._places]
    assert english == ["Today", "Volunteers", "Posts"]
    assert chinese != english


def test_palette_and_type_size_change_at_once(window: MainWindow, desk: Desk) -> None:
    desk.preferences.change(palette="dark", scale=1.5)
    desk.settle()
    assert tokens().dark
    assert window.rail.narrow
    assert window.palette().window().color().lightness() < 60


def test_changing_the_look_asks_before_something_typed_is_lost(
    window: MainWindow, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go("form")
    page = window.page
    monkeypatch.setattr(FormPage, "unsaved", lambda _page: True)
    desk.preferences.change(language="en")
    desk.settle()
    assert window.page is page
    dialogs(window)[0].primary.click()
    desk.settle()
    assert window.page is not page


def test_a_narrow_window_folds_the_rail(window: MainWindow) -> None:
    assert not window.rail.narrow
    wide = window.rail.width()
    window.resize(1093, 570)
    assert window.rail.narrow
    assert window.rail.width() < wide / 2
    assert all(place.text() == "" and place.toolTip() for place in window.rail._places)


def test_size_and_page_are_remembered(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    window.resize(960, 600)
    window.go("form")
    assert window.close()
    again = a_window(desk)
    qtbot.addWidget(again)
    assert again.here == "form"
    assert (again.width(), again.height()) == (960, 600)


def test_a_page_that_is_no_more_leads_to_the_first(desk: Desk, qtbot: QtBot) -> None:
    desk.preferences.change(page="needs")
    again = a_window(desk)
    qtbot.addWidget(again)
    assert again.here == "figures"


def test_closing_during_work_asks_and_then_waits(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    gate = threading.Event()
    desk.write(window.page, held, gate)
    assert not window.close()
    question = dialogs(window)[0]
    question.primary.click()
    assert window.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_closing_during_work_can_be_thought_better_of(window: MainWindow, desk: Desk) -> None:
    gate = threading.Event()
    desk.write(window.page, held, gate)
    window.close()
    dialogs(window)[0].cancel.click()
    gate.set()
    desk.settle()
    assert window.isVisible()
    assert window.isEnabled()


def test_closing_asks_before_something_typed_is_lost(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go("form")
    window.go("figures")
    monkeypatch.setattr(FormPage, "unsaved", lambda _page: True)
    assert not window.close()
    assert window.here == "form"
    dialogs(window)[0].primary.click()
    assert not window.isVisible()


class _Windows(QObject):
    """Notes every window that comes up."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_page_flashes_up_a_window_of_its_own(desk: Desk, qtbot: QtBot) -> None:
    windows = _Windows()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(windows)
    window = open_window(desk)
    qtbot.addWidget(window, before_close_func=_let_go)
    window.show()
    for entry in PAGES:
        window.go(entry.key)
        desk.settle()
    app.removeEventFilter(windows)
    assert windows.seen == ["MainWindow"]


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("spoken", ["zh_CN", "en"])
def test_every_page_fits_a_small_screen_at_every_size_of_type(
    desk: Desk, qtbot: QtBot, scale: float, spoken: str
) -> None:
    desk.preferences.change(scale=scale, language=spoken)
    dress(desk.preferences.now)
    window = open_window(desk)
    qtbot.addWidget(window, before_close_func=_let_go)
    window.resize(1366, 700)
    window.show()
    for entry in PAGES:
        window.go(entry.key)
        desk.settle()
        assert (window.width(), window.height()) == (1366, 700), entry.key


def test_everything_that_takes_the_keyboard_has_a_name(desk: Desk, qtbot: QtBot) -> None:
    window = open_window(desk)
    qtbot.addWidget(window, before_close_func=_let_go)
    window.show()
    nameless = []
    for entry in PAGES:
        window.go(entry.key)
        desk.settle()
        for widget in window.findChildren(QWidget):
            by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            told = _name(widget) or widget.focusProxy() or isinstance(widget, QTabBar)
            if by_tab and widget.isVisible() and not told:
                nameless.append((entry.key, type(widget).__name__, widget.objectName()))
    assert nameless == []


def test_the_station_stands_in_the_bar(desk: Desk, qtbot: QtBot) -> None:
    window = open_window(desk)
    qtbot.addWidget(window, before_close_func=_let_go)
    assert window.top._station.text() == "演示社区新时代文明实践点"
    assert "演示社区居民委员会" in window.top._unit.text()


def _name(widget: QWidget) -> str:
    text: Callable[[], str] = getattr(widget, "text", str)
    return widget.accessibleName() or text()
