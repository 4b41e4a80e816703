"""A program that is killed at its n-th moment, for every n: run apart from the tests.

    python -m tests.crash.dying SCENE BASE ROOM N

For n = 1, 2, 3 … the folder BASE is copied to ROOM/n, and a child works on it until its n-th
moment, where SIGKILL takes it: no handler runs, no buffer is flushed, no lock is given back. The
first child that comes to its end is the last. With N above 0 that one moment is played alone. The
names of the folders are printed.

A moment is a step of a task, the time before and within a transaction, the time before each call
that touches a file, and the end. What lies between two of them changes nothing on a disk, so none
is forgotten; and none depends on a clock.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from functools import wraps
from itertools import count
from pathlib import Path
from typing import Any

from station_app.bundles.disk import Disk, SystemDisk
from station_app.data.opening import open_office
from station_app.data.unit import Office, Unit
from station_app.domain.certificates import Kind
from station_app.places import Places
from station_app.services.certificates import issue
from station_app.services.exchange import export_bundle
from station_app.services.imports import import_roster
from station_app.services.register import settle_interrupted
from station_app.services.snapshots import Selection
from station_app.services.tasks import Task
from tests.helpers.clock import FixedClock

NOW = datetime(2026, 11, 2, 1, 0, tzinfo=UTC)


class Death:
    """Comes at the n-th moment; never, where that is 0."""

    def __init__(self, at: int) -> None:
        self._left = at

    def moment(self, *_told: object) -> None:
        """One moment more."""
        self._left -= 1
        if not self._left:
            os.kill(os.getpid(), signal.SIGKILL)

    def before(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """The same call, with a moment before it."""

        @wraps(call)
        def mortal(*args: Any, **kwargs: Any) -> Any:
            self.moment()
            return call(*args, **kwargs)

        return mortal


class MortalOffice(Office):
    """An office that may die before each of its transactions, and before it is committed."""

    death: Death

    def write(self, use_case: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """As ever, if it lives."""

        @wraps(use_case)
        def mortal(unit: Unit, *args: Any, **kwargs: Any) -> Any:
            result = use_case(unit, *args, **kwargs)
            unit.session.flush()
            self.death.moment()
            return result

        return self.death.before(super().write)(mortal, *args, **kwargs)


def mortal_disk(death: Death) -> Disk:
    """A stick with a moment before every call."""
    disk = SystemDisk()
    for name in vars(SystemDisk):
        if not name.startswith("_"):
            setattr(disk, name, death.before(getattr(disk, name)))
    return disk


def certificates(office: Office, folder: Path, death: Death) -> None:
    """A batch for everybody, into one file."""
    selection = Selection(kind=Kind.APPRECIATION)
    issue(office, selection, folder / "thanks.pdf", task=Task(death.moment))


def roster(office: Office, folder: Path, death: Death) -> None:
    """A roster from a file."""
    import_roster(office, folder / "roster.csv", task=Task(death.moment))


def bundle(office: Office, folder: Path, death: Death) -> None:
    """A bundle onto a stick."""
    scratch = Places(folder / "data").temporary
    stick, disk = folder / "stick", mortal_disk(death)
    export_bundle(office, stick, scratch=scratch, task=Task(), disk=disk)


SCENES = {scene.__name__: scene for scene in (certificates, roster, bundle)}


def play(scene: str, folder: Path, at: int) -> None:
    """Open the books as the program does, and work until death or the end."""
    death, clock = Death(at), FixedClock(NOW)
    places = Places(folder / "data")
    open_office(places, clock, actor="演示经办人").close()
    office = MortalOffice(places.database, clock, actor="演示经办人")
    office.death = Death(0)
    settle_interrupted(office)
    office.death = death
    kept = os.replace, os.fsync
    os.replace, os.fsync = (death.before(call) for call in kept)
    SCENES[scene](office, folder, death)
    os.replace, os.fsync = kept
    death.moment()
    office.close()


def lives(scene: str, folder: Path, at: int) -> bool:
    """Let a child work in the folder until it dies; whether it came to its end."""
    child = os.fork()
    if not child:
        play(scene, folder, at)
        os._exit(0)
    _child, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return False
    if code := os.waitstatus_to_exitcode(status):
        sys.exit(code)
    return True


def main(scene: str, base: str, room: str, only: str) -> None:
    """One death after the other, until one is survived."""
    play(scene, shutil.copytree(base, Path(room, "alive")), 0)  # what is loaded once, loaded here
    for at in [int(only)] if int(only) else count(1):
        folder = shutil.copytree(base, Path(room, str(at)))
        done = lives(scene, folder, at)
        sys.stdout.write(f"{at}\n")
        if done:
            break


if __name__ == "__main__":
    main(*sys.argv[1:])
