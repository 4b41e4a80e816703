"""The roster: gaps in plain sight, people put on shifts by keyboard, by mouse or by the program."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent

from station_app.domain.profiles import Profile
from station_app.services.lists.rosters import roster
from station_app.services.posts import make_shifts
from station_app.services.rosters import assign, expected_on
from station_app.ui.pages.posts import PostsPage
from station_app.ui.pages.posts.roster import RosterTab
from station_app.ui.pages.posts.roster_fill import FillDialog
from station_app.ui.pages.posts.roster_grid import PERSON
from station_app.ui.widgets.reason import ReasonDialog
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.screen import focus, open_dialogs, opened, press, shown, typed

ENTER, TAB, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down
WEEK = (date(2026, 11, 2), date(2026, 11, 8))


@pytest.fixture
def people(office):
    a_post(office, max_people=1)
    office.write(make_shifts, *WEEK)
    return [a_volunteer(office, name, serial) for serial, name in enumerate(["李梅", "王芳"], 1)]


@pytest.fixture
def tab(desk, qtbot, people) -> RosterTab:
    page = shown(desk, qtbot, "posts").page
    assert isinstance(page, PostsPage)
    page.tabs.setCurrentWidget(page.roster)
    desk.settle()
    return page.roster


def names(office) -> list[list[str]]:
    found = office.read(roster, *WEEK)
    shifts = sorted((one for ones in found.shifts.values() for one in ones), key=lambda s: s.day)
    return [[one.name for one in shift.names] for shift in shifts]


def test_somebody_is_put_on_a_shift_and_taken_off_by_keyboard_alone(desk, office, tab):
    tab.grid.setFocus(Qt.FocusReason.TabFocusReason)
    press(DOWN)
    press(ENTER)
    typed("wangfang")
    desk.settle()
    press(ENTER)
    desk.settle()
    assert names(office) == [[], ["王芳"], [], [], []]
    assert tab.gaps.text() == "还缺4人"
    tab.panel.people.setFocus(Qt.FocusReason.TabFocusReason)
    press(TAB)
    assert focus() is tab.panel.off
    press(Qt.Key.Key_Space)
    desk.settle()
    opened(tab.window(), ReasonDialog)
    typed("家中有事")
    press(ENTER)
    desk.settle()
    assert not open_dialogs(tab.window())
    assert names(office) == [[]] * 5


def test_a_person_let_go_over_a_shift_is_put_on_it(desk, office, tab, people):
    index = tab.grid.grid.index(3, 0)
    data = QMimeData()
    data.setData(PERSON, str(people[0]).encode())
    place = QPointF(tab.grid.visualRect(index).center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    tab.grid.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, data, buttons, keys))
    desk.settle()
    assert names(office) == [[], [], [], ["李梅"], []]


def test_a_warning_asks_for_a_reason_and_then_goes_on(desk, office, tab):
    limited = a_volunteer(office, "赵敏", 3, profile=Profile(health="不能久站"))
    tab.grid.setCurrentIndex(tab.grid.grid.index(2, 0))
    tab.panel.give(str(limited))
    desk.settle()
    opened(tab.window(), ReasonDialog)
    typed("坐着值守")
    press(ENTER)
    desk.settle()
    assert names(office)[2] == ["赵敏"]


def test_the_program_fills_the_week_and_the_clerk_keeps_it(desk, office, tab, people):
    tab.fill.click()
    desk.settle()
    dialog = opened(tab.window(), FillDialog)
    assert dialog.proposal is not None
    assert [one.facts.needs.day.day for one in dialog.proposal.places] == [3, 4, 5, 6]
    assert names(office) == [[]] * 5
    dialog.primary.click()
    desk.settle()
    assert sorted(map(len, names(office))) == [0, 1, 1, 1, 1]  # today's has begun
    assert tab.gaps.text() == "还缺1人"


def test_two_people_swap_their_places(desk, office, tab, people):
    shifts = [one.id for ones in office.read(roster, *WEEK).shifts.values() for one in ones]
    for who, shift in zip(people, shifts[2:4], strict=True):
        office.write(assign, who, shift)
    desk.settle()
    for row in (2, 3):
        tab.grid.setCurrentIndex(tab.grid.grid.index(row, 0))
        desk.settle()
        tab.panel.people.setCurrentRow(0)
        tab.panel.change.click()
        desk.settle()
    assert names(office)[2:4] == [["王芳"], ["李梅"]]
    assert [one.name for one in office.read(expected_on, shifts[2])] == ["王芳"]
