"""The launcher, run for real on a small program with its own wheels: no network, no root."""

import ast
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture.ground import ROOT, script

PROGRAM = """
import json, sys, tiny
print(json.dumps({"argv": sys.argv[1:], "tiny": tiny.VERSION}))
"""


launcher = script("station")


class Checkout:
    """A folder with the real launcher, a program of one module and the wheels of its lock."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def wheel(self, version: str) -> Path:
        path = self.folder / f"wheels/tiny-{version}-py3-none-any.whl"
        path.parent.mkdir(exist_ok=True)
        about = f"tiny-{version}.dist-info"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("tiny.py", f"VERSION = {version!r}\n")
            archive.writestr(
                f"{about}/METADATA", f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n"
            )
            archive.writestr(
                f"{about}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
            )
            archive.writestr(f"{about}/RECORD", "")
        return path

    def lock(self, version: str, digest: str | None = None) -> None:
        digest = digest or hashlib.sha256(self.wheel(version).read_bytes()).hexdigest()
        (self.folder / "packaging").mkdir(exist_ok=True)
        for name in ("requirements.lock", "requirements-test.lock"):
            line = f"tiny=={version} --hash=sha256:{digest}\n# for {name}\n"
            (self.folder / "packaging" / name).write_text(line, encoding="ascii")

    def begin(self, *args: str) -> "subprocess.Popen[str]":
        (self.folder / "empty").mkdir(exist_ok=True)
        return subprocess.Popen(
            [sys.executable, str(self.folder / "station"), *args],
            cwd=self.folder / "empty",
            env={
                "PATH": str(self.folder / "empty"),  # neither apt-get nor sudo: nothing is touched
                "HOME": str(self.folder),
                "PIP_NO_INDEX": "1",
                "PIP_FIND_LINKS": (self.folder / "wheels").as_uri(),
                "PIP_CONFIG_FILE": os.devnull,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def start(self, *args: str) -> "subprocess.CompletedProcess[str]":
        begun = self.begin(*args)
        out, err = begun.communicate(timeout=120)
        return subprocess.CompletedProcess(args, begun.returncode, out, err)

    @property
    def stamp(self) -> Path:
        return self.folder / ".venv/station-stamp"

    @property
    def library(self) -> Path:
        [found] = self.folder.glob(".venv/lib/python*/site-packages/tiny.py")
        return found


def _checkout(folder: Path) -> Checkout:
    (folder / "station_app").mkdir(parents=True)
    (folder / "station_app/__main__.py").write_text(PROGRAM, encoding="utf-8")
    shutil.copy(ROOT / "station", folder / "station")
    made = Checkout(folder)
    made.lock("1.0")
    return made


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """One checkout whose first start was made, with what that start said."""
    made = _checkout(tmp_path_factory.mktemp("first") / "阵地 one")
    return made, made.start("--data", "x", "volunteers", "list")


@pytest.fixture
def ready(first, tmp_path) -> Checkout:
    """A copy of that checkout, to be spoiled."""
    shutil.copytree(first[0].folder, tmp_path / "copy", symlinks=True)
    return Checkout(tmp_path / "copy")


def test_first_start_sets_up_and_hands_every_argument_over(first):
    _, done = first
    assert json.loads(done.stdout) == {"argv": ["--data", "x", "volunteers", "list"], "tiny": "1.0"}
    assert "making .venv" in done.stderr
    assert "ready in" in done.stderr


def test_second_start_says_and_installs_nothing(ready):
    before = ready.stamp.stat().st_mtime_ns
    done = ready.start("volunteers", "list")
    assert done.returncode == 0
    assert done.stderr == ""
    assert ready.stamp.stat().st_mtime_ns == before


def test_a_changed_lock_is_installed_over_the_old_one(ready):
    ready.lock("2.0")
    done = ready.start("volunteers")
    assert json.loads(done.stdout)["tiny"] == "2.0"
    assert "making .venv" not in done.stderr


def test_what_an_interrupted_set_up_left_behind_is_made_anew(ready):
    ready.stamp.unlink()
    ready.library.write_text("half a fi", encoding="ascii")
    done = ready.start("volunteers")
    assert json.loads(done.stdout)["tiny"] == "1.0"
    assert "making .venv" in done.stderr


def test_two_starts_at_once_set_up_once(ready):
    ready.lock("2.0")
    both = [ready.begin("volunteers"), ready.begin("volunteers")]
    said = [process.communicate(timeout=120) for process in both]
    assert [json.loads(out)["tiny"] for out, _ in said] == ["2.0", "2.0"]
    assert sum(err.count("installing requirements.lock") for _, err in said) == 1


def test_a_start_waits_for_what_a_killed_launcher_left_running(ready):
    """A pip that was left alone still holds the lock: here a reader that ends when told to."""
    script = str(ready.folder / "station")
    ready.lock("2.0")
    hold = f"import runpy; m = runpy.run_path({script!r}, None, 'launcher'); " + (
        "c = m['one_at_a_time'](); held = c.__enter__(); import subprocess, os, sys; "
        "p = subprocess.Popen(['cat'], pass_fds=held); print('held', flush=True); os._exit(0)"
    )
    killed = subprocess.Popen(
        [sys.executable, "-c", hold],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert killed.stdout
    assert killed.stdin
    assert killed.stdout.readline() == "held\n"
    assert killed.wait(timeout=60) == 0
    second = ready.begin("volunteers")
    assert second.stderr
    assert "another start is setting up" in second.stderr.readline()
    killed.stdin.close()
    out, _ = second.communicate(timeout=120)
    killed.stdout.close()
    assert json.loads(out)["tiny"] == "2.0"


def test_a_part_that_is_not_the_locked_one_stops_the_start_and_names_the_command(ready):
    ready.lock("2.0")
    ready.lock("2.0", digest="0" * 64)
    done = ready.start("volunteers")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "-m pip install --require-hashes --only-binary :all: -r" in done.stderr
    assert not ready.stamp.exists()


def _without_a_library(ready: Checkout) -> None:
    script = ready.folder / "station"
    text = script.read_text(encoding="utf-8")
    script.write_text(text.replace("libGL.so.1", "libGL-not-here.so.1"), encoding="utf-8")


def test_a_missing_library_stops_the_screenshots_and_names_the_line_to_type(ready):
    _without_a_library(ready)
    done = ready.start("screenshots", "--out", "x")
    assert done.returncode == 1
    assert "缺少系统组件" in done.stderr
    assert "    sudo apt-get update && sudo apt-get install -y libgl1\n" in done.stderr


@pytest.mark.parametrize(
    "args", [["volunteers"], ["demo", "--no-window"], ["--help"], ["screenshots", "--help"]]
)
def test_a_missing_library_does_not_stop_what_shows_no_window(ready, args):
    _without_a_library(ready)
    assert json.loads(ready.start(*args).stdout)["argv"] == args


def test_a_module_of_the_present_folder_is_not_taken_for_the_programs(ready):
    (ready.folder / "empty/tiny.py").write_text("VERSION = 'a stranger'\n", encoding="utf-8")
    assert json.loads(ready.start("volunteers").stdout)["tiny"] == "1.0"


@pytest.mark.parametrize(
    ("args", "verb"),
    [
        ([], ""),
        (["--data", "test"], ""),
        (["--data=x", "--json", "hours", "list"], "hours"),
        (["test", "tests/ui"], "test"),
        (["certificates", "issue", "--help"], "help"),
    ],
)
def test_the_verb_is_told_from_options_and_their_values(args, verb):
    assert launcher.verb_of(args) == verb


def test_the_window_needs_all_libraries_and_lists_need_none():
    assert set(launcher.libraries([])) == {*launcher.QT, *launcher.WINDOW}
    assert set(launcher.libraries(["test"])) == set(launcher.QT)
    assert launcher.libraries(["hours", "list"]) == {}


def test_an_old_python_can_read_the_launcher_and_is_told_what_is_needed(ready):
    ast.parse((ROOT / "station").read_text(encoding="utf-8"), feature_version=(3, 8))
    old = "import runpy, sys; sys.version_info = (3, 9); runpy.run_path('station', {}, '__main__')"
    done = subprocess.run(
        [sys.executable, "-c", old],
        cwd=ready.folder,
        env={"PATH": str(ready.folder / "empty")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "需要 Python 3.11 或更新版本，本机为 3.9。" in done.stderr
    assert "Python 3.11 or newer is needed; this is 3.9." in done.stderr
