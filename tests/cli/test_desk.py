"""Verbs of posts, shifts, signing in and out, hours and the journal."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from station_app.data.unit import Unit
from tests.cli.conftest import Shell
from tests.helpers.clock import FixedClock


def forge(unit: Unit) -> None:
    unit.session.execute(text("UPDATE journal SET image = '{}' WHERE seq = 1"))


def test_a_post_and_its_shifts_are_listed(shell: Shell, add_post: Callable[[str], None]) -> None:
    add_post("图书借阅")
    (post,) = shell.facts("posts", "list")["items"]
    assert (post["code"], post["name"], post["weekdays"]) == ("P01", "图书借阅", [1, 2, 3, 4, 5])
    assert shell.facts("shifts", "make")["made"] == 21
    assert shell.facts("shifts", "make")["made"] == 0
    first = shell.facts("shifts", "list")["items"][0]
    assert (first["post"], first["day"], first["starts_at"]) == (
        "图书借阅",
        "2026-11-02",
        "2026-11-02T09:00+08:00",
    )


def test_shifts_are_listed_for_a_period_and_a_post(
    shell: Shell, add_post: Callable[[str], None]
) -> None:
    add_post("图书借阅")
    add_post("前台引导")
    shell.facts("shifts", "make", "--post", "P02")
    assert shell.facts("shifts", "list", "--post", "图书借阅")["items"] == []
    week = ("--from", "2026-11-09", "--to", "2026-11-15")
    assert len(shell.facts("shifts", "list", *week)["items"]) == 5


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["shifts", "list", "--from", "2026-11-09", "--to", "2026-11-01"], "range_upside_down"),
        (["shifts", "make", "--from", "2020-01-01", "--to", "2026-11-01"], "range_too_long"),
        (["shifts", "make", "--post", "没有"], "post_unknown"),
        (["hours", "list", "--from", "2026-11-09", "--to", "2026-11-01"], "range_upside_down"),
        (["attendance", "list", "--from", "2026-11-09", "--to", "2026-11-01"], "range_upside_down"),
    ],
)
def test_a_period_or_post_that_cannot_be_is_refused(
    shell: Shell, words: list[str], code: str
) -> None:
    said = shell(*words, "--json")
    assert (said.code, said.facts["error"]["code"]) == (1, code)


def test_signing_in_and_out_counts_hours(
    shell: Shell,
    clock: FixedClock,
    add_post: Callable[[str], None],
    add_volunteer: Callable[..., str],
) -> None:
    add_post("图书借阅")
    number = add_volunteer()
    arrival = shell.facts("attendance", "in", number, "--post", "P01")
    assert (arrival["name"], arrival["came_at"]) == ("李梅", "2026-11-02T09:00+08:00")
    assert [one["name"] for one in shell.facts("attendance", "list", "--open")["items"]] == ["李梅"]
    again = shell("attendance", "in", number, "--post", "P01", "--json")
    assert (again.code, again.facts["error"]["code"]) == (1, "already_in")
    clock.forward(minutes=95)
    assert shell("attendance", "out", "李梅").out == "李梅 已于 10:35 签退，服务 1.58 小时。\n"
    (hours,) = shell.facts("hours", "list")["items"]
    assert hours == {"number": number, "name": "李梅", "visits": 1, "hours": 1.58, "minutes": 95}
    assert shell.facts("hours", "list", "--min-hours", "2")["items"] == []
    assert shell.facts("hours", "list", "--to", "2026-11-01")["items"] == []


def test_two_of_one_name_are_told_apart_by_their_numbers(
    shell: Shell, add_post: Callable[[str], None], add_volunteer: Callable[..., str]
) -> None:
    add_post("图书借阅")
    numbers = [add_volunteer(), add_volunteer("李梅", "99999919900305002X")]
    said = shell("attendance", "in", "李梅", "--post", "P01", "--json")
    assert said.facts["error"]["code"] == "volunteer_ambiguous"
    assert all(number in said.err for number in numbers)


def test_a_sound_journal_is_told_with_the_code_for_the_log_book(shell: Shell) -> None:
    verdict = shell.facts("journal", "verify")
    assert (verdict["sound"], verdict["entries"]) == (True, 1)
    assert verdict["code"] == shell.facts("journal", "head")["code"]


def test_a_forged_journal_ends_with_one_and_names_the_entry(shell: Shell) -> None:
    office = shell.books()
    office.write(forge)
    office.close()
    said = shell("journal", "verify", "--json")
    assert (said.code, said.facts["altered"]) == (1, [1])
    assert "第 1 条" in said.err
