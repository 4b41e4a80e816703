"""The weekly rule and the shifts that follow from it."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from station_app.clock import local
from station_app.domain.calendar import Calendar, DayKind
from station_app.domain.posts import (
    PostPlan,
    RangeTooLong,
    RangeUpsideDown,
    check_range,
    planned_shifts,
    weekdays_of,
    weekly_rule,
)

weekday_sets = st.frozensets(st.integers(0, 6), min_size=1)
FIRST = date(2026, 3, 1)


def a_plan(**changes) -> PostPlan:
    values: dict[str, Any] = {
        "name": "值守",
        "service_class": "community",
        "place": "大厅",
        "weekdays": frozenset({0}),
        "starts_at": time(9),
        "ends_at": time(11),
        "first_day": date(2026, 1, 1),
    }
    return PostPlan(**values | changes)


@given(weekday_sets)
def test_a_rule_reads_back_as_the_weekdays_it_was_made_of(weekdays: frozenset[int]) -> None:
    assert weekdays_of(weekly_rule(weekdays)) == weekdays
    rrulestr(weekly_rule(weekdays))


@given(weekday_sets, st.integers(0, 60), st.sets(st.integers(0, 60)))
def test_shifts_stand_on_exactly_the_days_of_the_rule_that_are_not_off(
    weekdays: frozenset[int], length: int, off: set[int]
) -> None:
    last = FIRST + timedelta(days=length)
    holidays = {FIRST + timedelta(days=day) for day in off}
    calendar = Calendar(dict.fromkeys(holidays, DayKind.OFF))
    made = [shift.day for shift in planned_shifts(a_plan(weekdays=weekdays), calendar, FIRST, last)]
    days = [FIRST + timedelta(days=n) for n in range(length + 1)]
    assert made == [day for day in days if day.weekday() in weekdays and day not in holidays]


def test_no_shift_stands_before_the_first_day_of_the_post() -> None:
    plan = a_plan(weekdays=frozenset(range(7)), first_day=date(2026, 3, 30))
    days = [shift.day.day for shift in planned_shifts(plan, Calendar({}), FIRST, date(2026, 3, 31))]
    assert days == [30, 31]


def test_times_are_of_the_desk_whatever_the_machine_believes() -> None:
    (shift, *_) = planned_shifts(a_plan(), Calendar({}), FIRST, date(2026, 3, 31))
    assert local(shift.starts_at).time() == time(9)
    assert shift.starts_at.hour == 1


def test_a_range_must_be_right_way_round_and_a_year_at_most() -> None:
    with pytest.raises(RangeUpsideDown):
        check_range(date(2026, 3, 2), FIRST)
    with pytest.raises(RangeTooLong):
        check_range(FIRST, date(2028, 3, 1))
