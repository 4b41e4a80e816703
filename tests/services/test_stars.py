"""Stars: proposed by hours, given by a person, taken back with a reason."""

from datetime import date
from uuid import UUID, uuid4

import pytest

from station_app.data.unit import Office
from station_app.domain.attendance import ReasonMissing, VolunteerUnknown
from station_app.domain.stars import (
    DEFAULT,
    Basis,
    StarConfirmedAlready,
    StarConfirmedEarly,
    StarConfirmedInFuture,
    StarNotInTable,
    StarNotReached,
    StarsNotAscending,
    StarTable,
    StarTakenBack,
)
from station_app.services.attendance import check_in, check_out, void_stay
from station_app.services.journal import journal_head
from station_app.services.lists import stars
from station_app.services.lists.stars import StarFilter, StarOrder, StarRow
from station_app.services.star_proposals import Chosen, Proposal, confirm_stars, proposals
from station_app.services.stars import (
    Standing,
    change_star_table,
    standing,
    star_table,
    withdraw_star,
)
from tests.helpers.builders import a_post, a_volunteer
from tests.helpers.clock import FixedClock

TODAY = date(2026, 11, 2)
SMALL = StarTable((10, 20, 40))
BY_YEAR = StarTable((10, 20, 40), Basis.YEAR)


@pytest.fixture
def post(office: Office) -> UUID:
    office.write(change_star_table, SMALL)
    return a_post(office)


@pytest.fixture
def li(office: Office, post: UUID) -> UUID:
    return a_volunteer(office, "李梅")


@pytest.fixture
def serve(office: Office, clock: FixedClock, post: UUID):
    """Somebody serves so many hours on a day; then it is 2 November 2026 again."""

    def stay(who: UUID, day: str, hours: float) -> UUID:
        clock.at(f"{day} 06:00")
        arrival = office.write(check_in, who, post)
        clock.forward(hours=hours)
        office.write(check_out, who)
        clock.at("2026-11-02 09:00")
        return arrival.stay_id

    return stay


def due(office: Office, year: int | None = None) -> tuple[Proposal, ...]:
    return office.read(proposals, year)


def confirm(office: Office, *chosen: tuple[UUID, int], on: date = TODAY, year: int | None = None):
    return office.write(confirm_stars, [Chosen(*one) for one in chosen], on, year)


def confirmed(office: Office, text: str = "", *, withdrawn: bool = False) -> list[StarRow]:
    keys = office.read(stars.ids, StarFilter(text, withdrawn=withdrawn), None)
    return [row for row in office.read(stars.rows, keys) if row]


def test_a_new_station_has_the_national_table(office: Office) -> None:
    assert office.read(star_table) == DEFAULT


def test_the_table_is_kept_in_the_books_and_every_change_in_the_journal(office: Office) -> None:
    office.write(change_star_table, BY_YEAR)
    before = office.read(journal_head).seq
    office.write(change_star_table, SMALL)
    assert office.read(star_table) == SMALL
    assert office.read(journal_head).seq == before + 1


def test_a_table_that_falls_is_refused_and_nothing_changes(office: Office) -> None:
    with pytest.raises(StarsNotAscending):
        office.write(change_star_table, StarTable((10, 5)))
    assert office.read(star_table) == DEFAULT


def test_a_star_is_proposed_with_its_hours_and_the_day_they_were_reached(
    office: Office, li: UUID, serve
) -> None:
    serve(li, "2026-03-01", 9)
    assert due(office) == ()
    serve(li, "2026-03-02", 1)
    serve(li, "2026-03-03", 2)
    (one,) = due(office)
    assert (one.name, one.star, one.confirmed) == ("李梅", 1, 0)
    assert (one.minutes, one.needed, one.reached_on) == (720, 600, date(2026, 3, 2))


def test_nothing_is_given_before_a_person_confirms_it(office: Office, li: UUID, serve) -> None:
    serve(li, "2026-03-01", 12)
    known = office.read(standing, li)
    assert known == Standing(
        star=0, minutes=720, next_star=2, minutes_to_next=480, confirmed_on=None, reached=1
    )
    confirm(office, (li, 1), on=date(2026, 10, 31))
    known = office.read(standing, li)
    assert (known.star, known.confirmed_on) == (1, date(2026, 10, 31))


def test_who_never_served_stands_at_none_with_the_first_star_ahead(
    office: Office, li: UUID
) -> None:
    known = office.read(standing, li)
    assert (known.star, known.minutes, known.next_star, known.minutes_to_next) == (0, 0, 1, 600)


def test_above_the_last_star_nothing_is_ahead(office: Office, li: UUID, serve) -> None:
    for day in ("2026-03-01", "2026-03-02", "2026-03-03"):
        serve(li, day, 15)
    known = office.read(standing, li)
    assert (known.reached, known.next_star, known.minutes_to_next) == (3, None, None)


def test_a_confirmed_star_is_proposed_no_more_until_the_next_is_reached(
    office: Office, li: UUID, serve
) -> None:
    serve(li, "2026-03-01", 12)
    assert confirm(office, (li, 1)).done == 1
    assert due(office) == ()
    serve(li, "2026-03-02", 8)
    (one,) = due(office)
    assert (one.star, one.confirmed) == (2, 1)


def test_the_books_keep_who_confirmed_it_when_and_on_what(office: Office, li: UUID, serve) -> None:
    serve(li, "2026-03-01", 12)
    confirm(office, (li, 1))
    (row,) = confirmed(office)
    assert (row.star, row.year, row.minutes, row.needed) == (1, 0, 720, 600)
    assert (row.reached_on, row.confirmed_on) == (date(2026, 3, 1), TODAY)
    assert row.confirmed_by == "演示经办人"


def test_of_many_each_is_done_or_refused_with_its_reason(
    office: Office, li: UUID, serve, clock: FixedClock
) -> None:
    wang, zhao = a_volunteer(office, "王建国", 2), a_volunteer(office, "赵强", 3)
    stay = serve(li, "2026-03-01", 12)
    serve(wang, "2026-03-01", 12)
    serve(zhao, "2026-03-01", 12)
    confirm(office, (zhao, 1))
    office.write(void_stay, stay, "没有来")
    nobody = uuid4()
    outcome = confirm(office, (li, 1), (wang, 1), (wang, 1), (zhao, 1), (nobody, 1), (wang, 4))
    assert (outcome.asked, outcome.done) == (6, 1)
    assert [type(one.error) for one in outcome.refused] == [
        StarNotReached,
        StarConfirmedAlready,
        StarConfirmedAlready,
        VolunteerUnknown,
        StarNotInTable,
    ]
    assert [row.name for row in confirmed(office)] == ["赵强", "王建国"]


def test_a_star_is_not_dated_before_its_hours_or_after_today(
    office: Office, li: UUID, serve
) -> None:
    serve(li, "2026-03-01", 12)
    (refused,) = confirm(office, (li, 1), on=date(2026, 2, 28)).refused
    assert isinstance(refused.error, StarConfirmedEarly)
    assert refused.error.reached_on == date(2026, 3, 1)
    with pytest.raises(StarConfirmedInFuture):
        confirm(office, (li, 1), on=date(2026, 11, 3))


def test_a_star_is_taken_back_only_with_a_reason_and_only_once(
    office: Office, li: UUID, serve
) -> None:
    serve(li, "2026-03-01", 12)
    confirm(office, (li, 1))
    (row,) = confirmed(office)
    with pytest.raises(ReasonMissing):
        office.write(withdraw_star, row.id, " ")
    office.write(withdraw_star, row.id, "时长有误")
    with pytest.raises(StarTakenBack):
        office.write(withdraw_star, row.id, "时长有误")
    assert confirmed(office) == []
    (kept,) = confirmed(office, withdrawn=True)
    assert (kept.withdraw_reason, kept.withdrawn_at is None) == ("时长有误", False)


def test_a_proposal_tells_that_such_a_star_was_taken_back_before(
    office: Office, li: UUID, serve
) -> None:
    serve(li, "2026-03-01", 12)
    confirm(office, (li, 1))
    office.write(withdraw_star, confirmed(office)[0].id, "时长有误")
    (one,) = due(office)
    assert (one.star, one.taken_back_on, one.taken_back_why) == (1, TODAY, "时长有误")
    assert confirm(office, (li, 1)).done == 1
    assert len(confirmed(office, withdrawn=True)) == 2


def test_taking_back_the_higher_star_leaves_the_lower_one(office: Office, li: UUID, serve) -> None:
    serve(li, "2026-03-01", 12)
    confirm(office, (li, 1))
    serve(li, "2026-03-02", 10)
    confirm(office, (li, 2))
    office.write(withdraw_star, confirmed(office)[1].id, "时长有误")
    assert office.read(standing, li).star == 1


def test_by_the_year_every_year_begins_anew(office: Office, li: UUID, serve) -> None:
    office.write(change_star_table, BY_YEAR)
    serve(li, "2025-12-30", 12)
    serve(li, "2026-01-02", 8)
    assert due(office) == ()
    assert office.read(standing, li).minutes_to_next == 120
    (one,) = due(office, 2025)
    assert (one.star, one.minutes) == (1, 720)
    confirm(office, (li, 1), year=2025)
    assert [row.year for row in confirmed(office)] == [2025]
    assert due(office, 2025) == ()
    serve(li, "2026-01-03", 3)
    assert [one.star for one in due(office)] == [1]
    assert office.read(standing, li).star == 0


def test_a_star_given_by_another_way_of_counting_stays_and_counts_apart(
    office: Office, li: UUID, serve
) -> None:
    serve(li, "2026-03-01", 12)
    confirm(office, (li, 1))
    office.write(change_star_table, BY_YEAR)
    assert office.read(standing, li).star == 0
    office.write(change_star_table, SMALL)
    assert office.read(standing, li).star == 1


def test_the_highest_are_proposed_first(office: Office, li: UUID, serve) -> None:
    wang = a_volunteer(office, "王建国", 2)
    serve(li, "2026-03-01", 12)
    for day in ("2026-03-01", "2026-03-02"):
        serve(wang, day, 13)
    assert [(one.name, one.star) for one in due(office)] == [("王建国", 2), ("李梅", 1)]


def test_confirmed_stars_are_found_by_pinyin_and_sorted(office: Office, li: UUID, serve) -> None:
    wang = a_volunteer(office, "王建国", 2)
    for who in (li, wang):
        serve(who, "2026-03-01", 12)
    serve(wang, "2026-03-02", 12)
    confirm(office, (li, 1), (wang, 2))
    assert [row.name for row in confirmed(office, "wjg")] == ["王建国"]
    keys = office.read(stars.ids, StarFilter(), StarOrder.STAR, descending=True)
    assert [row.name for row in office.read(stars.rows, keys) if row] == ["王建国", "李梅"]
