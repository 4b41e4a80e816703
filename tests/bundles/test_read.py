"""The file itself, its rows and its chain: each way to be wrong has its own refusal."""

import json
import os
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from station_app.bundles.errors import (
    ChainBroken,
    Damaged,
    Flaw,
    RowBroken,
    ScratchFailed,
    TooBig,
    Unreadable,
)
from station_app.bundles.read import Inspection, opened
from station_app.domain.journal import Fault
from tests.bundles.contents import EPOCH, journal, restated, stating, zipped

Look = Callable[[Path | dict[str, bytes]], Inspection]
TABLE, JOURNAL = "data/volunteer.csv", "data/journal.csv"


def lines(table: bytes) -> list[bytes]:
    return table.splitlines(keepends=True)


def test_file_that_is_not_there_is_told(tmp_path: Path, look: Look) -> None:
    with pytest.raises(Unreadable):
        look(tmp_path / "nowhere.zip")


def test_folder_is_not_read(tmp_path: Path, look: Look) -> None:
    (tmp_path / "folder.zip").mkdir()
    with pytest.raises(Unreadable):
        look(tmp_path / "folder.zip")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
def test_pipe_is_not_read(tmp_path: Path, look: Look) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    with pytest.raises(Unreadable):
        look(tmp_path / "pipe.zip")


def test_link_is_not_followed(bundle: Path, tmp_path: Path, look: Look) -> None:
    (tmp_path / "link.zip").symlink_to(bundle)
    with pytest.raises(Unreadable):
        look(tmp_path / "link.zip")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that fails to read")
def test_file_that_fails_while_it_is_read_is_blamed_and_not_the_pc(look: Look) -> None:
    with pytest.raises(Unreadable):
        look(Path("/proc/self/mem"))


def test_full_pc_is_blamed_and_not_the_stick(
    bundle: Path, look: Look, disk_quota: Callable[[int], AbstractContextManager[None]]
) -> None:
    with disk_quota(1000), pytest.raises(ScratchFailed):
        look(bundle)


def test_file_over_the_limit_is_not_even_copied(tmp_path: Path, look: Look) -> None:
    with (tmp_path / "huge.zip").open("wb") as file:
        file.truncate(256 * 1024 * 1024 + 1)
    with pytest.raises(TooBig) as refused:
        look(tmp_path / "huge.zip")
    assert (refused.value.what, refused.value.limit) == ("file", 256 * 1024 * 1024)


def test_rows_are_taken_from_the_copy_and_not_from_the_stick(
    found: dict[str, bytes], tmp_path: Path
) -> None:
    path = zipped(found, tmp_path / "stick.zip")
    with opened(path, scratch=tmp_path / "scratch") as bundle:
        path.unlink()
        assert len(list(bundle.rows("volunteer"))) == 7


def test_row_that_breaks_the_format_is_named(found: dict[str, bytes], look: Look) -> None:
    table = found[TABLE].replace(b"1990-01-03", b"1990-13-03")
    with pytest.raises(RowBroken) as refused:
        look(restated(found, TABLE, table))
    error = refused.value
    assert (error.member, error.row, error.column) == (TABLE, 4, "born_on")
    assert error.flaw is Flaw.FORM


@pytest.mark.parametrize(("length", "what"), [(9000, "cell"), (70000, "row")])
def test_row_over_a_limit_is_named(
    found: dict[str, bytes], look: Look, length: int, what: str
) -> None:
    table = found[TABLE].replace(b"V00002", os.urandom(length // 2).hex().encode())
    with pytest.raises(TooBig) as refused:
        look(restated(found, TABLE, table))
    error = refused.value
    assert (error.what, error.member, error.row) == (what, TABLE, 4)


def test_table_with_fewer_rows_than_it_says_is_refused(found: dict[str, bytes], look: Look) -> None:
    table = b"".join(lines(found[TABLE])[:-1])
    with pytest.raises(Damaged) as refused:
        look(restated(found, TABLE, table))
    assert (refused.value.member, refused.value.detail) == (TABLE, "6 of 7 rows")


def test_changed_entry_breaks_the_chain_at_its_number(found: dict[str, bytes], look: Look) -> None:
    table = found[JOURNAL].replace(b",5,2026", b",5,2025")
    with pytest.raises(ChainBroken) as refused:
        look(restated(found, JOURNAL, table))
    assert (refused.value.seq, refused.value.fault) == (5, Fault.HASH)


def test_missing_entry_is_a_gap_in_the_chain(found: dict[str, bytes], look: Look) -> None:
    rows = lines(found[JOURNAL])
    with pytest.raises(ChainBroken) as refused:
        look(restated(found, JOURNAL, b"".join(rows[:3] + rows[4:])))
    assert (refused.value.seq, refused.value.fault) == (4, Fault.GAP)


def test_missing_last_entries_are_a_gap_in_the_chain(found: dict[str, bytes], look: Look) -> None:
    with pytest.raises(ChainBroken) as refused:
        look(restated(found, JOURNAL, b"".join(lines(found[JOURNAL])[:-2])))
    assert (refused.value.seq, refused.value.fault) == (6, Fault.GAP)


def test_empty_journal_is_a_gap_in_the_chain(found: dict[str, bytes], look: Look) -> None:
    with pytest.raises(ChainBroken) as refused:
        look(restated(found, JOURNAL, lines(found[JOURNAL])[0]))
    assert (refused.value.seq, refused.value.fault) == (1, Fault.GAP)


@pytest.mark.parametrize(
    ("facts", "fault"),
    [
        ({"head_hash": "ab" * 32}, Fault.HASH),
        ({"epoch": "f" * 16}, Fault.EPOCH),
        ({"to_seq": 8}, Fault.GAP),
        ({"prev_hash": "ab" * 32, "from_seq": 2}, Fault.ORDER),
        ({"ancestor": f"{EPOCH}:9:{'ab' * 32}", "prev_hash": "ab" * 32}, Fault.HASH),
    ],
)
def test_manifest_that_states_another_slice_is_refused(
    found: dict[str, bytes], look: Look, facts: dict[str, object], fault: Fault
) -> None:
    with pytest.raises(ChainBroken) as refused:
        look(stating(found, **facts))
    assert refused.value.fault is fault


def test_journal_without_one_of_its_columns_is_refused(found: dict[str, bytes], look: Look) -> None:
    package = json.loads(found["datapackage.json"])
    del package["resources"][1]["schema"]["fields"][4]
    with pytest.raises(Damaged) as refused:
        look({**found, "datapackage.json": json.dumps(package).encode()})
    assert refused.value.detail == "journal columns"


def test_entries_with_empty_fields_keep_their_hash(bundle: Path, tmp_path: Path) -> None:
    with opened(bundle, scratch=tmp_path) as found:
        assert [entry.actor for entry in found.entries()] == [e.actor for e in journal(7)]
        assert "" in {entry.actor for entry in found.entries()}
