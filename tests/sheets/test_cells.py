"""Cells: what a clerk sees in them, and which day or time they mean."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.sheets.cells import day, moment, shown
from station_app.sheets.errors import DateUnreadable, TimeUnreadable

DAY = date(2026, 10, 8)


@pytest.mark.parametrize(
    ("cell", "seen"),
    [
        (13800138000.0, "13800138000"),
        ("13800138000.0", "13800138000"),
        (110105194912310000.0, "1.10105E+17"),
        (199900199608085000.0, "1.999E+17"),
        (1.5, "1.5"),
        (3, "3"),
        ("9.00", "9.00"),
        (True, "TRUE"),
        (DAY, "2026-10-08"),
        (datetime(2026, 10, 8, 9, 5), "2026-10-08 09:05"),
        (time(9, 5), "09:05"),
    ],
)
def test_a_cell_shows_what_the_spreadsheet_shows(cell, seen):
    assert shown(cell) == seen


@pytest.mark.parametrize(
    "cell",
    [
        "2026-10-08",
        "2026/10/8",
        "2026.10.8",
        "２０２６／１０／８",
        "2026年10月8日",
        "2026 年 10 月 8 日",
        "2026年10月8日（周四）",
        "2026-10-08 星期四",
        "20261008",
        "2026/10/8 0:00:00",
        "2026-10-08T09:00",
        " '2026-10-08 ",
        20261008.0,
        46303.0,
        46303.4,
        DAY,
        datetime(2026, 10, 8, 9, 0),
    ],
)
def test_every_spelling_of_a_day_is_read(cell):
    assert day(cell) == DAY


@pytest.mark.parametrize(
    "text",
    ["90.5.3", "10月8日", "8/10/2026", "2026-13-01", "2026-02-30", "46303", "2026-10-081", "不详"],
)
def test_a_day_that_would_have_to_be_guessed_is_refused(text):
    with pytest.raises(DateUnreadable) as refusal:
        day(text)
    assert refusal.value.text == text


def test_a_blank_cell_is_no_day_and_no_time():
    assert day(" ") is None
    assert moment("", DAY) is None


@pytest.mark.parametrize(
    ("cell", "at"),
    [
        ("9:00", time(9)),
        ("09：05", time(9, 5)),
        ("９：０５", time(9, 5)),
        ("9点", time(9)),
        ("9点半", time(9, 30)),
        ("9时30分", time(9, 30)),
        ("9.30", time(9, 30)),
        ("0930", time(9, 30)),
        ("14:00:00", time(14)),
        ("下午2:30", time(14, 30)),
        ("晚上7点", time(19)),
        ("上午9:15", time(9, 15)),
        ("中午12:10", time(12, 10)),
        ("中午11:50", time(11, 50)),
        ("凌晨12:30", time(0, 30)),
        ("2:30 pm", time(14, 30)),
        ("12:15 AM", time(0, 15)),
        ("PM 2:30", time(14, 30)),
        (0.375, time(9)),
        (time(9, 5), time(9, 5)),
        (time(8, 59, 59, 999_000), time(9)),
        (timedelta(hours=9), time(9)),
    ],
)
def test_every_spelling_of_a_time_is_read_with_the_day_beside_it(cell, at):
    assert moment(cell, DAY) == datetime.combine(DAY, at)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-10-08 9:00",
        "2026/10/8 09:00",
        "2026年10月8日9点",
        "2026年10月8日上午9:00",
        46303.375,
        datetime(2026, 10, 8, 8, 59, 59, 999_000),
    ],
)
def test_a_cell_that_holds_day_and_time_needs_no_day_beside_it(cell):
    assert moment(cell, None) == datetime(2026, 10, 8, 9)


@pytest.mark.parametrize("cell", ["25:10", "12:75", "9", "看不清", "2026-10-08", 9.0e9, DAY])
def test_a_time_nobody_can_read_is_refused(cell):
    with pytest.raises(TimeUnreadable):
        moment(cell, DAY)


def test_a_time_without_any_day_is_refused():
    with pytest.raises(DateUnreadable):
        moment("9:00", None)


@given(st.dates(date(1900, 3, 1), date(2100, 1, 1)), st.times(), st.integers(0, 4))
def test_what_is_written_plainly_is_read_back(on, at, spelling):
    at = at.replace(second=0, microsecond=0)
    days = ("{:%Y-%m-%d}", "{:%Y/%m/%d}", "{:%Y.%m.%d}", "{:%Y年%m月%d日}", "{:%Y%m%d}")
    text = days[spelling].format(on)
    assert day(text) == on
    assert moment(f"{text} {at:%H:%M}", None) == datetime.combine(on, at)


@given(st.one_of(st.text(max_size=12), st.floats(), st.integers(), st.booleans()))
def test_no_cell_is_more_than_refused(cell):
    for read in (day, lambda cell: moment(cell, DAY)):
        try:
            read(cell)
        except (DateUnreadable, TimeUnreadable):
            continue
