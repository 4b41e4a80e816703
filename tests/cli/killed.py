"""Work that is killed by the system in its middle: run as a program of its own.

Arguments: what is done, data folder, file or folder, the step at which the power goes.
"""

import os
import signal
import sys
from pathlib import Path

from station_app.clock import SystemClock
from station_app.data.opening import open_office
from station_app.places import Places
from station_app.services.exchange import export_bundle
from station_app.services.imports import import_roster
from station_app.services.tasks import Task


def main(work: str, data: str, path: str, last: str) -> None:
    """Work until the step, then be gone without a word."""

    def report(done: int, total: int) -> None:
        if done >= int(last):
            os.kill(os.getpid(), signal.SIGKILL)

    places = Places(Path(data))
    office = open_office(places, SystemClock(), actor="x")
    task = Task(report)
    if work == "import":
        import_roster(office, Path(path), task=task)
    else:
        export_bundle(office, Path(path), scratch=places.temporary, task=task)


if __name__ == "__main__":
    main(*sys.argv[1:])
