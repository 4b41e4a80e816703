"""Verbs of volunteers."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import Shell


def test_somebody_added_by_hand_is_listed_with_stable_fields(
    shell: Shell, add_volunteer: Callable[..., str]
) -> None:
    number = add_volunteer("李梅", "999999198501020013", "--phone", "１３８ ００１３ ８０００")
    assert shell.facts("volunteers", "list")["items"] == [
        {
            "number": number,
            "name": "李梅",
            "sex": "1",
            "born_on": "1985-01-02",
            "phone": "13800138000",
            "area": "演示社区",
            "service_classes": [],
            "registered_on": "2026-11-02",
            "hours": 0.0,
            "is_in": False,
        }
    ]


@pytest.mark.parametrize("text", ["lm", "limei", "李", "8000", "26000001"])
def test_a_person_is_found_by_whatever_a_clerk_knows(
    shell: Shell, add_volunteer: Callable[..., str], text: str
) -> None:
    add_volunteer("李梅", "999999198501020013", "--phone", "13800138000")
    add_volunteer("王芳", "99999919900305002X", "--phone", "13900139111")
    found = shell.facts("volunteers", "list", "--find", text)["items"]
    assert [one["name"] for one in found] == ["李梅"]


def test_the_table_is_aligned_for_wide_characters(
    shell: Shell, add_volunteer: Callable[..., str]
) -> None:
    add_volunteer("李梅", "999999198501020013")
    head, _rule, row, total = shell("volunteers", "list").out.splitlines()
    assert head.startswith("编号       姓名  性别")
    assert row.startswith("260000013  李梅  男  ")
    assert total == "1 名志愿者"


def test_a_wrong_document_is_refused_with_its_code(shell: Shell) -> None:
    said = shell(
        "volunteers", "add", "--name", "李梅", "--document", "999999198501020010", "--json"
    )
    assert said.code == 1
    assert said.facts["error"]["code"] == "document_checksum"


def test_nobody_is_registered_without_consent(shell: Shell) -> None:
    words = ("--name", "李梅", "--document", "999999198501020013", "--area", "演示社区")
    said = shell("volunteers", "add", *words, "--json")
    assert said.facts["error"]["code"] == "no_consent"
    assert shell.facts("volunteers", "list") == {"items": []}


def test_the_same_document_is_registered_once(
    shell: Shell, add_volunteer: Callable[..., str]
) -> None:
    number = add_volunteer()
    words = ("--name", "李梅", "--document", "999999198501020013", "--area", "演示社区")
    consent = ("--consent-on", "2026-10-01", "--consent-way", "书面签字")
    said = shell("volunteers", "add", *words, *consent)
    assert said.code == 1
    assert number in said.err
