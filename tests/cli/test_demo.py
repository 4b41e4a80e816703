"""Verbs around the program: the sample month and its window, pictures."""

from collections.abc import Sequence
from pathlib import Path

from station_app.data.unit import Office
from station_app.places import Places
from tests.cli.conftest import Shell


class Camera(Shell):
    """A shell whose pictures are only noted down: the window has tests of its own."""

    def take_screenshots(self, office: Office, places: Places, out: Path) -> Sequence[Path]:
        """One picture."""
        return [out / "today.png"]


def test_a_sample_month_is_made_and_then_the_window_opens(bare_shell: Shell) -> None:
    said = bare_shell("demo", "--volunteers", "5")
    assert said.code == 0
    assert said.out.startswith(f"已在 {bare_shell.places.data} 生成 5 名志愿者的演示数据。")
    assert bare_shell.windows == [bare_shell.places]
    again = bare_shell("demo", "--volunteers", "5", "--no-window")
    assert (again.code, len(bare_shell.windows)) == (1, 1)
    assert len(bare_shell.facts("volunteers", "list")["items"]) == 5


def test_without_a_window_the_answer_is_all(bare_shell: Shell) -> None:
    made = bare_shell.facts("demo", "--volunteers", "3", "--seed", "7", "--no-window")
    assert (made["volunteers"], made["posts"], bare_shell.windows) == (3, 6, [])
    assert Path(made["bundle"]).exists()
    assert bare_shell.facts("journal", "verify")["sound"]


def test_pictures_are_listed(shell: Shell, tmp_path: Path) -> None:
    shell.__class__ = Camera
    assert shell.facts("screenshots", "--out", tmp_path)["pictures"] == [
        str(tmp_path / "today.png")
    ]
