"""Bundles: what leaves the house, and that it is booked only when it lies there."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest

from station_app.bundles.errors import StickGone
from station_app.bundles.read import opened
from station_app.data.opening import open_office
from station_app.data.unit import Office
from station_app.places import Places
from station_app.services.exchange import (
    bundles_sent,
    compare_with_books,
    export_bundle,
    inspect_bundle,
    unsent,
)
from station_app.services.journal import journal_head
from station_app.services.lists import exchange as sent
from station_app.services.people import change_volunteer, show_document
from station_app.services.posts import make_shifts
from station_app.services.stations import set_up
from station_app.services.tasks import Task
from tests.conftest import STATION
from tests.helpers.builders import a_post, a_registration, a_volunteer
from tests.helpers.clock import FixedClock


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """An empty stick."""
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def test_a_bundle_holds_every_row_and_the_whole_journal(
    office: Office, places: Places, stick: Path
) -> None:
    a_volunteer(office, "𬱖娜")
    a_post(office)
    office.write(make_shifts, date(2026, 11, 1), date(2026, 11, 30))
    head = office.read(journal_head)
    written = export_bundle(office, stick, scratch=places.temporary, task=Task())
    found = inspect_bundle(written.path, scratch=places.temporary, task=Task())
    assert found.rows["volunteer"] == found.rows["post"] == found.rows["station"] == 1
    assert found.rows["shift"] == 21
    assert (found.rows["journal"], found.head_hash) == (head.seq, head.hash)


def test_no_identity_number_and_no_phone_leaves_the_house_in_clear(
    office: Office, places: Places, stick: Path
) -> None:
    person = a_registration(phone="13800138000")
    a_volunteer(office, phone="13800138000")
    written = export_bundle(office, stick, scratch=places.temporary, task=Task())
    with opened(written.path, scratch=places.temporary) as bundle:
        (row,) = bundle.rows("volunteer")
    assert row["name"] == "李梅"
    assert person.document.number not in str(row)
    assert "13800138000" not in str(row)


def test_a_bundle_is_booked_only_when_it_lies_on_the_stick(
    office: Office, places: Places, stick: Path
) -> None:
    with pytest.raises(StickGone):
        export_bundle(office, stick / "pulled", scratch=places.temporary, task=Task())
    assert office.read(bundles_sent) == []
    written = export_bundle(office, stick, scratch=places.temporary, task=Task())
    (row,) = office.read(bundles_sent)
    assert (row.file_name, row.size) == (written.path.name, written.bytes)


def test_exporting_again_sends_everything_that_nobody_confirmed(
    office: Office, places: Places, stick: Path
) -> None:
    first = export_bundle(office, stick, scratch=places.temporary, task=Task())
    a_volunteer(office)
    second = export_bundle(office, stick, scratch=places.temporary, task=Task())
    assert second.heading.from_seq == 1
    assert second.heading.to_seq > first.heading.to_seq
    assert len(list((stick / "PRACTICE-STATION" / "UP").iterdir())) == 2


def test_what_is_not_handed_over_yet_is_counted_from_the_last_bundle(
    office: Office, places: Places, stick: Path
) -> None:
    li = a_volunteer(office)
    assert office.read(unsent).last is None
    assert office.read(unsent).rows == 2
    written = export_bundle(office, stick, scratch=places.temporary, task=Task())
    after = office.read(unsent)
    assert after.last is not None
    assert (after.last.file_name, after.entries, after.rows) == (written.path.name, 0, 0)
    office.write(show_document, li, "本人核对")
    office.write(change_volunteer, li, a_registration(phone="13800138000"))
    office.write(change_volunteer, li, a_registration(phone="13800138001"))
    assert (office.read(unsent).entries, office.read(unsent).rows) == (2, 1)


def test_a_bundle_of_ours_agrees_with_the_books_it_was_written_from(
    office: Office, places: Places, stick: Path
) -> None:
    a_volunteer(office)
    written = export_bundle(office, stick, scratch=places.temporary, task=Task())
    at_once = office.read(compare_with_books, written)
    assert at_once is not None
    assert (at_once.agrees, at_once.entries_since) == (True, 0)
    tables = {table: count for table, count in written.rows.items() if table != "journal"}
    assert {table: at_once.rows[table] for table in tables} == tables
    a_volunteer(office, "王芳", 2)
    later = office.read(compare_with_books, written)
    assert later is not None
    assert (later.agrees, later.entries_since) == (True, 1)


def test_a_bundle_from_books_that_went_another_way_does_not_agree(
    office: Office, places: Places, stick: Path
) -> None:
    a_volunteer(office)
    written = export_bundle(office, stick, scratch=places.temporary, task=Task())
    forged = replace(written, manifest=replace(written.manifest, head_hash="0" * 64))
    found = office.read(compare_with_books, forged)
    assert found is not None
    assert not found.agrees


def test_a_bundle_of_another_station_is_not_held_against_these_books(
    office: Office, places: Places, stick: Path, tmp_path: Path, clock: FixedClock
) -> None:
    other = open_office(Places(tmp_path / "other"), clock, actor="别处")
    other.write(set_up, replace(STATION, code="YS02"))
    written = export_bundle(other, stick, scratch=places.temporary, task=Task())
    other.close()
    assert office.read(compare_with_books, written) is None


def test_bundles_sent_are_a_list(
    office: Office, places: Places, stick: Path, clock: FixedClock
) -> None:
    names = []
    for _turn in range(3):
        written = export_bundle(office, stick, scratch=places.temporary, task=Task())
        names.append(written.path.name)
        clock.forward(minutes=5)
    ids = office.read(sent.ids, None, sent.BundleOrder.EXPORTED, descending=True, limit=2)
    rows = office.read(sent.rows, [*ids, uuid4().hex])
    assert [row and row.file_name for row in rows] == [names[2], names[1], None]
