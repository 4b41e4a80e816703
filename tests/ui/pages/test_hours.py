"""Hours after the fact on the screen: correct, supplement, review, close, evaluate."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from station_app.data.models import Shift
from station_app.domain.crediting import CreditRule
from station_app.domain.evaluations import Grade
from station_app.domain.rosters import Limit, Weight
from station_app.services.closing import months_closed
from station_app.services.corrections import supplements
from station_app.services.evaluations import evaluations_of
from station_app.services.hour_rules import hour_rules
from station_app.services.hours import EVER, total_minutes
from station_app.services.lists import attendance as stays
from station_app.services.lists.attendance import Standing, StayFilter
from station_app.services.posts import make_shifts
from station_app.services.rosters import assign
from station_app.services.stay_stories import stay_story
from station_app.ui.clock_doubt import ClockDialog, ask_about_clock
from station_app.ui.pages.attendance.sheet_by_code import CodedSheetDialog
from station_app.ui.pages.attendance.stay_dialog import StayDialog
from station_app.ui.pages.hours.close_dialog import CloseMonthDialog
from station_app.ui.pages.hours.correct_dialog import CorrectDialog
from station_app.ui.pages.hours.decide_dialog import DecideDialog
from station_app.ui.pages.hours.evaluate_dialog import EvaluateDialog
from station_app.ui.pages.hours.report_dialog import ReportDialog
from station_app.ui.pages.hours.supplement_dialog import SupplementDialog
from station_app.ui.pages.settings.hours import HoursDialog
from station_app.ui.widgets.reason import ReasonDialog
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.pairs import a_stay, all_rows
from tests.helpers.screen import focus, opened, press, shown, typed

ENTER = Qt.Key.Key_Return
FRIDAY = date(2026, 10, 30)


@pytest.fixture
def books(office, clock):
    """Two people registered on 1 October, who served together on Friday 30 October."""
    clock.at("2026-10-01 09:00")
    post = a_post(office, in_charge="周敏")
    people = [a_volunteer(office, "李梅", 1), a_volunteer(office, "王芳", 2)]
    clock.at("2026-11-02 09:00")
    office.write(make_shifts, FRIDAY, FRIDAY)
    return post, people, [a_stay(office, who, post, "2026-10-30", 9) for who in people]


@pytest.fixture
def window(desk, qtbot, books):
    return shown(desk, qtbot, "attendance")


def hours(window, what=""):
    """The tabs of hours, at one of them."""
    if what:
        window.go("attendance", what)
        window.desk.settle()
    return window.page.hours


def stay_shown(window, stay) -> StayDialog:
    window.page.records.show_one(stay)
    window.desk.settle()
    return opened(window, StayDialog)


def test_a_correction_shows_what_it_changes_and_the_stay_tells_what_it_was(
    window, desk, office, books
):
    stay_shown(window, books[2][0]).correct.click()
    desk.settle()
    dialog = opened(window, CorrectDialog)
    dialog.left.set_value(dialog.left.read("1130"))
    assert "2.5" in dialog.preview._words.text()
    dialog.pause.set_value(200)
    assert "200" in dialog.preview._words.text()
    dialog.pause.set_value(30)
    dialog.primary.click()
    assert dialog.reason.property("problem")
    typed("漏记休息")
    press(ENTER)
    press(ENTER)
    desk.settle()
    rows = office.read(stays.rows, office.read(stays.ids, StayFilter(), None))
    new = next(row.id for row in rows if row and row.name == "李梅")
    story = office.read(stay_story, new)
    assert (story.now.minutes, story.now.pause, story.now.reason) == (120, 30, "漏记休息")
    assert "漏记休息" in " ".join(stay_shown(window, new).history.texts())


def test_supplemented_hours_count_once_a_second_person_confirms_them(window, desk, office, books):
    part = hours(window, "supplements").corrections
    part.new.click()
    desk.settle()
    dialog = opened(window, SupplementDialog)
    dialog.person.choose(str(books[1][0]))
    desk.settle()
    dialog.day.set_value(FRIDAY)
    dialog.came.set_value(dialog.came.read("13:00"))
    dialog.left.set_value(dialog.left.read("15:00"))
    dialog.reason.set_value("忘带卡")
    dialog.witness.set_value("周敏")
    assert not dialog.form.is_shown("beyond")
    dialog.primary.click()
    desk.settle()
    assert dialog.form.is_shown("beyond")
    dialog.beyond.set_value(True)
    dialog.primary.click()
    desk.settle()
    assert office.read(total_minutes, EVER) == 240
    part.asked.select(part.asked.model.ids()[0])
    part.confirm.click()
    desk.settle()
    deciding = opened(window, DecideDialog)
    typed(office.actor)
    deciding.primary.click()
    desk.settle()
    assert deciding.by.property("problem")
    deciding.by.set_value("王主任")
    deciding.primary.click()
    desk.settle()
    assert office.read(total_minutes, EVER) == 360
    assert office.read(supplements) == ()
    assert part.asked.model.ids() == []


def test_several_unusual_stays_are_looked_at_at_once_and_one_is_taken_back(
    window, desk, office, books
):
    post, people, _stays = books
    for who in people:
        a_stay(office, who, post, "2026-10-29", 8, 9 * 60)
    part = hours(window, "review:2026-10").review
    assert focus() is part.month
    assert len(part.view.model.ids()) == 2
    part.view.table.selectAll()
    part.approve.click()
    desk.settle()
    note = opened(window, ReasonDialog)
    typed("活动现场核实")
    note.primary.click()
    desk.settle()
    assert part.view.model.ids() == []
    part.all.set_value(True)
    desk.settle()
    part.view.select(part.view.model.ids()[0])
    part.take_back.click()
    desk.settle()
    part.all.set_value(False)
    desk.settle()
    (left,) = part.view.model.ids()
    part.view.select(left)
    part.strike.click()
    desk.settle()
    strike = opened(window, ReasonDialog)
    typed("查无此事")
    strike.primary.click()
    desk.settle()
    assert part.view.model.ids() == []
    assert len(office.read(stays.ids, StayFilter(standing=Standing.VOID), None)) == 1


def test_a_month_names_what_is_left_leads_there_and_is_closed(window, desk, office, books):
    long = a_stay(office, books[1][0], books[0], "2026-10-29", 8, 9 * 60)
    part = hours(window, "months").months
    assert part.view.selected() == ["2026-10"]  # the one that waits
    part.close_month.click()
    desk.settle()
    assert not opened(window, CloseMonthDialog).primary.isEnabled()
    opened(window, CloseMonthDialog).reject()
    part.ways[1].click()
    desk.settle()
    assert window.page.hours.review.isVisible()
    assert window.page.hours.review.view.model.ids() == [str(long)]
    window.page.hours.review.view.table.selectAll()
    window.page.hours.review.approve.click()
    desk.settle()
    note = opened(window, ReasonDialog)
    typed("核实")
    note.primary.click()
    desk.settle()
    hours(window, "months")
    assert not part.ways[1].isVisible()
    part.close_month.click()
    desk.settle()
    opened(window, CloseMonthDialog).primary.click()
    desk.settle()
    (closed,) = office.read(months_closed)
    assert (str(closed.month), closed.totals.minutes) == ("2026-10", 780)
    report = opened(window, ReportDialog)
    assert report.tabs.count() == 4
    report.accept()
    stay_shown(window, long).correct.click()
    desk.settle()
    assert opened(window, CorrectDialog).frozen.isVisible()
    assert not part.close_month.isEnabled()


def test_everybody_of_a_shift_is_judged_in_one_dialog(window, desk, office, books):
    _post, people, done = books
    stay_shown(window, done[0]).evaluate.click()
    desk.settle()
    dialog = opened(window, EvaluateDialog)
    assert dialog.by.value() == "周敏"
    dialog.primary.click()
    assert dialog.isVisible()  # nobody has a grade yet
    dialog.grades[done[0]].set_value(Grade.GOOD)
    dialog.grades[done[1]].set_value(Grade.FAIR)
    dialog.primary.click()
    desk.settle()
    grades = [office.read(evaluations_of, who)[0].card.judgement.grade for who in people]
    assert grades == [Grade.GOOD, Grade.FAIR]
    assert "良好" in " ".join(stay_shown(window, done[0]).history.texts())


def test_the_countdown_leads_to_the_sheet_of_that_shift(window, desk, office, books, clock):
    _post, people, _stays = books
    wednesday = date(2026, 10, 28)
    clock.at("2026-10-27 09:00")
    office.write(make_shifts, wednesday, wednesday)
    shift = next(one.id for one in office.read(all_rows, Shift) if one.day == wednesday)
    office.write(assign, people[0], shift)
    clock.at("2026-11-02 09:00")
    window.go("today")
    desk.settle()
    (way,) = window.page.to_do.records
    way.click()
    desk.settle()
    sheet = opened(window, CodedSheetDialog).sheet
    assert sheet is not None
    assert [row.name for row in sheet.rows] == ["李梅"]


def test_rules_of_hours_are_set_as_a_whole_or_not_at_all(window, desk, office):
    window.go("settings")
    desk.settle()
    window.page.hours.edit.click()
    desk.settle()
    dialog = opened(window, HoursDialog)
    dialog.unit.set_value(30)
    dialog.fields["night_from"].set_value(3)
    dialog.weights[Limit.AGE].set_value(Weight.WARN)
    dialog.primary.click()
    desk.settle()
    assert focus() is dialog.fields["night_from"]
    assert office.read(hour_rules).credit == CreditRule(1)
    dialog.fields["night_from"].set_value(21)
    dialog.primary.click()
    desk.settle()
    rules = office.read(hour_rules)
    assert (rules.credit.unit_minutes, rules.review.night_from) == (30, 21)
    assert (rules.roster.age, rules.roster.week_minutes) == (Weight.WARN, None)


def test_a_clock_set_back_is_asked_about_once(window, desk, clock):
    clock.at("2016-01-01 00:00")
    ask_about_clock(desk, window)
    desk.settle()
    opened(window, ClockDialog).wrong.click()
    desk.settle()
    ask_about_clock(desk, window)
    desk.settle()
    assert not [one for one in window.findChildren(ClockDialog) if one.isVisible()]
