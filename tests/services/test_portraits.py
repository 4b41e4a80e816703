"""What a clerk sees of one volunteer, and what the journal keeps of a deliberate look."""

import pytest
from sqlalchemy import select

from station_app.data.models import JournalEntry
from station_app.domain.attendance import ReasonMissing
from station_app.domain.documents import Document, DocumentKind
from station_app.domain.journal import Op
from station_app.services.attendance import check_in, check_out
from station_app.services.lists import people
from station_app.services.people import areas_in_use, head_count, show_document, who_has
from station_app.services.portraits import portrait
from tests.helpers.builders import a_post, a_registration, a_volunteer


def accesses(unit):
    wanted = select(JournalEntry.row_id, JournalEntry.image).where(JournalEntry.op == Op.ACCESS)
    return [tuple(row) for row in unit.session.execute(wanted)]


def a_stay(office, clock, who, post, day):
    clock.at(f"{day} 09:00")
    office.write(check_in, who, post)
    clock.forward(hours=2)
    office.write(check_out, who)


def test_a_portrait_never_carries_the_whole_document_number(office):
    li = a_volunteer(office)
    shown = office.read(portrait, li)
    assert shown.person.document.number == "999***********0013"
    assert a_registration().document.number not in repr(shown)


def test_hours_of_this_year_stand_apart_from_all_hours(office, clock):
    li, post = a_volunteer(office), a_post(office)
    a_stay(office, clock, li, post, "2026-12-31")
    a_stay(office, clock, li, post, "2027-01-02")
    shown = office.read(portrait, li)
    assert (shown.minutes_this_year, shown.minutes, shown.visits) == (120, 240, 2)


def test_the_last_stays_come_newest_first_and_no_more_than_asked(office, clock):
    li, post = a_volunteer(office), a_post(office)
    for day in ("2026-11-03", "2026-11-04", "2026-11-05"):
        a_stay(office, clock, li, post, day)
    shown = office.read(portrait, li, stays=2)
    assert [stay.day.day for stay in shown.stays] == [5, 4]


def test_who_is_in_is_known_since_when(office, clock):
    li, post = a_volunteer(office), a_post(office)
    assert office.read(portrait, li).in_since is None
    office.write(check_in, li, post)
    assert office.read(portrait, li).in_since == clock.now()


def test_showing_the_document_is_kept_with_its_reason(office):
    li = a_volunteer(office)
    shown = office.write(show_document, li, " 核对证件 ")
    assert shown == a_registration().document.number
    ((row_id, image),) = office.read(accesses)
    assert row_id == str(li)
    assert "核对证件" in image
    assert shown not in image


def test_without_a_reason_no_document_is_shown(office):
    li = a_volunteer(office)
    with pytest.raises(ReasonMissing):
        office.write(show_document, li, "  ")
    assert office.read(accesses) == []


def test_a_document_tells_who_has_it(office):
    li = a_volunteer(office)
    assert office.read(who_has, a_registration().document).id == li
    assert office.read(who_has, Document(DocumentKind.PASSPORT, "E12345678")) is None


def test_the_area_of_the_newest_registration_is_offered_first(office):
    for serial, area in enumerate(("东街", "西街", "东街", ""), start=1):
        a_volunteer(office, serial=serial, area=area)
    assert office.read(areas_in_use) == ("东街", "西街")


def test_who_is_in_can_be_counted_and_listed_alone(office):
    li, _wang = a_volunteer(office, "李梅", 1), a_volunteer(office, "王芳", 2)
    office.write(check_in, li, a_post(office))
    counted = office.read(head_count)
    assert (counted.registered, counted.in_now) == (2, 1)
    assert office.read(people.ids, people.PeopleFilter(in_now=True), None) == [li.hex]
