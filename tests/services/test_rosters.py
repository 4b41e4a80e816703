"""The roster: who is expected when."""

from datetime import date, time
from uuid import UUID

import pytest

from station_app.clock import at_desk
from station_app.data.unit import Office
from station_app.domain.attendance import ReasonMissing
from station_app.domain.consents import Act, ConsentAct, ConsentLacking, ConsentWay, Purpose
from station_app.domain.rosters import (
    ExpectedAlready,
    ExpectedElsewhere,
    NotExpected,
    ShiftCalledOff,
    ShiftOver,
)
from station_app.services.consents import withdraw_consent
from station_app.services.lists.posts import ShiftFilter, shift_ids
from station_app.services.posts import cancel_shift, make_shifts
from station_app.services.rosters import assign, expected_on, next_shifts, withdraw_assignment
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.clock import FixedClock

FIRST, LAST = date(2026, 11, 2), date(2026, 11, 6)


@pytest.fixture
def shifts(office: Office) -> list[UUID]:
    """A week of shifts, nine to eleven."""
    a_post(office)
    office.write(make_shifts, FIRST, LAST)
    return [UUID(one) for one in office.read(shift_ids, ShiftFilter(FIRST, LAST), None)]


def test_who_is_put_on_a_shift_is_expected_there(office: Office, shifts: list[UUID]) -> None:
    li = a_volunteer(office)
    office.write(assign, li, shifts[3])
    office.write(assign, li, shifts[2])
    (who,) = office.read(expected_on, shifts[3])
    assert (who.volunteer_id, who.name) == (li, "李梅")
    days = [one.starts_at for one in office.read(next_shifts, li)]
    assert days == [at_desk(date(2026, 11, 4), 9), at_desk(date(2026, 11, 5), 9)]


def test_nobody_is_expected_twice_or_in_two_places(office: Office, shifts: list[UUID]) -> None:
    li = a_volunteer(office)
    elsewhere = a_post(office, "另一岗位", starts_at=time(10))
    office.write(make_shifts, FIRST, LAST)
    thursday = date(2026, 11, 5)
    (other,) = office.read(shift_ids, ShiftFilter(thursday, thursday, elsewhere), None)
    office.write(assign, li, shifts[3])
    with pytest.raises(ExpectedAlready):
        office.write(assign, li, shifts[3])
    with pytest.raises(ExpectedElsewhere) as refused:
        office.write(assign, li, UUID(other))
    assert refused.value.post == "图书角值守"


def test_a_shift_that_is_over_or_off_takes_nobody(
    office: Office, shifts: list[UUID], clock: FixedClock
) -> None:
    li = a_volunteer(office)
    office.write(cancel_shift, shifts[4], "停电")
    with pytest.raises(ShiftCalledOff):
        office.write(assign, li, shifts[4])
    clock.forward(days=30)
    with pytest.raises(ShiftOver):
        office.write(assign, li, shifts[3])


def test_a_place_is_given_back_with_a_reason_and_free_again(
    office: Office, shifts: list[UUID]
) -> None:
    li = a_volunteer(office)
    place = office.write(assign, li, shifts[3])
    with pytest.raises(ReasonMissing):
        office.write(withdraw_assignment, place, " ")
    office.write(withdraw_assignment, place, "家中有事")
    assert office.read(expected_on, shifts[3]) == ()
    with pytest.raises(NotExpected):
        office.write(withdraw_assignment, place, "家中有事")
    office.write(assign, li, shifts[3])


def test_without_consent_nobody_is_put_on_a_shift(office: Office, shifts: list[UUID]) -> None:
    li = a_volunteer(office)
    withdrawal = ConsentAct(
        act=Act.WITHDRAWN,
        purposes=frozenset({Purpose.RECORD}),
        on=date(2026, 11, 1),
        way=ConsentWay.PAPER,
    )
    office.write(withdraw_consent, li, withdrawal)
    with pytest.raises(ConsentLacking) as refused:
        office.write(assign, li, shifts[3])
    assert refused.value.withdrawn_on == date(2026, 11, 1)
