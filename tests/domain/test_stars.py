"""Stars: exact at every threshold, never fewer for more hours."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.domain.stars import (
    DEFAULT,
    MOST_HOURS,
    MOST_STARS,
    StarHoursOutOfRange,
    StarsNotAscending,
    StarTable,
    StarTableEmpty,
    StarTableTooLong,
    checked_table,
    minutes_to_next,
    next_star,
    reached_on,
    star_of,
)

DAY = date(2026, 11, 2)
tables = st.builds(
    lambda hours: StarTable(tuple(sorted(hours))),
    st.sets(st.integers(1, MOST_HOURS), min_size=1, max_size=MOST_STARS),
)
minutes = st.integers(0, MOST_HOURS * 60 + 1)


@pytest.mark.parametrize(
    ("hours", "star"), [(0, 0), (99, 0), (100, 1), (299, 1), (600, 3), (1499, 4), (1500, 5)]
)
def test_the_national_table_gives_one_to_five_stars(hours, star):
    assert star_of(hours * 60, DEFAULT) == star


@given(tables)
def test_a_minute_below_a_threshold_is_a_star_less_and_the_threshold_itself_is_the_star(table):
    for star, hours in enumerate(table.hours, start=1):
        assert star_of(hours * 60, table) == star
        assert star_of(hours * 60 - 1, table) == star - 1


@given(tables, minutes, minutes)
def test_more_hours_never_make_fewer_stars(table, one, other):
    less, more = sorted((one, other))
    assert star_of(less, table) <= star_of(more, table)


@given(tables, minutes)
def test_the_minutes_to_the_next_star_are_exactly_what_is_missing(table, given_so_far):
    missing = minutes_to_next(given_so_far, table)
    if missing is None:
        assert star_of(given_so_far, table) == len(table.hours)
        assert next_star(given_so_far, table) is None
    else:
        assert missing > 0
        assert star_of(given_so_far + missing, table) == next_star(given_so_far, table)
        assert star_of(given_so_far + missing - 1, table) == star_of(given_so_far, table)


@given(st.lists(st.integers(0, 960), max_size=30), st.integers(1, 5000))
def test_a_star_is_reached_on_the_day_of_the_stay_that_fills_it(stays, needed):
    days = [(DAY + timedelta(days=place), given) for place, given in enumerate(stays)]
    day = reached_on(days, needed)
    if day is None:
        assert sum(stays) < needed
    else:
        until = (day - DAY).days
        assert sum(stays[:until]) < needed <= sum(stays[: until + 1])


@given(tables)
def test_every_ascending_table_can_be_kept(table):
    assert checked_table(table) is table


@pytest.mark.parametrize(
    ("hours", "error"),
    [
        ((), StarTableEmpty),
        (tuple(range(1, MOST_STARS + 2)), StarTableTooLong),
        ((0, 10), StarHoursOutOfRange),
        ((10, MOST_HOURS + 1), StarHoursOutOfRange),
        ((10, 30, 30), StarsNotAscending),
        ((10, 30, 20), StarsNotAscending),
    ],
)
def test_a_table_that_gives_no_clear_star_is_refused(hours, error):
    with pytest.raises(error):
        checked_table(StarTable(hours))


def test_the_refusal_names_the_star_that_asks_for_too_little():
    with pytest.raises(StarsNotAscending) as refused:
        checked_table(StarTable((10, 30, 20)))
    assert (refused.value.star, refused.value.hours, refused.value.before) == (3, 20, 30)
