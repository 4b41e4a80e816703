"""Standing posts and the shifts of a month."""

from datetime import date, time
from typing import Any

import pytest

from station_app.data.unit import Office
from station_app.domain.posts import (
    PostAgesUpsideDown,
    PostFieldMissing,
    PostNameTaken,
    PostWithoutLength,
    Risk,
    month_around,
)
from station_app.services.lists.posts import ShiftFilter, ShiftRow, shift_ids, shift_rows
from station_app.services.posts import (
    cancel_shift,
    close_post,
    make_shifts,
    plan_of,
    preview_shifts,
    reopen_post,
    restore_shift,
)
from tests.helpers.builders import a_post
from tests.helpers.clock import FixedClock

OCTOBER = (date(2026, 10, 1), date(2026, 10, 31))


def october_shifts(office: Office) -> list[ShiftRow]:
    ids = office.read(shift_ids, ShiftFilter(*OCTOBER), None)
    return [row for row in office.read(shift_rows, ids) if row]


def days_of_shifts(office: Office) -> list[int]:
    return [row.day.day for row in october_shifts(office)]


def test_a_daily_post_skips_the_national_holiday_and_keeps_the_make_up_saturday(
    office: Office,
) -> None:
    a_post(office, weekdays=frozenset(range(7)))
    assert office.write(make_shifts, *OCTOBER) == 24
    assert days_of_shifts(office) == list(range(8, 32))


def test_a_post_may_stay_open_on_holidays(office: Office) -> None:
    a_post(office, weekdays=frozenset(range(7)), skip_holidays=False)
    assert office.write(make_shifts, *OCTOBER) == 31


def test_making_the_month_twice_adds_nothing(office: Office) -> None:
    a_post(office)
    office.write(make_shifts, *OCTOBER)
    assert office.write(make_shifts, *OCTOBER) == 0


def test_a_cancelled_shift_is_not_made_again(office: Office) -> None:
    a_post(office)
    office.write(make_shifts, *OCTOBER)
    row = october_shifts(office)[0]
    office.write(cancel_shift, row.id, "停电")
    assert office.write(make_shifts, *OCTOBER) == 0
    assert october_shifts(office)[0].cancel_reason == "停电"


def test_a_closed_post_gets_no_more_shifts(office: Office) -> None:
    office.write(close_post, a_post(office))
    assert office.write(make_shifts, *OCTOBER) == 0


def test_a_night_post_ends_on_the_next_day(office: Office) -> None:
    a_post(office, starts_at=time(22), ends_at=time(6))
    office.write(make_shifts, date(2026, 10, 9), date(2026, 10, 9))
    (row,) = october_shifts(office)
    assert (row.ends_at - row.starts_at).total_seconds() == 8 * 3600


def test_two_posts_cannot_have_one_name(office: Office) -> None:
    a_post(office)
    with pytest.raises(PostNameTaken):
        a_post(office)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [({"place": ""}, PostFieldMissing), ({"ends_at": time(9)}, PostWithoutLength)],
)
def test_a_post_that_cannot_be_kept_is_refused(office: Office, changes, refusal) -> None:
    with pytest.raises(refusal):
        a_post(office, **changes)


def test_a_preview_counts_what_making_the_shifts_then_makes(office: Office) -> None:
    a_post(office, weekdays=frozenset(range(7)))
    preview = office.read(preview_shifts, *OCTOBER)
    assert (preview.new, preview.standing, preview.estimated) == (24, 0, ())
    assert [day.day for day in preview.skipped] == list(range(1, 8))
    assert office.write(make_shifts, *OCTOBER) == preview.new
    assert office.read(preview_shifts, *OCTOBER).standing == 24


def test_a_preview_names_a_year_whose_days_off_are_only_estimated(office: Office) -> None:
    a_post(office)
    preview = office.read(preview_shifts, date(2032, 1, 1), date(2032, 1, 31))
    assert preview.estimated == (2032,)


def test_closing_a_post_calls_its_coming_shifts_off_until_it_is_opened_again(
    office: Office, clock: FixedClock
) -> None:
    post = a_post(office)
    clock.at("2026-10-15 08:00")
    office.write(make_shifts, *OCTOBER)
    called_off = office.write(close_post, post)
    assert called_off == len([row for row in october_shifts(office) if row.cancelled]) == 12
    office.write(reopen_post, post)
    assert not any(row.cancelled for row in october_shifts(office))


def test_opening_a_post_again_leaves_shifts_that_a_clerk_called_off(
    office: Office, clock: FixedClock
) -> None:
    post = a_post(office)
    clock.at("2026-10-15 08:00")
    office.write(make_shifts, *OCTOBER)
    office.write(cancel_shift, october_shifts(office)[-1].id, "停电")
    office.write(close_post, post)
    office.write(reopen_post, post)
    assert [row.cancel_reason for row in october_shifts(office) if row.cancelled] == ["停电"]


def test_calling_a_shift_off_can_be_taken_back(office: Office) -> None:
    a_post(office)
    office.write(make_shifts, *OCTOBER)
    row = october_shifts(office)[0]
    office.write(cancel_shift, row.id, "停电")
    office.write(restore_shift, row.id)
    assert not october_shifts(office)[0].cancelled


def test_a_month_reaches_to_its_last_day() -> None:
    assert month_around(date(2026, 1, 31), months=1) == (date(2026, 2, 1), date(2026, 2, 28))
    assert month_around(date(2026, 12, 5)) == (date(2026, 12, 1), date(2026, 12, 31))


def test_what_a_post_needs_is_kept_and_its_exceptions_get_no_shift(office: Office) -> None:
    thursday = date(2026, 11, 5)
    needs: dict[str, Any] = {
        "risk": Risk.HIGH,
        "risk_note": "临近车流",
        "qualifications": ("first_aid", "driving"),
        "min_age": 18,
        "max_age": 65,
        "exceptions": (thursday,),
    }
    post = a_post(office, **needs)
    plan = office.read(plan_of, post)
    assert {name: getattr(plan, name) for name in needs} == needs
    assert office.write(make_shifts, date(2026, 11, 2), date(2026, 11, 6), post) == 4


def test_risks_are_named_and_ages_stand_in_order(office: Office) -> None:
    with pytest.raises(PostFieldMissing) as missing:
        a_post(office, risk=Risk.LOW)
    assert missing.value.field == "risk_note"
    with pytest.raises(PostAgesUpsideDown):
        a_post(office, min_age=60, max_age=18)
