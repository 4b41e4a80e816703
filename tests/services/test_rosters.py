"""The roster: who is expected when."""

from datetime import date, time
from uuid import UUID

import pytest

from station_app.clock import at_desk
from station_app.data.models import Assignment
from station_app.data.unit import Office
from station_app.domain.attendance import ReasonMissing
from station_app.domain.consents import Act, ConsentAct, ConsentLacking, ConsentWay, Purpose
from station_app.domain.profiles import Profile
from station_app.domain.rosters import (
    ExpectedAlready,
    ExpectedElsewhere,
    HealthLimited,
    Limit,
    NeedsReason,
    NotExpected,
    NothingToSwap,
    RosterRules,
    ShiftCalledOff,
    ShiftFull,
    ShiftOver,
    Weight,
)
from station_app.services.consents import withdraw_consent
from station_app.services.lists.posts import ShiftFilter, shift_ids
from station_app.services.posts import cancel_shift, make_shifts
from station_app.services.roster_filling import keep_roster, propose_roster
from station_app.services.rosters import (
    assign,
    expected_on,
    move_up,
    next_shifts,
    substitute,
    swap,
    wait_for,
    withdraw_assignment,
)
from station_app.services.settings import change_roster_rules
from station_app.services.suggestions import suggest
from station_app.services.tasks import Task
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


def test_a_warning_is_passed_over_with_a_reason_that_stays(
    office: Office, shifts: list[UUID]
) -> None:
    li = a_volunteer(office, profile=Profile(health="不能久站"))
    with pytest.raises(NeedsReason) as refused:
        office.write(assign, li, shifts[3])
    assert isinstance(refused.value.first, HealthLimited)
    place = office.write(assign, li, shifts[3], override="坐着值守")
    kept = office.read(lambda unit: unit.session.get_one(Assignment, place).override_reason)
    assert kept == "坐着值守"


def test_who_waits_is_told_when_a_place_is_given_back(office: Office, shifts: list[UUID]) -> None:
    one, two, three = (a_volunteer(office, name, n) for n, name in enumerate("甲乙丙", 1))
    place = office.write(assign, one, shifts[3])
    office.write(assign, two, shifts[3])
    with pytest.raises(NeedsReason) as refused:
        office.write(assign, three, shifts[3])
    assert isinstance(refused.value.first, ShiftFull)
    office.write(wait_for, three, shifts[3])
    (waiting,) = office.write(withdraw_assignment, place, "家中有事")
    assert waiting.volunteer_id == three
    office.write(move_up, waiting.assignment_id)
    names = [(who.name, who.waiting) for who in office.read(expected_on, shifts[3])]
    assert sorted(names) == [("丙", False), ("乙", False)]


def test_two_people_swap_or_one_stands_in(office: Office, shifts: list[UUID]) -> None:
    one, two, three = (a_volunteer(office, name, n) for n, name in enumerate("甲乙丙", 1))
    monday, friday = (
        office.write(assign, who, shift) for who, shift in ((one, shifts[2]), (two, shifts[4]))
    )
    with pytest.raises(NothingToSwap):
        office.write(swap, monday, monday)
    office.write(swap, monday, friday)
    assert [who.name for who in office.read(expected_on, shifts[2])] == ["乙"]
    (place,) = office.read(expected_on, shifts[4])
    office.write(substitute, place.assignment_id, three)
    assert [who.name for who in office.read(expected_on, shifts[4])] == ["丙"]


def test_suggestions_name_the_free_and_least_asked_first_and_nobody_blocked(
    office: Office, shifts: list[UUID]
) -> None:
    free = Profile(availability=("41", "42"))
    busy, told, asked, silent = (
        a_volunteer(office, name, n, profile=profile)
        for n, (name, profile) in enumerate(
            [("忙", free), ("说", free), ("问", free), ("默", Profile())], 1
        )
    )
    office.write(change_roster_rules, RosterRules(full=Weight.OFF))
    office.write(assign, busy, shifts[3])
    office.write(assign, asked, shifts[2], override="已电话确认")
    found = office.read(suggest, shifts[3])
    assert [one.volunteer_id for one in found] == [told, asked, silent]
    assert [one.available for one in found] == [True, True, None]
    assert found[1].asked == 1
    assert office.read(suggest, shifts[3]) == found


def test_a_filled_week_is_a_proposal_until_it_is_kept(office: Office, shifts: list[UUID]) -> None:
    people = [a_volunteer(office, name, n) for n, name in enumerate("甲乙丙", 1)]
    office.write(assign, people[0], shifts[4])
    found = propose_roster(office, FIRST, LAST, task=Task())
    assert found.proven
    assert not found.lacks
    assert office.read(expected_on, shifts[3]) == ()
    pairs = [(one.shift_id, one.volunteer_id) for one in found.places]
    assert len(pairs) == 3  # of five shifts one is over, one runs, one is taken
    outcome = office.write(keep_roster, pairs, "月度排班")
    assert (outcome.asked, outcome.done) == (3, 3)
    again = office.write(keep_roster, pairs, "月度排班")
    assert [one.error.code for one in again.refused] == ["expected_already"] * 3


def test_a_shift_nobody_may_take_says_what_keeps_people_off(
    office: Office, shifts: list[UUID]
) -> None:
    a_volunteer(office, profile=Profile(availability=("11",)))
    found = propose_roster(office, FIRST, LAST, task=Task())
    assert not found.places
    assert {(lack.missing, lack.may) for lack in found.lacks} == {(1, 0)}
    assert [dict(lack.against) for lack in found.lacks] == [{Limit.AVAILABILITY: 1}] * 4
