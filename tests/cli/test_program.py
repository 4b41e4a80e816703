"""The program from the outside, and what it writes about itself."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest

from station_app.app import DiscreetFormatter, end_log, keep_log
from station_app.places import Places
from tests.architecture.ground import ROOT
from tests.cli.conftest import SETUP

SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def typed(*words: str, **surroundings: str) -> "subprocess.CompletedProcess[str]":
    """Run the program as the launcher does."""
    inherited = {name: text for name, text in os.environ.items() if name not in SCREENS}
    return subprocess.run(
        [sys.executable, "-m", "station_app", *words],
        cwd=ROOT,
        env=inherited | surroundings,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_the_program_answers_in_utf8_whatever_the_terminal_speaks(tmp_path: Path) -> None:
    data = str(tmp_path / "data")
    narrow = {"PYTHONIOENCODING": "ascii", "STATION_DATA": data}
    assert typed(*SETUP, **narrow).returncode == 0
    done = typed("station", "show", "--json", **narrow)
    assert (done.returncode, done.stderr) == (0, "")
    assert '"name": "演示社区站"' in done.stdout


def test_without_a_screen_the_window_names_the_verbs(tmp_path: Path) -> None:
    done = typed("--data", str(tmp_path / "data"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "./station volunteers list" in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "data").exists()


def test_an_error_nobody_foresaw_is_one_sentence_and_the_log_holds_the_rest(
    tmp_path: Path,
) -> None:
    data = tmp_path / "data"
    assert typed("--data", str(data), *SETUP).returncode == 0
    broken = "from station_app.services import stations; del stations.card_of;"
    run = "import sys; from station_app.app import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", broken + run, "--data", str(data), "station", "show"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("程序出现意外错误")
    assert done.stderr.count("\n") == 1
    assert "NameError" in (data / "logs" / "station.log").read_text("utf-8")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("phone 13800138000 called", "phone [hidden] called"),
        ("landline 0571-87001234.", "landline [hidden]."),
        ("id 99999919850102001x,", "id [hidden],"),
        ("permit H12345678", "permit [hidden]"),
        ("volunteer 260000013 on 2026-11-02 09:00:00", None),
        ("row 0192f3c4-5d6e-7f80-91a2-b3c4d5e6f708", None),
        ("bundle YS01-20261103-1-545-64e9.zip", None),
    ],
)
def test_the_log_hides_telephone_and_document_numbers(said: str, kept: str | None) -> None:
    record = logging.LogRecord("x", logging.INFO, "x", 1, said, None, None)
    assert DiscreetFormatter("%(message)s").format(record) == (kept or said)


def test_the_log_hides_numbers_in_tracebacks_too(tmp_path: Path) -> None:
    places = Places(tmp_path)
    keep_log(places)
    try:
        raise ValueError("13800138000")
    except ValueError:
        logging.getLogger("test").exception("failed for %s", "999999198501020013")
    end_log()
    text = (places.logs / "station.log").read_text("utf-8")
    assert "ValueError: [hidden]" in text
    assert "failed for [hidden]" in text


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("in the way")
    keep_log(Places(tmp_path))
    end_log()
