"""Work off the screen's thread: two queues, and answers brought back to whoever asked.

Why the record of a job stays on the screen's thread and the worker gets only its number: the record
holds widgets (in callbacks and closures), and a widget whose last reference dies on another thread
takes the program with it.
"""

import itertools
import time
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from station_app.services.tasks import Task

APPEARS_AFTER = 0.4
POLL_MS = 50


class Queue(Enum):
    """Where a job waits its turn."""

    DESK = "desk"
    PRESS = "press"


@dataclass(frozen=True, slots=True)
class Progress:
    """A job long enough to be shown. `total` is 0 while nobody knows how much there is."""

    title: str
    done: int
    total: int
    can_stop: bool


@dataclass(eq=False, slots=True)
class Job:
    """One piece of work and who wants its answer.

    `call` names what is done, so that the same wish twice can be told; of jobs with the same
    `newest` key of one owner only the last is answered.
    """

    owner: QObject
    work: Callable[[Task], Any]
    answer: Callable[[Any], object]
    failed: Callable[[Exception], object]
    call: object = None
    newest: Hashable = None
    title: str = ""
    keeps_open: bool = False
    can_stop: bool = False
    task: Task = field(default_factory=Task)
    report: tuple[int, int] = (0, 0)
    began: float = 0.0
    outdated: bool = False
    result: Any = None
    error: Exception | None = None


class Jobs(QObject):
    """Both queues, one thread each, and the strip that shows what takes long."""

    progress = Signal(object)
    idle = Signal()
    _ended = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count()
        self._jobs: dict[int, Job] = {}
        self._threads = {
            queue: ThreadPoolExecutor(1, thread_name_prefix=queue.value) for queue in Queue
        }
        self._shown: Progress | None = None
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._show)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @property
    def waiting(self) -> bool:
        """Whether anything at all is under way."""
        return bool(self._jobs)

    @property
    def busy(self) -> bool:
        """Whether something is under way that must not be dropped."""
        return any(job.keeps_open for job in self._jobs.values())

    def add(self, queue: Queue, job: Job) -> None:
        """Queue a job; the same call of the same owner still under way makes this one void."""
        peers = [one for one in self._jobs.values() if one.owner is job.owner]
        if job.call is not None and any(one.call == job.call for one in peers):
            return
        for peer in peers:
            peer.outdated |= job.newest is not None and peer.newest == job.newest
        number = next(self._numbers)
        job.began = time.monotonic()
        job.task = Task(lambda done, total: self._heard(number, done, total))
        self._jobs[number] = job
        self._poll.start()
        self._threads[queue].submit(self._run, number)

    def stop(self) -> None:
        """Ask every job that can be stopped to stop at its next step."""
        for job in self._jobs.values():
            job.task.cancel()

    def close(self) -> None:
        """Wait for what is under way; queue nothing after this."""
        self.stop()
        for thread in self._threads.values():
            thread.shutdown(wait=True, cancel_futures=True)
        self._poll.stop()
        self._jobs.clear()

    def _heard(self, number: int, done: int, total: int) -> None:
        self._jobs[number].report = (done, total)

    def _run(self, number: int) -> None:
        job = self._jobs[number]
        if not job.outdated:
            try:
                job.result = job.work(job.task)
            except Exception as error:
                job.error = error
        del job
        self._ended.emit(number)

    def _end(self, number: int) -> None:
        job = self._jobs.pop(number, None)
        if job is None:
            return
        try:
            if not job.outdated and shiboken6.isValid(job.owner):
                if job.error is None:
                    job.answer(job.result)
                else:
                    job.failed(job.error)
        finally:
            self._settle()

    def _settle(self) -> None:
        self._show()
        if not self._jobs:
            self._poll.stop()
            self.idle.emit()

    def _show(self) -> None:
        now = time.monotonic()
        long = [job for job in self._jobs.values() if now - job.began >= APPEARS_AFTER]
        first = next((job for job in long if job.keeps_open), long[0] if long else None)
        shown = None
        if first is not None:
            shown = Progress(first.title, *first.report, can_stop=first.can_stop)
        if shown != self._shown:
            self._shown = shown
            self.progress.emit(shown)
