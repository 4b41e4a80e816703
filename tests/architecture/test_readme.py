"""What README tells a newcomer to type does what it says."""

import os
import subprocess
from pathlib import Path

import pytest

from tests.architecture.ground import ROOT
from tests.architecture.readme import BARE, launcher, runnable, typed, wrongly_skipped

SAMPLE = """
```console
$ git clone it
$ ./station   # opens a window
$ ./station test
$ ./station demo --no-window
200 volunteers
$ ./station volunteers list \\
    --find zxm
$ ./station hours list # opens a window
```
```python
./station never
```
```console
mkdir stick
./station bundle export --to stick
```
"""


@pytest.fixture
def readme() -> str:
    return (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder that looks like the checkout and can be written to freely."""
    for name in ("station", "resources"):
        (tmp_path / name).symlink_to(ROOT / name)
    return tmp_path


def test_the_readme_shows_the_two_commands(readme):
    lines = [line.partition(" #")[0].strip() for line in typed(readme)]
    assert set(BARE) <= set(lines)
    assert launcher.libraries([])
    assert "pytest" in launcher.command_for(["test"])


def test_every_command_of_the_readme_runs(readme, desk):
    """One desk for all of them, in order, as a reader would go through them."""
    own = {"STATION_DATA": str(desk / "data"), "HOME": str(desk)}
    for line in runnable(readme):
        done = subprocess.run(
            ["bash", "-c", line],
            cwd=desk,
            env={**os.environ, **own, "QT_QPA_PLATFORM": "offscreen"},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=300,
        )
        assert done.returncode == 0, f"{line}\n{done.stdout}{done.stderr}"


def test_only_what_opens_a_window_is_left_out(readme):
    assert list(wrongly_skipped(readme)) == []


def test_the_lines_to_run_are_found_in_order():
    assert list(runnable(SAMPLE)) == [
        "./station demo --no-window",
        "./station volunteers list      --find zxm",
        "mkdir stick",
        "./station bundle export --to stick",
    ]


def test_a_line_that_is_skipped_without_need_is_named():
    assert list(wrongly_skipped(SAMPLE)) == ["./station hours list # opens a window"]
