"""Long work in a terminal: how far it is, and a way to stop it between two steps."""

import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from station_app.services.tasks import Task

APPEARS_AFTER = 0.4
APART = 0.1


class Ticker:
    """One line on stderr that counts; nothing where stderr is no terminal."""

    def __init__(self) -> None:
        self._shows = sys.stderr.isatty()
        self._next = time.monotonic() + APPEARS_AFTER
        self._written = False

    def step(self, done: int, total: int) -> None:
        """Show how far the work is, not more often than the eye can follow."""
        if self._shows and time.monotonic() >= self._next:
            self._next = time.monotonic() + APART
            self._written = True
            sys.stderr.write(f"\r{done} / {total} ")
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._written:
            sys.stderr.write("\r" + " " * 24 + "\r")


@contextmanager
def stoppable() -> Iterator[Task]:
    """A task that Ctrl+C stops at its next step; a second Ctrl+C stops at once."""
    ticker = Ticker()
    task = Task(ticker.step)

    def stop(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        task.cancel()

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield task
    finally:
        signal.signal(signal.SIGINT, before)
        ticker.clear()
