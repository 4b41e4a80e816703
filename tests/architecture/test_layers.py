"""Each layer imports only what lies below it; Qt, SQL and paper stay in their rooms."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.ground import ROOT

ROOMS = "ui cli services papers data certificates bundles sheets rostering domain".split()
LINT = "from importlinter.cli import lint_imports_command; lint_imports_command()"


def _lint(folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run the contracts of a folder's pyproject.toml over the station_app that lies beside it."""
    command = [sys.executable, "-c", LINT, "--no-cache"]
    return subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", check=False, timeout=300
    )


@pytest.fixture
def small_house(tmp_path: Path) -> Path:
    """A house with one empty module a room, under the project's own contracts."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for package in ("", *ROOMS):
        folder = tmp_path / "station_app" / package
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").touch()
    (tmp_path / "station_app/app.py").touch()
    return tmp_path


def test_the_house_keeps_its_layers():
    done = _lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_contracts_hold_in_a_small_house(small_house):
    (small_house / "station_app/ui/page.py").write_text(
        "import PySide6.QtWidgets\nimport station_app.services\n", encoding="utf-8"
    )
    done = _lint(small_house)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("module", "imports"),
    [
        ("services/people", "PySide6.QtCore"),
        ("wording", "PySide6"),
        ("cli/verbs", "PySide6.QtGui"),
        ("ui/page", "sqlalchemy"),
        ("domain/people", "sqlalchemy.orm"),
        ("bundles/write", "sqlite3"),
        ("services/people", "reportlab.pdfgen"),
        ("ui/page", "station_app.cli"),
        ("cli/verbs", "station_app.ui"),
        ("services/people", "station_app.ui"),
        ("data/unit", "station_app.services"),
        ("certificates/draw", "station_app.bundles"),
        ("papers/forms", "station_app.data"),
        ("certificates/draw", "station_app.papers"),
        ("domain/people", "station_app.data"),
        ("ui/page", "station_app.app"),
        ("extras", "json"),
    ],
)
def test_the_contracts_bite(small_house, module, imports):
    path = small_house / f"station_app/{module}.py"
    path.write_text(f"import {imports}\n", encoding="utf-8")
    done = _lint(small_house)
    assert done.returncode == 1
    assert "station_app." + module.replace("/", ".") in done.stdout
