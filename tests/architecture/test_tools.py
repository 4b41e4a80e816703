"""The linter, the formatter and the type checker have nothing to say."""

import subprocess
import sys

from tests.architecture.ground import ROOT


def _silent(*command: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_ruff_finds_nothing():
    _silent("ruff", "check", "--output-format", "concise", ".")


def test_every_file_is_formatted():
    _silent("ruff", "format", "--check", "--output-format", "concise", ".")


def test_mypy_finds_nothing():
    _silent("mypy", "--no-error-summary")
