"""Bundles: what leaves the house, and that it is booked only when it lies there."""

from datetime import date
from pathlib import Path

import pytest

from station_app.bundles.errors import StickGone
from station_app.bundles.read import opened
from station_app.data.unit import Office
from station_app.places import Places
from station_app.services.exchange import bundles_sent, export_bundle, inspect_bundle
from station_app.services.journal import journal_head
from station_app.services.posts import make_shifts
from station_app.services.tasks import Task
from tests.helpers.builders import a_post, a_registration, a_volunteer


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
