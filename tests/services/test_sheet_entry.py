"""Sign-in sheets: printed for a shift, found again by their code, entered row by row."""

import io
from datetime import date, datetime, time
from uuid import UUID

import pytest
from pypdf import PdfReader

from station_app.clock import ZONE, at_desk
from station_app.data.unit import Office
from station_app.domain.attendance import (
    Origin,
    StayAlreadyEntered,
    StayInFuture,
    VolunteerUnknown,
)
from station_app.domain.sheet_codes import NoShiftsThen, SheetUnknown, sheet_code
from station_app.services.attendance import check_in, void_stay
from station_app.services.lists.attendance import StayFilter, ids, rows
from station_app.services.lists.posts import ShiftFilter, shift_ids
from station_app.services.posts import make_shifts
from station_app.services.rosters import assign, expected_on, withdraw_assignment
from station_app.services.settings import sheet_rule
from station_app.services.sheet_entry import (
    TypedRow,
    enter_row,
    mark_not_come,
    sheet_by_code,
    sheet_span,
    take_back_not_come,
)
from station_app.services.sign_in_sheets import print_sheets, shift_of_code, shifts_between
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.clock import FixedClock

DAY = date(2026, 11, 3)


@pytest.fixture
def shift(office: Office) -> UUID:
    """Tuesday, nine to eleven; 李梅 and 王芳 are expected."""
    post = a_post(office)
    office.write(make_shifts, DAY, DAY, post)
    (shift,) = (UUID(one) for one in office.read(shift_ids, ShiftFilter(DAY, DAY), None))
    for serial, name in enumerate(("李梅", "王芳"), 1):
        office.write(assign, a_volunteer(office, name, serial), shift)
    return shift


def the_row(shift: UUID, row: int, **changes: object) -> TypedRow:
    values = {"came": time(9), "left": time(11)} | changes
    return TypedRow(shift_id=shift, row=row, **values)  # type: ignore[arg-type]


def after(clock: FixedClock) -> None:
    clock.at("2026-11-04 09:00")


def test_a_printed_sheet_is_found_by_the_code_on_it(office: Office, shift: UUID) -> None:
    pdf = print_sheets(office, [shift], 9)
    text = "".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    code = sheet_code(shift)
    assert code in text
    assert office.read(shift_of_code, code.lower().replace("-", "")) == shift
    assert office.read(sheet_rule).blank_rows == 9
    with pytest.raises(SheetUnknown):
        office.read(shift_of_code, sheet_code(UUID(int=1)))


def test_days_without_a_shift_say_so(office: Office) -> None:
    with pytest.raises(NoShiftsThen):
        office.read(shifts_between, DAY, DAY)


def test_the_rows_are_those_of_the_paper_even_when_the_roster_changed_since(
    office: Office, shift: UUID
) -> None:
    print_sheets(office, [shift], 6)
    li = next(one for one in office.read(expected_on, shift) if one.name == "李梅")
    office.write(withdraw_assignment, li.assignment_id, "生病")
    office.write(assign, a_volunteer(office, "安宁", 3), shift)
    found = office.read(sheet_by_code, sheet_code(shift)).rows
    told = [(one.row, one.name, one.taken_off) for one in found]
    assert told == [(1, "李梅", True), (2, "王芳", False), (3, "安宁", False)]


def test_each_row_is_a_stay_whose_evidence_is_the_code_and_the_row(
    office: Office, shift: UUID, clock: FixedClock
) -> None:
    after(clock)
    walk_in = a_volunteer(office, "赵云", 9)
    code = sheet_code(shift)
    first = office.read(sheet_by_code, code).rows[0]
    office.write(enter_row, the_row(shift, 1, volunteer_id=first.volunteer_id, pause=20))
    office.write(enter_row, the_row(shift, 3, who="赵云", came=time(7, 30)))
    stays = rows_of(office)
    assert [(one.name, one.minutes, one.evidence, one.walk_in) for one in stays] == [
        ("赵云", 210, f"{code}#3", False),
        ("李梅", 100, f"{code}#1", False),
    ]
    sheet = office.read(sheet_by_code, code)
    assert [one.settled for one in sheet.rows] == [True, False]
    assert [(one.row, one.volunteer_id) for one in sheet.walk_ins] == [(3, walk_in)]
    assert sheet.next_row == 4


def test_a_row_entered_twice_stays_one_stay(office: Office, shift: UUID, clock: FixedClock) -> None:
    after(clock)
    who = office.read(sheet_by_code, sheet_code(shift)).rows[0].volunteer_id
    office.write(enter_row, the_row(shift, 1, volunteer_id=who))
    with pytest.raises(StayAlreadyEntered):
        office.write(enter_row, the_row(shift, 1, volunteer_id=who))
    with pytest.raises(VolunteerUnknown):
        office.write(enter_row, the_row(shift, 4, who="没有此人"))
    assert len(rows_of(office)) == 1


def test_who_did_not_come_is_marked_until_a_row_says_otherwise(
    office: Office, shift: UUID, clock: FixedClock
) -> None:
    who = office.read(sheet_by_code, sheet_code(shift)).rows[1].volunteer_id
    with pytest.raises(StayInFuture):
        office.write(mark_not_come, shift, who)
    after(clock)
    office.write(mark_not_come, shift, who)
    assert office.read(sheet_by_code, sheet_code(shift)).rows[1].not_come
    office.write(take_back_not_come, shift, who)
    office.write(mark_not_come, shift, who)
    stay = office.write(enter_row, the_row(shift, 2, volunteer_id=who))
    office.write(void_stay, stay.stay_id, "看错行")
    row = office.read(sheet_by_code, sheet_code(shift)).rows[1]
    assert (row.not_come, row.settled) == (False, False)


def test_who_signed_in_before_the_power_went_gets_the_end_from_the_paper(
    office: Office, shift: UUID, clock: FixedClock
) -> None:
    clock.at("2026-11-03 08:55")
    clock.forward(seconds=23)
    who = office.read(sheet_by_code, sheet_code(shift)).rows[0]
    post = office.read(expected_post)
    office.write(check_in, who.volunteer_id, post)
    after(clock)
    row = the_row(shift, 1, volunteer_id=who.volunteer_id, came=time(8, 55), pause=20)
    office.write(enter_row, row)
    (stay,) = rows_of(office)
    assert (stay.minutes, stay.origin) == (104, Origin.CORRECTED)


def test_times_after_midnight_on_a_night_sheet_are_the_next_day() -> None:
    starts = datetime(2026, 11, 3, 22, tzinfo=ZONE)
    ends = datetime(2026, 11, 4, 6, tzinfo=ZONE)
    span = sheet_span(starts, ends, time(0, 30), time(6))
    next_day = date(2026, 11, 4)
    assert (span.since, span.until) == (at_desk(next_day, 0, 30), at_desk(next_day, 6))
    evening = sheet_span(starts, ends, time(21, 55), time(6))
    assert (evening.since, evening.until) == (at_desk(DAY, 21, 55), at_desk(next_day, 6))


def rows_of(office: Office) -> list:
    return [one for one in office.read(rows, office.read(ids, StayFilter(), None)) if one]


def expected_post(unit):
    from sqlalchemy import select

    from station_app.data.models import Post

    return unit.session.scalars(select(Post.id)).one()
