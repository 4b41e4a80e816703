"""Copies of the books made by hand."""

import signal

import pytest

from station_app.data.errors import DataUnreachable
from station_app.errors import StationError
from station_app.services.backups import back_up_now, backups
from tests.helpers.builders import a_volunteer


def test_a_copy_is_opened_and_counted_before_it_is_called_one(office, places, clock):
    a_volunteer(office)
    made = back_up_now(places, clock)
    assert (made.people, made.minutes) == (1, 0)
    assert made.backup.path.read_bytes()[:6] == b"SQLite"


def test_the_newest_copy_stands_first(office, places, clock):
    first = back_up_now(places, clock)
    clock.forward(minutes=1)
    second = back_up_now(places, clock)
    assert [one.path for one in backups(places)] == [second.backup.path, first.backup.path]


def test_nothing_but_the_copy_is_left_in_the_folder(office, places, clock):
    made = back_up_now(places, clock)
    assert list(places.backups.iterdir()) == [made.backup.path]


def test_a_folder_that_cannot_be_made_is_told(office, places, clock):
    places.backups.write_text("in the way")
    with pytest.raises(DataUnreachable):
        back_up_now(places, clock)


def test_a_desk_without_copies_has_none(office, places):
    assert backups(places) == ()


def test_a_copy_for_which_there_is_no_room_is_told_and_not_left_behind(office, places, clock):
    a_volunteer(office)
    resource = pytest.importorskip("resource")
    before, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(StationError):
            back_up_now(places, clock)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before, hard))
        signal.signal(signal.SIGXFSZ, handler)
    assert list(places.backups.iterdir()) == []
