"""What a verb is, and what it works with."""

import argparse
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

from station_app.cli.answers import Answer
from station_app.clock import Clock
from station_app.data.errors import telling
from station_app.data.unit import Office
from station_app.domain.stations import StationNotSetUp
from station_app.places import Places
from station_app.services.stations import this_station
from station_app.services.tasks import Task


class Surroundings(Protocol):
    """What lies above the verbs and is handed to them: the composition root keeps it."""

    clock: Clock

    def speak_codes(self, places: Places) -> None:
        """Speak the labels of a folder's books from now on; the shipped ones where it has none."""
        ...

    def open_books(self, places: Places, clock: Clock) -> Office:
        """The books of a folder, made where there are none."""
        ...

    def open_window(self, places: Places) -> int:
        """Show the window until it is closed."""
        ...

    def take_screenshots(self, office: Office, places: Places, out: Path) -> Sequence[Path]:
        """A picture of every page in every language."""
        ...


class Call:
    """One verb being done: its options, its data folder, and the books once they are asked for."""

    def __init__(
        self, options: argparse.Namespace, places: Places, surroundings: Surroundings, task: Task
    ) -> None:
        self.options = options
        self.places = places
        self.surroundings = surroundings
        self.task = task
        self._closing = ExitStack()

    @property
    def clock(self) -> Clock:
        """The present instant."""
        return self.surroundings.clock

    @cached_property
    def office(self) -> Office:
        """The books of a station that is set up; raises StationNotSetUp.

        A folder without books is left as it is: a mistyped name must not make a folder.
        """
        with telling(self.places.data):
            if not self.places.database.exists():
                raise StationNotSetUp
        office = self.open_books()
        office.read(this_station)
        return office

    def open_books(self) -> Office:
        """The books of the folder, new ones where there are none."""
        office = self.surroundings.open_books(self.places, self.clock)
        self._closing.callback(office.close)
        return office

    def close(self) -> None:
        """Close what was opened."""
        self._closing.close()


Options = Callable[[argparse.ArgumentParser], object]


def no_options(parser: argparse.ArgumentParser) -> None:
    """The verb stands alone."""


def nothing_more(call: Call) -> int:
    """The verb ends with its answer."""
    return 0


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: the words that call it, a line of help, its options, what it does.

    `afterwards` comes after the answer and gives the exit code.
    """

    words: tuple[str, ...]
    help: str
    run: Callable[[Call], Answer]
    options: Options = no_options
    afterwards: Callable[[Call], int] = nothing_more
