"""Two records become one: nothing lost, nothing doubled, nothing settled by the program."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest

from station_app.clock import local
from station_app.data.models import Certificate, Kept, Star, Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import NumberAndNameDiffer
from station_app.domain.certificates import Kind, Snapshot
from station_app.domain.consents import ConsentWay
from station_app.domain.documents import Document, DocumentKind, Sex
from station_app.domain.merging import (
    BothHave,
    BothInNow,
    Choice,
    DocumentsDiffer,
    HoursWouldChange,
    RecordHidden,
    SaidNotSame,
    SamePerson,
    StaysAtOnce,
)
from station_app.domain.people import BirthDateDiffers
from station_app.services import merging
from station_app.services.attendance import check_in, check_out, void_stay
from station_app.services.belongings import holdings
from station_app.services.certificates import issue
from station_app.services.comparing import compare_people
from station_app.services.duplicates import say_not_same, take_back_not_same
from station_app.services.hours import EVER, total_minutes
from station_app.services.merging import merge_people, merged_number
from station_app.services.people import find_by_number, person_card, who_is_meant
from station_app.services.reception import people_meant, sign_typed
from station_app.services.snapshots import Selection
from station_app.services.tasks import Task
from station_app.services.unmerging import merges
from tests.helpers.builders import a_post, a_registration, a_volunteer
from tests.helpers.clock import FixedClock
from tests.helpers.pairs import WHY, a_stay, all_rows, books, hours_of, two_with_stays, wish


def confirm_star(unit: Unit, who: UUID) -> None:
    day = local(unit.now).date()
    unit.add(
        Star(
            volunteer_id=who, year=0, star=1, minutes=6000, needed=6000,
            reached_on=day, confirmed_on=day, confirmed_by=unit.actor,
        )
    )  # fmt: skip


def find_by_number_of(unit: Unit, number: str) -> str:
    return find_by_number(unit, number).number


def named_on_paper(unit: Unit, number: str, name: str) -> str:
    return who_is_meant(unit, number=number, name=name, phone="").number


@pytest.fixture
def post(office: Office) -> UUID:
    return a_post(office)


@pytest.fixture
def pair(office: Office, post: UUID) -> tuple[UUID, UUID]:
    return two_with_stays(office, post)


def test_everything_moves_and_the_hours_are_those_of_both(office: Office, pair) -> None:
    one, other = pair
    before = office.read(total_minutes, EVER)
    done = office.write(merge_people, wish(one, other))
    assert done.moved == {"attendance": 2}
    assert done.minutes == hours_of(office, one) == 120 + 90 + 61
    assert hours_of(office, other) == 0
    assert office.read(total_minutes, EVER) == before


def test_the_hidden_number_still_leads_to_the_person(office: Office, pair) -> None:
    one, other = pair
    number = office.read(person_card, other).number
    done = office.write(merge_people, wish(one, other))
    found = office.read(merged_number, number)
    assert found is not None
    assert (found.name, found.survivor_number, found.survivor_id) == ("李小明", done.number, one)
    assert office.read(merged_number, done.number) is None


def test_a_number_leads_through_two_merges_to_the_last_record(office: Office, pair) -> None:
    one, other = pair
    number = office.read(person_card, other).number
    third = a_volunteer(office, "李晓明", 4)
    office.write(merge_people, wish(one, other))
    office.write(merge_people, wish(third, one))
    found = office.read(merged_number, number)
    assert found is not None
    assert found.survivor_id == third


def test_a_paper_or_a_desk_that_names_the_old_number_means_the_person(
    office: Office, pair, post: UUID
) -> None:
    one, other = pair
    old = office.read(person_card, other).number
    new = office.write(merge_people, wish(one, other)).number
    assert office.read(find_by_number_of, old) == new
    assert office.read(named_on_paper, old, "李小明") == new
    assert office.read(named_on_paper, old, "李晓明") == new
    with pytest.raises(NumberAndNameDiffer):
        office.read(named_on_paper, old, "王芳")
    (meant,) = office.read(people_meant, old)
    assert (meant.id, meant.number, meant.old_number) == (one, new, old)
    assert office.write(sign_typed, old, post).number == new


def test_the_name_that_was_not_chosen_is_a_former_one_and_is_found(office: Office, pair) -> None:
    one, other = pair
    done = office.write(merge_people, wish(one, other, name=Choice.TAKEN))
    (row,) = office.read(all_rows, Volunteer, number=done.number)
    assert (row.name, row.former_names) == ("李小明", "李晓明")
    assert [who.id for who in office.read(people_meant, "李晓明")] == [one]


def test_fields_are_chosen_one_by_one_and_both_where_both_fit(office: Office, pair) -> None:
    one, other = pair
    choices = {"name": Choice.TAKEN, "area": Choice.TAKEN, "skills": Choice.BOTH}
    before, taken = (office.read(person_card, who) for who in pair)
    office.write(merge_people, wish(one, other, **choices, remark=Choice.BOTH))
    after = office.read(person_card, one)
    assert after.number == before.number
    assert after.registration == replace(
        before.registration,
        name=taken.registration.name,
        area="幸福社区",
        skills=("急救", "书法"),
        remark="甲；乙",
    )


def test_the_document_of_the_hidden_record_can_be_the_one_that_stays(office: Office, pair) -> None:
    one, other = pair
    office.write(merge_people, wish(one, other, document=Choice.TAKEN))
    document = office.read(person_card, one).registration.document
    assert document == Document(DocumentKind.PASSPORT, "E12345678")


def test_a_document_that_states_another_birth_date_is_not_taken_alone(office: Office) -> None:
    one = a_volunteer(office, "李梅", 2)
    body = a_registration(serial=4)
    other = a_volunteer(
        office,
        "李梅",
        document=Document(DocumentKind.PASSPORT, "E12345678"),
        born_on=date(1985, 2, 1),
        sex=body.sex,
    )
    with pytest.raises(BirthDateDiffers):
        office.write(merge_people, wish(other, one, document=Choice.TAKEN))
    office.write(merge_people, wish(other, one, document=Choice.TAKEN, born_on=Choice.TAKEN))


def test_consent_and_registration_are_taken_together(office: Office, clock: FixedClock) -> None:
    one = a_volunteer(office, "李梅", 2)
    clock.forward(days=9)
    later = date(2026, 11, 11)
    passport = Document(DocumentKind.PASSPORT, "E12345678")
    born = a_registration().born_on
    other = a_volunteer(
        office, "李梅", document=passport, born_on=born, sex=Sex.FEMALE,
        consent_on=later, consent_way=ConsentWay.ONLINE,
    )  # fmt: skip
    office.write(merge_people, wish(one, other, consent=Choice.TAKEN))
    card = office.read(person_card, one)
    assert (card.registered_on, card.registration.consent_on) == (later, later)


def test_different_documents_need_a_word_why(office: Office, pair) -> None:
    one, other = pair
    with pytest.raises(DocumentsDiffer):
        office.write(merge_people, replace(wish(one, other), why=" "))
    office.write(merge_people, wish(one, other))
    (row,) = office.read(merges)
    assert (row.why, row.moved) == (WHY, {"attendance": 2})


def test_two_stays_at_once_are_refused_until_one_is_struck_out(office: Office, pair, post) -> None:
    one, other = pair
    wrong = a_stay(office, other, post, "2026-10-09", 10)
    with pytest.raises(StaysAtOnce) as refused:
        office.write(merge_people, wish(one, other))
    assert refused.value.count == 1
    assert office.read(compare_people, one, other).clashes
    office.write(void_stay, wrong, "误录")
    assert office.write(merge_people, wish(one, other)).minutes == 271


def test_two_who_are_both_in_are_refused(office: Office, pair, post) -> None:
    for who in pair:
        office.write(check_in, who, post)
    with pytest.raises(BothInNow):
        office.write(merge_people, wish(*pair))


def test_who_is_in_stays_in_and_can_sign_out_under_the_other_number(
    office: Office, pair, post, clock: FixedClock
) -> None:
    one, other = pair
    office.write(check_in, other, post)
    office.write(merge_people, wish(one, other))
    clock.forward(minutes=30)
    assert office.write(check_out, one).minutes == 30


def test_what_a_person_has_once_clashes_whatever_the_table(office: Office, pair) -> None:
    one, other = pair
    for who in pair:
        office.write(confirm_star, who)
    with pytest.raises(BothHave) as refused:
        office.write(merge_people, wish(one, other))
    assert (refused.value.entity, refused.value.count) == ("star", 1)


def test_a_record_is_not_merged_with_itself_nor_with_a_hidden_one(office: Office, pair) -> None:
    one, other = pair
    with pytest.raises(SamePerson):
        office.write(merge_people, wish(one, one))
    office.write(merge_people, wish(one, other))
    with pytest.raises(RecordHidden):
        office.write(merge_people, wish(one, other))


def test_two_said_to_be_two_people_are_not_merged_until_that_is_taken_back(
    office: Office, pair
) -> None:
    one, other = pair
    word = office.write(say_not_same, other, one)
    with pytest.raises(SaidNotSame):
        office.write(merge_people, wish(one, other))
    office.write(take_back_not_same, word)
    office.write(merge_people, wish(one, other))


def test_the_word_not_same_holds_for_what_was_merged_since(office: Office, pair) -> None:
    one, other = pair
    third = a_volunteer(office, "李晓明", 4)
    office.write(say_not_same, other, third)
    office.write(merge_people, wish(one, other))
    with pytest.raises(SaidNotSame):
        office.write(merge_people, wish(one, third))


def test_a_merge_that_would_lose_time_is_refused_whole(
    office: Office, pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(merging, "holdings", lambda: ())
    before = office.read(books)
    with pytest.raises(HoursWouldChange) as refused:
        office.write(merge_people, wish(*pair))
    assert (refused.value.before, refused.value.after) == (271, 210)
    assert office.read(books) == before


def test_certificates_stay_as_printed_and_belong_to_the_person(
    office: Office, pair, tmp_path: Path
) -> None:
    one, other = pair
    done = issue(
        office, Selection(kind=Kind.PROOF, volunteers=(other,)), tmp_path / "a.pdf", task=Task()
    )
    merged = office.write(merge_people, wish(one, other))
    assert merged.moved == {"attendance": 2, "certificate": 1}
    (row,) = office.read(all_rows, Certificate)
    assert (row.number, row.volunteer_id) == (done.numbers[0], one)
    assert Snapshot.from_json(row.snapshot.encode()).name == "李小明"


def test_every_table_that_names_a_person_is_found_and_kept_in_the_journal() -> None:
    found = {(one.entity, one.column) for one in holdings()}
    assert {("attendance", "volunteer_id"), ("certificate", "volunteer_id")} <= found
    assert all(issubclass(one.model, Kept) for one in holdings())
