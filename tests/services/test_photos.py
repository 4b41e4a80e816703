"""Photographs: only by consent, once each, and really gone when they are dropped."""

from datetime import date
from hashlib import sha256
from uuid import UUID

import pytest
from sqlalchemy import select

from station_app.data.models import PICTURE, JournalEntry, Volunteer
from station_app.data.unit import Office, Unit
from station_app.domain.consents import Act, ConsentAct, ConsentLacking, ConsentWay, Purpose
from station_app.domain.merging import MergeWish
from station_app.domain.photos import PhotoUnreadable
from station_app.services.consents import withdraw_consent
from station_app.services.merging import merge_people
from station_app.services.people import change_volunteer, person_card, register
from station_app.services.photos import drop_photo, keep_photo, photo_of
from tests.helpers.builders import a_registration, a_volunteer
from tests.helpers.pictures import a_jpeg

PHOTO = frozenset({Purpose.PHOTO})
FACE, OTHER = a_jpeg(), a_jpeg(colour="#c89a8a")


@pytest.fixture
def li(office: Office) -> UUID:
    """Somebody who agreed to a photograph."""
    return a_volunteer(office, purposes=PHOTO)


def _kept(unit: Unit) -> set[str]:
    return set(unit.session.scalars(select(PICTURE.c.sha256)))


def _people(unit: Unit) -> int:
    return len(unit.session.scalars(select(Volunteer.id)).all())


def test_a_photo_is_kept_under_its_digest_and_shown_again(office: Office, li: UUID) -> None:
    office.write(keep_photo, li, FACE)
    assert office.read(photo_of, li) == FACE
    assert office.read(_kept) == {sha256(FACE).hexdigest()}


def test_without_consent_no_photo_is_kept(office: Office) -> None:
    wang = a_volunteer(office, "王芳", 2)
    with pytest.raises(ConsentLacking) as refused:
        office.write(keep_photo, wang, FACE)
    assert refused.value.purpose is Purpose.PHOTO
    assert office.read(_kept) == set()


def test_what_is_no_picture_is_not_kept(office: Office, li: UUID) -> None:
    with pytest.raises(PhotoUnreadable):
        office.write(keep_photo, li, b"MZ")


def test_a_new_photo_leaves_nothing_of_the_one_before(office: Office, li: UUID) -> None:
    office.write(keep_photo, li, FACE)
    office.write(keep_photo, li, OTHER)
    assert office.read(photo_of, li) == OTHER
    assert office.read(_kept) == {sha256(OTHER).hexdigest()}


def test_a_dropped_photo_is_gone_and_the_journal_never_had_it(office: Office, li: UUID) -> None:
    office.write(keep_photo, li, FACE)
    office.write(drop_photo, li)
    assert office.read(photo_of, li) is None
    assert office.read(_kept) == set()
    images = office.read(lambda unit: list(unit.session.scalars(select(JournalEntry.image))))
    assert [sha256(FACE).hexdigest() in image for image in images].count(True) == 1


def test_a_picture_two_records_name_stays_for_the_other(office: Office, li: UUID) -> None:
    twin = a_volunteer(office, "李兰", 2, purposes=PHOTO)
    for one in (li, twin):
        office.write(keep_photo, one, FACE)
    office.write(drop_photo, li)
    assert office.read(photo_of, twin) == FACE


@pytest.mark.parametrize("purpose", [Purpose.PHOTO, Purpose.RECORD])
def test_with_the_consent_goes_the_photo(office: Office, li: UUID, purpose: Purpose) -> None:
    office.write(keep_photo, li, FACE)
    act = ConsentAct(
        act=Act.WITHDRAWN,
        purposes=frozenset({purpose}),
        on=date(2026, 10, 25),
        way=ConsentWay.PAPER,
    )
    office.write(withdraw_consent, li, act)
    assert office.read(photo_of, li) is None
    assert office.read(_kept) == set()


def test_with_the_consent_go_the_photos_of_records_merged_into_one(
    office: Office, li: UUID
) -> None:
    twice = a_volunteer(office, "李梅", 2, purposes=PHOTO)
    office.write(keep_photo, li, FACE)
    office.write(keep_photo, twice, OTHER)
    office.write(merge_people, MergeWish(survivor_id=li, merged_id=twice, why="换过证件"))
    act = ConsentAct(act=Act.WITHDRAWN, purposes=PHOTO, on=date(2026, 10, 25), way=ConsentWay.PAPER)
    office.write(withdraw_consent, li, act)
    assert office.read(_kept) == set()


def test_a_photo_without_consent_keeps_the_whole_registration_out(office: Office) -> None:
    with pytest.raises(ConsentLacking):
        office.write(register, a_registration(), photo=FACE)
    assert office.read(_people) == 0


def test_a_correction_changes_the_photo_only_where_one_is_given(office: Office) -> None:
    li = office.write(register, a_registration(purposes=PHOTO), photo=FACE).id
    person = office.read(person_card, li).registration
    office.write(change_volunteer, li, person)
    assert office.read(photo_of, li) == FACE
    office.write(change_volunteer, li, person, photo=b"")
    assert office.read(photo_of, li) is None
