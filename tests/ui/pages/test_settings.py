"""The page Settings: what is chosen works at once, what is kept can be checked."""

import pytest
from PySide6.QtWidgets import QLabel, QRadioButton
from sqlalchemy import text

from station_app.domain.stations import StationCard
from station_app.services.stations import this_station
from station_app.ui.pages.settings import SettingsPage
from station_app.ui.pages.settings.station_card import StationDialog
from station_app.ui.theme import tokens
from tests.helpers.builders import a_volunteer
from tests.helpers.screen import focus, opened, shown


@pytest.fixture
def window(desk, qtbot):
    return shown(desk, qtbot, "settings")


def page(window) -> SettingsPage:
    """The page as it stands now; it is built anew when the look changes."""
    assert isinstance(window.page, SettingsPage)
    return window.page


def test_a_language_speaks_at_once_and_is_kept(window, desk):
    page(window).look.language.choose("en")
    desk.settle()
    assert window.page._title.text() == "Settings"
    assert window.rail._places[0].text().strip() == "Today"
    assert desk.preferences.now.language == "en"
    page(window).look.language.choose("zh_CN")
    desk.settle()
    assert window.page._title.text() == "设置"


def test_dark_and_large_are_put_on_at_once(window, desk):
    page(window).look.palette_.choose("dark")
    desk.settle()
    page(window).look.scale.choose(1.5)
    desk.settle()
    assert tokens().dark
    assert tokens().scale == 1.5
    assert page(window).look.scale.value() == 1.5


def test_the_keyboard_starts_at_the_language(window):
    where = focus()
    assert isinstance(where, QRadioButton)
    assert where.text() == "简体中文"


def test_the_station_is_changed_and_stands_above_the_page(window, desk, office):
    page(window).station.edit.click()
    dialog = opened(window, StationDialog)
    dialog.form.fields["recording_unit"].set_value("演示街道社会工作办公室")
    dialog.form.fields["clerk"].set_value("王晓敏")
    dialog.primary.click()
    desk.settle()
    assert office.read(this_station).recording_unit == "演示街道社会工作办公室"
    assert "演示街道社会工作办公室" in window.top._unit.text()
    assert office.actor == "王晓敏"


def test_the_code_of_a_station_stays(window):
    page(window).station.edit.click()
    assert not opened(window, StationDialog).form.fields["code"].isEnabled()


def test_a_credit_code_that_fails_its_check_is_told_at_its_field(window, desk, office):
    page(window).station.edit.click()
    dialog = opened(window, StationDialog)
    dialog.form.fields["recording_unit_code"].set_value("91350100M000100Y44")
    dialog.primary.click()
    desk.settle()
    assert dialog.isVisible()
    assert focus() is dialog.form.fields["recording_unit_code"]
    assert office.read(this_station).recording_unit_code is None


def test_a_backup_is_made_and_says_what_it_holds(window, desk, office, places):
    a_volunteer(office)
    page(window).books.back_up.click()
    desk.settle()
    assert len(list(places.backups.iterdir())) == 1
    assert "1 名志愿者" in page(window).books.told._words.text()
    assert page(window).books.back_up.isEnabled()


def test_a_backup_that_fails_is_told(window, desk, places):
    places.backups.write_text("in the way")
    page(window).books.back_up.click()
    desk.settle()
    assert page(window).books.told.property("ground") == "danger"
    assert page(window).books.back_up.isEnabled()


def test_the_journal_shows_its_code_and_holds(window, desk, office):
    a_volunteer(office)
    desk.settle()
    code = page(window).journal.code.text()
    page(window).journal.verify.click()
    desk.settle()
    assert page(window).journal.told.property("ground") == "ok"
    assert code in page(window).journal.told._words.text()


def test_a_journal_changed_behind_our_back_is_told(window, desk, office):
    a_volunteer(office)
    with office._engines.write.begin() as connection:
        for trigger in connection.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        ).scalars():
            connection.execute(text(f'DROP TRIGGER "{trigger}"'))
        connection.execute(text("UPDATE journal SET image = '{}' WHERE seq = 2"))
    page(window).journal.verify.click()
    desk.settle()
    assert page(window).journal.told.property("ground") == "danger"
    assert "2" in page(window).journal.told._words.text()


def test_an_announced_year_is_official_and_a_later_one_warns(window, desk):
    calendar = page(window).calendar
    assert calendar.status.text() == "已公布"
    assert not calendar.warning.isVisible()
    calendar.year.set_value(2027)
    desk.settle()
    assert calendar.status.text() == "推算"
    assert "2027" in calendar.warning._words.text()


def test_days_off_stand_with_the_days_worked_for_them(window):
    calendar = page(window).calendar
    lines = [label.text() for label in calendar._lines.findChildren(QLabel)]
    assert "2026-02-15 周日 至 2026-02-23 周一" in lines
    assert "2026-02-14 周六、2026-02-28 周六" in lines


def test_every_fact_of_the_station_stands_on_the_page(window, office):
    card: StationCard = office.read(this_station)
    facts = page(window).station._facts
    told = [pair._words.text() for pair in facts._pairs]
    assert [card.name, "点", card.code, card.recording_unit] == told[:4]
