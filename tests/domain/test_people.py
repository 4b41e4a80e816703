"""Registering a person: what must be known, by whose consent, and the number given."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.iso7064 import mod_11_2

from station_app.domain.consents import ConsentInFuture, ConsentWay, GuardianNeeded, NoConsent
from station_app.domain.documents import BornInFuture, DocumentChecksum, DocumentKind, Sex
from station_app.domain.fields import MissingField, TextLength
from station_app.domain.people import (
    AgeBelow,
    AgeRules,
    BirthDateDiffers,
    Draft,
    NumbersExhausted,
    SexDiffers,
    age_on,
    is_volunteer_number,
    registration,
    registration_problems,
    volunteer_number,
)
from station_app.domain.phones import PhoneUnreadable

TODAY = date(2026, 11, 2)
WHOLE = Draft(
    name="李 梅",
    document_number="11010519491231002x",
    area="演示社区  三区",
    phone="138 0013 8000",
    skills=("书法", " 急救 ", ""),
    service_classes=("2", "9"),
    consent_on=date(2026, 10, 8),
    consent_way=ConsentWay.PAPER,
)
PASSPORT = replace(WHOLE, document_kind=DocumentKind.PASSPORT, document_number="E12345678")


def born(day: date) -> Draft:
    body = f"110105{day:%Y%m%d}002"
    return replace(WHOLE, document_number=body + mod_11_2.calc_check_digit(body))


def problems(draft: Draft) -> dict[str, str]:
    return {found.field: found.error.code for found in registration_problems(draft, today=TODAY)}


def test_a_whole_draft_becomes_a_registration_with_everything_tidied():
    made = registration(WHOLE, today=TODAY)
    assert made.name == "李梅"
    assert made.document.number == "11010519491231002X"
    assert (made.area, made.phone) == ("演示社区 三区", "13800138000")
    assert made.skills == ("书法", "急救")
    assert made.service_classes == ("2", "9")


def test_birth_date_and_sex_come_from_the_resident_number():
    made = registration(WHOLE, today=TODAY)
    assert (made.born_on, made.sex) == (date(1949, 12, 31), Sex.FEMALE)


def test_other_documents_need_birth_date_and_sex_typed():
    assert problems(PASSPORT) == {"sex": "missing_field", "born_on": "missing_field"}
    told = replace(PASSPORT, sex=Sex.UNSTATED, born_on=date(1990, 1, 1))
    assert registration(told, today=TODAY).sex is Sex.UNSTATED


def test_birth_date_or_sex_that_contradict_the_number_are_refused():
    with pytest.raises(BirthDateDiffers) as refusal:
        registration(replace(WHOLE, born_on=date(1949, 12, 30)), today=TODAY)
    assert refusal.value.in_number == date(1949, 12, 31)
    with pytest.raises(SexDiffers):
        registration(replace(WHOLE, sex=Sex.MALE), today=TODAY)


def test_a_phone_may_be_missing_but_not_unreadable():
    assert registration(replace(WHOLE, phone=" "), today=TODAY).phone == ""
    with pytest.raises(PhoneUnreadable):
        registration(replace(WHOLE, phone="12345"), today=TODAY)


def test_nobody_is_registered_without_consent():
    with pytest.raises(NoConsent):
        registration(replace(WHOLE, consent_on=None), today=TODAY)
    with pytest.raises(NoConsent):
        registration(replace(WHOLE, consent_way=None), today=TODAY)
    with pytest.raises(ConsentInFuture):
        registration(replace(WHOLE, consent_on=date(2026, 11, 3)), today=TODAY)


def test_a_child_needs_the_guardians_consent():
    child = born(date(2012, 11, 3))
    with pytest.raises(GuardianNeeded) as refusal:
        registration(child, today=TODAY)
    assert (refusal.value.age, refusal.value.limit) == (13, 14)
    agreed = replace(child, consent_way=ConsentWay.GUARDIAN, guardian_name="李强")
    assert registration(agreed, today=TODAY).consent_way is ConsentWay.GUARDIAN
    fourteen = registration(born(date(2012, 11, 2)), today=TODAY)
    assert fourteen.consent_way is ConsentWay.PAPER


def test_spoken_words_need_a_witness():
    spoken = replace(WHOLE, consent_way=ConsentWay.SPOKEN_WITNESSED)
    assert problems(spoken) == {"consent_witness": "missing_field"}
    heard = registration(replace(spoken, consent_witness="王 芳"), today=TODAY)
    assert heard.consent_witness == "王芳"


def test_a_guardian_who_agrees_has_a_name():
    agreed = replace(WHOLE, consent_way=ConsentWay.GUARDIAN)
    assert problems(agreed) == {"guardian_name": "missing_field"}
    named = registration(replace(agreed, guardian_name="李 强"), today=TODAY)
    assert named.guardian_name == "李强"


def test_a_place_may_set_its_own_ages():
    seven = replace(born(date(2019, 11, 2)), consent_way=ConsentWay.GUARDIAN, guardian_name="李强")
    assert registration(seven, today=TODAY).born_on == date(2019, 11, 2)
    with pytest.raises(AgeBelow) as refusal:
        registration(seven, today=TODAY, ages=AgeRules(minimum=8))
    assert (refusal.value.age, refusal.value.minimum) == (7, 8)


def test_somebody_not_yet_born_is_refused_whatever_the_document():
    unborn = replace(PASSPORT, sex=Sex.MALE, born_on=date(2026, 11, 3))
    with pytest.raises(BornInFuture):
        registration(unborn, today=TODAY)


def test_an_empty_draft_names_every_field_that_must_be_filled():
    assert problems(Draft()) == {
        "name": "missing_field",
        "document_number": "missing_field",
        "area": "missing_field",
        "consent_on": "no_consent",
        "consent_way": "no_consent",
    }
    with pytest.raises(MissingField) as refusal:
        registration(Draft(), today=TODAY)
    assert refusal.value.field == "name"


def test_the_first_problem_is_the_error_that_is_raised():
    draft = replace(WHOLE, document_number="110105194912310021", phone="12345", area="")
    found = registration_problems(draft, today=TODAY)
    assert [problem.field for problem in found] == ["document_number", "area", "phone"]
    with pytest.raises(DocumentChecksum):
        registration(draft, today=TODAY)


def test_a_draft_without_problems_is_whole():
    assert registration_problems(WHOLE, today=TODAY) == ()


def test_more_text_than_a_field_holds_is_refused_with_both_figures():
    with pytest.raises(TextLength) as refusal:
        registration(replace(WHOLE, remark="好" * 501), today=TODAY)
    assert (refusal.value.field, refusal.value.length, refusal.value.longest) == (
        "remark",
        501,
        500,
    )


def test_hidden_characters_leave_an_area_and_rare_ones_stay():
    made = registration(replace(WHOLE, area="演示\x00社区\u202e\U000323af"), today=TODAY)
    assert made.area == "演示社区\U000323af"


def test_age_counts_full_years():
    assert age_on(date(2000, 11, 3), TODAY) == 25
    assert age_on(date(2000, 11, 2), TODAY) == 26
    assert age_on(date(2000, 2, 29), date(2026, 2, 28)) == 25


def test_a_volunteer_number_is_year_serial_and_check_digit():
    assert volunteer_number(2026, 1) == "260000013"
    assert is_volunteer_number("260000013")


@pytest.mark.parametrize(
    "text", ["260000014", "26000001", "2600000130", "２６００００００18", "abc", ""]
)
def test_what_is_no_volunteer_number_is_told_apart(text):
    assert not is_volunteer_number(text)


def test_the_millionth_number_of_a_year_is_refused():
    assert is_volunteer_number(volunteer_number(2026, 999_999))
    with pytest.raises(NumbersExhausted):
        volunteer_number(2026, 1_000_000)


@given(st.integers(2000, 2099), st.integers(1, 999_999), st.integers(0, 8), st.integers(1, 9))
def test_one_mistyped_digit_makes_no_volunteer_number(year, serial, place, shift):
    number = volunteer_number(year, serial)
    typed = str((int(number[place]) + shift) % 10)
    assert not is_volunteer_number(number[:place] + typed + number[place + 1 :])


@given(st.integers(2000, 2099), st.integers(1, 999_999))
def test_check_digits_of_volunteer_numbers_are_those_of_the_library(year, serial):
    assert luhn.is_valid(volunteer_number(year, serial))
