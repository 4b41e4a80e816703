"""Reviewing what is unusual, closing a month, telling what changed later."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station_app.clock import at_desk
from station_app.data.models import Post, Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import Origin, Span
from station_app.domain.closing import (
    Month,
    MonthClosedAlready,
    MonthNotOver,
    MonthNotReady,
    MonthUnreadable,
)
from station_app.domain.crediting import CreditRule, credited
from station_app.domain.reviews import Flag, ReviewRules
from station_app.errors import StationError
from station_app.services.attendance import enter_stay, void_stay
from station_app.services.closing import (
    Change,
    close_list,
    close_month,
    month_report,
    month_totals,
    months_closed,
)
from station_app.services.corrections import correct_stay
from station_app.services.hours import EVER, total_minutes
from station_app.services.people import register
from station_app.services.posts import open_post
from station_app.services.reviews import review_list, review_stays, withdraw_review
from station_app.services.settings import change_review_rules
from tests.helpers.builders import a_plan, a_post, a_registration, a_volunteer
from tests.helpers.clock import FixedClock

OCTOBER, NOVEMBER = Month(2026, 10), Month(2026, 11)


def _stay(office: Office, who, post, came: datetime, hours: float, origin=Origin.SHEET):
    def enter(unit: Unit):
        span = Span(came, came + timedelta(hours=hours))
        volunteer, place = unit.session.get_one(Volunteer, who), unit.session.get_one(Post, post)
        return enter_stay(unit, volunteer, place, span, origin=origin, evidence="").id

    return office.write(enter)


@pytest.fixture
def month(office: Office, clock: FixedClock):
    """Two people who served in October, looked at on 2 November."""
    post = a_post(office)
    clock.at("2026-10-01 08:00")
    li, wang = a_volunteer(office, "李梅", 1), a_volunteer(office, "王芳", 2)
    clock.at("2026-11-02 09:00")
    first = _stay(office, li, post, at_desk(date(2026, 10, 22), 9), 2)
    second = _stay(office, wang, post, at_desk(date(2026, 10, 23), 9), 3)
    return post, li, first, second


def test_a_month_closes_when_it_is_over_and_nothing_is_left(office: Office, month) -> None:
    with pytest.raises(MonthNotOver):
        office.write(close_month, NOVEMBER)
    closed = office.write(close_month, OCTOBER)
    assert (closed.totals.minutes, closed.totals.stays, closed.totals.people) == (300, 2, 2)
    assert closed.totals.by_post == {"图书角值守": 300}
    assert closed.totals.by_day == {"2026-10-22": 120, "2026-10-23": 180}
    assert office.read(months_closed) == (closed,)
    with pytest.raises(MonthClosedAlready):
        office.write(close_month, OCTOBER)


def test_what_is_left_to_do_holds_the_month_open(office: Office, month) -> None:
    post, li, _first, _second = month
    long = _stay(office, li, post, at_desk(date(2026, 10, 28), 8), 9)
    assert office.read(close_list, OCTOBER).unreviewed == 1
    with pytest.raises(MonthNotReady):
        office.write(close_month, OCTOBER)
    office.write(review_stays, [long], "活动现场核实")
    assert office.write(close_month, OCTOBER).totals.minutes == 840


def test_a_later_change_is_an_adjustment_of_both_months(
    office: Office, month, clock: FixedClock
) -> None:
    _post, _li, first, second = month
    frozen = office.write(close_month, OCTOBER).totals
    clock.at("2026-11-10 10:00")
    span = Span(at_desk(date(2026, 10, 22), 9), at_desk(date(2026, 10, 22), 10))
    office.write(correct_stay, first, span, reason="多记一小时")
    office.write(void_stay, second, "重复登记")
    october, november = office.read(month_report, OCTOBER), office.read(month_report, NOVEMBER)
    assert october.closed is not None
    assert october.closed.totals == frozen
    assert sorted((one.kind, one.minutes) for one in october.later) == [
        (Change.ADDED, 60),
        (Change.STRUCK, -180),
        (Change.STRUCK, -120),
    ]
    assert sorted(november.made_here, key=str) == sorted(october.later, key=str)
    assert frozen.minutes + sum(one.minutes for one in october.later) == october.now.minutes


def test_the_review_names_what_is_unusual_and_forgets_what_was_seen(
    office: Office, month, clock: FixedClock
) -> None:
    post, li, _first, _second = month
    night = _stay(office, li, post, at_desk(date(2026, 10, 29), 23), 2)
    early = _stay(office, li, post, at_desk(date(2026, 9, 1), 9), 1)
    days = (date(2026, 9, 1), date(2026, 10, 31))
    found = {one.id: one.flags for one in office.read(review_list, *days)}
    assert found == {
        night: (Flag.AT_NIGHT,),
        early: (Flag.BEFORE_REGISTRATION, Flag.ENTERED_LATE),
    }
    office.write(review_stays, [night, early], "已核实")
    assert office.read(review_list, *days) == ()
    office.write(withdraw_review, night)
    assert [one.id for one in office.read(review_list, *days)] == [night]


def test_many_stays_from_one_clerk_on_one_day_are_looked_at(office: Office, month) -> None:
    office.write(change_review_rules, ReviewRules(by_one_clerk=1))
    days = (OCTOBER.first, OCTOBER.last)
    assert {one.flags for one in office.read(review_list, *days)} == {(Flag.ONE_CLERK,)}


@pytest.mark.parametrize("text", ["", "2026", "2026-13", "十月"])
def test_a_month_is_read_as_year_and_month(text: str) -> None:
    assert Month.read(" 2026-02 ").last == date(2026, 2, 28)
    with pytest.raises(MonthUnreadable):
        Month.read(text)


@given(st.integers(0, 900), st.integers(0, 800), st.sampled_from([1, 5, 15, 30, 60]))
@settings(max_examples=60)
def test_credited_time_is_never_negative_and_never_more_than_was_given(length, pause, unit):
    came = at_desk(date(2026, 10, 9), 9)
    left = came + timedelta(minutes=length)
    if pause and pause >= length:
        return
    counts = credited(came, left, pause, CreditRule(unit))
    assert 0 <= counts <= length - pause
    assert length - pause - counts < unit


_STAYS = st.lists(
    st.tuples(st.integers(0, 1), st.integers(0, 20 * 24 * 4), st.integers(1, 40)), max_size=8
)


@given(wished=_STAYS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sums_over_months_days_and_posts_are_one_sum(
    office: Office, clock: FixedClock, wished: list[tuple[int, int, int]]
) -> None:
    """Overlapping stays are refused, so nothing counts twice; midnight belongs to the first day."""
    clock.at("2026-11-30 09:00")
    begin, quarter = at_desk(date(2026, 10, 20)), timedelta(minutes=15)

    def example(unit: Unit) -> None:
        post = unit.session.get_one(Post, open_post(unit, a_plan()))
        people = [
            unit.session.get_one(Volunteer, register(unit, a_registration(name, serial)).id)
            for serial, name in enumerate("甲乙", 1)
        ]
        taken: list[tuple[int, int, int]] = []
        for who, start, length in wished:
            free = all(w != who or start + length <= s or s + n <= start for w, s, n in taken)
            span = Span(begin + start * quarter, begin + (start + length) * quarter)
            try:
                enter_stay(unit, people[who], post, span, origin=Origin.SHEET, evidence="")
                taken.append((who, start, length))
            except StationError:
                assert not free
            else:
                assert free
        given_minutes = sum(15 * length for _who, _start, length in taken)
        totals = [month_totals(unit, one) for one in (OCTOBER, NOVEMBER)]
        assert sum(one.minutes for one in totals) == given_minutes
        assert total_minutes(unit, EVER) == given_minutes
        assert sum(sum(one.by_day.values()) for one in totals) == given_minutes
        assert sum(sum(one.by_post.values()) for one in totals) == given_minutes

    office.rehearse(example)
