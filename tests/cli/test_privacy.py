"""Verbs of personal data: a look before, the erasure, who is kept for long."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Shell
from tests.helpers.clock import FixedClock


def test_a_look_tells_what_goes_and_changes_nothing(
    shell: Shell, add_volunteer: Callable[..., str]
) -> None:
    number = add_volunteer()
    said = shell("volunteers", "erase", number, "--cause", "request", "--dry-run")
    assert "保留：" in said.out
    assert "999***********0013" in said.out
    again = shell.facts("volunteers", "erase", number, "--cause", "request", "--dry-run")
    assert (again["erased"], again["number"]) == (False, number)


def test_an_erased_person_is_refused_a_second_time(
    shell: Shell, add_volunteer: Callable[..., str]
) -> None:
    number = add_volunteer()
    done = shell.facts("volunteers", "erase", number, "--cause", "request", "--note", "来信")
    assert (done["erased"], done["file_cleaned"]) == (True, True)
    said = shell("volunteers", "erase", number, "--cause", "request")
    assert said.code == 1
    assert "已于 2026-11-02 清除" in said.err
    assert shell.facts("journal", "verify")["blanked"] == 1


def test_the_inactive_are_listed_after_so_many_years(
    shell: Shell, add_volunteer: Callable[..., str], clock: FixedClock
) -> None:
    number = add_volunteer()
    clock.forward(days=800)
    assert shell.facts("volunteers", "retention")["items"] == []
    (row,) = shell.facts("volunteers", "retention", "--years", "2")["items"]
    assert (row["number"], row["last_on"], row["hours"]) == (number, None, 0.0)
    said = shell("volunteers", "retention", "--years", "60")
    assert said.code == 1


def test_a_list_leaves_with_its_reason_and_masked_numbers(
    shell: Shell, add_volunteer: Callable[..., str], tmp_path: Path
) -> None:
    add_volunteer()
    add_volunteer("王芳", "99999919900305002X")
    path = tmp_path / "名单.csv"
    made = shell.facts("volunteers", "export", path, "--why", "上级要求", "--find", "李梅")
    assert (made["people"], made["full_documents"]) == (1, False)
    assert "999999198501020013" not in path.read_text("utf-8-sig")
    assert shell("volunteers", "export", tmp_path / "a.pdf", "--why", "上级要求").code == 2
    assert shell("volunteers", "export", path).code == 2
