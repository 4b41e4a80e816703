"""A desk that is worked by verbs: what is typed, what is said, how it ends."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from station_app import cli
from station_app.app import Program, end_log
from station_app.data.unit import Office
from station_app.places import Places, resource
from tests.helpers.clock import FixedClock

SAMPLES = resource("samples")
SETUP = ("setup", "--name", "演示社区站", "--code", "ys01", "--recording-unit", "演示居委会")


@dataclass(frozen=True, slots=True)
class Said:
    """How a verb ended, what it wrote to either stream."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> Any:
        """The one JSON object of the answer."""
        return json.loads(self.out)


class Shell(Program):
    """Verbs at a clock that the test sets; the window is only noted down."""

    def __init__(self, clock: FixedClock, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        super().__init__(clock)
        self.places = Places(data)
        self.windows: list[Places] = []
        self._capsys = capsys

    def open_window(self, places: Places) -> int:
        """Note that a window would be shown."""
        self.windows.append(places)
        return 0

    def __call__(self, *words: str | Path) -> Said:
        """Type a verb at this data folder."""
        self._capsys.readouterr()
        code = cli.run(["--data", str(self.places.data), *map(str, words)], self)
        out, err = self._capsys.readouterr()
        return Said(code, out, err)

    def facts(self, *words: str | Path) -> Any:
        """Type a verb with --json that must be done; its answer."""
        said = self(*words, "--json")
        assert said.code == 0, said.err
        return said.facts

    def books(self) -> Office:
        """The books behind the verbs, to look into; close them again."""
        return self.open_books(self.places, self.clock)


@pytest.fixture
def bare_shell(
    clock: FixedClock, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Iterator[Shell]:
    """A shell at a data folder that is not there yet."""
    yield Shell(clock, tmp_path / "data", capsys)
    end_log()


@pytest.fixture
def shell(bare_shell: Shell) -> Shell:
    """A shell at the desk of a station."""
    assert bare_shell(*SETUP).code == 0
    return bare_shell


@pytest.fixture
def add_post(shell: Shell) -> Callable[[str], None]:
    """Open a post on workdays from nine to eleven."""

    def add(name: str) -> None:
        place = ("--class", "service", "--place", "一楼", "--weekdays", "1-5")
        said = shell("posts", "add", "--name", name, *place, "--from", "09:00", "--to", "11:00")
        assert said.code == 0, said.err

    return add


@pytest.fixture
def add_volunteer(shell: Shell) -> Callable[..., str]:
    """Register somebody by hand; the volunteer number."""

    def add(name: str = "李梅", document: str = "999999198501020013", *more: str) -> str:
        consent = ("--consent-on", "2026-10-01", "--consent-way", "paper")
        words = ("--name", name, "--document", document, "--area", "演示社区", *consent, *more)
        number: str = shell.facts("volunteers", "add", *words)["number"]
        return number

    return add
