"""Opening the books: make them, bring them up to date, or say plainly why not.

Nothing is changed before it is known that the file is sound and ours to write. A new file is built
aside and renamed, so that a power cut leaves either no books or whole ones.
"""

import os
import secrets
import shutil
from contextlib import closing, suppress
from datetime import UTC
from pathlib import Path

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Engine, insert, inspect, text

from station_app.clock import Clock, today
from station_app.data.engine import open_engines
from station_app.data.errors import DataDamaged, DataNewer, DataReadOnly, telling
from station_app.data.lock import held
from station_app.data.migrations import HEAD, KNOWN, upgrade
from station_app.data.models import Epoch
from station_app.data.unit import Office
from station_app.errors import StationError
from station_app.places import Places

SQLITE_MAGIC = b"SQLite format 3\x00"


def open_office(places: Places, clock: Clock, *, actor: str) -> Office:
    """Open the station's books, making them if there are none.

    Raises DataReadOnly, DiskFull, DataDamaged, DataNewer, DataUnreachable, DataBusy; the file
    is then as it was.
    """
    with telling(places.data):
        places.temporary.mkdir(parents=True, exist_ok=True)
        _sweep(places.temporary, clock)
        with held(places.data / "opening.lock", wait=True):
            if not places.database.exists():
                _create(places, clock)
    with telling(places.database):
        _require_sound(places, clock)
        _require_current(places, clock)
    office = Office(places.database, clock, actor=actor)
    with suppress(StationError):  # an erasure that could not be finished must not close the desk
        office.sweep()
    return office


def _sweep(folder: Path, clock: Clock) -> None:
    """Remove what a crash left behind; a job in another window is younger than an hour."""
    hour_ago = clock.now().timestamp() - 3600
    for left in folder.iterdir():
        if left.stat().st_mtime > hour_ago:
            continue
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _create(places: Places, clock: Clock) -> None:
    part = places.temporary / "new-station.db"
    for name in (part, *(part.with_name(part.name + tail) for tail in ("-wal", "-shm"))):
        name.unlink(missing_ok=True)
    engines = open_engines(part)
    with engines.write.begin() as connection:
        upgrade(connection)
        epoch = Epoch(epoch=secrets.token_hex(8), opened_at=clock.now(), reason="first run")
        values = {"epoch": epoch.epoch, "ancestor": "", "opened_at": epoch.opened_at}
        connection.execute(insert(Epoch).values(reason=epoch.reason, **values))
    engines.dispose()
    part.rename(places.database)


def _require_sound(places: Places, clock: Clock) -> None:
    """Look at the file's head every time, at all its pages once a day."""
    with places.database.open("rb") as file:
        if file.read(len(SQLITE_MAGIC)) != SQLITE_MAGIC:
            raise DataDamaged(places.database, "not a database")
    if not os.access(places.database, os.W_OK) or not os.access(places.data, os.W_OK):
        raise DataReadOnly(places.database)
    stamp = places.data / "checked-on.txt"
    day = today(clock).isoformat()
    if stamp.exists() and stamp.read_text() == day:
        return
    engines = open_engines(places.database)
    try:
        with engines.read.connect() as connection:
            verdict = connection.execute(text("PRAGMA quick_check(1)")).scalar_one()
    finally:
        engines.dispose()
    if verdict != "ok":
        raise DataDamaged(places.database, str(verdict))
    stamp.write_text(day)


def _require_current(places: Places, clock: Clock) -> None:
    engines = open_engines(places.database)
    try:
        found = _version(engines.read)
        if found not in KNOWN:
            raise DataNewer(places.database, found or "?")
        if found != HEAD:
            back_up(places, clock, reason=f"before-{HEAD}")
            with engines.write.begin() as connection:
                upgrade(connection)
    finally:
        engines.dispose()


def _version(engine: Engine) -> str:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return ""
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def back_up(places: Places, clock: Clock, *, reason: str) -> Path:
    """Copy the books whole, as SQLite sees them; returns the path. Nothing is left if it fails.

    Raises DiskFull, DataReadOnly, DataDamaged, DataUnreachable.
    """
    moment = clock.now().astimezone(UTC)
    copy = places.backups / f"station-{moment:%Y%m%dT%H%M%SZ}-{reason}.db"
    part = copy.with_suffix(".part")
    with telling(places.backups):
        places.backups.mkdir(exist_ok=True)
        part.unlink(missing_ok=True)
        try:
            with closing(driver.connect(str(places.database), isolation_level=None)) as connection:
                connection.execute("VACUUM INTO ?", (str(part),))
            part.replace(copy)
        finally:
            part.unlink(missing_ok=True)
    return copy
