"""What the first page tells."""

from datetime import date

from station_app.data.unit import Office
from station_app.services.attendance import check_in, check_out
from station_app.services.posts import cancel_shift, close_post, make_shifts
from station_app.services.today import Due, DueKind, Today, today
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.clock import FixedClock
from tests.helpers.plans import plans


def look(office: Office) -> Today:
    return office.read(today)


def due(office: Office, kind: DueKind) -> int | None:
    return next((one.count for one in look(office).due if one.kind is kind), None)


def test_an_empty_desk_has_nothing_due(office: Office) -> None:
    now = look(office)
    assert (now.in_now, now.came, now.forgotten, now.minutes, now.volunteers) == (0, 0, 0, 0, 0)
    assert (now.shifts, now.due) == ((), ())


def test_the_figures_follow_the_day(office: Office, clock: FixedClock) -> None:
    post = a_post(office)
    office.write(make_shifts, date(2026, 11, 2), date(2026, 11, 2))
    people = [a_volunteer(office, serial=serial) for serial in (1, 2, 3)]
    for who in people[:2]:
        office.write(check_in, who, post)
    clock.forward(minutes=90)
    office.write(check_out, people[0])
    now = look(office)
    assert (now.in_now, now.came, now.minutes, now.volunteers) == (1, 2, 90, 3)
    assert [(shift.post, shift.came, shift.needed) for shift in now.shifts] == [
        ("图书角值守", 2, 1)
    ]


def test_who_came_twice_came_once(office: Office, clock: FixedClock) -> None:
    post, li = a_post(office), a_volunteer(office)
    for _visit in range(2):
        office.write(check_in, li, post)
        clock.forward(hours=1)
        office.write(check_out, li)
        clock.forward(hours=1)
    assert look(office).came == 1


def test_a_forgotten_sign_out_is_due_and_not_in(office: Office, clock: FixedClock) -> None:
    office.write(check_in, a_volunteer(office), a_post(office))
    assert due(office, DueKind.FORGOTTEN) is None
    clock.forward(days=1)
    now = look(office)
    assert (now.in_now, now.forgotten) == (0, 1)
    assert Due(DueKind.FORGOTTEN, 1) in now.due


def test_the_hours_of_last_month_do_not_count(office: Office, clock: FixedClock) -> None:
    clock.at("2026-10-31 09:00")
    li = a_volunteer(office)
    office.write(check_in, li, a_post(office))
    clock.forward(hours=2)
    office.write(check_out, li)
    assert look(office).minutes == 120
    clock.at("2026-11-01 09:00")
    assert look(office).minutes == 0


def test_shifts_of_next_month_are_due_from_the_twentieth_on(
    office: Office, clock: FixedClock
) -> None:
    a_post(office)
    a_post(office, "文明劝导")
    office.write(close_post, a_post(office, "旧岗位"))
    clock.at("2026-11-19 09:00")
    assert due(office, DueKind.SHIFTS) is None
    clock.at("2026-11-20 09:00")
    assert due(office, DueKind.SHIFTS) == 2
    office.write(make_shifts, date(2026, 12, 1), date(2026, 12, 31))
    assert due(office, DueKind.SHIFTS) is None


def test_a_year_whose_days_off_are_estimated_is_named_in_december(
    office: Office, clock: FixedClock
) -> None:
    clock.at("2026-11-30 09:00")
    assert due(office, DueKind.CALENDAR) is None
    clock.at("2031-12-01 09:00")
    assert due(office, DueKind.CALENDAR) == 2032


def test_a_bundle_is_due_a_fortnight_after_the_books_were_opened(
    office: Office, clock: FixedClock
) -> None:
    clock.forward(days=13)
    assert due(office, DueKind.BUNDLE) is None
    clock.forward(days=1)
    assert due(office, DueKind.BUNDLE) == 14


def test_a_holiday_has_its_name(office: Office, clock: FixedClock) -> None:
    clock.at("2026-10-01 09:00")
    special = look(office).special
    assert special is not None
    assert special.name.startswith("国庆")
    clock.at("2026-11-02 09:00")
    assert look(office).special is None


def test_a_cancelled_shift_is_shown_as_cancelled(office: Office) -> None:
    a_post(office)
    office.write(make_shifts, date(2026, 11, 2), date(2026, 11, 2))
    (shift,) = look(office).shifts
    office.write(cancel_shift, shift.id, "停电")
    assert [row.cancelled for row in look(office).shifts] == [True]


def test_no_figure_reads_the_whole_table_of_stays(office: Office) -> None:
    steps = plans(office, today, about="attendance")
    scans = [step for step in steps if step.startswith("SCAN attendance")]
    assert all("one_open_stay" in step for step in scans)
