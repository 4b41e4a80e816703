"""The sample month: one story for one seed, made by the use cases, never in the future."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from station_app.data.opening import open_office
from station_app.data.unit import Office
from station_app.demo.month import make_month
from station_app.domain.attendance import Origin
from station_app.domain.stations import StationAlreadySetUp
from station_app.places import Places
from station_app.services.exchange import inspect_bundle
from station_app.services.journal import verify_journal
from station_app.services.lists import attendance as stays
from station_app.services.lists import people
from station_app.services.lists.certificates import CertificateFilter
from station_app.services.lists.certificates import ids as certificate_ids
from station_app.services.lists.posts import ShiftFilter, shift_ids, shift_rows
from station_app.services.tasks import Task
from tests.helpers.clock import FixedClock

THURSDAY = datetime(2026, 11, 5, 3, 0, tzinfo=UTC)  # eleven o'clock at the desk


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """A month made on a Thursday morning."""
    places = Places(tmp_path_factory.mktemp("month") / "data")
    make_month(places, FixedClock(THURSDAY), volunteers=24, task=Task())
    return places


def opened(places: Places, now: datetime = THURSDAY) -> Office:
    return open_office(places, FixedClock(now), actor="x")


def every_stay(office: Office, **filter: Any) -> list[stays.StayRow]:
    ids = office.read(stays.ids, stays.StayFilter(**filter), None)
    return [row for row in office.read(stays.rows, ids) if row]


def story(places: Places, now: datetime = THURSDAY) -> list[tuple[object, ...]]:
    """Everything in the books but ids."""
    office = opened(places, now)
    ids = office.read(people.ids, people.PeopleFilter(), people.PeopleOrder.NUMBER)
    told: list[tuple[object, ...]] = [
        (row.number, row.name, row.phone, row.minutes, row.registered_on)
        for row in office.read(people.rows, ids)
        if row
    ]
    told += [
        (row.number, row.post, row.came_at, row.left_at, row.origin, row.evidence)
        for row in every_stay(office)
    ]
    office.close()
    return told


def test_the_same_seed_on_the_same_day_tells_the_same_story(made: Places, tmp_path: Path) -> None:
    later = THURSDAY + timedelta(hours=5)
    again = Places(tmp_path / "again")
    make_month(again, FixedClock(later), volunteers=24, task=Task())
    assert story(again, later) == story(made)


def test_the_journal_holds_and_no_entry_has_a_suspect_clock(made: Places) -> None:
    office = opened(made)
    verdict = office.read(verify_journal)
    assert (verdict.broken, verdict.altered) == (None, ())
    assert verdict.entries > 300
    office.close()


def test_stays_come_from_the_desk_and_from_paper_and_none_from_the_future(made: Places) -> None:
    office = opened(made)
    rows = every_stay(office)
    assert {row.origin for row in rows} == {Origin.CLOCKED, Origin.SHEET}
    assert max(row.left_at or row.came_at for row in rows) <= THURSDAY
    assert min(row.day for row in rows).month == 10
    office.close()


def test_a_few_are_in_this_morning_and_one_forgot_to_sign_out(made: Places) -> None:
    office = opened(made)
    days = [row.day.day for row in every_stay(office, standing=stays.Standing.OPEN)]
    assert days == [4, 5, 5, 5, 5]
    office.close()


def test_there_are_shifts_of_both_months_proofs_and_a_bundle(made: Places) -> None:
    office = opened(made)
    first, last = datetime(2026, 10, 1).date(), datetime(2026, 11, 30).date()
    ids = office.read(shift_ids, ShiftFilter(first, last), None)
    shifts = [row for row in office.read(shift_rows, ids) if row]
    assert {row.day.month for row in shifts} == {10, 11}
    assert all(row.day.day > 7 for row in shifts if row.day.month == 10)  # the national holiday
    assert office.read(certificate_ids, CertificateFilter(), None)
    (bundle,) = (made.data / "demo" / "stick").rglob("*.zip")
    assert inspect_bundle(bundle, scratch=made.temporary, task=Task()).rows["volunteer"] > 20
    office.close()


def test_a_folder_that_has_a_station_is_left_alone(office: Office, places: Places) -> None:
    before = places.database.read_bytes()
    with pytest.raises(StationAlreadySetUp):
        make_month(places, FixedClock(THURSDAY), task=Task())
    assert places.database.read_bytes() == before


@pytest.mark.parametrize("hour", [0, 16])
def test_it_can_be_made_at_any_hour_even_for_one_person(tmp_path: Path, hour: int) -> None:
    now = datetime(2026, 11, 1, hour, 2, tzinfo=UTC)  # just after eight, or after midnight
    month = make_month(Places(tmp_path / "data"), FixedClock(now), volunteers=1, task=Task())
    assert (month.volunteers, month.posts) == (1, 6)
