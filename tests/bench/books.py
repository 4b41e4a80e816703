"""Books of any size for measurements, made once by the use cases and kept in the system's
temporary folder until what makes them changes."""

import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

from station_app.clock import at_desk
from station_app.data.opening import open_office
from station_app.data.unit import Office
from station_app.demo.clock import StoryClock
from station_app.demo.people import invented
from station_app.demo.station import STATION, standing_posts
from station_app.domain.people import Registration
from station_app.places import Places
from station_app.services.imports import enter_sheet
from station_app.services.people import Registered, register_all
from station_app.services.posts import open_post
from station_app.services.stations import set_up
from station_app.services.tasks import unheard
from station_app.sheets.paper import PaperStay
from tests.architecture.ground import ROOT

MOMENT = datetime(2026, 11, 2, 2, 0, tzinfo=UTC)
MADE_BY = ("station_app/data", "station_app/domain", "station_app/demo", "tests/bench/books.py")
_CHUNK = 5000
_MOST_SHARED = "王李张刘陈"
_YEAR, _A_YEAR = timedelta(days=365), 900_000  # a year has room for a million volunteer numbers


def books(volunteers: int, stays: int = 0) -> Places:
    """A data folder with so many volunteers and stays; opened with the moment of `MOMENT`."""
    home = Path(tempfile.gettempdir()) / "practice-station-bench"
    kept = home / f"{volunteers}-{stays}-{_digest()}"
    if not kept.exists():
        home.mkdir(exist_ok=True)
        for outdated in home.glob(f"{volunteers}-{stays}-*"):
            shutil.rmtree(outdated)
        with tempfile.TemporaryDirectory(dir=home) as folder:
            print(f"  making books with {volunteers} volunteers and {stays} stays, once …")
            made = Places(Path(folder) / "made")
            _fill(made, volunteers, stays)
            made.data.rename(kept)
    return Places(kept)


def people(count: int) -> Iterator[Registration]:
    """The people of the books, and as many more as are wanted."""
    return invented(2026, count, today=MOMENT.date() - timedelta(days=1))


def _fill(places: Places, volunteers: int, stays: int) -> None:
    office = open_office(places, StoryClock(MOMENT), actor=STATION.clerk)
    office.write(set_up, STATION)
    for plan in standing_posts(MOMENT.date() - timedelta(days=400)):
        office.write(open_post, plan)
    numbers = list(_registered(office, volunteers))
    office.clock = StoryClock(MOMENT)
    if stays:
        _serve(office, numbers, stays)
    office.close()


def _registered(office: Office, volunteers: int) -> Iterator[str]:
    """Register them, the first in as many years before as their numbers need; their numbers."""
    coming = people(volunteers)
    for done in range(0, volunteers, _CHUNK):
        ago = ((volunteers - 1) // _A_YEAR - done // _A_YEAR) * _YEAR
        office.clock = StoryClock(MOMENT - ago)
        chunk = [
            replace(person, name=_shared(person.name, place), consent_on=person.consent_on - ago)
            for place, person in enumerate(islice(coming, _CHUNK))
        ]
        for answer in office.write(register_all, chunk):
            assert isinstance(answer, Registered), answer
            yield answer.number


def _shared(name: str, place: int) -> str:
    """The name, for three in ten with one of the five surnames that so many really share.

    Why: where nobody has the name of seventy thousand others, a search is quicker than in life.
    """
    if "·" in name or place % 10 >= 3:
        return name
    return _MOST_SHARED[place // 10 % len(_MOST_SHARED)] + name[1:]


def _serve(office: Office, numbers: list[str], stays: int) -> None:
    """Stays spread evenly over the people, one a day from two months ago on."""
    post = standing_posts(MOMENT.date())[0].name
    lines = []
    for place in range(stays):
        number = numbers[place * 7919 % len(numbers)]
        came_at = at_desk(MOMENT.date() - timedelta(days=60 - place * 60 // stays), 9)
        left_at = came_at + timedelta(hours=2)
        lines.append(PaperStay(place + 2, number, "", "", post, came_at, left_at))
    answers = office.write(enter_sheet, lines, "bench.csv", unheard)
    assert not any(answers), next(filter(None, answers))


def _digest() -> str:
    """What the books follow from: other code makes other books."""
    digest = hashlib.sha256()
    for part in MADE_BY:
        path = ROOT / part
        for file in sorted(path.rglob("*.py")) if path.is_dir() else [path]:
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
