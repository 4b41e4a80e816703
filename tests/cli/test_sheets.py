"""Verbs of papers that are signed."""

from pathlib import Path

import pytest
from pypdf import PdfReader

UPSIDE_DOWN = ("--from", "2026-02-01", "--to", "2026-01-01")


@pytest.fixture
def texts():
    """The text of each page of a file."""
    return lambda path: [page.extract_text() for page in PdfReader(path).pages]


def test_the_record_of_one_volunteer_is_printed(shell, add_volunteer, tmp_path, texts):
    out, number = tmp_path / "record.pdf", add_volunteer()
    said = shell("volunteers", "record-sheet", number, "--out", out, "--from", "2026-01-01")
    assert said.code == 0, said.err
    assert str(out) in said.out
    (page,) = texts(out)
    assert "李梅" in page
    assert "2026年1月1日以来" in page


def test_the_consent_sheet_is_for_a_person_or_blank(shell, add_volunteer, tmp_path, texts):
    number = add_volunteer()
    for who, named in (((number,), True), ((), False)):
        out = tmp_path / "consent.pdf"
        assert shell.facts("volunteers", "consent-sheet", *who, "--out", out) == {"out": str(out)}
        front, back = texts(out)
        assert ("李梅" in front, "李梅" in back) == (named, named)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("record-sheet", "260009999"), "volunteer_unknown"),
        (
            ("record-sheet", "李梅", "--from", "2026-02-01", "--to", "2026-01-01"),
            "range_upside_down",
        ),
        (("consent-sheet", "王芳"), "volunteer_unknown"),
    ],
)
def test_what_cannot_be_printed_is_refused(shell, add_volunteer, tmp_path: Path, words, code):
    add_volunteer()
    said = shell("volunteers", *words, "--out", tmp_path / "a.pdf", "--json")
    assert (said.code, said.facts["error"]["code"]) == (1, code)
    assert not (tmp_path / "a.pdf").exists()
