"""What every page works with: the office, the two queues, notices, preferences, the way elsewhere.

A page never opens a unit and never waits. It hands a use case to the desk and is called back on the
screen's thread, unless it has been closed meanwhile.
"""

import logging
import time
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Signal

from station_app.clock import Clock
from station_app.data.unit import Office
from station_app.errors import Cancelled, StationError
from station_app.i18n import _
from station_app.places import Places
from station_app.services.tasks import Task
from station_app.ui.jobs import Job, Jobs, Queue
from station_app.ui.notices import Action, Notice
from station_app.ui.preferences import PreferenceFile
from station_app.ui.theme_tokens import Tone
from station_app.wording import sentence

T = TypeVar("T")
_Name = tuple[int, Hashable]
_log = logging.getLogger(__name__)


class Desk(QObject):
    """The one object a page is given.

    `changed` carries the frozenset of table names a commit touched; `notice` a Notice for the bar;
    `bug` an exception nobody foresaw; `route` a page key and the id of what to show there.
    """

    changed = Signal(object)
    notice = Signal(object)
    bug = Signal(object)
    route = Signal(str, str)
    _committed = Signal(object)

    def __init__(
        self,
        office: Office,
        places: Places,
        preferences: PreferenceFile,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.office = office
        self.places = places
        self.preferences = preferences
        self.jobs = Jobs(self)
        self._soon: dict[_Name, QTimer] = {}
        self._committed.connect(self.changed, Qt.ConnectionType.QueuedConnection)
        office.on_change(self._on_commit)

    @property
    def clock(self) -> Clock:
        """The clock of the office."""
        return self.office.clock

    def write(
        self,
        owner: QObject,
        use_case: Callable[..., T],
        *args: Any,
        done: Callable[[T], object] | None = None,
        refused: Callable[[StationError], object] | None = None,
        **kwargs: Any,
    ) -> None:
        """Run a use case in a writing unit; the same call while it waits is one press too many."""
        call = (use_case, args, kwargs)
        job = self._job(
            owner,
            lambda _task: self.office.write(use_case, *args, **kwargs),
            done,
            refused,
            call=call,
            keeps_open=True,
        )
        self.jobs.add(Queue.DESK, job)

    def read(
        self,
        owner: QObject,
        use_case: Callable[..., T],
        *args: Any,
        done: Callable[[T], object] | None = None,
        refused: Callable[[StationError], object] | None = None,
        newest: Hashable = None,
        **kwargs: Any,
    ) -> None:
        """Run a use case in a reading unit; of calls with one `newest` key the last answers."""
        self.query(
            owner,
            lambda: self.office.read(use_case, *args, **kwargs),
            done=done,
            refused=refused,
            newest=newest,
        )

    def query(
        self,
        owner: QObject,
        question: Callable[[], T],
        *,
        done: Callable[[T], object] | None = None,
        refused: Callable[[StationError], object] | None = None,
        newest: Hashable = None,
    ) -> None:
        """Ask something unbounded that opens its own units, in turn with the writes."""
        job = self._job(owner, lambda _task: question(), done, refused, newest=newest)
        self.jobs.add(Queue.DESK, job)

    def press(
        self,
        owner: QObject,
        work: Callable[[Task], T],
        *,
        done: Callable[[T], object] | None = None,
        refused: Callable[[StationError], object] | None = None,
        title: str = "",
    ) -> Task:
        """Run long work (rendering, copying, importing) beside the desk; it can be stopped."""
        job = self._job(
            owner,
            work,
            done,
            refused,
            title=title or _("Working …"),
            keeps_open=True,
            can_stop=True,
        )
        self.jobs.add(Queue.PRESS, job)
        return job.task

    def soon(self, owner: QObject, key: Hashable, delay: int, run: Callable[[], object]) -> None:
        """Run on the screen's thread after `delay` ms of quiet under this key of this owner."""
        name = (id(owner), key)
        self._drop(name)
        timer = QTimer(self, singleShot=True, interval=delay)
        timer.timeout.connect(lambda: self._due(name, owner, run))
        self._soon[name] = timer
        timer.start()

    def tell(self, tone: Tone, text: str, action: Action | None = None) -> None:
        """Put one sentence into the message bar."""
        self.notice.emit(Notice(tone, text, action))

    def refuse(self, error: StationError) -> None:
        """Tell the clerk what a refusal says."""
        tone = Tone.INFO if isinstance(error, Cancelled) else Tone.DANGER
        self.tell(tone, sentence(error))

    def report_bug(self, error: BaseException) -> None:
        """Log what nobody foresaw and say so calmly."""
        _log.error("unforeseen", exc_info=error)
        self.bug.emit(error)

    def go(self, page: str, what: str = "") -> None:
        """Show a page, and on it the thing with this id."""
        self.route.emit(page, what)

    @property
    def settled(self) -> bool:
        """Whether nothing is under way and nothing is about to be."""
        return not self.jobs.waiting and not self._soon

    def settle(self, seconds: float = 60) -> None:
        """Return when nothing is under way any more; raises TimeoutError after `seconds`."""
        until = time.monotonic() + seconds
        flags = QEventLoop.ProcessEventsFlag
        while True:
            QCoreApplication.processEvents(flags.AllEvents)
            if self.settled:
                QCoreApplication.sendPostedEvents()  # what the last answer asked of the layouts
                if self.settled:
                    return
            if time.monotonic() > until:
                raise TimeoutError
            for timer in tuple(self._soon.values()):
                timer.setInterval(0)
            QCoreApplication.processEvents(flags.AllEvents | flags.WaitForMoreEvents)

    def close(self) -> None:
        """Wait for work under way and stop the threads; what was to run soon does not run."""
        for timer in self._soon.values():
            timer.stop()
        self.jobs.close()

    def _job(
        self,
        owner: QObject,
        work: Callable[[Task], T],
        done: Callable[[T], object] | None,
        refused: Callable[[StationError], object] | None,
        **more: Any,
    ) -> Job:
        def failed(error: Exception) -> None:
            if isinstance(error, StationError):
                (refused or self.refuse)(error)
            else:
                self.report_bug(error)

        return Job(owner, work, done or _nothing, failed, **more)

    def _on_commit(self, tables: frozenset[str]) -> None:
        self._committed.emit(tables)

    def _due(self, name: _Name, owner: QObject, run: Callable[[], object]) -> None:
        self._drop(name)
        if shiboken6.isValid(owner):
            run()

    def _drop(self, name: _Name) -> None:
        if (timer := self._soon.pop(name, None)) is not None:
            timer.stop()
            timer.deleteLater()


def _nothing(result: object) -> None:
    """Nobody waits for the answer."""
