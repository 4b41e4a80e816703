"""Books to die over, and the program that does."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest

from station_app.data.opening import open_office
from station_app.data.unit import Office
from station_app.places import Places
from station_app.services.stations import set_up
from tests.architecture.ground import ROOT
from tests.conftest import STATION
from tests.crash.dying import NOW
from tests.helpers.clock import FixedClock

Furnish = Callable[[Office, Path], object]


class Deaths(Protocol):
    """Plays a scene to its death; the folders that are left, one a death, the last unharmed."""

    def __call__(self, scene: str, furnish: Furnish, *, at: int = 0) -> list[Path]:
        """At every moment there is, or at one."""
        ...


@contextmanager
def books(folder: Path) -> Iterator[Office]:
    """The books of a folder, opened as the program opens them."""
    office = open_office(Places(folder / "data"), FixedClock(NOW), actor="演示经办人")
    try:
        yield office
    finally:
        office.close()


@pytest.fixture
def deaths(tmp_path: Path) -> Deaths:
    """The program that dies, each time in a room of the test's own."""

    def play(scene: str, furnish: Furnish, *, at: int = 0) -> list[Path]:
        base, room = tmp_path / "base", tmp_path / "room"
        with books(base) as office:
            office.write(set_up, STATION)
            furnish(office, base)
        command = [sys.executable, "-m", "tests.crash.dying", scene, str(base), str(room), str(at)]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
            timeout=60,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return [room / name for name in done.stdout.split()]

    return play
