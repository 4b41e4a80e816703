"""Working days, with the holidays and make-up days of 2026 as announced."""

import json
from datetime import date, timedelta

import pytest

from station_app.domain.calendar import (
    SHIPPED,
    Calendar,
    DayKind,
    Status,
    computed_year,
    special_days,
    stretches,
)
from station_app.places import resource

STRETCHES = (
    ((1, 1), (1, 3)),
    ((2, 15), (2, 23)),
    ((4, 4), (4, 6)),
    ((5, 1), (5, 5)),
    ((6, 19), (6, 21)),
    ((9, 25), (9, 27)),
    ((10, 1), (10, 7)),
)
WORKED = ((1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10))


@pytest.fixture
def calendar() -> Calendar:
    """2026."""
    return Calendar({day.day: day.kind for day in computed_year(2026)})


def test_2026_is_off_exactly_as_announced() -> None:
    off = {special.day for special in computed_year(2026) if special.kind is DayKind.OFF}
    announced = set()
    for first, last in STRETCHES:
        day = date(2026, *first)
        while day <= date(2026, *last):
            announced.add(day)
            day += timedelta(days=1)
    assert off == announced


def test_2026_is_worked_on_exactly_the_weekend_days_announced() -> None:
    worked = [special.day for special in computed_year(2026) if special.kind is DayKind.WORKED]
    assert worked == [date(2026, *day) for day in WORKED]
    assert {special.status for special in computed_year(2026)} == {Status.OFFICIAL}


def test_a_year_that_is_not_announced_yet_is_only_estimated() -> None:
    assert {special.status for special in computed_year(2031)} == {Status.ESTIMATED}


def test_working_days_know_holidays_and_make_up_days(calendar: Calendar) -> None:
    assert not calendar.is_working_day(date(2026, 10, 6))
    assert calendar.is_working_day(date(2026, 10, 10))
    assert not calendar.is_working_day(date(2026, 10, 11))


def test_ten_working_days_after_the_eve_of_national_day(calendar: Calendar) -> None:
    assert calendar.working_days_after(date(2026, 9, 30), 10) == date(2026, 10, 20)


def test_days_off_are_told_as_they_are_announced() -> None:
    told = {one.name: one for one in stretches(computed_year(2026))}
    spring = told["春节"]
    assert (spring.first, spring.last, spring.length) == (date(2026, 2, 15), date(2026, 2, 23), 9)
    assert spring.worked == (date(2026, 2, 14), date(2026, 2, 28))
    assert [one.name for one in stretches(computed_year(2026))] == [
        "元旦", "春节", "清明节", "劳动节", "端午节", "中秋节", "国庆节"
    ]  # fmt: skip


def test_every_make_up_day_of_a_year_belongs_to_one_stretch() -> None:
    days = computed_year(2026)
    worked = [special.day for special in days if special.kind is DayKind.WORKED]
    assert sorted(day for one in stretches(days) for day in one.worked) == worked


def test_a_working_sunday_before_mid_autumn_is_worked_for_national_day() -> None:
    told = {one.name: one for one in stretches(computed_year(2026))}
    assert told["中秋节"].worked == ()
    assert told["国庆节"].worked == (date(2026, 9, 20), date(2026, 10, 10))


def test_a_year_without_special_days_has_no_stretch() -> None:
    assert stretches(()) == ()


def test_the_shipped_years_are_those_of_the_library() -> None:
    shipped = json.loads(resource(SHIPPED).read_text("utf-8"))
    for year in map(int, shipped):
        assert special_days(year) == computed_year(year), "run packaging/special_days.py"


def test_a_year_that_is_not_shipped_is_computed() -> None:
    assert special_days(2035) == computed_year(2035)
