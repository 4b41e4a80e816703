"""Which records look like one person, and why."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_2

from station_app.domain import look_alikes
from station_app.domain.duplicates import (
    Candidate,
    Known,
    Likelihood,
    Trait,
    candidates,
    compared,
    is_slip,
    likelihood,
)
from station_app.domain.look_alikes import folded, spellings
from station_app.domain.names import name_key, sounds, tidy_name

RESIDENT, PASSPORT, OTHER = "resident_id", "passport", "other"


def citizen(body: str) -> str:
    """A number of 18 with its check digit."""
    return body + mod_11_2.calc_check_digit(body)


def known(name: str = "李梅", serial: int = 1, **changes: object) -> Known:
    """A woman born in 1985 with a resident number of her own."""
    name = tidy_name(name)
    values = {
        "id": f"{serial:032x}",
        "number": f"26{serial:07d}",
        "name": name,
        "name_key": name_key(name),
        "sound": sounds(name).full,
        "sex": "2",
        "born_on": date(1985, 1, 2),
        "document_kind": RESIDENT,
        "document_number": citizen(f"1101011985010{serial * 37 % 10000:04d}"),
        "phone": "",
    }
    return Known(**values | changes)  # type: ignore[arg-type]


def of_pair(one: Known, other: Known) -> tuple[Likelihood | None, set[Trait]]:
    """How likely these two are one person, and what they have in common or not."""
    traits = compared(one, other)
    return likelihood(traits), set(traits)


def elsewhere(serial: int = 2, name: str = "李梅", **changes: object) -> Known:
    """Somebody born on another day, with a document that is nothing like the first one's."""
    number = citizen(f"4401061990051{serial:04d}")
    return known(name, serial, **{"born_on": date(1990, 5, 1), "document_number": number} | changes)


def test_one_number_under_two_kinds_of_document_is_one_person():
    number = citizen("11010119850102123")
    found, traits = of_pair(
        known(document_number=number), known("李玫", 2, document_kind=OTHER, document_number=number)
    )
    assert found is Likelihood.SURE
    assert Trait.SAME_DOCUMENT in traits


def test_short_numbers_of_two_kinds_say_nothing():
    one = known(document_kind="military", document_number="0012")
    other = known("王芳", 2, document_kind=OTHER, document_number="0012", born_on=date(1990, 1, 1))
    assert Trait.SAME_DOCUMENT not in of_pair(one, other)[1]


def test_name_and_birth_date_are_likely_unless_two_resident_numbers_speak_against_it():
    found, traits = of_pair(
        known(), known(serial=2, document_kind=PASSPORT, document_number="E12345678")
    )
    assert found is Likelihood.LIKELY
    assert traits == {Trait.SAME_NAME, Trait.SAME_BIRTH}
    other = known(serial=2, document_number=citizen("44010619850102777"))
    assert of_pair(known(), other)[0] is Likelihood.POSSIBLE


def test_name_and_phone_make_a_pair_even_with_another_birth_date():
    one, other = known(phone="13800138000"), elsewhere(phone="13800138000")
    found, traits = of_pair(one, other)
    assert found is Likelihood.POSSIBLE
    assert {Trait.SAME_PHONE, Trait.OTHER_BIRTH, Trait.OTHER_DOCUMENT} < traits


def test_a_telephone_alone_is_a_family_and_no_pair():
    one, other = known("李建国", phone="13800138000"), elsewhere(name="王芳", phone="13800138000")
    assert of_pair(one, other)[0] is None


def test_a_name_alone_is_no_pair():
    assert of_pair(known(), elsewhere())[0] is None


def test_a_telephone_of_three_counts_only_beside_the_whole_name():
    phone = "13800138000"
    home = [known("李建国", 1, phone=phone), elsewhere(2, "王芳", phone=phone)]
    again = elsewhere(3, "李建国", phone=phone)
    alike = known("李建果", 4, phone=phone, born_on=date(1999, 9, 9), document_kind=PASSPORT)
    (found,) = candidates([*home, again, alike])
    assert _names(found) == (home[0].number, again.number)
    assert Trait.SHARED_PHONE in found.traits


@pytest.mark.parametrize(
    ("one", "other", "trait"),
    [
        ("阿卜杜拉·买买提", "阿卜杜拉 买买提", Trait.WRITTEN_OTHERWISE),
        ("阿卜杜拉·买买提", "阿卜杜拉买买提", Trait.WRITTEN_OTHERWISE),
        ("Li Mei", "LI MEI", Trait.WRITTEN_OTHERWISE),
        ("李晓明", "李小明", Trait.ONE_CHARACTER),
        ("张㛃", "张洁", Trait.ONE_CHARACTER),
        ("曾国强", "曾國強", Trait.SAME_SOUND),
        ("李梅", "Li Mei", Trait.SAME_SOUND),
        ("王喆", "王吉", Trait.LOOK_ALIKE),
        ("李祎", "李炜", Trait.LOOK_ALIKE),
    ],
)
def test_near_spellings_are_told_by_how_they_are_near(one, other, trait):
    passport = {"document_kind": PASSPORT, "document_number": "E12345678"}
    found, traits = of_pair(known(one), known(other, 2, **passport))
    assert trait in traits
    assert found is not None


def test_names_without_any_letter_we_can_say_do_not_sound_alike():
    one, other = known("Ярослав"), known("Ольга", 2)
    assert one.sound == other.sound == ""
    assert Trait.SAME_SOUND not in of_pair(one, other)[1]


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("11010119850102123", "11010119850102124", True),
        ("11010119850102123", "11010119850102132", True),
        ("11010119850102123", "11010119850101223", True),
        ("11010119850102123", "11010191850102123", True),
        ("11010119850102123", "11010119850102321", False),
        ("11010119850102123", "21010119850102124", False),
    ],
)
def test_a_slip_is_one_wrong_digit_or_two_neighbours_that_changed_places(one, other, slip):
    assert is_slip(citizen(one), citizen(other)) is slip


def test_a_slip_alone_is_a_neighbour_or_a_twin_and_no_pair():
    one = known("李建国", document_number=citizen("11010119850102123"))
    other = known("王芳", 2, document_number=citizen("11010119850102124"))
    assert of_pair(one, other)[0] is None
    twin = replace(other, phone="13800138000")
    assert of_pair(replace(one, phone="13800138000"), twin)[0] is Likelihood.POSSIBLE


def test_a_slip_in_the_birth_date_of_the_number_is_one_person():
    one = known(document_number=citizen("11010119850102123"), phone="13800138000")
    other = replace(
        one, id="2", number="260000002", born_on=date(1985, 1, 12),
        document_number=citizen("11010119850112123"),
    )  # fmt: skip
    found, traits = of_pair(one, other)
    assert found is Likelihood.SURE
    assert traits == {Trait.DOCUMENT_SLIP, Trait.SAME_NAME, Trait.OTHER_BIRTH, Trait.SAME_PHONE}


def test_another_sex_makes_it_less_likely():
    passport = {"document_kind": PASSPORT, "document_number": "E12345678"}
    assert of_pair(known(), known(serial=2, **passport))[0] is Likelihood.LIKELY
    assert of_pair(known(), known(serial=2, sex="1", **passport))[0] is Likelihood.POSSIBLE


def test_five_hundred_placeholders_are_walked_one_after_the_other():
    crowd = [known("志愿者", serial + 1, phone="13800138000") for serial in range(500)]
    assert 499 <= len(candidates(crowd)) < 5000


def test_the_likeliest_come_first_and_the_lower_number_stands_first():
    phone = "13800138000"
    crowd = [
        known("王芳", 4),
        known("王芳", 3),
        known("李梅", 2, phone=phone),
        known("李梅", 1, phone=phone, document_kind=PASSPORT, document_number="E12345678"),
    ]
    found = candidates(crowd)
    assert [pair.likelihood for pair in found] == sorted(pair.likelihood for pair in found)
    assert [(pair.one.number, pair.other.number) for pair in found] == [
        ("260000001", "260000002"),
        ("260000003", "260000004"),
    ]


def test_the_table_of_look_alikes_names_each_character_once_and_none_of_one_sound():
    groups = set(look_alikes._groups().values())
    marks = [mark for group in groups for mark in group]
    assert len(marks) == len(set(marks))
    for group in groups:
        readings = {sounds(f"王{mark}").full for mark in group}
        assert len(readings) > 1, group


def test_every_spelling_of_a_name_folds_to_the_same():
    assert set(spellings("王喆堃")) == {"王喆堃", "王喆方", "王吉堃", "王吉方"}
    assert {folded(one) for one in spellings("李祎赟")} == {folded("李祎赟")}
    assert len(spellings("祎" * 60)) <= 200


NAMES = st.sampled_from(
    [
        "李梅",
        "李 梅",
        "李玫",
        "王喆",
        "王吉",
        "王哲",
        "阿依·古丽",
        "阿依古丽",
        "Li Mei",
        "Ольга",
        "张强",
    ]
)
BODIES = st.sampled_from(
    ["11010119850102123", "11010119850102132", "11010119850101223", "11010119850112123",
     "11010191850102123", "44010619900501777", "11010119850120123"]
)  # fmt: skip


@st.composite
def crowds(draw: st.DrawFn) -> Sequence[Known]:
    """A few people with few names, birthdays, telephones and documents among them."""
    return [
        known(
            draw(NAMES),
            serial,
            sex=draw(st.sampled_from("129")),
            born_on=draw(st.sampled_from([date(1985, 1, 2), date(1990, 5, 1)])),
            document_kind=draw(st.sampled_from([RESIDENT, OTHER])),
            document_number=draw(BODIES.map(citizen) | st.sampled_from(["E12345678", "E12345687"])),
            phone=draw(st.sampled_from(["", "13800138000", "13900139000"])),
        )
        for serial in range(1, draw(st.integers(2, 9)))
    ]


@given(crowds())
def test_blocks_miss_no_pair_that_holding_all_against_all_would_find(crowd):
    phones = [person.phone for person in crowd]
    expected = {}
    for one, other in combinations(crowd, 2):
        traits = compared(one, other, shared_phone=phones.count(one.phone) > 2)
        if rank := likelihood(traits):
            expected[one.number, other.number] = (traits, rank)
    found = candidates(crowd)
    assert {_names(pair): (pair.traits, pair.likelihood) for pair in found} == expected


def _names(pair: Candidate) -> tuple[str, str]:
    return pair.one.number, pair.other.number
