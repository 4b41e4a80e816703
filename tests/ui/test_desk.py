"""Work leaves the screen's thread and comes back only to whoever is still there."""

import logging
import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from station_app.data.unit import Unit
from station_app.domain.stations import StationAlreadySetUp
from station_app.errors import Cancelled, StationError
from station_app.services.stations import change_station, set_up, this_station
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.jobs import Progress
from station_app.ui.notices import Notice
from station_app.ui.theme import Tone
from station_app.wording import sentence
from tests.conftest import STATION


class Gate:
    """Holds work on its thread until the test lets it go on."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._reached = threading.Event()
        self.passed: list[str] = []

    def __call__(self, name: str = "") -> str:
        self._reached.set()
        assert self._open.wait(20)
        self.passed.append(name)
        return name

    def reached(self) -> None:
        """Wait until somebody stands at the gate."""
        assert self._reached.wait(20)

    def open(self) -> None:
        """Let everybody through."""
        self._open.set()


def on_the_desk_of(unit: Unit, gate: Gate, name: str) -> str:
    """A use case that takes as long as the test wants."""
    return gate(name)


def faulty(unit: Unit) -> None:
    """A use case with a bug in it."""
    raise ZeroDivisionError


@pytest.fixture
def owner() -> QObject:
    """Whoever asks."""
    return QObject()


@pytest.fixture
def told(desk: Desk) -> list[Notice]:
    """What the message bar would show."""
    notices: list[Notice] = []
    desk.notice.connect(notices.append)
    return notices


def test_a_write_is_answered_on_the_screens_thread(desk: Desk, owner: QObject) -> None:
    answers: list[tuple[str, int]] = []
    renamed = replace(STATION, name="新名称实践点")
    desk.write(
        owner,
        change_station,
        renamed,
        done=lambda card: answers.append((card.name, threading.get_ident())),
    )
    desk.settle()
    assert answers == [("新名称实践点", threading.get_ident())]


def test_a_read_runs_beside_the_screen(desk: Desk, owner: QObject) -> None:
    where: list[int] = []

    def look(unit: Unit) -> str:
        where.append(threading.get_ident())
        return this_station(unit).name

    names: list[str] = []
    desk.read(owner, look, done=names.append)
    desk.settle()
    assert names == [STATION.name]
    assert where != [threading.get_ident()]


def test_a_refusal_goes_to_whoever_asked_for_it(
    desk: Desk, owner: QObject, told: list[Notice]
) -> None:
    refused: list[StationError] = []
    desk.write(owner, set_up, STATION, refused=refused.append)
    desk.settle()
    assert isinstance(refused[0], StationAlreadySetUp)
    assert told == []


def test_a_refusal_nobody_asked_for_is_told_in_the_bar(
    desk: Desk, owner: QObject, told: list[Notice]
) -> None:
    desk.write(owner, set_up, STATION)
    desk.settle()
    assert told == [Notice(Tone.DANGER, sentence(StationAlreadySetUp(STATION.name)))]


def test_what_nobody_foresaw_is_logged_and_told_as_a_bug(
    desk: Desk, owner: QObject, told: list[Notice], caplog: pytest.LogCaptureFixture
) -> None:
    bugs: list[Exception] = []
    desk.bug.connect(bugs.append)
    with caplog.at_level(logging.ERROR):
        desk.write(owner, faulty)
        desk.settle()
    assert [type(bug) for bug in bugs] == [ZeroDivisionError]
    assert "ZeroDivisionError" in caplog.text
    assert told == []


def test_a_page_that_is_gone_is_not_called_back(desk: Desk, owner: QObject) -> None:
    gate, answers = Gate(), list[str]()
    desk.write(owner, on_the_desk_of, gate, "late", done=answers.append)
    gate.reached()
    shiboken6.delete(owner)
    gate.open()
    desk.settle()
    assert gate.passed == ["late"]
    assert answers == []


def test_a_second_press_of_the_same_key_is_one_too_many(desk: Desk, owner: QObject) -> None:
    gate, answers = Gate(), list[str]()
    for _press in range(3):
        desk.write(owner, on_the_desk_of, gate, "save", done=answers.append)
    desk.write(owner, on_the_desk_of, gate, "other", done=answers.append)
    gate.open()
    desk.settle()
    assert answers == ["save", "other"]


def test_the_same_press_counts_again_once_the_first_is_done(desk: Desk, owner: QObject) -> None:
    gate, answers = Gate(), list[str]()
    gate.open()
    for _press in range(2):
        desk.write(owner, on_the_desk_of, gate, "save", done=answers.append)
        desk.settle()
    assert answers == ["save", "save"]


def test_of_questions_under_one_key_only_the_newest_is_answered(desk: Desk, owner: QObject) -> None:
    gate, answers = Gate(), list[str]()
    for name in ("l", "li", "lim"):
        desk.read(owner, on_the_desk_of, gate, name, done=answers.append, newest="find")
        gate.reached()
    gate.open()
    desk.settle()
    assert answers == ["lim"]
    assert "li" not in gate.passed


def test_writes_and_questions_keep_their_order(desk: Desk, owner: QObject) -> None:
    gate, answers = Gate(), list[str]()
    desk.write(owner, on_the_desk_of, gate, "one", done=answers.append)
    desk.read(owner, on_the_desk_of, gate, "two", done=answers.append)
    desk.write(owner, on_the_desk_of, gate, "three", done=answers.append)
    gate.open()
    desk.settle()
    assert answers == ["one", "two", "three"]


def test_the_press_works_while_the_desk_is_held_up(desk: Desk, owner: QObject) -> None:
    gate, answers = Gate(), list[str]()
    desk.write(owner, on_the_desk_of, gate, "desk", done=answers.append)

    def done(name: str) -> None:
        answers.append(name)
        gate.open()

    desk.press(owner, lambda _task: "press", done=done)
    desk.settle()
    assert answers == ["press", "desk"]


def test_the_changed_tables_are_told_before_the_answer(desk: Desk, owner: QObject) -> None:
    order: list[object] = []
    desk.changed.connect(order.append)
    renamed = replace(STATION, phone="010-11111111")
    desk.write(owner, change_station, renamed, done=lambda card: order.append(card.phone))
    desk.settle()
    assert order == [frozenset({"station"}), "010-11111111"]


def test_work_is_shown_only_once_it_takes_long(desk: Desk, owner: QObject, qtbot: QtBot) -> None:
    shown: list[Progress | None] = []
    desk.jobs.progress.connect(shown.append)
    gate = Gate()
    desk.press(owner, _counting(gate), title="证书")
    gate.reached()
    assert shown == []
    qtbot.waitUntil(lambda: bool(shown), timeout=5000)
    assert shown == [Progress("证书", 1, 3, can_stop=True)]
    gate.open()
    desk.settle()
    assert shown[-1] is None


def test_quick_work_is_never_shown(desk: Desk, owner: QObject) -> None:
    shown: list[Progress | None] = []
    desk.jobs.progress.connect(shown.append)
    desk.press(owner, lambda task: task.step(1, 1))
    desk.settle()
    assert shown == []


def test_a_thousand_steps_are_at_most_twenty_pictures_a_second(
    desk: Desk, owner: QObject, qtbot: QtBot
) -> None:
    shown: list[Progress | None] = []
    desk.jobs.progress.connect(shown.append)
    gate, second = Gate(), Gate()

    def work(task: Task) -> None:
        gate()
        for done in range(10_000):
            task.step(done, 10_000)
        second()

    desk.press(owner, work)
    qtbot.waitUntil(lambda: bool(shown), timeout=5000)
    gate.open()
    second.reached()
    second.open()
    desk.settle()
    assert len(shown) < 20


def test_work_that_is_stopped_says_so_calmly(
    desk: Desk, owner: QObject, told: list[Notice]
) -> None:
    gate = Gate()
    task = desk.press(owner, _counting(gate))
    gate.reached()
    task.cancel()
    gate.open()
    desk.settle()
    assert told == [Notice(Tone.INFO, sentence(Cancelled()))]


def test_closing_the_desk_waits_for_a_write_under_way(desk: Desk, owner: QObject) -> None:
    gate = Gate()
    desk.write(owner, on_the_desk_of, gate, "kept")
    gate.reached()
    threading.Timer(0.05, gate.open).start()
    desk.close()
    assert gate.passed == ["kept"]


def test_only_questions_under_way_do_not_keep_the_window_open(desk: Desk, owner: QObject) -> None:
    gate = Gate()
    desk.read(owner, on_the_desk_of, gate, "question")
    assert not desk.jobs.busy
    desk.write(owner, on_the_desk_of, gate, "write")
    assert desk.jobs.busy
    gate.open()
    desk.settle()
    assert not desk.jobs.busy


def test_soon_runs_once_after_the_last_wish(desk: Desk, owner: QObject) -> None:
    ran: list[int] = []
    for number in range(5):
        desk.soon(owner, "key", 60_000, _adding(ran, number))
    desk.settle()
    assert ran == [4]


def test_soon_is_forgotten_with_its_owner(desk: Desk, owner: QObject) -> None:
    ran: list[int] = []
    desk.soon(owner, "key", 60_000, _adding(ran, 1))
    shiboken6.delete(owner)
    desk.settle()
    assert ran == []
    assert desk.settled


def _adding(ran: list[int], number: int) -> Callable[[], None]:
    return lambda: ran.append(number)


def _counting(gate: Gate) -> Callable[[Task], None]:
    def work(task: Task) -> None:
        task.step(1, 3)
        gate()
        task.step(2, 3)

    return work
