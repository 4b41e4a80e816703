"""What every test has: no screen, a settable clock, an office on a real file."""

import os
import shutil

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from station_app.data.opening import open_office
from station_app.data.unit import Office
from station_app.domain.codes import overlay
from station_app.domain.stations import StationCard
from station_app.i18n import use
from station_app.places import Places
from station_app.services.stations import set_up
from tests.helpers.clock import FixedClock

NINE = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)

settings.register_profile(
    "small", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("small")

STATION = StationCard(
    code="YS01",
    name="演示社区新时代文明实践点",
    recording_unit="演示社区居民委员会",
    in_charge="演示负责人",
    clerk="演示经办人",
    phone="010-00000000",
)


@pytest.fixture(autouse=True)
def _chinese() -> Iterator[None]:
    """Every test starts in the language a clerk sees first."""
    use("zh_CN")
    yield
    use("zh_CN")


@pytest.fixture(autouse=True)
def _shipped_codes() -> Iterator[None]:
    """No test speaks the own codes of another one's station."""
    yield
    overlay({})


@pytest.fixture
def clock() -> FixedClock:
    """Monday 2 November 2026, nine in the morning at the desk."""
    return FixedClock(NINE)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A data folder of the test's own."""
    return Places(tmp_path / "data")


@pytest.fixture(scope="session")
def empty_books(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Books as a first start makes them: made once, copied for each test."""
    places = Places(tmp_path_factory.mktemp("empty") / "data")
    open_office(places, FixedClock(NINE), actor="演示经办人").close()
    return places.database


@pytest.fixture
def new_office(places: Places, clock: FixedClock, empty_books: Path) -> Iterator[Office]:
    """An office whose station is not set up yet."""
    places.data.mkdir()
    shutil.copyfile(empty_books, places.database)
    office = open_office(places, clock, actor="演示经办人")
    yield office
    office.close()


@pytest.fixture
def office(new_office: Office) -> Office:
    """An office of a station that is set up."""
    new_office.write(set_up, STATION)
    return new_office
