"""Judging service after a shift, taking a judgement back, and where the hours came from."""

from datetime import date, timedelta

import pytest

from station_app.clock import at_desk
from station_app.domain.attendance import Origin, ReasonMissing, Span
from station_app.domain.evaluations import (
    EvaluatedAlready,
    EvaluationEarly,
    EvaluationGone,
    Grade,
    NotServedYet,
)
from station_app.services.attendance import check_in
from station_app.services.corrections import correct_stay
from station_app.services.evaluations import (
    evaluate,
    evaluations_of,
    served_with,
    void_evaluation,
)
from station_app.services.posts import make_shifts
from station_app.services.stay_stories import corrections_between, stay_story
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.pairs import a_stay

FRIDAY = date(2026, 10, 30)


@pytest.fixture
def shift(office):
    """Two people on one shift of Friday, and a third one there on another day."""
    post = a_post(office, in_charge="周敏")
    office.write(make_shifts, FRIDAY, FRIDAY)
    names = ("李梅", "王芳", "张强")
    people = [a_volunteer(office, name, n) for n, name in enumerate(names, 1)]
    days = ("2026-10-30", "2026-10-30", "2026-10-29")
    stays = [a_stay(office, who, post, day, 9) for who, day in zip(people, days, strict=True)]
    return people, stays


def test_everybody_of_a_shift_is_judged_at_once_each_with_a_grade(office, shift):
    people, stays = shift
    together = office.read(served_with, stays[0])
    assert (together.in_charge, [one.name for one in together.served]) == (
        "周敏",
        ["李梅", "王芳"],
    )
    grades = [(stays[0], Grade.GOOD), (stays[1], Grade.FAIR)]
    assert office.write(evaluate, grades, by=" 周敏 ", on_day=FRIDAY, note="准时") == 2
    found = office.read(evaluations_of, people[0])
    assert [(one.post, one.card.judgement.grade, one.card.judgement.by) for one in found] == [
        ("图书角值守", Grade.GOOD, "周敏")
    ]


def test_a_judgement_is_given_anew_only_after_the_first_is_struck_out(office, shift):
    people, stays = shift
    office.write(evaluate, [(stays[0], Grade.POOR)], by="周敏", on_day=FRIDAY)
    with pytest.raises(EvaluatedAlready):
        office.write(evaluate, [(stays[0], Grade.GOOD)], by="周敏", on_day=FRIDAY)
    card = office.read(evaluations_of, people[0])[0].card
    with pytest.raises(ReasonMissing):
        office.write(void_evaluation, card.id, " ")
    office.write(void_evaluation, card.id, "记错了人")
    with pytest.raises(EvaluationGone):
        office.write(void_evaluation, card.id, "再来")
    office.write(evaluate, [(stays[0], Grade.GOOD)], by="周敏", on_day=FRIDAY)
    told = office.read(stay_story, stays[0]).evaluation
    assert told is not None
    assert told.judgement.grade is Grade.GOOD


def test_nobody_is_judged_before_the_service_or_while_still_in(office, shift, clock):
    people, stays = shift
    for day in (FRIDAY - timedelta(days=1), date(2026, 11, 3)):
        with pytest.raises(EvaluationEarly):
            office.write(evaluate, [(stays[0], Grade.GOOD)], by="周敏", on_day=day)
    still_in = office.write(check_in, people[2], office.read(_post)).stay_id
    with pytest.raises(NotServedYet):
        office.write(evaluate, [(still_in, Grade.GOOD)], by="周敏", on_day=date(2026, 11, 2))


def test_a_corrected_stay_tells_what_it_replaced_and_why(office, shift):
    _people, stays = shift
    span = Span(at_desk(FRIDAY, 9), at_desk(FRIDAY, 11, 30))
    second = office.write(correct_stay, stays[0], span, reason="看错行")
    third = office.write(correct_stay, second, span, pause=30, reason="漏记休息")
    story = office.read(stay_story, third)
    assert [one.minutes for one in (story.now, *story.before)] == [120, 150, 120]
    assert [one.origin for one in story.before] == [Origin.CORRECTED, Origin.SHEET]
    replaced = office.read(stay_story, stays[0]).after
    assert replaced is not None
    assert (replaced.id, replaced.reason) == (second, "看错行")
    made = office.read(corrections_between, FRIDAY, FRIDAY)
    assert {(one.old.id, one.new.id) for one in made} == {(stays[0], second), (second, third)}


def _post(unit):
    from sqlalchemy import select

    from station_app.data.models import Post

    return unit.session.scalars(select(Post.id)).one()
