"""Verbs at a data folder that something is wrong with, and power that fails in the middle."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from station_app.data.lock import held
from station_app.demo import rosters
from tests.architecture.ground import ROOT
from tests.cli.conftest import SAMPLES, SETUP, Shell

ROSTER, ROSTER_DONE = SAMPLES / "roster.xlsx", rosters.ROSTER.done


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_that_cannot_be_written_gets_a_sentence(shell: Shell) -> None:
    shell.places.data.chmod(0o500)
    said = shell("volunteers", "import", ROSTER, "--json")
    shell.places.data.chmod(0o700)
    assert (said.code, said.facts["error"]["code"]) == (1, "data_read_only")


def test_a_folder_that_cannot_be_made_gets_a_sentence(bare_shell: Shell) -> None:
    bare_shell.places.data.write_text("a file, not a folder")
    said = bare_shell(*SETUP)
    assert (said.code, said.err.count("\n")) == (1, 1)
    assert bare_shell.places.data.read_text() == "a file, not a folder"


def test_books_of_a_newer_version_get_a_sentence_and_stay_as_they_are(shell: Shell) -> None:
    with closing(dbapi2.connect(str(shell.places.database))) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = files(shell.places.data)
    said = shell("volunteers", "import", ROSTER, "--json")
    assert (said.code, said.facts["error"]["code"]) == (1, "data_newer")
    assert files(shell.places.data) == before


def test_damaged_books_get_a_sentence_and_stay_as_they_are(shell: Shell) -> None:
    shell.places.database.write_bytes(b"SQLite format 3\x00" + b"nonsense" * 1000)
    (shell.places.data / "checked-on.txt").unlink()
    before = shell.places.database.read_bytes()
    said = shell("volunteers", "list", "--json")
    assert (said.code, said.facts["error"]["code"]) == (1, "data_damaged")
    assert said.err.count("\n") == 1
    assert shell.places.database.read_bytes() == before


def test_verbs_work_while_a_window_has_the_folder(shell: Shell) -> None:
    with held(shell.places.lock, wait=False):
        assert shell("volunteers", "import", ROSTER).code == 0


@pytest.mark.parametrize("step", [5, 300, 301, 450, 590])
def test_power_that_fails_in_an_import_leaves_the_books_right(shell: Shell, step: int) -> None:
    before = shell.facts("journal", "head")
    kill(shell, "import", ROSTER, step)
    assert shell.facts("volunteers", "list") == {"items": []}
    assert shell.facts("journal", "verify")["sound"]
    assert shell.facts("journal", "head") == before
    assert shell("volunteers", "import", ROSTER).code == 0


@pytest.mark.parametrize("step", [1, 400, 650, 790, 900])
def test_power_that_fails_in_an_export_books_no_bundle(
    shell: Shell, tmp_path: Path, step: int
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    shell("volunteers", "import", ROSTER)
    before = shell.facts("journal", "head")
    kill(shell, "export", stick, step)
    assert shell.facts("bundle", "list") == {"items": []}
    assert shell.facts("journal", "head") == before
    assert shell.facts("bundle", "export", "--to", stick)["rows"]["volunteer"] == ROSTER_DONE
    assert shell.facts("journal", "verify")["sound"]


def kill(shell: Shell, work: str, path: Path, step: int) -> None:
    """Begin something in a program of its own, which the system kills at a step."""
    words = ["-m", "tests.cli.killed", work, str(shell.places.data), str(path), str(step)]
    killed = subprocess.run([sys.executable, *words], cwd=ROOT, timeout=120, check=False)
    assert killed.returncode == -signal.SIGKILL


def test_a_full_disk_is_told_and_changes_nothing(shell: Shell) -> None:
    """The quota stands in for the disk: SQLite meets the same error at the same place."""
    program = (
        "import resource, runpy, signal, sys;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000));"
        "sys.argv[0] = 'station_app'; runpy.run_module('station_app', run_name='__main__')"
    )
    words = ["--data", str(shell.places.data), "volunteers", "import", str(ROSTER)]
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert shell.facts("volunteers", "list") == {"items": []}
    assert shell.facts("journal", "verify")["sound"]


def test_a_list_may_be_read_by_a_program_that_stops_reading(shell: Shell) -> None:
    shell("volunteers", "import", ROSTER)
    words = f"{sys.executable} -m station_app --data {shell.places.data} volunteers list --json"
    head = shutil.which("head")
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{words} | {head} -c 10"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
