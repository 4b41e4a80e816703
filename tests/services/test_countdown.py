"""Ten working days to record a shift, and a clock that may be wrong."""

import json
from datetime import date

from sqlalchemy import select

from station_app.data.models import JournalEntry, Shift
from station_app.services.attendance import check_in, close_stay
from station_app.services.clock_check import ClockAnswer, answer_clock, clock_doubt
from station_app.services.countdown import unrecorded
from station_app.services.posts import make_shifts
from station_app.services.rosters import assign
from station_app.services.sheet_entry import mark_not_come
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.pairs import a_stay, all_rows


def _shift(office, day):
    return next(one for one in office.read(all_rows, Shift) if one.day == day)


def test_days_off_and_make_up_days_count_as_the_calendar_has_them(office, clock):
    clock.at("2026-09-28 08:00")
    a_post(office)
    who = a_volunteer(office, consent_on=date(2026, 9, 1))
    day = date(2026, 9, 29)
    office.write(make_shifts, day, day)
    office.write(assign, who, _shift(office, day).id)
    assert office.read(unrecorded) == ()
    clock.at("2026-09-29 12:00")
    (one,) = office.read(unrecorded)
    # 30 September, then nothing until 7 October; 10 October is worked.
    assert (one.due_on, one.left, one.expected) == (date(2026, 10, 19), 10, 1)
    clock.at("2026-10-19 09:00")
    assert office.read(unrecorded)[0].left == 0
    clock.at("2026-10-21 09:00")
    assert office.read(unrecorded)[0].left == -2
    office.write(mark_not_come, _shift(office, day).id, who)
    assert office.read(unrecorded) == ()


def test_an_entered_sheet_ends_the_countdown_and_an_open_stay_begins_it(office, clock):
    post, who = a_post(office), a_volunteer(office)
    day = date(2026, 11, 2)
    office.write(make_shifts, day, day)
    office.write(assign, who, _shift(office, day).id)
    arrival = office.write(check_in, who, post)
    clock.at("2026-11-03 09:00")
    assert [(one.still_open, one.left) for one in office.read(unrecorded)] == [(1, 9)]
    office.write(close_stay, arrival.stay_id, clock.at("2026-11-02 11:00"), "问过本人")
    clock.at("2026-11-03 09:00")
    assert office.read(unrecorded) == ()


def test_a_shift_nobody_was_expected_on_waits_for_nothing(office, clock):
    post, who = a_post(office), a_volunteer(office)
    office.write(make_shifts, date(2026, 10, 30), date(2026, 10, 30))
    assert office.read(unrecorded) == ()
    a_stay(office, who, post, "2026-10-30", 9)
    assert office.read(unrecorded) == ()


def test_a_clock_set_back_or_far_ahead_is_doubted_and_the_answer_kept(office, clock):
    a_volunteer(office)
    clock.forward(days=300)
    assert office.read(clock_doubt) is None
    clock.forward(days=100)
    doubt = office.read(clock_doubt)
    assert doubt is not None
    clock.at("2016-01-01 00:00")
    doubt = office.read(clock_doubt)
    assert doubt is not None
    assert doubt.now < doubt.last
    office.write(answer_clock, doubt, ClockAnswer.WRONG)
    assert office.read(clock_doubt) is None  # asked and answered
    verb, suspect, image = office.read(_last_entry)
    assert (verb, suspect) == ("answer_clock", True)
    assert json.loads(image)["answer"] == "wrong"


def _last_entry(unit):
    wanted = select(JournalEntry.verb, JournalEntry.clock_suspect, JournalEntry.image)
    return unit.session.execute(wanted.order_by(JournalEntry.seq.desc())).first()
