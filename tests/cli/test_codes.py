"""Verbs of code lists and settings."""

from collections.abc import Callable

from tests.cli.conftest import Shell


def test_an_own_entry_is_taken_by_other_verbs_at_once_and_retired_again(
    shell: Shell, add_volunteer: Callable[..., str]
) -> None:
    added = shell("codes", "add", "service_class", "river", "护河巡查", "--en", "River patrol")
    assert added.out == "“护河巡查”已加入“志愿者和服务队的服务类别”。\n"
    add_volunteer("李梅", "999999198501020013", "--service-class", "护河巡查")
    assert shell("codes", "retire", "service_class", "river", "--on", "2026-11-02").code == 0
    codes = [one["code"] for one in shell.facts("codes", "list", "service_class")["items"]]
    assert "river" not in codes
    everything = shell.facts("codes", "list", "service_class", "--all")["items"]
    assert everything[-1] == {
        "code": "river",
        "zh": "护河巡查",
        "en": "River patrol",
        "valid_from": None,
        "valid_until": "2026-11-02",
        "own": True,
    }
    assert shell.facts("volunteers", "list")["items"][0]["service_classes"] == ["护河巡查"]


def test_a_shipped_entry_gets_another_name(shell: Shell) -> None:
    assert shell("codes", "change", "team_kind", "local", "--label", "本村特色").code == 0
    assert "本村特色" in shell("teams", "add", "--help").out


def test_ages_and_years_are_shown_and_changed(shell: Shell) -> None:
    changed = shell.facts("settings", "ages", "--guardian-below", "16")
    assert changed == {"minimum": 6, "guardian_present_below": 10, "guardian_below": 16}
    refused = shell("settings", "ages", "--minimum", "17")
    assert refused.code == 1
    assert shell.facts("settings", "ages") == changed
    assert shell.facts("settings", "retention", "--years", "5") == {"years": 5}
    assert "5" in shell("settings", "retention").out
