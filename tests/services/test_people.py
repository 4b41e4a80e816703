"""Registering, and finding who is meant."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from station_app.data.ledger import image_of
from station_app.data.models import JournalEntry, Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.attendance import NumberAndNameDiffer, VolunteerAmbiguous, VolunteerUnknown
from station_app.domain.journal import image_bytes
from station_app.domain.people import (
    AlreadyRegistered,
    ConsentAfterRegistration,
    is_volunteer_number,
)
from station_app.services.journal import verify_journal
from station_app.services.lists import people
from station_app.services.people import (
    change_volunteer,
    person_card,
    register,
    register_all,
    who_is_meant,
)
from tests.helpers.builders import a_registration, a_volunteer
from tests.helpers.clock import FixedClock


def meant(unit: Unit, number: str = "", name: str = "", phone: str = "") -> str:
    return who_is_meant(unit, number=number, name=name, phone=phone).number


def found(office: Office, text: str) -> list[str]:
    ids = office.read(people.ids, people.PeopleFilter(text), None)
    return [row.name for row in office.read(people.rows, ids) if row]


def test_numbers_run_on_within_a_year_and_are_not_the_document_number(office: Office) -> None:
    one = office.write(register, a_registration("李梅", 1))
    two = office.write(register, a_registration("王芳", 2))
    assert (one.number[:8], two.number[:8]) == ("26000001", "26000002")
    assert is_volunteer_number(two.number)


def test_numbers_begin_anew_with_the_year(office: Office, clock: FixedClock) -> None:
    a_volunteer(office)
    clock.at("2027-01-01 09:00")
    assert office.write(register, a_registration("王芳", 2)).number[:8] == "27000001"


def test_the_same_document_is_the_same_person(office: Office) -> None:
    first = office.write(register, a_registration("李梅", 1))
    with pytest.raises(AlreadyRegistered) as refused:
        office.write(register, a_registration("李 梅", 1))
    assert refused.value.number == first.number


def test_many_are_registered_once_each_also_within_one_list(office: Office) -> None:
    group = [a_registration(f"志愿者{n % 7}", n % 7 + 1) for n in range(10)]
    answers = office.write(register_all, group)
    assert [isinstance(answer, AlreadyRegistered) for answer in answers] == [False] * 7 + [True] * 3


def test_many_at_once_leave_the_entries_that_each_would_leave_alone(office: Office) -> None:
    untidy = replace(a_registration("李梅", 1), remark="一\t二\u202e e\u0301 100 %s")
    office.write(register_all, [untidy, *(a_registration("王芳", n) for n in range(2, 9))])

    def compare(unit: Unit) -> None:
        told = {entry.row_id: entry.image for entry in unit.session.scalars(select(JournalEntry))}
        rows = unit.session.scalars(select(Volunteer)).all()
        assert [told[str(row.id)].encode() for row in rows] == [
            image_bytes(image_of(row)) for row in rows
        ]
        assert {row.remark for row in rows} == {"一 二 é 100 %s", a_registration().remark}
        assert verify_journal(unit).broken is None

    office.read(compare)


def test_a_card_gives_back_what_was_registered(office: Office) -> None:
    person = a_registration(skills=("急救", "书法"), service_classes=("community",))
    one = office.write(register, person)
    assert office.read(person_card, one.id).registration == person


def test_a_correction_keeps_the_number_and_is_found_under_the_new_name(office: Office) -> None:
    one = office.write(register, a_registration("李梅", 1))
    office.write(change_volunteer, one.id, replace(a_registration("李玫", 1), phone="13800138000"))
    assert found(office, "lm") == ["李玫"]
    assert found(office, "李梅") == []
    assert office.read(person_card, one.id).number == one.number


def test_a_correction_cannot_take_over_somebody_elses_document(office: Office) -> None:
    li = a_volunteer(office, "李梅", 1)
    a_volunteer(office, "王芳", 2)
    with pytest.raises(AlreadyRegistered):
        office.write(change_volunteer, li, a_registration("李梅", 2))


@pytest.mark.parametrize(
    "text", ["曾小敏", "曾小", "zengxiaomin", "zxm", "ZXM", "8000", "26000001"]
)
def test_a_person_is_found_by_name_pinyin_initials_phone_tail_and_number(
    office: Office, text: str
) -> None:
    a_volunteer(office, "曾小敏", 1, phone="13800138000")
    a_volunteer(office, "李梅", 2, phone="13900139001")
    assert found(office, text) == ["曾小敏"]


def test_lists_are_sorted_by_sound(office: Office) -> None:
    for serial, name in enumerate(("张三", "李四", "阿依古丽"), start=1):
        a_volunteer(office, name, serial)
    assert found(office, "") == ["阿依古丽", "李四", "张三"]


def test_paper_names_a_person_by_number_or_by_name_and_phone(office: Office) -> None:
    one = office.write(register, a_registration("李梅", 1, phone="13800138000"))
    two = office.write(register, a_registration("李梅", 2, phone="13900139001"))
    assert office.read(meant, number=one.number, name="李 梅") == one.number
    assert office.read(meant, name="李梅", phone="13900139001") == two.number
    with pytest.raises(VolunteerAmbiguous):
        office.read(meant, name="李梅")
    with pytest.raises(NumberAndNameDiffer):
        office.read(meant, number=one.number, name="王芳")
    with pytest.raises(VolunteerUnknown):
        office.read(meant, name="王芳")


def test_a_number_of_another_desk_does_no_harm_where_name_and_phone_agree(office: Office) -> None:
    li = office.write(register, a_registration("李梅", 1, phone="13800138000"))
    wang = office.write(register, a_registration("王芳", 2, phone="13900139001"))
    for number in (wang.number, "270000012"):
        assert office.read(meant, number=number, name="李梅", phone="13800138000") == li.number
    with pytest.raises(NumberAndNameDiffer):
        office.read(meant, number=wang.number, name="李梅", phone="13900139001")
    with pytest.raises(VolunteerUnknown):
        office.read(meant, number="270000012", name="李梅")


def test_a_row_that_is_gone_is_none_in_its_place(office: Office) -> None:
    li = a_volunteer(office)
    nobody = UUID(int=0).hex
    assert [row and row.name for row in office.read(people.rows, [nobody, li.hex])] == [
        None,
        "李梅",
    ]


def test_a_correction_never_dates_the_consent_after_the_registration(office: Office) -> None:
    li = a_volunteer(office, "李梅", 1)
    late = a_registration("李梅", 1, consent_on=date(2026, 11, 3))
    with pytest.raises(ConsentAfterRegistration) as refused:
        office.write(change_volunteer, li, late)
    assert refused.value.registered_on == date(2026, 11, 2)
