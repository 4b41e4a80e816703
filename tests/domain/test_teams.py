"""Teams: what must be known of one, and when somebody may join or leave."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from station_app.domain.phones import PhoneUnreadable
from station_app.domain.teams import (
    LONGEST,
    AlreadyMember,
    FoundedInFuture,
    JoinedBeforeFounding,
    LeftBeforeJoining,
    Membership,
    MembershipInFuture,
    MembershipsOverlap,
    TeamCard,
    TeamFieldMissing,
    TeamTextTooLong,
    check_joining,
    check_leaving,
    checked_team,
    team_search_key,
)

TODAY = date(2026, 11, 2)
FOUNDED = date(2024, 3, 5)
CARD = TeamCard(name="银龄护学队", kind="schooling", founded_on=FOUNDED)
days = st.dates(FOUNDED, TODAY)


def card_with(field, text):
    """The card with another text."""
    return replace(CARD, **{field: text})


def join(since, *before):
    check_joining("李梅", since, today=TODAY, founded_on=FOUNDED, before=before)


def test_spaces_around_and_between_words_are_put_right_and_lines_of_the_introduction_stay():
    card = checked_team(replace(CARD, name="  银龄  护学队 ", intro=" 一\n二 "), TODAY)
    assert (card.name, card.intro) == ("银龄 护学队", "一\n二")


def test_the_phone_is_kept_in_the_one_form_of_the_house():
    assert checked_team(replace(CARD, phone="138 0013 8000"), TODAY).phone == "13800138000"
    with pytest.raises(PhoneUnreadable):
        checked_team(replace(CARD, phone="12"), TODAY)


@pytest.mark.parametrize("field", ["name", "kind"])
def test_a_team_without_name_or_kind_is_refused(field):
    with pytest.raises(TeamFieldMissing) as refused:
        checked_team(card_with(field, ""), TODAY)
    assert refused.value.field == field


@pytest.mark.parametrize("field", LONGEST)
def test_a_text_may_be_as_long_as_its_field_and_no_longer(field):
    checked_team(card_with(field, "队" * LONGEST[field]), TODAY)
    with pytest.raises(TeamTextTooLong):
        checked_team(card_with(field, "队" * (LONGEST[field] + 1)), TODAY)


def test_a_team_is_not_founded_tomorrow():
    with pytest.raises(FoundedInFuture):
        checked_team(replace(CARD, founded_on=TODAY + timedelta(days=1)), TODAY)


def test_who_belongs_to_the_team_cannot_join_again():
    with pytest.raises(AlreadyMember) as refused:
        join(TODAY, Membership(FOUNDED, None))
    assert refused.value.since == FOUNDED


def test_nobody_joins_before_the_founding_or_after_today():
    with pytest.raises(JoinedBeforeFounding):
        join(FOUNDED - timedelta(days=1))
    with pytest.raises(MembershipInFuture):
        join(TODAY + timedelta(days=1))


@given(days, days, days)
def test_who_left_may_join_again_from_the_next_day_on_and_no_sooner(since, until, again):
    assume(since <= until)
    before = Membership(since, until)
    if again > until:
        join(again, before)
    else:
        with pytest.raises(MembershipsOverlap):
            join(again, before)


@given(days, days)
def test_nobody_leaves_before_joining(since, until):
    if until >= since:
        check_leaving("李梅", since, until, today=TODAY)
    else:
        with pytest.raises(LeftBeforeJoining):
            check_leaving("李梅", since, until, today=TODAY)


def test_nobody_leaves_tomorrow():
    with pytest.raises(MembershipInFuture):
        check_leaving("李梅", FOUNDED, TODAY + timedelta(days=1), today=TODAY)


def test_a_team_is_found_by_name_pinyin_and_initials():
    key = team_search_key("银龄护学队")
    for text in ("护学", "yinlinghuxue", "ylhxd"):
        assert text in key
