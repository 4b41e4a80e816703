"""Papers to sign: what they say by the books, and that the journal keeps the handing out."""

import io
import json
from datetime import date, time

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from station_app.data.models import JournalEntry
from station_app.domain.certificates import Kind, MissingGlyph
from station_app.domain.consents import ConsentWay
from station_app.domain.journal import Op
from station_app.domain.people import AgeRules
from station_app.domain.posts import RangeUpsideDown
from station_app.domain.qualifications import QualificationCard
from station_app.services.attendance import check_in
from station_app.services.certificates import issue
from station_app.services.consent_sheets import (
    consent_contents,
    look_at_consent_sheet,
    print_consent_sheet,
)
from station_app.services.hours import EVER, Period
from station_app.services.journal import verify_journal
from station_app.services.my_records import look_at_my_record, my_record, print_my_record
from station_app.services.qualifications import add_qualification
from station_app.services.settings import change_ages
from station_app.services.snapshots import Selection
from station_app.services.tasks import Task
from tests.helpers.builders import a_post, a_volunteer, served

LICENCE = QualificationCard(
    kind="driving",
    number="999999198501020013",
    issuer="演示市公安局",
    valid_from=date(2025, 1, 1),
    valid_until=None,
)


def accesses(office):
    """What the journal keeps of looks and prints: verb and facts."""

    def read(unit):
        wanted = select(JournalEntry.verb, JournalEntry.image)
        kept = unit.session.execute(wanted.where(JournalEntry.op == Op.ACCESS))
        return [(verb, json.loads(image)) for verb, image in kept]

    return office.read(read)


def test_the_record_says_what_the_books_say(office, tmp_path):
    (li,) = served(office, "李梅")
    office.write(add_qualification, li, LICENCE)
    issue(office, Selection(kind=Kind.PROOF), tmp_path / "a.pdf", task=Task())
    record = office.read(my_record, li, EVER)
    assert (record.name, record.recording_unit) == ("李梅", "演示社区居民委员会")
    assert record.document_number == "999***********0013"
    (stay,) = record.stays
    assert (stay.day, stay.post, stay.place) == (
        date(2026, 10, 9),
        "图书角值守",
        "演示社区一楼大厅",
    )
    assert (stay.came, stay.left, stay.minutes) == (time(9), time(11), 120)
    (paper,) = record.certificates
    assert (paper.number, paper.minutes) == ("YS01-Z2026-00001", 120)
    (licence,) = record.qualifications
    assert (licence.kind, licence.number) == ("机动车驾驶证", "999***********0013")


def test_the_period_cuts_what_is_listed(office, tmp_path):
    (li,) = served(office, "李梅")
    issue(office, Selection(kind=Kind.PROOF), tmp_path / "a.pdf", task=Task())
    before = office.read(my_record, li, Period(last=date(2026, 10, 8)))
    assert (before.stays, before.certificates) == ((), ())
    october = office.read(my_record, li, Period(date(2026, 10, 9), date(2026, 10, 9)))
    assert (len(october.stays), october.certificates) == (1, ())


def test_a_period_upside_down_is_refused(office):
    li = a_volunteer(office)
    with pytest.raises(RangeUpsideDown):
        office.read(my_record, li, Period(date(2026, 2, 1), date(2026, 1, 1)))


def test_whoever_is_in_now_sees_the_open_stay(office):
    li = a_volunteer(office)
    office.write(check_in, li, a_post(office))
    (stay,) = office.read(my_record, li, EVER).stays
    assert (stay.came, stay.left, stay.minutes) == (time(9), None, None)


def test_the_journal_keeps_the_print_and_not_the_look(office):
    (li,) = served(office, "李梅")
    look_at_my_record(office, li, EVER)
    look_at_consent_sheet(office, li)
    assert accesses(office) == []
    print_my_record(office, li, Period(first=date(2026, 1, 1)))
    print_consent_sheet(office, li)
    print_consent_sheet(office, None)
    assert [(verb, facts["paper"]) for verb, facts in accesses(office)] == [
        ("print", "record"),
        ("print", "consent"),
    ]
    assert accesses(office)[0][1]["first"] == "2026-01-01"
    assert office.read(verify_journal).broken is None


def test_what_cannot_be_set_was_not_printed(office):
    li = a_volunteer(office, area="演示\ue000社区")
    with pytest.raises(MissingGlyph):
        print_my_record(office, li, EVER)
    assert accesses(office) == []


def test_the_consent_sheet_follows_the_ages_that_are_set(office):
    child = a_volunteer(
        office,
        "李小明",
        consent_way=ConsentWay.GUARDIAN,
        guardian_name="李大明",
        phone="13800138000",
    )
    assert not office.read(consent_contents, child).person.is_child  # born in 1985
    office.write(change_ages, AgeRules(guardian_below=18))
    contents = office.read(consent_contents, child)
    assert contents.guardian_below == 18
    person = contents.person
    assert (person.guardian_name, person.phone) == ("李大明", "138****8000")


def test_a_childs_sheet_is_for_the_guardian(office, clock):
    clock.at("1997-06-01 09:00")
    child = a_volunteer(office, "李小明", consent_on=date(1997, 5, 1))
    pdf = print_consent_sheet(office, child)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    assert "监护人签名" in text
    assert "李小明" in text
