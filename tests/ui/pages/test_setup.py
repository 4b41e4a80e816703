"""The first start: one page, and nothing else before it is done."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from station_app.data.unit import Office
from station_app.domain.stations import Level
from station_app.services.people import head_count
from station_app.services.stations import station_if_set_up, this_station
from station_app.ui.desk import Desk
from station_app.ui.frame import open_window
from station_app.ui.pages.setup import SetupPage
from station_app.ui.widgets import DialogFrame
from tests.helpers.screen import CTRL, focus, opened, press, typed


@pytest.fixture
def new_desk(new_office: Office, places, preferences):
    """A desk that belongs to nobody yet."""
    made = Desk(new_office, places, preferences)
    yield made
    made.close()


@pytest.fixture
def window(new_desk, qtbot):
    made = open_window(new_desk)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    new_desk.settle()
    return made


def first(window) -> SetupPage:
    """The page that stands over everything."""
    stage = window.centralWidget()
    assert isinstance(stage, QStackedWidget)
    page = stage.currentWidget()
    assert isinstance(page, SetupPage)
    return page


def test_a_new_desk_shows_the_one_page_and_stands_in_its_first_field(window):
    assert focus() is first(window).form.fields["name"]
    assert not window.rail.isVisible()


def test_enter_goes_through_the_fields_in_their_order_and_sets_up(window, new_desk, new_office):
    for text in ("演示社区文明实践站", "", "ys02", "演示社区居委会", "李建国", "王晓敏"):
        if text:
            typed(text)
        press(Qt.Key.Key_Return)
    typed("010-62345678")
    press(Qt.Key.Key_Return)
    new_desk.settle()
    card = new_office.read(this_station)
    assert (card.name, card.code, card.level) == ("演示社区文明实践站", "YS02", Level.POINT)
    assert (card.in_charge, card.clerk, card.phone) == ("李建国", "王晓敏", "010-62345678")


def test_after_that_the_window_stands_and_the_journal_names_the_clerk(window, new_desk, new_office):
    page = first(window)
    for key, text in {"name": "站", "code": "YS02", "recording_unit": "居委会"}.items():
        page.form.fields[key].set_value(text)
    page.form.fields["clerk"].set_value("王晓敏")
    press(Qt.Key.Key_S, CTRL)
    new_desk.settle()
    assert window.rail.isVisible()
    assert window.top._station.text() == "站"
    assert new_office.actor == "王晓敏"


def test_what_is_missing_is_told_at_its_field(window, new_desk, new_office):
    page = first(window)
    page.form.fields["name"].set_value("站")
    page.form.fields["recording_unit"].set_value("居委会")
    page.form.fields["code"].set_value("站1")
    page.primary.click()
    new_desk.settle()
    assert focus() is page.form.fields["code"]
    assert page.form.fields["code"].property("problem")
    assert new_office.read(station_if_set_up) is None


def test_the_page_can_be_read_in_the_other_language(window, new_desk):
    first(window).language.choose("en")
    new_desk.settle()
    assert first(window).primary.text() == "Set up this station"
    assert focus() is first(window).form.fields["name"]


def test_a_sample_month_can_be_looked_at_instead(window, new_desk, new_office):
    first(window).sample.button.click()
    confirmation = opened(window, DialogFrame)
    confirmation.primary.click()
    new_desk.settle()
    assert window.rail.isVisible()
    assert new_office.read(this_station).code == "YS01"
    assert new_office.read(head_count).registered == 60
    assert new_office.actor == new_office.read(this_station).clerk


def test_without_a_yes_no_sample_is_made(window, new_desk, new_office):
    first(window).sample.button.click()
    press(Qt.Key.Key_Escape)
    new_desk.settle()
    assert new_office.read(station_if_set_up) is None
