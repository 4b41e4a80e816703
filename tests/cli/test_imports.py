"""Verbs that take in whole files: the samples, twice, rehearsed, refused and corrected."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from station_app.demo import rosters
from station_app.demo.signin import POSTS
from tests.cli.conftest import SAMPLES, Shell
from tests.helpers.builders import a_registration

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
    assert (rehearsed["run"], done["known"]) == (None, 5)
    assert rehearsed | {"dry_run": False, "run": done["run"]} == done


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


TWO_SHEETS = "谁,号,住\n李梅,999999198501020013,演示社区\n"


def test_a_file_nobody_knows_is_looked_into_mapped_and_remembered(
    shell: Shell, tmp_path: Path
) -> None:
    roster = tmp_path / "名单.csv"
    roster.write_text(TWO_SHEETS, "gb18030")
    looked = shell.facts("volunteers", "look-into", roster)
    assert (looked["encoding"], looked["header_row"], looked["total"]) == ("gb18030", 1, 1)
    assert (looked["columns"], looked["missing"]) == ({}, ["name", "document_number"])
    columns = ("--column", "姓名=谁", "--column", "document_number=号", "--column", "area=住")
    consent = ("--consent-on", "2026-10-01", "--consent-way", "口头", "--witness", "王芳")
    words = ("volunteers", "import", roster, *consent)
    assert shell.facts(*words, *columns, "--save-profile", "街道名单")["done"] == 1
    again = shell("volunteers", "import", roster, *consent)
    assert (again.code, "已在册 1 条" in again.out) == (0, True)
    (profile,) = shell.facts("imports", "profiles")["items"]
    assert profile["columns"] == {"name": "谁", "document_number": "号", "area": "住"}
    shell.facts("imports", "drop-profile", "街道名单")
    assert shell("volunteers", "import", roster, "--profile", "街道名单").code == 1


def test_rows_like_somebody_known_are_told_and_may_be_left_out(
    shell: Shell, add_volunteer: Callable[..., str], tmp_path: Path
) -> None:
    number = add_volunteer("曾晓梅")
    roster = tmp_path / "名单.csv"
    people = {
        name: a_registration(serial=serial) for serial, name in ((493, "曾小梅"), (7, "王芳"))
    }
    lines = [f"{name},{who.document.number},东街,2026-10-01,签字" for name, who in people.items()]
    roster.write_text(HEADER + "\n".join(lines), "utf-8")
    told = shell("volunteers", "import", roster, "--dry-run")
    assert f"曾晓梅（{number}）" in told.out
    assert shell.facts("volunteers", "import", roster, "--dry-run")["likely"][0]["row"] == 2
    answer = shell.facts("volunteers", "import", roster, "--leave-out", "2,7-9")
    assert (answer["asked"], answer["done"]) == (2, 1)
    assert [(one["row"], one["code"]) for one in answer["refused"]] == [(2, "left_out")]


def test_an_import_is_listed_and_taken_back(shell: Shell) -> None:
    answer = shell.facts("volunteers", "import", SAMPLES / "roster.xlsx")
    (run,) = shell.facts("imports", "list")["items"]
    assert (run["id"], run["file"], run["done"]) == (answer["run"], "roster.xlsx", answer["done"])
    rehearsed = shell.facts("imports", "take-back", run["id"], "--dry-run")
    assert (rehearsed["count"], rehearsed["blocked"]) == (answer["done"], 0)
    assert len(everybody(shell)) == answer["done"]
    shell.facts("imports", "take-back", run["id"])
    assert everybody(shell) == []
    again = shell("imports", "take-back", run["id"], "--json")
    assert (again.code, again.facts["error"]["code"]) == (1, "import_taken_back")


def test_an_import_in_use_is_not_taken_back(
    shell: Shell, add_post: Callable[[str], None], tmp_path: Path
) -> None:
    answer = shell.facts("volunteers", "import", SAMPLES / "roster.xlsx")
    for post in POSTS:
        add_post(post)
    shell.facts("attendance", "import", SAMPLES / "paper-sheets.xlsx")
    said = shell("imports", "take-back", answer["run"], "--json")
    assert (said.code, said.facts["error"]["code"]) == (1, "import_built_on")
    assert "签到记录" in said.err
    assert shell("imports", "take-back", "0" * 32).code == 1


@pytest.mark.parametrize(
    "words",
    [("--leave-out", "二"), ("--encoding", "klingon"), ("--header-row", "0"), ("--column", "谁")],
)
def test_options_that_say_nothing_are_not_understood(shell: Shell, words: tuple[str, str]) -> None:
    assert shell("volunteers", "import", SAMPLES / "roster.xlsx", *words).code == 2
