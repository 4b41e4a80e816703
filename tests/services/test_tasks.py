"""A long job reports each step and stops between two of them."""

import pytest

from station_app.errors import Cancelled
from station_app.services.tasks import Task


def test_every_step_is_reported() -> None:
    heard: list[tuple[int, int]] = []
    task = Task(lambda done, total: heard.append((done, total)))
    for done in (1, 2, 3):
        task.step(done, 3)
    assert heard == [(1, 3), (2, 3), (3, 3)]


def test_a_stopped_job_ends_at_its_next_step_and_still_reports_it() -> None:
    heard: list[int] = []
    task = Task(lambda done, _total: heard.append(done))
    task.step(1, 9)
    task.cancel()
    with pytest.raises(Cancelled):
        task.step(2, 9)
    assert heard == [1, 2]
    assert task.cancelled


def test_a_job_nobody_watches_runs_all_the_same() -> None:
    Task().step(1, 1)
