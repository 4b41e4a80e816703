"""How the command line is read: options, languages, help, what is not understood."""

from pathlib import Path

import pytest

from station_app.cli.areas import HOMES
from tests.cli.conftest import SETUP, Shell

EVERY_VERB = [
    *(["setup"], ["station", "show"], ["demo"], ["screenshots"], ["bench"]),
    *(["volunteers", word] for word in ("import", "list", "add")),
    *(["posts", word] for word in ("list", "add")),
    *(["shifts", word] for word in ("list", "make")),
    *(["attendance", word] for word in ("import", "in", "out", "list")),
    ["hours", "list"],
    *(["certificates", word] for word in ("issue", "list", "print", "void")),
    *(["bundle", word] for word in ("export", "inspect", "list")),
    *(["journal", word] for word in ("verify", "head")),
]


def test_help_names_every_verb(bare_shell: Shell) -> None:
    said = bare_shell("--help")
    assert said.code == 0
    assert [word for word in HOMES if f"    {word} " not in said.out] == []


@pytest.mark.parametrize("words", EVERY_VERB, ids=" ".join)
def test_every_verb_explains_itself_in_chinese(bare_shell: Shell, words: list[str]) -> None:
    said = bare_shell(*words, "--help")
    assert said.code == 0
    assert said.out.startswith(f"用法：./station {' '.join(words)}")
    for english in ("usage", "options", "show this", "positional"):
        assert english not in said.out.lower()


def test_help_speaks_english_when_asked(bare_shell: Shell) -> None:
    said = bare_shell("volunteers", "import", "--help", "--lang", "en")
    assert said.out.startswith("Usage: ./station volunteers import")
    assert "register everybody in a roster" in said.out


def test_lines_of_chinese_help_fit_the_terminal(
    bare_shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    from station_app.cli.tables import width

    monkeypatch.setenv("COLUMNS", "80")
    text = bare_shell("volunteers", "add", "--help").out.partition("选项")[2]
    assert max(map(width, text.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["nonsense"], "不在可选范围内"),
        (["volunteers"], "缺少：命令"),
        (["volunteers", "list", "--nonsense"], "无法识别：--nonsense"),
        (["attendance", "in"], "缺少：WHO, --post"),
        (["hours", "list", "--from", "yesterday"], "日期请写作 2026-11-02"),
        (["hours", "list", "--min-hours", "-1"], "小时数请写作 20 或 1.5"),
        (["demo", "--volunteers", "0"], "请写 1 或更大的整数"),
        (["certificates", "issue", "--kind", "proof", "--out", "a.pdf"], "以下各项须选其一"),
        (["volunteers", "add", "--name", "a", "--document", "b", "--sex", "x"], "只能是：0 未知"),
        (["--lang", "fr", "volunteers", "list"], "不在可选范围内"),
    ],
)
def test_what_is_not_understood_ends_with_two(
    bare_shell: Shell, words: list[str], says: str
) -> None:
    said = bare_shell(*words)
    assert (said.code, said.out) == (2, "")
    assert says in said.err


def test_without_a_verb_the_window_opens(bare_shell: Shell) -> None:
    assert bare_shell().code == 0
    assert bare_shell.windows == [bare_shell.places]


def test_json_may_stand_before_or_behind_the_verb(shell: Shell) -> None:
    before, behind = shell("--json", "volunteers", "list"), shell("volunteers", "list", "--json")
    assert before.facts == behind.facts == {"items": []}


def test_the_folder_may_come_from_the_surroundings(
    bare_shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from station_app.cli import run

    monkeypatch.setenv("STATION_DATA", str(tmp_path / "named"))
    assert run(SETUP, bare_shell) == 0
    assert (tmp_path / "named" / "station.db").exists()


def test_the_language_may_come_from_the_surroundings(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shell("volunteers", "list").out == "没有可列出的内容。\n"
    monkeypatch.setenv("STATION_LANG", "en")
    assert shell("volunteers", "list").out == "There is nothing to list.\n"
    assert shell("volunteers", "list", "--lang", "zh_CN").out == "没有可列出的内容。\n"


def test_a_refusal_is_one_sentence_and_an_error_object(bare_shell: Shell) -> None:
    said = bare_shell("volunteers", "list", "--json")
    assert said.code == 1
    assert said.err.count("\n") == 1
    assert said.facts == {"error": {"code": "station_not_set_up", "message": said.err.strip()}}


def test_the_benches_are_listed(bare_shell: Shell) -> None:
    assert bare_shell.facts("bench")["items"] == [
        "certificates",
        "imports",
        "people",
        "roster",
        "start",
        "tables",
    ]
