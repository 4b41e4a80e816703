"""Copies of the books, made by hand and looked into at once.

Why the copy is opened before anybody relies on it: a backup that nobody ever opened is a hope.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import func, select

from station_app.clock import Clock
from station_app.data.errors import telling
from station_app.data.models import Volunteer
from station_app.data.opening import back_up
from station_app.data.unit import Office, Unit
from station_app.places import Places
from station_app.services.hours import Period, total_minutes

_NAMED: Final = f"station-{'[0-9]' * 8}T{'[0-9]' * 6}Z-*.db"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy in the folder; `size` in bytes."""

    path: Path
    made_at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """A fresh copy that was opened and read: what it holds."""

    backup: Backup
    people: int
    minutes: int


def back_up_now(places: Places, clock: Clock) -> Rehearsed:
    """Copy the books, open the copy and count in it; raises DiskFull, DataReadOnly, DataDamaged."""
    path = back_up(places, clock, reason="by-hand")
    copy = Office(path, clock, actor="")
    try:
        people, minutes = copy.read(_counted)
    finally:
        copy.close()
    return Rehearsed(_backup(path), people, minutes)


def backups(places: Places) -> tuple[Backup, ...]:
    """All copies in the folder, the newest first."""
    with telling(places.data):
        found = [_backup(path) for path in places.backups.glob(_NAMED)]
    return tuple(sorted(found, key=lambda one: (one.made_at, one.path.name), reverse=True))


def _backup(path: Path) -> Backup:
    """When it was made stands in its name; copying a file about changes its date."""
    stamp = path.name.split("-")[1]
    made_at = datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
    return Backup(path, made_at, path.stat().st_size)


def _counted(unit: Unit) -> tuple[int, int]:
    people = select(func.count()).where(Volunteer.hidden_at.is_(None))
    return unit.session.scalars(people).one(), total_minutes(unit, Period())
