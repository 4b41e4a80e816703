"""What speaks against somebody on a shift."""

from datetime import date, datetime, time

import pytest

from station_app.clock import at_desk
from station_app.domain.qualifications import QualificationCard
from station_app.domain.rosters import (
    AgeOutside,
    Booked,
    Candidate,
    ExpectedElsewhere,
    Limit,
    Needs,
    NotAvailable,
    NotQualified,
    RestTooShort,
    RosterRules,
    RosterRulesOutOfRange,
    WeekTooFull,
    Weight,
    concerns,
    slots_between,
)

THURSDAY = date(2026, 11, 5)


def _at(hour: int, minute: int = 0, day: date = THURSDAY) -> datetime:
    return at_desk(day, hour, minute)


def _needs(**changes: object) -> Needs:
    values = {
        "day": THURSDAY,
        "starts_at": _at(9),
        "ends_at": _at(11),
        "slots": frozenset({"41"}),
        "most": 2,
    } | changes
    return Needs(**values)  # type: ignore[arg-type]


def _who(**changes: object) -> Candidate:
    return Candidate(**({"name": "李梅", "born_on": date(1985, 1, 2)} | changes))  # type: ignore[arg-type]


def _found(who: Candidate, needs: Needs, rules: RosterRules | None = None) -> list[object]:
    return [concern.error for concern in concerns(who, needs, rules or RosterRules())]


def test_nothing_speaks_against_somebody_free_whom_nothing_limits():
    assert _found(_who(), _needs()) == []


@pytest.mark.parametrize(
    ("begins", "ends", "against"),
    [
        (time(11), time(12), False),
        (time(10, 51), time(12), False),
        (time(10, 49), time(12), True),
        (time(7), time(9, 10), False),
        (time(9, 30), time(10, 30), True),
    ],
)
def test_shifts_that_touch_or_overlap_by_the_grace_do_not_clash(begins, ends, against):
    start, end = (_at(t.hour, t.minute) for t in (begins, ends))
    found = _found(_who(booked=[Booked("另一岗位", start, end)]), _needs())
    assert [type(error) for error in found] == ([ExpectedElsewhere] if against else [])


def test_a_qualification_counts_on_the_day_of_the_shift_and_not_today():
    papers = [
        QualificationCard(kind="nurse", valid_from=date(2020, 1, 1), valid_until=date(2026, 11, 4)),
        QualificationCard(kind="driving", valid_from=THURSDAY),
    ]
    needs = _needs(qualifications=("nurse", "driving", "law"))
    lapsed, never = _found(_who(qualifications=papers), needs)
    assert isinstance(lapsed, NotQualified)
    assert (lapsed.kind, lapsed.lapsed_on) == ("nurse", date(2026, 11, 4))
    assert isinstance(never, NotQualified)
    assert (never.kind, never.lapsed_on) == ("law", None)


def test_age_is_that_on_the_day_of_the_shift():
    child = _who(born_on=date(2012, 11, 6))
    (found,) = _found(child, _needs(min_age=14))
    assert isinstance(found, AgeOutside)
    assert (found.age, found.least) == (13, 14)
    later = _needs(min_age=14, day=date(2026, 11, 6))
    assert _found(child, later) == []


def test_whoever_told_no_times_is_not_held_to_any():
    assert _found(_who(availability=frozenset({"41", "42"})), _needs()) == []
    (found,) = _found(_who(availability=frozenset({"42"})), _needs())
    assert isinstance(found, NotAvailable)
    assert found.slots == ("41",)


def test_rest_and_the_week_are_figures_of_the_station():
    before = Booked("晨间巡护", _at(6), _at(8, 30))
    rules = RosterRules(rest_minutes=60, week_minutes=240)
    rest, week = _found(_who(booked=[before]), _needs(), rules)
    assert isinstance(rest, RestTooShort)
    assert (rest.rest, rest.wanted) == (30, 60)
    assert isinstance(week, WeekTooFull)
    assert (week.minutes, week.most) == (270, 240)


def test_a_setting_says_whether_a_limit_warns_blocks_or_is_off():
    needs = _needs(taken=2)
    who = _who(health="不能久站")
    assert [(c.limit, c.blocks) for c in concerns(who, needs, RosterRules())] == [
        (Limit.HEALTH, False),
        (Limit.FULL, False),
    ]
    strict = RosterRules(full=Weight.BLOCK, health=Weight.OFF)
    assert [(c.limit, c.blocks) for c in concerns(who, needs, strict)] == [(Limit.FULL, True)]


@pytest.mark.parametrize("figures", [{"grace": -1}, {"rest_minutes": 9999}, {"week_minutes": -5}])
def test_figures_that_make_no_sense_are_refused(figures):
    with pytest.raises(RosterRulesOutOfRange):
        RosterRules(**figures).check()


@pytest.mark.parametrize(
    ("begins", "ends", "slots"),
    [
        (_at(9), _at(12), {"41"}),
        (_at(9), _at(12, 1), {"41", "42"}),
        (_at(8), _at(20), {"41", "42", "43"}),
        (_at(22), _at(2, day=date(2026, 11, 6)), {"43"}),
    ],
)
def test_a_shift_touches_parts_of_its_first_day(begins, ends, slots):
    assert slots_between(begins, ends, holiday=False) == slots
    assert slots_between(begins, ends, holiday=True) == {f"8{slot[1]}" for slot in slots}
