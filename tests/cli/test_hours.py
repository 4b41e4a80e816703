"""Verbs of hours after the fact."""

from collections.abc import Callable
from pathlib import Path

import pytest

from station_app.domain.journal import head_code
from tests.cli.conftest import Shell
from tests.helpers.clock import FixedClock

FRIDAY = "2026-10-30"


@pytest.fixture
def li(shell: Shell, add_post: Callable[[str], None], add_volunteer: Callable[..., str]) -> str:
    """李梅, at a post."""
    add_post("图书角值守")
    return add_volunteer()


def ask(shell: Shell, who: str, came: str, left: str, *more: str):
    times = ("--came", came, "--left", left, "--reason", "忘带卡", "--witness", "周敏")
    return shell("hours", "supplement", who, FRIDAY, "--post", "图书角值守", *times, *more)


def test_hours_are_asked_for_confirmed_corrected_and_the_month_closed(
    shell: Shell, li: str, clock: FixedClock
) -> None:
    refused = ask(shell, li, "09:00", "11:00")
    assert refused.code == 1
    assert "超出计划" in refused.err or "计划" in refused.err
    assert ask(shell, li, "09:00", "11:00", "--beyond-plan").code == 0
    (asked,) = shell.facts("hours", "supplements")["items"]
    assert (asked["witness"], asked["state"], asked["beyond_plan"]) == ("周敏", "asked", True)
    assert shell("hours", "close", "2026-10").code == 1
    assert shell("hours", "confirm", li, FRIDAY, "--by", asked["entered_by"]).code == 1
    done = shell.facts("hours", "confirm", "李梅", FRIDAY, "--by", "王主任")
    assert (done["minutes"], done["origin"]) == (120, "supplemented")
    times = ("--came", "09:00", "--left", "11:30", "--pause", "30")
    changed = shell.facts("hours", "correct", li, FRIDAY, *times, "--reason", "漏记休息")
    assert (changed["minutes_before"], changed["minutes"], changed["pause"]) == (120, 120, 30)
    (made,) = shell.facts("hours", "corrections")["items"]
    assert made["reason"] == "漏记休息"
    assert shell.facts("hours", "left", "2026-10")["unreviewed"] == 1
    (flagged,) = shell.facts("hours", "review", "2026-10")["items"]
    assert flagged["flags"] == ["before_registration"]
    shell("hours", "approve", li, FRIDAY, "--note", "现场核实")
    assert shell.facts("hours", "left", "2026-10")["ready"] is True
    closed = shell.facts("hours", "close", "2026-10")["closed"]
    assert (closed["minutes"], closed["people"]) == (120, 1)
    assert closed["head_code"].count("-") == head_code("0" * 64).count("-")
    assert [one["closed_by"] is None for one in shell.facts("hours", "months")["items"]] == [
        True,
        False,
    ]


def test_a_refusal_needs_its_reason_and_a_late_change_stands_in_the_report(
    shell: Shell, li: str, clock: FixedClock, tmp_path: Path
) -> None:
    ask(shell, li, "13:00", "14:00", "--beyond-plan")
    assert shell("hours", "refuse", li, FRIDAY, "--by", "王主任").code == 2
    assert shell.facts("hours", "refuse", li, FRIDAY, "--by", "王主任", "--note", "无人作证")
    assert shell.facts("hours", "supplements")["items"] == []
    shell("hours", "close", "2026-10")
    clock.forward(minutes=1)
    ask(shell, li, "09:00", "10:00", "--beyond-plan")
    shell("hours", "confirm", li, FRIDAY, "--by", "王主任")
    out = tmp_path / "report.pdf"
    report = shell.facts("hours", "report", "2026-10", "--out", out)
    assert (report["minutes"], [one["minutes"] for one in report["later"]]) == (0, [60])
    assert shell.facts("hours", "report", "2026-11")["made_here"] == report["later"]
    assert out.read_bytes().startswith(b"%PDF")
    told = shell("hours", "report", "2026-10").out
    assert "+1" in told
    assert "李梅" in told


def test_several_stays_of_one_day_are_told_apart_by_their_time(shell: Shell, li: str) -> None:
    for came, left in (("09:00", "10:00"), ("13:00", "14:00")):
        ask(shell, li, came, left, "--beyond-plan")
    unclear = shell("hours", "confirm", li, FRIDAY, "--by", "王主任")
    assert unclear.code == 1
    assert "--at" in unclear.err
    one = shell.facts("hours", "confirm", li, FRIDAY, "--at", "13:00", "--by", "王主任")
    assert one["came_at"].startswith("2026-10-30T13:00")
    graded = shell.facts("hours", "evaluate", li, FRIDAY, "--grade", "good", "--by", "周敏")
    assert graded["grade"] == "good"


def test_the_rules_of_hours_are_changed_by_name_and_refused_as_a_whole(shell: Shell) -> None:
    wanted = ("--unit", "30", "--rest-minutes", "480", "--limit", "rest=block")
    changed = shell.facts("settings", "hours", *wanted)
    assert changed["credit"] == {"unit_minutes": 30}
    assert (changed["roster"]["rest_minutes"], changed["roster"]["rest"]) == (480, "block")
    assert shell("settings", "hours", "--unit", "15", "--night-from", "3").code == 1
    assert shell("settings", "hours", "--limit", "rest=maybe").code == 2
    assert shell.facts("settings", "hours") == changed
