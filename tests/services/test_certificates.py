"""Issuing: numbers without gaps, papers that are whole or void, an account that balances."""

import errno
import os
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from station_app.data.unit import Office, Unit
from station_app.domain.certificates import Kind, MissingGlyph, NoHours, State
from station_app.domain.journal import Entry, Op
from station_app.errors import Cancelled
from station_app.services.certificates import (
    issue,
    preview,
    print_again,
    reserve_certificates,
    show_certificate,
)
from station_app.services.files import FolderFull, FolderMissing
from station_app.services.journal import entries, journal_head
from station_app.services.lists import certificates as register
from station_app.services.register import (
    CertificateGone,
    register_counts,
    settle_interrupted,
    void_certificate,
)
from station_app.services.snapshots import Selection
from station_app.services.tasks import Task
from tests.helpers.builders import a_volunteer, served

NAMES = ("李梅", "王芳", "阿卜杜拉·买买提", "𬱖娜")


def kept_since(unit: Unit, seq: int) -> list[Entry]:
    head = journal_head(unit)
    return list(entries(unit, head.epoch, seq + 1, head.seq))


def lines(office: Office) -> list[register.CertificateRow]:
    ids = office.read(register.ids, register.CertificateFilter(), register.CertificateOrder.NUMBER)
    return [row for row in office.read(register.rows, ids) if row]


def test_a_batch_is_one_pdf_and_numbers_run_from_one(office: Office, tmp_path: Path) -> None:
    served(office, *NAMES)
    done = issue(office, Selection(kind=Kind.APPRECIATION), tmp_path / "a.pdf", task=Task())
    assert done.outcome.done == len(done.numbers) == 4
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert [row.number for row in lines(office)] == [
        f"YS01-G2026-{serial:05d}" for serial in range(1, 5)
    ]
    assert {row.state for row in lines(office)} == {State.ISSUED}


def test_each_kind_has_a_register_of_its_own_and_goes_on_counting(
    office: Office, tmp_path: Path
) -> None:
    (li,) = served(office, "李梅")
    for kind in (Kind.PROOF, Kind.APPRECIATION, Kind.PROOF):
        issue(office, Selection(kind=kind, volunteers=(li,)), tmp_path / "a.pdf", task=Task())
    assert [row.number for row in lines(office)] == [
        "YS01-G2026-00001",
        "YS01-Z2026-00001",
        "YS01-Z2026-00002",
    ]


def test_who_has_no_hours_is_refused_by_name_and_takes_no_number(
    office: Office, tmp_path: Path
) -> None:
    (li,) = served(office, "李梅")
    idle = a_volunteer(office, "王闲", 9)
    done = issue(
        office, Selection(kind=Kind.PROOF, volunteers=(li, idle)), tmp_path / "a.pdf", task=Task()
    )
    (refusal,) = done.outcome.refused
    assert (done.outcome.asked, done.outcome.done) == (2, 1)
    assert isinstance(refusal.error, NoHours)
    assert refusal.error.name == "王闲"
    assert len(lines(office)) == 1


def test_stopping_issues_those_done_and_voids_the_rest(office: Office, tmp_path: Path) -> None:
    served(office, *NAMES)
    task = Task(lambda done, total: task.cancel() if done == 2 else None)
    done = issue(office, Selection(kind=Kind.PROOF), tmp_path / "a.pdf", task=task)
    assert [row.state for row in lines(office)] == [State.ISSUED] * 2 + [State.VOID] * 2
    assert {type(refusal.error) for refusal in done.outcome.refused} == {Cancelled}
    assert {row.void_reason for row in lines(office)} == {"", "cancelled"}


def test_a_file_that_cannot_be_written_leaves_only_void_numbers(
    office: Office, tmp_path: Path
) -> None:
    served(office, *NAMES)
    with pytest.raises(FolderMissing):
        issue(office, Selection(kind=Kind.PROOF), tmp_path / "no" / "a.pdf", task=Task())
    assert {row.void_reason for row in lines(office)} == {"unwritten"}
    issue(office, Selection(kind=Kind.PROOF), tmp_path / "a.pdf", task=Task())
    assert [row.number[-5:] for row in lines(office)] == [f"{n:05d}" for n in range(1, 9)]


def test_a_disk_that_fills_up_at_the_last_moment_leaves_no_file(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served(office, *NAMES)

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FolderFull):
        issue(office, Selection(kind=Kind.PROOF), tmp_path / "a.pdf", task=Task())
    assert list(tmp_path.glob("*.p*")) == []
    assert {row.state for row in lines(office)} == {State.VOID}


def test_what_a_crash_left_reserved_is_voided_and_its_number_never_used_again(
    office: Office, tmp_path: Path
) -> None:
    (li,) = served(office, "李梅")
    selection = Selection(kind=Kind.PROOF, volunteers=(li,))
    office.write(reserve_certificates, selection)
    assert settle_interrupted(office) == 1
    assert issue(office, selection, tmp_path / "a.pdf", task=Task()).numbers == (
        "YS01-Z2026-00002",
    )
    assert [row.void_reason for row in lines(office)] == ["interrupted", ""]


def test_a_preview_reserves_nothing(office: Office) -> None:
    served(office, *NAMES)
    seen = preview(office, Selection(kind=Kind.PROOF))
    assert seen.pdf
    assert seen.pdf.startswith(b"%PDF-")
    assert len(seen.ready) == 4
    assert lines(office) == []


def test_a_void_certificate_keeps_its_line_and_is_not_printed_again(
    office: Office, tmp_path: Path
) -> None:
    served(office, "李梅")
    issue(office, Selection(kind=Kind.PROOF), tmp_path / "a.pdf", task=Task())
    (row,) = lines(office)
    assert print_again(office, row.id) == (tmp_path / "a.pdf").read_bytes()
    office.write(void_certificate, row.id, "姓名有误")
    assert [line.void_reason for line in lines(office)] == ["姓名有误"]
    with pytest.raises(CertificateGone):
        print_again(office, row.id)


def test_a_preview_names_everybody_who_cannot_be_printed_not_only_the_first(
    office: Office,
) -> None:
    served(office, *(f"李{chr(0x4E00 + place)}" for place in range(24)), "王\ue000")
    seen = preview(office, Selection(kind=Kind.APPRECIATION))
    (refusal,) = seen.refused
    assert isinstance(refusal.error, MissingGlyph)
    assert len(seen.ready) == 24


def test_a_preview_masks_the_document_and_looking_at_a_whole_one_is_kept(
    office: Office, tmp_path: Path
) -> None:
    (li,) = served(office, "李梅")
    selection = Selection(kind=Kind.PROOF, volunteers=(li,), full_document=True)
    (draft,) = preview(office, selection).ready
    assert "*" in draft.snapshot.document_number
    issue(office, selection, tmp_path / "a.pdf", task=Task())
    (row,) = lines(office)
    before = office.read(journal_head).seq
    shown = show_certificate(office, row.id)
    assert "*" not in shown.snapshot.document_number
    (kept,) = office.read(kept_since, before)
    assert (kept.verb, kept.op, kept.row_id) == ("show_document", Op.ACCESS, str(li))


def test_looking_at_a_masked_paper_leaves_no_trace_and_gives_the_paper(
    office: Office, tmp_path: Path
) -> None:
    served(office, "李梅")
    issue(office, Selection(kind=Kind.PROOF), tmp_path / "a.pdf", task=Task())
    (row,) = lines(office)
    before = office.read(journal_head).seq
    assert show_certificate(office, row.id).pdf == (tmp_path / "a.pdf").read_bytes()
    assert office.read(journal_head).seq == before


def test_a_void_paper_is_shown_as_a_draft_without_its_number(
    office: Office, tmp_path: Path
) -> None:
    served(office, "李梅")
    issue(office, Selection(kind=Kind.PROOF), tmp_path / "a.pdf", task=Task())
    (row,) = lines(office)
    office.write(void_certificate, row.id, "姓名有误")
    shown = show_certificate(office, row.id)
    assert shown.pdf is not None
    text = PdfReader(BytesIO(shown.pdf)).pages[0].extract_text()
    assert shown.state is State.VOID
    assert row.number not in text
    assert "预览" in text


def test_a_line_whose_paper_was_never_made_is_shown_with_the_reason(
    office: Office, tmp_path: Path
) -> None:
    served(office, "李梅\ue000")
    issue(office, Selection(kind=Kind.PROOF), tmp_path / "a.pdf", task=Task())
    (row,) = lines(office)
    shown = show_certificate(office, row.id)
    assert (shown.state, shown.pdf) == (State.VOID, None)
    assert isinstance(shown.problem, MissingGlyph)


def test_the_register_is_counted_by_kind_and_void(office: Office, tmp_path: Path) -> None:
    served(office, "李梅", "王芳")
    for kind in (Kind.PROOF, Kind.APPRECIATION):
        issue(office, Selection(kind=kind), tmp_path / "a.pdf", task=Task())
    office.write(void_certificate, lines(office)[0].id, "姓名有误")
    counts = office.read(register_counts)
    assert counts.issued == {Kind.PROOF: 2, Kind.APPRECIATION: 1}
    assert counts.void == 1
