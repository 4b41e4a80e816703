"""A million volunteers: from a key to the first people found, a person's page, a page of the list.

Each key is what the search box and the list of volunteers ask the books for, first rows included.
A list stands at any place of the scroll bar. An import of a roster is set beside the least that
could be done with the same file (`tests.bench.importing`), each in a program of its own, by turns.
"""

import argparse
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from station_app.data.models import Attendance
from station_app.data.opening import open_office
from station_app.data.unit import Office
from station_app.demo.clock import StoryClock
from station_app.domain.names import sounds
from station_app.services.lists import people
from station_app.services.lists.people import PeopleFilter, PersonRow
from station_app.services.people import person_card
from station_app.services.portraits import portrait
from station_app.services.reception import people_meant
from station_app.ui.tables.model import FIRST, PAGE
from tests.architecture.ground import ROOT
from tests.bench.books import MOMENT, books
from tests.bench.rosters import write_roster

MOST_KEY_MS, MOST_PAGE_MS, LEAST_PACE, MOST_MEGABYTES = 50.0, 15.0, 1 / 3, 1000.0
STAYS, LOOKED_UP, OPENED, ROUNDS = 4_000, 30, 200, 3


def run(arguments: Sequence[str]) -> int:
    """Measure and tell; 0 if every bound is kept, else 1."""
    parser = argparse.ArgumentParser(prog="bench people", description=__doc__)
    parser.add_argument("--volunteers", type=int, default=1_000_000, help="(default 1,000,000)")
    parser.add_argument("--rows", type=int, default=100_000, help="of the roster (default 100,000)")
    options = parser.parse_args(arguments)
    office = open_office(books(options.volunteers, STAYS), StoryClock(MOMENT), actor="bench")
    kept = [*_searched(office), *_opened(office)]
    office.close()
    kept += _imported(options.rows)
    print("  every bound is kept" if all(kept) else "  A BOUND IS BROKEN")
    return 0 if all(kept) else 1


def _searched(office: Office) -> Iterator[bool]:
    keys = list(_keys(office, random.Random(2026)))
    office.read(people_meant, "z")  # the window has long been open when somebody types

    def listed(typed: str) -> None:
        ids = office.read(people.ids, PeopleFilter(typed), None, limit=FIRST)
        office.read(people.rows, ids[:PAGE])

    lists = [_milliseconds(listed, typed) for typed in keys]
    box = [_milliseconds(office.read, people_meant, typed) for typed in keys]
    yield _told(f"search box, {len(keys)} keys", box, MOST_KEY_MS)
    yield _told("list of volunteers, the same keys", lists, MOST_KEY_MS)


def _keys(office: Office, chance: random.Random) -> Iterator[str]:
    """Every beginning of what might be typed of some people, key by key."""
    ids = office.read(people.ids, PeopleFilter(), None)
    some = office.read(people.rows, chance.sample(ids, LOOKED_UP))
    for person in filter(None, some):
        card = office.read(person_card, person.id)
        for whole in _queries(person, card.registration.document.number):
            yield from (whole[:length] for length in range(1, len(whole) + 1))


def _queries(person: PersonRow, document: str) -> Iterator[str]:
    said = sounds(person.name)
    yield from (person.name, person.name[1:], said.full, said.initials)
    yield sounds(person.name[1:]).full
    yield from (person.phone[-4:], person.number, document[-6:])


def _opened(office: Office) -> Iterator[bool]:
    chance = random.Random(2026)
    ids = office.read(people.ids, PeopleFilter(), None)
    who = [UUID(key) for key in chance.sample(ids, OPENED)]
    wanted = select(Attendance.volunteer_id).distinct().limit(OPENED)
    who += office.read(lambda unit: list(unit.session.scalars(wanted)))
    office.read(portrait, who[0])
    pages = [_milliseconds(office.read, portrait, one) for one in who]
    yield _told(f"a person's page, {len(who)} people", pages, MOST_PAGE_MS)
    starts = [chance.randrange(max(1, len(ids) - PAGE)) for _ in range(OPENED)]
    rows = [_milliseconds(office.read, people.rows, ids[at : at + PAGE]) for at in starts]
    yield _told(f"{PAGE} rows anywhere in the list", rows, MOST_PAGE_MS)


def _imported(count: int) -> Iterator[bool]:
    best, most = {"ours": float("inf"), "floor": float("inf")}, 0.0
    with tempfile.TemporaryDirectory() as name:
        roster = Path(name) / "roster.xlsx"
        write_roster(roster, count)
        for turn in range(ROUNDS):
            for way in best:
                seconds, megabytes = _alone(way, roster, Path(name) / f"{way}-{turn}")
                best[way] = min(best[way], seconds)
                most = max(most, megabytes) if way == "ours" else most
    pace = best["floor"] / best["ours"]
    print(
        f"  import of {count} rows: {best['ours']:.1f} s; read and written: {best['floor']:.2f} s"
    )
    print(f"  pace of the import: {pace:.3f} of that (at least {LEAST_PACE:.3f})")
    print(f"  {most:.0f} MB at most (less than {MOST_MEGABYTES:g})")
    yield from (pace >= LEAST_PACE, most < MOST_MEGABYTES)


def _alone(way: str, roster: Path, data: Path) -> tuple[float, float]:
    """Seconds and the most megabytes of one way in a program of its own."""
    words = (sys.executable, "-m", "tests.bench.importing", way, str(roster), str(data))
    with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        said = child.stdout.read()
        _pid, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{way}: exit code {child.returncode}")
    return float(said), used.ru_maxrss / 1024


def _milliseconds(work: Callable[..., Any], *given: Any) -> float:
    begun = time.perf_counter()
    work(*given)
    return 1000 * (time.perf_counter() - begun)


def _told(what: str, times: Sequence[float], most: float) -> bool:
    ninety_nine = statistics.quantiles(times, n=100)[98]
    print(
        f"  {what}: p50 {statistics.median(times):.1f} ms, p99 {ninety_nine:.1f} ms "
        f"(less than {most:g}), max {max(times):.1f} ms"
    )
    return ninety_nine < most
