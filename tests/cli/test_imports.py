"""Verbs that take in whole files: the samples, twice, rehearsed, refused and corrected."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from station_app.demo import rosters
from station_app.demo.signin import POSTS
from tests.cli.conftest import SAMPLES, Shell

ROSTERS = ("roster.xlsx", "roster-utf8.csv", "roster-gb18030.csv")
HEADER = "姓名,证件号码,居住区域,同意日期,同意方式\n"


def everybody(shell: Shell) -> list[tuple[str, str]]:
    items = shell.facts("volunteers", "list")["items"]
    return sorted((one["number"], one["name"]) for one in items)


@pytest.mark.parametrize("file", ROSTERS)
def test_the_sample_roster_goes_in_and_names_what_it_refuses(shell: Shell, file: str) -> None:
    answer = shell.facts("volunteers", "import", SAMPLES / file)
    assert (answer["asked"], answer["done"]) == (rosters.ROSTER.asked, rosters.ROSTER.done)
    assert tuple(one["row"] for one in answer["refused"]) == rosters.ROSTER.refused_rows
    codes = [one["code"] for one in answer["refused"]]
    assert {code: codes.count(code) for code in codes} == dict(rosters.ROSTER.refused)
    assert {one["column"] for one in answer["refused"]} == {"身份证号码"}
    people = everybody(shell)
    assert [number for number, _ in people] == sorted(answer["numbers"])
    assert [name for _, name in people] == [who.name for who in rosters.accepted()]


def test_the_same_file_twice_adds_nobody_and_ends_alike(shell: Shell) -> None:
    first = shell("volunteers", "import", SAMPLES / "roster.xlsx")
    before = everybody(shell)
    again = shell("volunteers", "import", SAMPLES / "roster-gb18030.csv")
    assert (first.code, again.code) == (0, 0)
    assert "办理 0 条，已在册 297 条，未通过 3 条" in again.out
    assert "第 40 行" in again.out.splitlines()[1]
    assert everybody(shell) == before


def test_a_rehearsal_says_the_same_and_changes_nothing(shell: Shell) -> None:
    head = shell.facts("journal", "head")
    rehearsed = shell.facts("volunteers", "import", SAMPLES / "roster.xlsx", "--dry-run")
    assert shell.facts("journal", "head") == head
    assert everybody(shell) == []
    done = shell.facts("volunteers", "import", SAMPLES / "roster.xlsx")
    assert rehearsed | {"dry_run": False} == done


def test_refused_rows_come_back_to_be_corrected_and_imported_again(
    shell: Shell, tmp_path: Path
) -> None:
    out = tmp_path / "refused.csv"
    shell.facts("volunteers", "import", SAMPLES / "roster.xlsx", "--refused", out)
    with out.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = list(csv.reader(file))
    assert (header[1], header[-1], len(rows)) == ("姓名", "原因", len(rosters.ROSTER.refused_rows))
    assert "末几位已丢失" in rows[0][-1]
    right = next(who for who in rosters.volunteers() if who.name == rows[0][1])
    rows[0][5] = right.document.number
    with out.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([header, rows[0]])
    assert shell.facts("volunteers", "import", out)["done"] == 1


def test_nothing_is_written_where_nothing_was_refused(shell: Shell, tmp_path: Path) -> None:
    roster, out = tmp_path / "one.csv", tmp_path / "refused.csv"
    roster.write_text(f"{HEADER}李梅,999999198501020013,演示社区,2026-10-01,签字\n", "utf-8")
    shell.facts("volunteers", "import", roster, "--refused", out)
    assert not out.exists()


def test_a_file_of_which_nothing_can_go_in_is_refused_in_one_sentence(
    shell: Shell, tmp_path: Path
) -> None:
    roster = tmp_path / "bad.csv"
    roster.write_text(f"{HEADER}李梅,1.23E+17,演示社区,2026-10-01,签字\n", "utf-8")
    said = shell("volunteers", "import", roster, "--json")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert said.err.startswith("未办理任何一条：共 1 条均未通过。第 2 行")
    assert said.facts["refused"][0]["code"] == "digits_lost"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("missing.csv", None, "file_unreadable"),
        ("empty.csv", b"", "empty_file"),
        ("page.xls", b"<html><table></table></html>", "not_a_spreadsheet"),
        ("list.csv", "甲,乙\n1,2\n".encode(), "header_not_found"),
    ],
)
def test_a_file_that_is_no_roster_is_told_plainly(
    shell: Shell, tmp_path: Path, name: str, content: bytes | None, code: str
) -> None:
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    said = shell("volunteers", "import", file, "--json")
    assert (said.code, said.facts["error"]["code"]) == (1, code)
    assert name in said.err


def test_one_consent_may_stand_for_a_whole_signed_list(shell: Shell, tmp_path: Path) -> None:
    roster = tmp_path / "list.csv"
    roster.write_text("姓名,身份证号\n李梅,999999198501020013\n", "utf-8")
    assert shell("volunteers", "import", roster).code == 1
    roster.write_text("姓名,身份证号,社区\n李梅,999999198501020013,演示社区\n", "utf-8")
    assert shell("volunteers", "import", roster, "--json").code == 1
    roster.write_text("姓名,身份证号,居住区域\n李梅,999999198501020013,演示社区\n", "utf-8")
    consent = ("--consent-on", "2026-10-01", "--consent-way", "签字")
    assert shell.facts("volunteers", "import", roster, *consent)["done"] == 1


def test_a_month_of_paper_sheets_goes_in_once(
    shell: Shell, add_post: Callable[[str], None]
) -> None:
    shell.facts("volunteers", "import", SAMPLES / "roster.xlsx")
    for post in POSTS:
        add_post(post)
    answer = shell.facts("attendance", "import", SAMPLES / "paper-sheets.xlsx")
    assert (answer["asked"], answer["done"]) == (rosters.PAPER.asked, rosters.PAPER.done)
    assert tuple(one["row"] for one in answer["refused"]) == rosters.PAPER.refused_rows
    hours = shell.facts("hours", "list")
    again = shell("attendance", "import", SAMPLES / "paper-sheets.csv")
    assert again.code == 0
    assert f"已在册 {rosters.PAPER.done} 条" in again.out
    assert shell.facts("hours", "list") == hours


def test_paper_stays_keep_the_file_and_row_they_come_from(
    shell: Shell, add_post: Callable[[str], None], add_volunteer: Callable[..., str], tmp_path: Path
) -> None:
    add_post("图书借阅")
    number, sheet = add_volunteer(), tmp_path / "十月签到表.csv"
    sheet.write_text(
        f"志愿者编号,岗位,日期,到岗,离岗\n{number},图书借阅,2026-10-09,9:00,11:30\n"
        f"{number},没有的岗位,2026-10-10,9:00,11:30\n999,图书借阅,2026-10-10,9:00,11:30\n",
        "utf-8",
    )
    answer = shell.facts("attendance", "import", sheet)
    places = [(one["row"], one["column"], one["code"]) for one in answer["refused"]]
    assert places == [(3, "岗位", "post_unknown"), (4, "志愿者编号", "volunteer_unknown")]
    (stay,) = shell.facts("attendance", "list")["items"]
    assert (stay["origin"], stay["evidence"]) == ("sheet", "十月签到表.csv#2")
    assert (stay["came_at"], stay["hours"]) == ("2026-10-09T09:00+08:00", 2.5)
