"""A lock that the operating system drops with the process, so that no crash leaves one behind."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from station_app.data.errors import telling
from station_app.errors import StationError

if sys.platform == "win32":
    import msvcrt

    def _seize(file: IO[bytes], *, wait: bool) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _seize(file: IO[bytes], *, wait: bool) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


@dataclass(eq=False)
class OpenElsewhere(StationError):
    """Another window has this data folder open."""

    folder: Path


@contextmanager
def held(path: Path, *, wait: bool) -> Iterator[None]:
    """Hold the lock file at `path`; raises OpenElsewhere when it is taken and we do not wait."""
    with telling(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("ab")
    with file:
        try:
            _seize(file, wait=wait)
        except OSError as error:
            raise OpenElsewhere(path.parent) from error
        yield
