"""One way of bringing a roster in, in a program of its own: `python -m tests.bench.importing WAY
ROSTER DATA` prints the seconds it took.

`ours` is the whole import: every rule, the journal, the index of the search, the look for likely
duplicates; the dictionary of Pinyin is read within it, as after any start. `floor` is the least
anybody could do: read the same file with calamine and put its cells, with plain `executemany` and
the books' own pragmas, into a table of the same columns that has a primary key and no other index.
"""

import sys
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from python_calamine import load_workbook

from station_app.data.opening import open_office
from station_app.demo.clock import StoryClock
from station_app.demo.station import STATION
from station_app.places import Places
from station_app.services.imports import import_roster
from station_app.services.stations import set_up
from station_app.services.tasks import Task
from tests.bench.books import MOMENT
from tests.bench.rosters import COLUMNS


def ours(roster: Path, data: Path) -> float:
    """Seconds of an import into new books."""
    office = open_office(Places(data), StoryClock(MOMENT), actor=STATION.clerk)
    office.write(set_up, STATION)
    begun = time.perf_counter()
    imported = import_roster(office, roster, task=Task())
    seconds = time.perf_counter() - begun
    assert not imported.refused, imported.refused[0].refusal
    office.close()
    return seconds


def floor(roster: Path, data: Path) -> float:
    """Seconds of the bare reading and writing."""
    data.mkdir()
    with closing(driver.connect(str(data / "floor.db"), isolation_level=None)) as connection:
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "cache_size=-65536",
        ):
            connection.execute(f"PRAGMA {pragma}")
        columns = ", ".join(f'"{title}"' for title in COLUMNS)
        connection.execute(f"CREATE TABLE roster (id INTEGER PRIMARY KEY, {columns})")
        wanted = f"INSERT INTO roster ({columns}) VALUES ({', '.join('?' * len(COLUMNS))})"
        begun = time.perf_counter()
        with roster.open("rb") as file:
            rows = load_workbook(file).get_sheet_by_index(0).iter_rows()
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(wanted, rows)
            connection.execute("COMMIT")
        return time.perf_counter() - begun


WAYS: Mapping[str, Callable[[Path, Path], float]] = {"ours": ours, "floor": floor}

if __name__ == "__main__":
    way, roster, data = sys.argv[1:]
    print(WAYS[way](Path(roster), Path(data)))
