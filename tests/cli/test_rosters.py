"""Verbs of the roster."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import Shell

THURSDAY = ("前台引导", "2026-11-05")


@pytest.fixture
def shifts(shell: Shell, add_volunteer: Callable[..., str]) -> Shell:
    """Two people and a week of shifts, one person each."""
    add_volunteer()
    add_volunteer("王芳", "99999919900305002X")
    shell(
        *("posts", "add", "--name", "前台引导", "--class", "service", "--place", "一楼"),
        *("--weekdays", "1-5", "--from", "09:00", "--to", "11:00", "--max-people", "1"),
    )
    shell("shifts", "make", "--from", "2026-11-02", "--to", "2026-11-06")
    return shell


def test_somebody_is_expected_and_taken_off_again(shifts: Shell) -> None:
    assert shifts("roster", "assign", "李梅", *THURSDAY).out == "已列入班次。\n"
    shown = shifts.facts("roster", "show", "--from", "2026-11-05", "--to", "2026-11-05")["items"]
    assert [(one["people"], one["missing"]) for one in shown] == [(["李梅"], 0)]
    full = shifts("roster", "assign", "王芳", *THURSDAY)
    assert full.code == 1
    assert "已满" in full.err
    assert shifts.facts("roster", "assign", "王芳", *THURSDAY, "--wait")["waiting"]
    off = shifts.facts("roster", "withdraw", "李梅", *THURSDAY, "--why", "家中有事")
    assert off["waiting"] == ["王芳"]


def test_people_are_suggested_with_reasons(shifts: Shell) -> None:
    found = shifts.facts("roster", "suggest", *THURSDAY)["items"]
    assert [one["name"] for one in found] == ["李梅", "王芳"]
    assert found[0]["reasons"] == "近90天0小时 · 近期未排班 · 住得近"
    unknown = shifts("roster", "suggest", "前台引导", "2026-11-08")
    assert (unknown.code, unknown.err.count("\n")) == (1, 1)


def test_a_week_is_proposed_and_kept_only_when_asked(shifts: Shell) -> None:
    days = ("--from", "2026-11-02", "--to", "2026-11-06")
    proposed = shifts.facts("roster", "fill", *days)
    assert proposed["proven"]
    assert len(proposed["places"]) == 4
    assert all(not one["people"] for one in shifts.facts("roster", "show", *days)["items"])
    kept = shifts.facts("roster", "fill", *days, "--keep")
    assert (kept["asked"], kept["done"], kept["missing"]) == (4, 4, [])
