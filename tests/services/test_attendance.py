"""The desk: sign in, sign out, take back, enter from paper."""

from datetime import date, timedelta

import pytest

from station_app.clock import at_desk
from station_app.data.models import Post, Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import (
    AlreadyIn,
    LeftBeforeComing,
    NotIn,
    Origin,
    Span,
    StayAlreadyEntered,
    StayGone,
    StayInFuture,
    StaysOverlap,
    StayTooLong,
)
from station_app.domain.consents import Act as Word
from station_app.domain.consents import ConsentAct, ConsentLacking, ConsentWay, Purpose
from station_app.services.attendance import (
    Act,
    check_in,
    check_out,
    close_stay,
    enter_stay,
    sign,
    undo_sign,
    void_stay,
)
from station_app.services.consents import withdraw_consent
from station_app.services.hours import Period, hours_by_person, total_minutes
from station_app.services.lists import attendance as stays
from station_app.services.posts import make_shifts
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.clock import FixedClock


def enter(unit: Unit, volunteer_id, post_id, span: Span) -> None:
    who, post = unit.session.get_one(Volunteer, volunteer_id), unit.session.get_one(Post, post_id)
    enter_stay(unit, who, post, span, origin=Origin.SHEET, evidence="sheet 1")


def october(day: int, hour: int, minute: int = 0):
    return at_desk(date(2026, 10, day), hour, minute)


def shown(office: Office, **filter) -> list[stays.StayRow]:
    chosen = stays.StayFilter(**filter)
    ids = office.read(stays.ids, chosen, None)
    return [row for row in office.read(stays.rows, ids) if row]


def test_a_second_check_in_is_refused_and_says_since_when(
    office: Office, clock: FixedClock
) -> None:
    li, post = a_volunteer(office), a_post(office)
    office.write(check_in, li, post)
    nine = clock.now()
    clock.forward(minutes=20)
    with pytest.raises(AlreadyIn) as refused:
        office.write(check_in, li, post)
    assert refused.value.since == nine


def test_signing_twice_makes_one_stay_with_its_minutes(office: Office, clock: FixedClock) -> None:
    li, post = a_volunteer(office), a_post(office)
    assert office.write(sign, li, post).act is Act.IN
    clock.forward(minutes=95)
    out = office.write(sign, li, post)
    assert (out.act, out.minutes) == (Act.OUT, 95)
    assert office.read(total_minutes, Period()) == 95


def test_signing_out_without_being_in_is_refused(office: Office) -> None:
    with pytest.raises(NotIn):
        office.write(check_out, a_volunteer(office))


def test_signing_out_in_the_moment_of_signing_in_is_refused(office: Office) -> None:
    li = a_volunteer(office)
    office.write(check_in, li, a_post(office))
    with pytest.raises(LeftBeforeComing):
        office.write(check_out, li)


def test_an_undone_sign_in_is_struck_out_and_leaves_the_volunteer_out(office: Office) -> None:
    li, post = a_volunteer(office), a_post(office)
    office.write(undo_sign, office.write(check_in, li, post).stay_id, Act.IN)
    assert shown(office) == []
    assert [row.name for row in shown(office, standing=stays.Standing.VOID)] == ["李梅"]
    assert office.write(sign, li, post).act is Act.IN


def test_an_undone_sign_out_leaves_the_volunteer_in(office: Office, clock: FixedClock) -> None:
    li, post = a_volunteer(office), a_post(office)
    office.write(check_in, li, post)
    clock.forward(hours=1)
    out = office.write(check_out, li)
    office.write(undo_sign, out.stay_id, Act.OUT)
    assert [row.left_at for row in shown(office)] == [None]
    with pytest.raises(StayGone):
        office.write(undo_sign, out.stay_id, Act.OUT)


def test_a_stay_belongs_to_the_shift_that_runs_or_begins_soon(
    office: Office, clock: FixedClock
) -> None:
    li, post = a_volunteer(office), a_post(office)
    office.write(make_shifts, date(2026, 11, 2), date(2026, 11, 2))
    clock.at("2026-11-02 08:10")
    office.write(check_in, li, post)
    assert [row.walk_in for row in shown(office)] == [False]


def test_a_stay_far_from_every_shift_is_a_walk_in(office: Office, clock: FixedClock) -> None:
    li, post = a_volunteer(office), a_post(office)
    office.write(make_shifts, date(2026, 11, 2), date(2026, 11, 2))
    clock.at("2026-11-02 15:00")
    office.write(check_in, li, post)
    assert [row.walk_in for row in shown(office)] == [True]


def test_a_forgotten_sign_out_is_closed_with_its_evidence_and_counts_as_corrected(
    office: Office, clock: FixedClock
) -> None:
    li, post = a_volunteer(office), a_post(office)
    stay = office.write(check_in, li, post)
    clock.forward(days=1)
    office.write(close_stay, stay.stay_id, stay.came_at + timedelta(hours=2), "问过本人")
    (row,) = shown(office)
    assert (row.minutes, row.origin, row.evidence) == (120, Origin.CORRECTED, "问过本人")


def test_paper_stays_that_cannot_have_happened_are_refused(office: Office) -> None:
    li, post = a_volunteer(office), a_post(office)
    office.write(enter, li, post, Span(october(9, 9), october(9, 11)))
    for span, refusal in (
        (Span(october(9, 9), october(9, 11)), StayAlreadyEntered),
        (Span(october(9, 10), october(9, 12)), StaysOverlap),
        (Span(october(12, 9), october(12, 9)), LeftBeforeComing),
        (Span(october(12, 1), october(12, 20)), StayTooLong),
        (Span(at_desk(date(2026, 12, 1), 9), at_desk(date(2026, 12, 1), 10)), StayInFuture),
    ):
        with pytest.raises(refusal):
            office.write(enter, li, post, span)


def test_back_to_back_stays_do_not_overlap(office: Office) -> None:
    li, post = a_volunteer(office), a_post(office)
    office.write(enter, li, post, Span(october(9, 9), october(9, 11)))
    office.write(enter, li, post, Span(october(9, 11), october(9, 12)))
    (row,) = office.read(hours_by_person, Period())
    assert (row.visits, row.minutes) == (2, 180)


def test_a_struck_out_stay_does_not_count(office: Office) -> None:
    li, post = a_volunteer(office), a_post(office)
    office.write(enter, li, post, Span(october(9, 9), october(9, 11)))
    office.write(void_stay, shown(office)[0].id, "登记错人")
    assert office.read(hours_by_person, Period()) == []


def test_a_night_stay_counts_on_the_day_it_began(office: Office) -> None:
    li, post = a_volunteer(office), a_post(office)
    office.write(enter, li, post, Span(october(31, 22), october(31, 22) + timedelta(hours=4)))
    assert office.read(total_minutes, Period(date(2026, 10, 31), date(2026, 10, 31))) == 240


def test_who_withdrew_the_consent_is_signed_out_but_never_in_again(
    office: Office, clock: FixedClock
) -> None:
    li, post = a_volunteer(office), a_post(office)
    office.write(check_in, li, post)
    clock.forward(minutes=10)
    record, today = frozenset({Purpose.RECORD}), date(2026, 11, 2)
    gone = ConsentAct(act=Word.WITHDRAWN, purposes=record, on=today, way=ConsentWay.PAPER)
    office.write(withdraw_consent, li, gone)
    office.write(check_out, li)
    clock.forward(minutes=30)
    with pytest.raises(ConsentLacking):
        office.write(check_in, li, post)
    with pytest.raises(ConsentLacking):
        office.write(enter, li, post, Span(october(12, 9), october(12, 11)))
