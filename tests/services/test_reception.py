"""The sign-in desk: who is meant, what a scan does, lines of a paper sheet."""

from datetime import date, time
from uuid import UUID

import pytest

from station_app.data.unit import Office
from station_app.domain.attendance import (
    AlreadyIn,
    LeftBeforeComing,
    ScannedTwice,
    StayForgotten,
    VolunteerAmbiguous,
    VolunteerUnknown,
)
from station_app.services.attendance import Act, check_in, close_stay, undo_sign
from station_app.services.lists import attendance as stays
from station_app.services.lists.attendance import Standing, StayFilter, StayOrder
from station_app.services.posts import make_shifts
from station_app.services.reception import (
    SheetLine,
    enter_line,
    forgotten_stays,
    people_meant,
    posts_now,
    sign_typed,
)
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.clock import FixedClock
from tests.helpers.plans import plans


def names(office: Office, standing: Standing) -> list[str]:
    ids = office.read(stays.ids, StayFilter(standing=standing), None)
    return [row.name for row in office.read(stays.rows, ids) if row]


def number_of(office: Office, who: str) -> str:
    return office.read(people_meant, who)[0].number


def line(post_id: UUID, who: str, came: time, left: time | None, **changes: object) -> SheetLine:
    values = {"post_id": post_id, "day": date(2026, 10, 9), "who": who, "came": came, "left": left}
    return SheetLine(**values | changes)  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["李梅", "limei", "lm", "5678", "ｌｍ", " 李梅 "])
def test_a_person_is_meant_by_name_pinyin_initials_and_phone_tail(
    office: Office, typed: str
) -> None:
    a_volunteer(office, phone="13800005678")
    a_volunteer(office, "王建国", serial=2, phone="13900001111")
    assert [one.name for one in office.read(people_meant, typed)] == ["李梅"]


def test_a_whole_number_signs_in_even_where_it_begins_a_phone_tail(office: Office) -> None:
    a_volunteer(office)
    number = number_of(office, "李梅")
    a_volunteer(office, "王建国", serial=2, phone="13" + number[::-1])
    assert office.write(sign_typed, number, a_post(office)).name == "李梅"


def test_a_whole_name_is_meant_before_longer_ones_that_begin_so(office: Office) -> None:
    a_volunteer(office)
    a_volunteer(office, "李梅花", serial=2)
    assert office.write(sign_typed, "李梅", a_post(office)).name == "李梅"


def test_initials_that_fit_several_are_refused_with_their_numbers(office: Office) -> None:
    post = a_post(office)
    a_volunteer(office)
    a_volunteer(office, "刘明", serial=2)
    with pytest.raises(VolunteerAmbiguous) as refused:
        office.write(sign_typed, "lm", post)
    assert len(refused.value.numbers) == 2
    assert names(office, Standing.IN) == []


@pytest.mark.parametrize("typed", ["000000000", "查无此人", ""])
def test_what_means_nobody_is_refused(office: Office, typed: str) -> None:
    a_volunteer(office)
    with pytest.raises(VolunteerUnknown):
        office.write(sign_typed, typed, a_post(office))


def test_one_card_read_twice_counts_once(office: Office, clock: FixedClock) -> None:
    a_volunteer(office)
    post = a_post(office)
    office.write(sign_typed, "李梅", post)
    clock.forward(seconds=2)
    with pytest.raises(ScannedTwice):
        office.write(sign_typed, "李梅", post)
    clock.forward(minutes=30)
    assert office.write(sign_typed, "李梅", post).act is Act.OUT


def test_after_an_undo_the_same_card_counts_at_once(office: Office) -> None:
    a_volunteer(office)
    post = a_post(office)
    office.write(undo_sign, office.write(sign_typed, "李梅", post).stay_id, Act.IN)
    assert office.write(sign_typed, "李梅", post).act is Act.IN


def test_who_moves_on_to_another_post_is_not_taken_for_a_second_reading(
    office: Office, clock: FixedClock
) -> None:
    a_volunteer(office)
    first, second = a_post(office), a_post(office, "文明劝导")
    office.write(sign_typed, "李梅", first)
    clock.forward(hours=1)
    office.write(sign_typed, "李梅", first)
    clock.forward(seconds=1)
    assert office.write(sign_typed, "李梅", second).post == "文明劝导"


def test_a_scan_never_fills_the_sign_out_that_was_forgotten_yesterday(
    office: Office, clock: FixedClock
) -> None:
    a_volunteer(office)
    post = a_post(office)
    first = office.write(sign_typed, "李梅", post)
    clock.forward(days=1)
    with pytest.raises(StayForgotten) as refused:
        office.write(sign_typed, "李梅", post)
    assert refused.value.stay_id == first.stay_id
    assert names(office, Standing.FORGOTTEN) == ["李梅"]
    office.write(close_stay, first.stay_id, clock.at("2026-11-02 11:00"), "本人电话确认")
    clock.at("2026-11-03 09:00")
    assert office.write(sign_typed, "李梅", post).act is Act.IN


def test_a_night_stay_is_not_forgotten_while_its_shift_runs(
    office: Office, clock: FixedClock
) -> None:
    a_volunteer(office)
    post = a_post(office, starts_at=time(22), ends_at=time(6))
    office.write(make_shifts, date(2026, 11, 2), date(2026, 11, 2))
    clock.at("2026-11-02 21:55")
    office.write(sign_typed, "李梅", post)
    clock.at("2026-11-03 06:40")
    assert names(office, Standing.IN) == ["李梅"]
    assert office.write(sign_typed, "李梅", post).act is Act.OUT


def test_a_night_stay_is_forgotten_an_hour_after_its_shift(
    office: Office, clock: FixedClock
) -> None:
    a_volunteer(office)
    post = a_post(office, starts_at=time(22), ends_at=time(6))
    office.write(make_shifts, date(2026, 11, 2), date(2026, 11, 2))
    clock.at("2026-11-02 21:55")
    office.write(sign_typed, "李梅", post)
    clock.at("2026-11-03 07:01")
    assert (names(office, Standing.IN), names(office, Standing.FORGOTTEN)) == ([], ["李梅"])


def test_the_post_whose_shift_runs_comes_first(office: Office, clock: FixedClock) -> None:
    a_post(office)
    a_post(office, "文明劝导", starts_at=time(15), ends_at=time(17))
    office.write(make_shifts, date(2026, 11, 2), date(2026, 11, 2))
    clock.at("2026-11-02 14:30")
    first, second = office.read(posts_now)
    assert (first.name, first.starts_at is not None) == ("文明劝导", True)
    assert (second.name, second.starts_at) == ("图书角值守", None)


def test_a_pick_list_tells_who_is_in_and_shows_only_the_end_of_the_phone(office: Office) -> None:
    li = a_volunteer(office, phone="13800005678")
    office.write(check_in, li, a_post(office))
    (one,) = office.read(people_meant, "李梅")
    assert (one.phone_tail, one.in_at, one.in_since) == ("5678", "图书角值守", office.clock.now())


def test_a_line_of_a_sheet_is_a_stay_from_paper(office: Office) -> None:
    a_volunteer(office)
    post = a_post(office)
    entered = office.write(enter_line, line(post, "lm", time(9), time(11), evidence="签到表 3 页"))
    assert (entered.name, entered.minutes) == ("李梅", 120)


def test_a_sheet_line_of_a_night_post_ends_on_the_next_day(office: Office) -> None:
    a_volunteer(office)
    post = a_post(office, starts_at=time(22), ends_at=time(6))
    assert office.write(enter_line, line(post, "李梅", time(22), time(6))).minutes == 480


def test_a_sheet_line_of_a_day_post_cannot_end_before_it_begins(office: Office) -> None:
    a_volunteer(office)
    with pytest.raises(LeftBeforeComing):
        office.write(enter_line, line(a_post(office), "李梅", time(11), time(9)))


def test_a_second_sheet_line_without_an_end_is_refused(office: Office) -> None:
    a_volunteer(office)
    post = a_post(office)
    office.write(enter_line, line(post, "李梅", time(9), None))
    with pytest.raises(AlreadyIn):
        office.write(enter_line, line(post, "李梅", time(9), None, day=date(2026, 10, 20)))


@pytest.mark.parametrize(
    ("use_case", "args"),
    [
        (forgotten_stays, ()),
        (posts_now, ()),
        (people_meant, ("lm",)),
        (stays.ids, (StayFilter(standing=Standing.IN), StayOrder.CAME)),
    ],
)
def test_what_the_desk_asks_after_each_scan_reads_no_whole_table_of_stays(
    office: Office, use_case: object, args: tuple[object, ...]
) -> None:
    a_volunteer(office)
    a_post(office)
    steps = plans(office, use_case, *args, about="attendance")
    scans = [step for step in steps if step.startswith("SCAN attendance")]
    assert all("one_open_stay" in step for step in scans)
