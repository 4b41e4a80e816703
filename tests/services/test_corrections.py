"""Hours after the fact: corrections stand beside what was wrong, supplements need two people."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from station_app.clock import at_desk
from station_app.data.models import Attendance
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import (
    BeyondPlan,
    Origin,
    ReasonMissing,
    SameClerk,
    Span,
    StayGone,
    StaysOverlap,
    SupplementDecided,
)
from station_app.domain.crediting import CreditRule, CreditUnitUnknown, PauseTooLong
from station_app.services.corrections import (
    Asked,
    ask_supplement,
    confirm_supplement,
    correct_stay,
    refuse_supplement,
    supplements,
)
from station_app.services.hours import EVER, Period, total_minutes
from station_app.services.posts import make_shifts
from station_app.services.settings import change_credit_rule
from tests.helpers.builders import a_post, a_volunteer, served

DAY = date(2026, 10, 9)


def _span(came: float, left: float, day: date = DAY) -> Span:
    begins, ends = (at_desk(day, int(t), round(t % 1 * 60)) for t in (came, left))
    return Span(begins, ends)


def _stay_of(office: Office, volunteer_id: UUID) -> UUID:
    found = office.read(
        lambda unit: [
            row.id
            for row in unit.session.query(Attendance).filter_by(
                volunteer_id=volunteer_id, voided_at=None
            )
        ]
    )
    (stay,) = found
    return stay


def test_a_correction_stands_beside_the_stay_it_corrects(office: Office) -> None:
    (li,) = served(office, "李梅")
    old = _stay_of(office, li)
    new = office.write(
        correct_stay, old, _span(9, 12), pause=30, reason="签退写错", evidence="问过本人"
    )

    def look(unit: Unit) -> list[tuple[object, ...]]:
        rows = [unit.session.get_one(Attendance, one) for one in (old, new)]
        return [(r.minutes, r.voided_at is None, r.origin, r.reason, r.corrects_id) for r in rows]

    assert office.read(look) == [
        (120, False, Origin.SHEET, "", None),
        (150, True, Origin.CORRECTED, "签退写错", old),
    ]
    assert office.read(total_minutes, EVER) == 150
    with pytest.raises(StayGone):
        office.write(correct_stay, old, _span(9, 10), reason="再改")


def test_a_correction_that_cannot_be_leaves_the_stay_as_it_was(office: Office) -> None:
    (li,) = served(office, "李梅")
    stay = _stay_of(office, li)
    with pytest.raises(ReasonMissing):
        office.write(correct_stay, stay, _span(9, 10), reason=" ")
    with pytest.raises(PauseTooLong):
        office.write(correct_stay, stay, _span(9, 10), pause=60, reason="x")
    assert _stay_of(office, li) == stay
    assert office.read(total_minutes, EVER) == 120


@pytest.fixture
def asked(office: Office) -> Asked:
    """Two hours on a day with a shift, for somebody who did not sign."""
    post = a_post(office)
    office.write(make_shifts, DAY, DAY)
    li = a_volunteer(office)
    return Asked(
        volunteer_id=li, post_id=post, span=_span(9, 11), reason="当天停电未签到", witness="王芳"
    )


def test_supplemented_hours_count_when_another_person_confirms_them(
    office: Office, asked: Asked
) -> None:
    one = office.write(ask_supplement, asked)
    assert office.read(total_minutes, EVER) == 0
    (row,) = office.read(supplements)
    with pytest.raises(SameClerk):
        office.write(confirm_supplement, one, by=f" {row.entered_by} ")
    stay = office.write(confirm_supplement, one, by="赵敏")
    assert office.read(total_minutes, Period(DAY, DAY)) == 120
    kept = office.read(lambda unit: unit.session.get_one(Attendance, stay).confirmed_by)
    assert kept == "赵敏"
    assert office.read(supplements) == ()
    with pytest.raises(SupplementDecided):
        office.write(confirm_supplement, one, by="赵敏")


def test_what_is_refused_says_why_and_never_counts(office: Office, asked: Asked) -> None:
    one = office.write(ask_supplement, asked)
    with pytest.raises(ReasonMissing):
        office.write(refuse_supplement, one, by="赵敏", note="")
    office.write(refuse_supplement, one, by="赵敏", note="无人见过")
    (row,) = office.read(supplements, undecided=False)
    assert (row.state, row.decision_note) == ("refused", "无人见过")
    assert office.read(total_minutes, EVER) == 0


def test_more_than_the_shift_had_needs_a_mark(office: Office, asked: Asked) -> None:
    longer = replace(asked, span=_span(9, 13))
    with pytest.raises(BeyondPlan) as refused:
        office.write(ask_supplement, longer)
    assert (refused.value.planned, refused.value.minutes) == (120, 240)
    office.write(ask_supplement, replace(longer, beyond_plan=True))
    assert office.read(supplements)[0].beyond_plan


def test_time_that_is_taken_is_not_supplemented(office: Office, asked: Asked) -> None:
    one = office.write(ask_supplement, asked)
    office.write(confirm_supplement, one, by="赵敏")
    with pytest.raises(StaysOverlap):
        office.write(ask_supplement, replace(asked, span=_span(10, 11)))


def test_time_counts_in_the_unit_of_the_station_and_never_more_than_was_given(
    office: Office, asked: Asked
) -> None:
    with pytest.raises(CreditUnitUnknown):
        office.write(change_credit_rule, CreditRule(7))
    office.write(change_credit_rule, CreditRule(30))
    short = replace(asked, span=_span(9, 10.9))
    office.write(confirm_supplement, office.write(ask_supplement, short), by="赵敏")
    assert office.read(total_minutes, EVER) == 90
