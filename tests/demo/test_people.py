"""Invented people: marked, impossible to be real, and good enough for every rule."""

from datetime import date
from itertools import islice

from station_app.demo.people import invented
from station_app.demo.picking import MARK
from station_app.domain.consents import ConsentWay
from station_app.domain.people import AgeRules, Draft, age_on, registration
from station_app.domain.profiles import NOTHING_TOLD

TODAY = date(2026, 9, 30)
SOME = tuple(invented(7, 3000, today=TODAY))


def test_the_same_seed_tells_the_same_people_whatever_the_count():
    assert tuple(islice(invented(7, 1_000_000, today=TODAY), 50)) == SOME[:50]
    assert tuple(invented(8, 50, today=TODAY)) != SOME[:50]


def test_every_one_passes_the_rules_for_real_people():
    for who in SOME:
        draft = Draft(
            name=who.name,
            sex=who.sex,
            born_on=who.born_on,
            document_number=who.document.number,
            area=who.area,
            phone=who.phone,
            skills=who.skills,
            service_classes=who.service_classes,
            consent_on=who.consent_on,
            consent_way=who.consent_way,
            consent_witness=who.consent_witness,
            guardian_name=who.guardian_name,
            guardian_phone=who.guardian_phone,
            remark=who.remark,
            profile=who.profile,
        )
        assert registration(draft, today=TODAY) == who


def test_none_can_be_a_real_person_and_all_are_marked():
    for who in SOME:
        assert who.document.number.startswith("1999")
        assert who.phone == "" or who.phone.startswith("154")
        assert who.remark == MARK
        assert MARK in who.area
        for near in (who.consent_witness, who.guardian_name, who.profile.emergency_name):
            assert near == "" or MARK in near
        for phone in (who.guardian_phone, who.profile.emergency_phone):
            assert phone == "" or phone.startswith("154")


def test_many_tell_more_of_themselves_than_they_must():
    assert len(SOME) / 5 < sum(who.profile != NOTHING_TOLD for who in SOME) < len(SOME) / 2


def test_no_document_and_no_phone_comes_twice():
    many = tuple(invented(1, 20_000, today=TODAY))
    assert len({who.document.number for who in many}) == len(many)
    phones = [who.phone for who in many if who.phone]
    assert len(set(phones)) == len(phones)


def test_children_have_their_guardians_consent():
    children = [who for who in SOME if age_on(who.born_on, TODAY) < AgeRules().guardian_below]
    assert children
    assert {who.consent_way for who in children} == {ConsentWay.GUARDIAN}


def test_the_names_are_as_various_as_the_rules_for_names():
    names = [who.name for who in SOME]
    assert any("·" in name for name in names)
    assert any(ord(mark) > 0xFFFF for name in names for mark in name)
    assert any(name.startswith(("欧阳", "尉迟", "单", "查")) for name in names)
    assert len(set(names)) > len(names) * 0.7
