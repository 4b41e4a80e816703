"""Verbs of service teams."""

from collections.abc import Callable

import pytest

from station_app.clock import today
from station_app.services.meant import volunteer_meant
from station_app.services.teams import find_team, join_team
from tests.cli.conftest import Said, Shell

LED = ("--leader", "李梅")


def add_team(shell: Shell, name: str = "银龄护学队", *more: str) -> Said:
    """Register a team led by 李梅."""
    words = ("teams", "add", "--name", name, "--kind", "助学支教", "--founded-on", "2026-03-05")
    return shell(*words, *LED, *more)


def test_a_team_added_by_hand_is_listed_with_stable_fields(
    shell: Shell, add_volunteer: Callable[..., str]
) -> None:
    add_volunteer()
    more = (
        "--phone",
        "138 0013 8000",
        "--party-branch",
        "东街第一党支部",
        "--department",
        "社工部",
    )
    said = add_team(shell, "银龄护学队", *more, "--service-class", "4")
    assert said.out == "服务队“银龄护学队”已登记，负责人：李梅。\n"
    assert shell.facts("teams", "list")["items"] == [
        {
            "name": "银龄护学队",
            "kind": "schooling",
            "leader": "李梅",
            "phone": "13800138000",
            "party_branch": "东街第一党支部",
            "department": "social_work",
            "service_classes": ["支教助学"],
            "founded_on": "2026-03-05",
            "disbanded_on": None,
            "members": 1,
            "hours_this_year": 0.0,
        }
    ]


@pytest.mark.parametrize("text", ["护学", "ylhx", "李梅", "助学支教"])
def test_a_team_is_found_by_whatever_a_clerk_knows(
    shell: Shell, add_volunteer: Callable[..., str], text: str
) -> None:
    add_volunteer()
    add_volunteer("王芳", "99999919900305002X")
    add_team(shell)
    shell("teams", "add", "--name", "文艺队", "--kind", "culture", "--leader", "王芳")
    found = shell.facts("teams", "list", "--find", text)["items"]
    assert [one["name"] for one in found] == ["银龄护学队"]


def test_a_department_that_no_list_knows_is_kept_in_its_own_words(
    shell: Shell, add_volunteer: Callable[..., str]
) -> None:
    add_volunteer()
    add_team(shell, "护河队", "--department", "水利站")
    assert "水利站" in shell("teams", "list").out


def test_the_members_of_a_team_are_listed_with_the_leader_marked(
    shell: Shell, add_volunteer: Callable[..., str]
) -> None:
    number = add_volunteer()
    add_volunteer("王芳", "99999919900305002X")
    add_team(shell)
    books = shell.books()
    who, team = books.read(volunteer_meant, "王芳"), books.read(find_team, "银龄护学队")
    books.write(join_team, team, who, today(shell.clock))
    books.close()
    first, second = shell.facts("teams", "members", "银龄护学队")["items"]
    assert (first["number"], first["name"], first["leads"]) == (number, "李梅", True)
    assert (second["name"], second["leads"], second["since"], second["until"]) == (
        "王芳",
        False,
        "2026-11-02",
        None,
    )
    assert shell("teams", "members", "银龄护学队").out.splitlines()[-1] == "2 名成员"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("teams", "members", "银龄"), "team_unknown"),
        (
            ("teams", "add", "--name", "甲队", "--kind", "local", "--leader", "无人"),
            "volunteer_unknown",
        ),
    ],
)
def test_what_the_books_do_not_know_is_refused_with_its_code(
    shell: Shell, words: tuple[str, ...], code: str
) -> None:
    said = shell(*words, "--json")
    assert (said.code, said.facts["error"]["code"]) == (1, code)


def test_a_second_team_of_the_same_name_is_refused_in_a_sentence(
    shell: Shell, add_volunteer: Callable[..., str]
) -> None:
    add_volunteer()
    add_team(shell)
    said = add_team(shell)
    assert (said.code, said.out) == (1, "")
    assert said.err == "已有名为“银龄护学队”的服务队，请换一个名称。\n"
