"""Verbs of sign-in sheets: printed, found again, and the papers for power cuts."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Shell


@pytest.fixture
def expected(
    shell: Shell, add_post: Callable[[str], None], add_volunteer: Callable[..., str]
) -> str:
    """Somebody expected on Tuesday; the volunteer number."""
    add_post("图书借阅")
    shell.facts("shifts", "make", "--from", "2026-11-03", "--to", "2026-11-05")
    number = add_volunteer()
    shell.facts("roster", "assign", number, "P01", "2026-11-03")
    return number


def pages_of(path: Path) -> list[str]:
    pages = PdfReader(io.BytesIO(path.read_bytes())).pages
    return ["".join(page.extract_text().split()) for page in pages]


def test_a_week_is_printed_and_each_sheet_is_found_by_its_code(
    shell: Shell, expected: str, tmp_path: Path
) -> None:
    out = tmp_path / "week.pdf"
    codes = shell.facts("sheets", "print", "--week", "2026-11-02", "--out", out)["sheets"]
    pages = pages_of(out)
    assert len(codes) == len(pages) == 3
    assert all(code in page for code, page in zip(codes, pages, strict=True))
    found = shell.facts("sheets", "find", codes[0].lower())
    assert (found["post"], found["starts_at"][:10]) == ("图书借阅", "2026-11-03")
    (row,) = found["rows"]
    assert (row["row"], row["number"], row["came_at"]) == (1, expected, None)
    again = shell.facts("sheets", "print", "--shift", codes[0], "--out", out)
    assert again["sheets"] == codes[:1]


def test_what_cannot_be_is_said(shell: Shell, expected: str) -> None:
    for words, code in (
        (("find", "7K2M-Q9XB"), "sheet_code_mistyped"),
        (("find", "260000013"), "no_sheet_code"),
        (("print", "--day", "2026-11-08", "--out", "x.pdf"), "no_shifts_then"),
        (("print", "--blank", "99", "--shift", "00000000", "--out", "x.pdf"), "sheet_unknown"),
        (
            ("print", "--blank", "99", "--week", "2026-11-02", "--out", "x"),
            "blank_rows_out_of_range",
        ),
    ):
        said = shell("sheets", *words, "--json")
        assert (said.code, said.facts["error"]["code"]) == (1, code)


def test_papers_for_power_cuts_hold_a_guide_calls_sheets_and_blank_forms(
    shell: Shell, expected: str, tmp_path: Path
) -> None:
    out = tmp_path / "pack.pdf"
    shell.facts("sheets", "continuity", "--out", out)
    pages = pages_of(out)
    assert "停电备用材料" in pages[0]
    assert "联系表" in pages[1]
    assert "李梅" in pages[1]
    assert sum("志愿服务签到表" in page for page in pages) == 3 + 2
    assert sum("本人选择" in page for page in pages) == 3
