"""The first page: figures, what is due, and the ways from here."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from station_app.services.attendance import check_in, check_out
from station_app.services.posts import make_shifts
from station_app.services.today import DueKind
from station_app.ui.pages.today import TodayPage
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.screen import press, shown


@pytest.fixture
def day(office, clock):
    """A shift that needs two and got one; one stay of ninety minutes; one forgotten yesterday."""
    clock.at("2026-11-01 09:00")
    post = a_post(office, min_people=2)
    li, wang = a_volunteer(office), a_volunteer(office, "王芳", 2)
    office.write(check_in, wang, post)
    clock.at("2026-11-02 09:00")
    office.write(make_shifts, date(2026, 11, 2), date(2026, 11, 2))
    office.write(check_in, li, post)
    clock.forward(minutes=90)
    office.write(check_out, li)
    return post


@pytest.fixture
def window(desk, qtbot, day):
    return shown(desk, qtbot, "today")


def figure(tile) -> str:
    return str(tile._number.text())


def test_the_tiles_show_the_figures_of_the_day(window):
    tiles = window.page.figures
    shown_here = {
        "in": figure(tiles.in_now),
        "came": figure(tiles.came),
        "shifts": figure(tiles.shifts),
        "forgotten": figure(tiles.forgotten),
        "hours": figure(tiles.hours),
        "volunteers": figure(tiles.volunteers),
    }
    assert shown_here == {
        "in": "0",
        "came": "1",
        "shifts": "1",
        "forgotten": "1",
        "hours": "1.5",
        "volunteers": "2",
    }
    assert tiles.shifts._note.text() == "1 个班次缺人"


def test_the_figures_follow_what_happens(window, desk, office, day, clock):
    clock.forward(minutes=5)
    office.write(check_in, a_volunteer(office, "赵敏", 3), day)
    desk.settle()
    assert figure(window.page.figures.in_now) == "1"
    assert figure(window.page.figures.volunteers) == "3"
    assert figure(window.page.figures.shifts) == "1"
    assert window.page.figures.shifts._note.text() == ""


def test_the_day_is_greeted_by_its_hour_and_its_name(window, desk, clock):
    assert window.page._subtitle.text() == "上午好，今天是2026年11月2日 周一。"
    clock.at("2026-10-01 15:00")
    window.page.refresh()
    desk.settle()
    assert window.page._subtitle.text() == "下午好，今天是2026年10月1日 周四（国庆节）。"


def test_what_is_due_leads_to_where_it_is_done(window, desk):
    window.page.to_do.buttons[DueKind.FORGOTTEN].click()
    desk.settle()
    assert window.here == "attendance"
    assert len(window.page.records.view.model.ids()) == 1


def test_shifts_that_are_not_made_lead_to_making_them(window, desk, clock):
    clock.at("2026-11-20 09:00")
    window.page.refresh()
    desk.settle()
    assert set(window.page.to_do.buttons) == {
        DueKind.FORGOTTEN,
        DueKind.SHIFTS,
        DueKind.BUNDLE,
    }
    window.page.to_do.buttons[DueKind.SHIFTS].click()
    desk.settle()
    assert window.here == "posts"


@pytest.mark.parametrize(
    ("tile", "page"),
    [("in_now", "attendance"), ("shifts", "posts"), ("volunteers", "volunteers")],
)
def test_a_tile_is_entered_by_the_keyboard(window, desk, tile, page):
    getattr(window.page.figures, tile).setFocus()
    press(Qt.Key.Key_Return)
    desk.settle()
    assert window.here == page


def test_the_hours_of_two_weeks_are_told_to_screen_readers(window):
    assert window.page.chart.accessibleDescription() == "11月2日 周一：1.5 小时"


def test_the_shifts_of_the_day_name_who_came(window):
    table = window.page.shifts.view.table
    table.selectAll()
    assert table.as_text() == "09:00–11:00\t图书角值守\t1／2\t李梅"


def test_narrow_windows_break_the_tiles_into_two_rows(window, desk):
    window.resize(960, 700)
    desk.settle()
    figures = window.page.figures
    assert figures.forgotten.y() > figures.in_now.y()
    assert figures.forgotten.x() == figures.in_now.x()


def test_a_day_with_nothing_due_says_so(desk, qtbot):
    page = shown(desk, qtbot, "today").page
    assert isinstance(page, TodayPage)
    assert page.to_do.buttons == {}
