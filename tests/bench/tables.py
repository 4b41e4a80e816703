"""The list of volunteers on screen: opening it among 2,000 and among 200,000, and its pages.

Opening is from the click on the rail until the first rows are painted; the rest of the ids follows
from another thread, and its time is told as well.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from station_app.data.opening import open_office
from station_app.demo.clock import StoryClock
from station_app.services.lists import people
from station_app.services.lists.people import PeopleFilter
from station_app.ui.desk import Desk
from station_app.ui.pages.volunteers import VolunteersPage
from station_app.ui.preferences import PreferenceFile
from station_app.ui.start import application
from station_app.ui.tables.model import PAGE
from tests.bench.books import MOMENT, books

MOST_RATIO, MOST_PAGE_MS = 2.0, 15.0


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians in milliseconds."""

    opens: float
    whole: float
    page: float


def run(arguments: Sequence[str]) -> int:
    """Measure and tell; 0 if every bound is kept, else 1."""
    parser = argparse.ArgumentParser(prog="bench tables", description=__doc__)
    parser.add_argument("--few", type=int, default=2_000, help="volunteers (default 2,000)")
    parser.add_argument("--many", type=int, default=200_000, help="volunteers (default 200,000)")
    parser.add_argument("--rounds", type=int, default=15, help="of each (default 15)")
    options = parser.parse_args(arguments)
    few, many = (_measured(count, options.rounds) for count in (options.few, options.many))
    for count, found in ((options.few, few), (options.many, many)):
        print(
            f"{count:>8} volunteers: opens in {found.opens:.1f} ms, all ids after "
            f"{found.whole:.0f} ms, a page of {PAGE} rows in {found.page:.1f} ms"
        )
    ratio, page = many.opens / few.opens, max(few.page, many.page)
    print(f"  opening: {ratio:.2f} x (less than {MOST_RATIO:g})")
    print(f"  page of rows: {page:.1f} ms (less than {MOST_PAGE_MS:g})")
    kept = ratio < MOST_RATIO and page < MOST_PAGE_MS
    print("  every bound is kept" if kept else "  A BOUND IS BROKEN")
    return 0 if kept else 1


def _measured(count: int, rounds: int) -> Measured:
    places = books(count, stays=4_000)
    office = open_office(places, StoryClock(MOMENT), actor="bench")
    with tempfile.TemporaryDirectory() as folder:
        preferences = PreferenceFile(Path(folder) / "preferences.json")
        application(preferences)
        desk = Desk(office, places, preferences)
        opened = [_open(desk) for _ in range(rounds + 2)][2:]
        ids = office.read(people.ids, PeopleFilter(), None)
        chance = random.Random(count)
        pages = []
        for _ in range(4 * rounds):
            start = chance.randrange(len(ids) - PAGE)
            begun = time.perf_counter()
            office.read(people.rows, ids[start : start + PAGE])
            pages.append(time.perf_counter() - begun)
        desk.close()
    office.close()
    opens, whole = zip(*opened, strict=True)
    return Measured(*(1000 * statistics.median(times) for times in (opens, whole, pages)))


def _open(desk: Desk) -> tuple[float, float]:
    """Seconds until the first rows are painted, and until every id is known."""
    begun = time.perf_counter()
    page = VolunteersPage(desk)
    page.resize(1200, 700)
    page.grab()
    painted = time.perf_counter() - begun
    desk.settle()
    whole = time.perf_counter() - begun
    page.deleteLater()
    desk.settle()
    return painted, whole
