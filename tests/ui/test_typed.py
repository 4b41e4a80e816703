"""Days, times and months as people type them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.ui.widgets.typed import folded, read_day, read_month, read_time

TODAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-05",
        "2026-3-5",
        "2026.3.5",
        "2026/03/05",
        "2026年3月5日",
        "20260305",
        "3-5",
        "0305",
        "3月5日",
        "２０２６－３－５",
        " 2026 3 5 ",
        "3.5",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert read_day(text, TODAY) == date(2026, 3, 5)


@pytest.mark.parametrize("text", ["", "abc", "2026-13-01", "2026-02-30", "5", "26-3-5", "1-2-3-4"])
def test_what_is_no_day_is_not_guessed(text: str) -> None:
    assert read_day(text, TODAY) is None


@given(st.dates(min_value=date(1900, 1, 1)))
def test_every_day_reads_back_as_it_is_written(day: date) -> None:
    assert read_day(day.isoformat(), TODAY) == day
    assert read_day(day.strftime("%Y%m%d"), TODAY) == day


@given(st.text(max_size=12))
def test_no_text_at_all_upsets_the_reading(text: str) -> None:
    assert isinstance(read_day(text, TODAY), date | None)
    assert isinstance(read_time(text), time | None)
    month = read_month(text, TODAY)
    assert month is None or month.day == 1


@pytest.mark.parametrize(
    "text", ["8:30", "08:30", "8：30", "830", "0830", "8.30", "8点30分", "８３０"]
)
def test_a_time_is_read_however_it_is_written(text: str) -> None:
    assert read_time(text) == time(8, 30)


def test_a_bare_hour_is_the_full_hour() -> None:
    assert read_time("8") == time(8)
    assert read_time("8点") == time(8)


@pytest.mark.parametrize("text", ["", "25:00", "8:75", "abc", "12345", "8:30:15"])
def test_what_is_no_time_is_not_guessed(text: str) -> None:
    assert read_time(text) is None


@given(st.times())
def test_every_time_reads_back_as_it_is_written(moment: time) -> None:
    assert read_time(moment.strftime("%H:%M")) == moment.replace(second=0, microsecond=0)


@pytest.mark.parametrize("text", ["2026-03", "2026-3", "202603", "2026年3月", "3", "3月"])
def test_a_month_is_read_however_it_is_written(text: str) -> None:
    assert read_month(text, TODAY) == date(2026, 3, 1)


@pytest.mark.parametrize("text", ["", "13", "2026-13", "26-3"])
def test_what_is_no_month_is_not_guessed(text: str) -> None:
    assert read_month(text, TODAY) is None


def test_full_width_letters_are_folded() -> None:
    assert folded("　ＹＳ０１－００００１　") == "YS01-00001"
