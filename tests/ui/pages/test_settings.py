"""The page Settings: what is chosen works at once, what is kept can be checked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton
from sqlalchemy import text

from station_app.clock import today
from station_app.domain.codes import code_list
from station_app.domain.stations import StationCard
from station_app.services.code_lists import follow
from station_app.services.settings import ages, retention
from station_app.services.stations import this_station
from station_app.ui.pages.settings import SettingsPage
from station_app.ui.pages.settings.ages import AgesDialog
from station_app.ui.pages.settings.codes_dialogs import EntryDialog, RetireDialog
from station_app.ui.pages.settings.station_card import StationDialog
from station_app.ui.theme import tokens
from station_app.wording.labels import choices
from tests.helpers.builders import a_volunteer
from tests.helpers.screen import focus, in_front, opened, press, shown, typed


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


def test_an_own_entry_is_added_and_retired_by_keyboard_alone(window, desk, office):
    follow(office)
    part = page(window).codes
    part.list.set_value("team_kind")
    desk.settle()
    part.add.setFocus()
    press(Qt.Key.Key_Space)
    desk.settle()
    opened(window, EntryDialog)
    typed("护河巡查")
    for _field in ("zh", "en", "code", "valid_from", "valid_until"):
        press(Qt.Key.Key_Return)
    desk.settle()
    assert code_list("team_kind").label("hhxc", "zh_CN") == "护河巡查"
    in_front(window)
    part.view.select("team_kind/hhxc")
    part.retire.setFocus()
    press(Qt.Key.Key_Space)
    desk.settle()
    opened(window, RetireDialog)
    press(Qt.Key.Key_Return)
    desk.settle()
    assert "hhxc" not in dict(choices("team_kind", today(desk.clock)))
    assert part.view.table.as_text().endswith("自增")
    assert "2026-11-02 起停用" in part.view.table.as_text()


def test_what_stands_against_an_entry_is_told_at_its_field(window, desk):
    part = page(window).codes
    part.list.set_value("team_kind")
    part.add.click()
    dialog = opened(window, EntryDialog)
    dialog.zh.set_value("法律服务")
    dialog.primary.click()
    desk.settle()
    assert focus() is dialog.zh
    dialog.form.rest()
    dialog.reject()


def test_ages_and_years_are_changed_together(window, desk, office):
    page(window).ages.edit.click()
    dialog = opened(window, AgesDialog)
    dialog.ages["minimum"].set_value(20)
    dialog.primary.click()
    desk.settle()
    assert focus() is dialog.ages["minimum"]
    dialog.ages["minimum"].set_value(8)
    dialog.years.set_value(5)
    dialog.primary.click()
    desk.settle()
    assert office.read(ages).minimum == 8
    assert office.read(retention).years == 5
    told = [pair._words.text() for pair in page(window).ages._facts._pairs]
    assert told == ["8 岁", "10 岁", "14 岁", "5 年"]
