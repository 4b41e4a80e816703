"""One long job as both sides see it: the worker steps, the clerk may stop it between two steps."""

import threading
from collections.abc import Callable

from station_app.errors import Cancelled


def unheard(done: int, total: int) -> None:
    """A report nobody listens to."""


class Task:
    """Progress outward, a wish to stop inward; the same under the window and under a verb.

    `step` is called after each whole piece of work. Whatever was done before it is kept: a job
    stops between two steps, never within one.
    """

    def __init__(self, report: Callable[[int, int], None] = unheard) -> None:
        self._report = report
        self._unwanted = threading.Event()

    def step(self, done: int, total: int) -> None:
        """Report `done` of `total` pieces; raises Cancelled once the clerk asked to stop."""
        self._report(done, total)
        if self._unwanted.is_set():
            raise Cancelled

    def cancel(self) -> None:
        """Ask the job to stop at its next step; callable from any thread."""
        self._unwanted.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the job to stop."""
        return self._unwanted.is_set()
