"""One record becomes two again, to the letter; or it is said why not."""

from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from station_app.data.models import Attendance, Certificate
from station_app.data.unit import Office, Unit
from station_app.domain.certificates import Kind
from station_app.domain.documents import Document, DocumentKind, Sex
from station_app.domain.merging import (
    APART,
    CertificateSince,
    Choice,
    DocumentTaken,
    FieldsChangedSince,
    MergedOnward,
    MergeUndone,
    RowsGoneSince,
)
from station_app.services.attendance import void_stay
from station_app.services.certificates import issue
from station_app.services.hours import Period
from station_app.services.journal import verify_journal
from station_app.services.merging import FIELDS, merge_people
from station_app.services.people import change_volunteer, person_card, register
from station_app.services.register import void_certificate
from station_app.services.snapshots import Selection
from station_app.services.tasks import Task
from station_app.services.unmerging import merges, obstacles, undo_merge
from tests.helpers.builders import a_post, a_registration, a_volunteer
from tests.helpers.clock import FixedClock
from tests.helpers.pairs import PHONE, a_stay, all_rows, books, hours_of, two_with_stays, wish


def give_away(unit: Unit, one: UUID, other: UUID) -> None:
    wanted = select(Attendance).filter_by(volunteer_id=one, minutes=61)
    unit.session.scalars(wanted).one().volunteer_id = other


@pytest.fixture
def post(office: Office) -> UUID:
    return a_post(office)


@pytest.fixture
def pair(office: Office, post: UUID) -> tuple[UUID, UUID]:
    return two_with_stays(office, post)


def test_undo_makes_two_records_again_to_the_letter(office: Office, pair) -> None:
    one, other = pair
    before = office.read(books, "merge")
    choices = {key: Choice.TAKEN for key in FIELDS if key not in ("born_on", "sex")}
    done = office.write(merge_people, wish(one, other, **choices))
    assert office.read(books, "merge") != before
    undone = office.write(undo_merge, done.id)
    assert undone.moved == {"attendance": 2}
    assert office.read(books, "merge") == before
    assert office.read(merges) == []
    assert office.read(verify_journal).broken is None


def test_a_merge_is_undone_once_and_can_be_made_anew(office: Office, pair) -> None:
    one, other = pair
    done = office.write(merge_people, wish(one, other))
    office.write(undo_merge, done.id)
    with pytest.raises(MergeUndone):
        office.write(undo_merge, done.id)
    office.write(merge_people, wish(other, one))
    assert hours_of(office, other) == 271


def test_stays_entered_since_stay_and_are_counted(
    office: Office, pair, post, clock: FixedClock
) -> None:
    one, other = pair
    done = office.write(merge_people, wish(one, other))
    clock.forward(days=1)
    a_stay(office, one, post, "2026-11-02", 14)
    undone = office.write(undo_merge, done.id)
    assert undone.stays_since == 1
    assert (hours_of(office, one), hours_of(office, other)) == (210 + 120, 61)


def test_a_moved_stay_that_was_struck_out_since_goes_back_struck_out(
    office: Office, pair, clock: FixedClock
) -> None:
    one, other = pair
    done = office.write(merge_people, wish(one, other))
    (stay,) = office.read(all_rows, Attendance, minutes=61)
    office.write(void_stay, stay.id, "误录")
    office.write(undo_merge, done.id)
    assert (hours_of(office, one), hours_of(office, other)) == (210, 0)


def test_a_field_corrected_since_stands_against_undo_and_another_field_does_not(
    office: Office, pair
) -> None:
    one, other = pair
    done = office.write(merge_people, wish(one, other, area=Choice.TAKEN))
    card = office.read(person_card, one).registration
    office.write(change_volunteer, one, replace(card, phone="13900139000"))
    assert office.read(obstacles, done.id) == []
    office.write(change_volunteer, one, replace(card, area="和平社区"))
    with pytest.raises(FieldsChangedSince) as refused:
        office.write(undo_merge, done.id)
    assert refused.value.fields == ("area",)
    office.write(change_volunteer, one, replace(card, phone="13900139000"))
    office.write(undo_merge, done.id)
    assert office.read(person_card, one).registration.area == "演示社区"
    assert office.read(person_card, one).registration.phone == "13900139000"


def test_a_name_corrected_since_stands_against_undo(office: Office, pair) -> None:
    one, other = pair
    done = office.write(merge_people, wish(one, other))
    card = office.read(person_card, one).registration
    office.write(change_volunteer, one, replace(card, name="李晓鸣"))
    (obstacle,) = office.read(obstacles, done.id)
    assert isinstance(obstacle, FieldsChangedSince)
    assert obstacle.fields == ("name",)


def test_a_record_merged_onward_is_freed_first(office: Office, pair) -> None:
    one, other = pair
    third = a_volunteer(office, "李晓明", 4)
    first = office.write(merge_people, wish(one, other))
    second = office.write(merge_people, wish(third, one))
    with pytest.raises(MergedOnward):
        office.write(undo_merge, first.id)
    office.write(undo_merge, second.id)
    office.write(undo_merge, first.id)
    assert (hours_of(office, one), hours_of(office, other)) == (210, 61)


def test_two_merges_into_one_record_are_undone_in_either_order(office: Office, pair, post) -> None:
    one, other = pair
    third = a_volunteer(office, "李晓明", 4)
    a_stay(office, third, post, "2026-10-14", 9, 30)
    before = office.read(books, "merge")
    first = office.write(merge_people, wish(one, other))
    second = office.write(merge_people, wish(one, third))
    for done in (first, second):
        office.write(undo_merge, done.id)
    assert office.read(books, "merge") == before


def test_a_certificate_over_the_hours_of_both_must_be_voided_first(
    office: Office, pair, clock: FixedClock, tmp_path: Path
) -> None:
    one, other = pair
    done = office.write(merge_people, wish(one, other))
    clock.forward(minutes=5)
    paper = issue(
        office, Selection(kind=Kind.PROOF, volunteers=(one,)), tmp_path / "a.pdf", task=Task()
    )
    with pytest.raises(CertificateSince) as refused:
        office.write(undo_merge, done.id)
    assert refused.value.number == paper.numbers[0]
    (row,) = office.read(all_rows, Certificate)
    office.write(void_certificate, row.id, "合并有误")
    office.write(undo_merge, done.id)
    assert hours_of(office, other) == 61


def test_a_certificate_over_days_of_the_record_that_stayed_alone_does_no_harm(
    office: Office, pair, clock: FixedClock, tmp_path: Path
) -> None:
    one, other = pair
    done = office.write(merge_people, wish(one, other))
    clock.forward(minutes=5)
    alone = Selection(
        kind=Kind.PROOF, period=Period(date(2026, 10, 9), date(2026, 10, 12)), volunteers=(one,)
    )
    issue(office, alone, tmp_path / "a.pdf", task=Task())
    assert office.read(obstacles, done.id) == []


def test_a_document_given_to_somebody_since_stands_against_undo(office: Office, pair) -> None:
    one, other = pair
    done = office.write(merge_people, wish(one, other))
    passport = Document(DocumentKind.PASSPORT, "E12345678")
    born = a_registration().born_on
    again = a_registration("李小明", document=passport, born_on=born, sex=Sex.FEMALE)
    number = office.write(register, again).number
    with pytest.raises(DocumentTaken) as refused:
        office.write(undo_merge, done.id)
    assert refused.value.number == number


def test_a_row_that_went_elsewhere_since_stands_against_undo(office: Office, pair, post) -> None:
    one, other = pair
    done = office.write(merge_people, wish(one, other))
    somebody = a_volunteer(office, "王芳", 6)
    office.write(give_away, one, somebody)
    with pytest.raises(RowsGoneSince):
        office.write(undo_merge, done.id)


serials = count(10)
slots = st.lists(st.tuples(st.integers(0, 25), st.integers(0, 1)), max_size=12, unique=True)
names = st.sampled_from(["李晓明", "李小明", "阿卜杜拉·买买提", "Li Mei", "𬱖娜"])
texts = st.sampled_from(["", "甲", "乙；甲", "丙"])
picked = st.lists(st.sampled_from(["急救", "书法", "英语"]), max_size=3, unique=True).map(tuple)


def somebody(office: Office, draw: st.DataObject) -> UUID:
    """A person with any of the fields that may be filled or not."""
    passport = Document(DocumentKind.PASSPORT, f"E{next(serials):08d}")
    return a_volunteer(
        office,
        draw.draw(names),
        document=passport,
        born_on=date(1985, draw.draw(st.integers(1, 12)), 2),
        sex=draw.draw(st.sampled_from([Sex.MALE, Sex.FEMALE, Sex.UNKNOWN])),
        phone=draw.draw(st.sampled_from(["", PHONE, "13900139000"])),
        area=draw.draw(st.sampled_from(["演示社区", "幸福社区"])),
        skills=draw.draw(picked),
        remark=draw.draw(texts),
        consent_on=date(2026, 10, draw.draw(st.integers(1, 30))),
    )


def serve(office: Office, who: UUID, post: UUID, taken: list[tuple[int, int]], draw) -> None:
    """Two-hour stays on these half days of October; some of them struck out again."""
    for day, half in taken:
        minutes = draw.draw(st.integers(1, 180))
        stay = a_stay(office, who, post, f"2026-10-{day + 1:02d}", 9 + half * 4, minutes)
        if draw.draw(st.integers(0, 4)) == 0:
            office.write(void_stay, stay, "误录")


@settings(
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(draw=st.data())
def test_any_two_records_are_merged_without_loss_and_undone_without_trace(
    office: Office, post: UUID, draw: st.DataObject
) -> None:
    one, other = somebody(office, draw), somebody(office, draw)
    taken = draw.draw(slots)
    cut = draw.draw(st.integers(0, len(taken)))
    serve(office, one, post, taken[:cut], draw)
    serve(office, other, post, taken[cut:], draw)
    before = office.read(books, "merge")
    minutes = hours_of(office, one) + hours_of(office, other)
    choices = {
        key: draw.draw(st.sampled_from([*Choice][: 3 if key in APART else 2])) for key in FIELDS
    }
    done = office.write(merge_people, wish(one, other, **choices))
    assert (hours_of(office, one), hours_of(office, other), done.minutes) == (minutes, 0, minutes)
    assert office.read(all_rows, Attendance, volunteer_id=other) == []
    office.write(undo_merge, done.id)
    assert office.read(books, "merge") == before
    verdict = office.read(verify_journal)
    assert (verdict.broken, verdict.altered) == (None, ())
