"""Verbs of certificates and bundles."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Shell
from tests.helpers.clock import FixedClock


@pytest.fixture
def served(
    shell: Shell,
    clock: FixedClock,
    add_post: Callable[[str], None],
    add_volunteer: Callable[..., str],
) -> str:
    """Somebody with two hours at the library; the volunteer number."""
    add_post("图书借阅")
    number = add_volunteer()
    shell.facts("attendance", "in", number, "--post", "P01")
    clock.forward(hours=2)
    shell.facts("attendance", "out", number)
    return number


def test_a_proof_is_issued_for_a_person_by_number(
    shell: Shell, served: str, tmp_path: Path
) -> None:
    out = tmp_path / "proof.pdf"
    proof = ("certificates", "issue", "--kind", "proof", "--out", out)
    answer = shell.facts(*proof, "--volunteer", served)
    assert (answer["asked"], answer["done"], answer["refused"]) == (1, 1, [])
    assert (answer["numbers"], answer["out"]) == (["YS01-Z2026-00001"], str(out))
    said = "".join(page.extract_text() for page in PdfReader(out).pages)
    assert "李梅" in said
    assert "YS01-Z2026-00001" in said


def test_whoever_cannot_get_one_is_named_and_the_others_get_theirs(
    shell: Shell, served: str, add_volunteer: Callable[..., str], tmp_path: Path
) -> None:
    idle = add_volunteer("王芳", "99999919900305002X")
    proof = ("certificates", "issue", "--kind", "proof", "--out", tmp_path / "proof.pdf")
    answer = shell.facts(*proof, "--volunteer", served, idle, "260009999")
    assert (answer["asked"], answer["done"]) == (3, 1)
    refused = [(one["number"], one["code"]) for one in answer["refused"]]
    assert refused == [("260009999", "volunteer_unknown"), (idle, "no_hours")]


def test_appreciation_is_for_all_with_enough_hours(
    shell: Shell, served: str, tmp_path: Path
) -> None:
    thanks = ("certificates", "issue", "--kind", "appreciation", "--out", tmp_path / "a.pdf")
    nobody = shell(*thanks, "--min-hours", "3", "--json")
    assert (nobody.code, nobody.facts["asked"], nobody.facts["out"]) == (0, 0, None)
    assert shell.facts(*thanks, "--min-hours", "2")["numbers"] == ["YS01-G2026-00001"]


def test_a_void_certificate_stays_in_the_register_with_its_reason(
    shell: Shell, served: str, tmp_path: Path
) -> None:
    out = tmp_path / "proof.pdf"
    proof = ("certificates", "issue", "--kind", "proof", "--out", out)
    shell.facts(*proof, "--volunteer", served)
    number = "ys01-z2026-00001"
    assert shell.facts("certificates", "print", number, "--out", tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").stat().st_size > 10_000
    assert shell("certificates", "void", number, "--reason", "姓名有误").code == 0
    (line,) = shell.facts("certificates", "list", "--state", "void")["items"]
    assert (line["number"], line["void_reason"]) == (number.upper(), "姓名有误")
    assert shell("certificates", "void", number, "--reason", "再次").code == 1
    assert shell.facts(*proof, "--volunteer", served)["numbers"] == ["YS01-Z2026-00002"]


@pytest.mark.parametrize(
    ("number", "code"),
    [("123", "not_a_certificate_number"), ("YS01-Z2026-00009", "certificate_unknown")],
)
def test_a_number_that_is_in_no_register_is_refused(shell: Shell, number: str, code: str) -> None:
    said = shell("certificates", "void", number, "--reason", "x", "--json")
    assert (said.code, said.facts["error"]["code"]) == (1, code)


def test_a_folder_that_is_not_there_gets_no_certificates_and_no_valid_numbers(
    shell: Shell, served: str, tmp_path: Path
) -> None:
    proof = ("certificates", "issue", "--kind", "proof", "--out", tmp_path / "no" / "proof.pdf")
    said = shell(*proof, "--volunteer", served, "--json")
    assert (said.code, said.facts["error"]["code"]) == (1, "folder_missing")
    assert shell.facts("certificates", "list", "--state", "issued")["items"] == []


def test_a_bundle_is_written_inspected_and_listed(
    shell: Shell, served: str, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made = shell.facts("bundle", "export", "--to", stick)
    assert Path(made["file"]).parent == stick / "PRACTICE-STATION" / "UP"
    assert (made["rows"]["volunteer"], made["rows"]["attendance"]) == (1, 1)
    assert shell.facts("bundle", "inspect", made["file"]) == made
    (line,) = shell.facts("bundle", "list")["items"]
    assert (line["file"], line["to_seq"]) == (Path(made["file"]).name, made["to_seq"])


def test_a_bundle_is_inspected_without_a_station(
    bare_shell: Shell, shell: Shell, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    made = shell.facts("bundle", "export", "--to", stick)
    elsewhere = Shell(FixedClock(shell.clock.now()), tmp_path / "elsewhere", capsys)
    assert elsewhere.facts("bundle", "inspect", made["file"])["sender"]["code"] == "YS01"
    assert not (tmp_path / "elsewhere").exists()


def test_one_flipped_byte_of_a_bundle_is_named(shell: Shell, served: str, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    file = Path(shell.facts("bundle", "export", "--to", stick)["file"])
    data = bytearray(file.read_bytes())
    data[len(data) // 3] ^= 1
    file.write_bytes(data)
    said = shell("bundle", "inspect", file)
    assert (said.code, said.out) == (1, "")
    assert said.err.count("\n") == 1


def test_a_stick_that_is_not_there_is_refused_and_nothing_is_booked(
    shell: Shell, tmp_path: Path
) -> None:
    said = shell("bundle", "export", "--to", tmp_path / "no", "--json")
    assert (said.code, said.facts["error"]["code"]) == (1, "stick_gone")
    assert shell.facts("bundle", "list") == {"items": []}
