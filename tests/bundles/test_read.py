"""A bundle is believed in one order, and each way to be wrong has its own refusal."""

import io
import json
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from station_app.bundles.errors import (
    ChainBroken,
    Damaged,
    Flaw,
    MissingMember,
    NotABundle,
    RowBroken,
    ScratchFailed,
    TooBig,
    TooNew,
    UnexpectedMember,
    Unreadable,
)
from station_app.bundles.read import Inspection, inspect, opened
from station_app.domain.journal import Fault
from tests.bundles.contents import EPOCH, journal, restated, stating, zipped

Look = Callable[[Path | dict[str, bytes]], Inspection]
TABLE, JOURNAL = "data/volunteer.csv", "data/journal.csv"


def lines(table: bytes) -> list[bytes]:
    return table.splitlines(keepends=True)


# ------------------------------------------------------------------------------ the file itself


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


# ------------------------------------------------------------------------------------ the zip


@pytest.mark.parametrize(
    "name",
    [
        "readme.txt",
        "data/",
        "data/inner.zip",
        "data/Volunteer.csv",
        "data/a/b.csv",
        "/data/volunteer2.csv",
        "../data/volunteer2.csv",
        "data\\volunteer2.csv",
        "C:/data/volunteer2.csv",
        "数据.csv",
    ],
)
def test_member_of_another_name_is_refused(found: dict[str, bytes], look: Look, name: str) -> None:
    with pytest.raises(UnexpectedMember) as refused:
        look({**found, name: b"x"})
    assert refused.value.name == name


def test_name_with_a_hidden_tail_is_refused(found: dict[str, bytes], tmp_path: Path) -> None:
    data = zipped({**found, "data/evilXcsv": b"x"}, tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(data.replace(b"data/evilXcsv", b"data/evil\0csv"))
    with pytest.raises(UnexpectedMember):
        inspect(tmp_path / "a.zip", scratch=tmp_path / "scratch")


def test_member_told_twice_is_refused(found: dict[str, bytes], tmp_path: Path) -> None:
    path = zipped({**found, "data/volunteeX.csv": b"x"}, tmp_path / "a.zip")
    path.write_bytes(path.read_bytes().replace(b"volunteeX", b"volunteer"))
    with pytest.raises(UnexpectedMember) as refused:
        inspect(path, scratch=tmp_path / "scratch")
    assert refused.value.name == TABLE


def test_link_inside_is_refused(found: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in found.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (stat.S_IFREG if name != TABLE else stat.S_IFLNK) << 16
            archive.writestr(info, data)
    with pytest.raises(UnexpectedMember) as refused:
        inspect(path, scratch=tmp_path / "scratch")
    assert refused.value.name == TABLE


def test_member_that_nothing_describes_is_refused(found: dict[str, bytes], look: Look) -> None:
    with pytest.raises(UnexpectedMember) as refused:
        look({**found, "data/extra.csv": b"x"})
    assert refused.value.name == "data/extra.csv"


@pytest.mark.parametrize("name", [TABLE, JOURNAL, "datapackage.json"])
def test_missing_member_is_named(found: dict[str, bytes], look: Look, name: str) -> None:
    del found[name]
    with pytest.raises(MissingMember) as refused:
        look(found)
    assert refused.value.name == name


def test_more_members_than_a_bundle_has_are_refused(found: dict[str, bytes], look: Look) -> None:
    with pytest.raises(TooBig) as refused:
        look({**found, **{f"data/t{number}.csv": b"" for number in range(62)}})
    assert (refused.value.what, refused.value.limit) == ("members", 64)


def test_table_that_swells_past_reason_is_stopped(found: dict[str, bytes], look: Look) -> None:
    swollen = b"\xef\xbb\xbf" + b"0" * (2 * 1024 * 1024)
    with pytest.raises(TooBig) as refused:
        look(restated(found, TABLE, swollen))
    assert (refused.value.what, refused.value.member) == ("ratio", TABLE)


def test_tables_that_fill_a_disk_are_stopped(
    found: dict[str, bytes], look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("station_app.bundles.archive.MAX_TOTAL", 1500)
    with pytest.raises(TooBig) as refused:
        look(found)
    assert refused.value.what == "total"


def test_manifest_over_its_limit_is_stopped(found: dict[str, bytes], look: Look) -> None:
    found["datapackage.json"] += b" " * 256 * 1024
    with pytest.raises(TooBig) as refused:
        look(found)
    assert (refused.value.what, refused.value.limit) == ("json", 256 * 1024)


def test_encrypted_member_is_refused(found: dict[str, bytes], tmp_path: Path) -> None:
    path = zipped(found, tmp_path / "a.zip")
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        directory = archive.start_dir
    data[directory + 8] |= 1
    path.write_bytes(data)
    with pytest.raises(Damaged) as refused:
        inspect(path, scratch=tmp_path / "scratch")
    assert refused.value.member == "datapackage.json"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_member_packed_by_a_rare_method_is_refused(
    found: dict[str, bytes], tmp_path: Path, method: int
) -> None:
    path = tmp_path / "rare.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in found.items():
            archive.writestr(name, data)
    with pytest.raises(Damaged):
        inspect(path, scratch=tmp_path / "scratch")


def test_members_that_share_their_bytes_are_refused(tmp_path: Path) -> None:
    """The overlapping zip bomb: many names, one body."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as archive:
        archive.writestr("datapackage.json", os.urandom(5000))
    raw = bytearray(body.getvalue())
    start = raw.index(b"PK\x01\x02")
    end = raw.index(b"PK\x05\x06")
    entry = bytes(raw[start:end])
    second = entry.replace(b"datapackage.json", b"data/evileve.csv")
    directory = entry + second
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, len(directory), start, 0)
    path = tmp_path / "bomb.zip"
    path.write_bytes(bytes(raw[:start]) + directory + tail)
    with pytest.raises(Damaged) as refused:
        inspect(path, scratch=tmp_path / "scratch")
    assert refused.value.detail == "sizes"


# ------------------------------------------------------------------------------- the manifest


def test_other_data_package_is_told_as_no_bundle(found: dict[str, bytes], look: Look) -> None:
    package = json.loads(found["datapackage.json"])
    del package["bundle"]
    with pytest.raises(NotABundle):
        look({**found, "datapackage.json": json.dumps(package).encode()})


@pytest.mark.parametrize("facts", [{"min_reader": 2}, {"format": "practice-bundle/2"}])
def test_bundle_of_a_newer_program_is_told_as_too_new(
    found: dict[str, bytes], look: Look, facts: dict[str, object]
) -> None:
    with pytest.raises(TooNew) as refused:
        look(stating(found, **facts))
    assert refused.value.min_reader == 2


def test_newer_bundle_that_old_readers_may_read_is_read(
    found: dict[str, bytes], look: Look
) -> None:
    newer = stating(found, app="9.9", schema=99, something_new={"a": 1})
    assert look(newer).heading.schema == 99


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("min_reader", "1"),
        ("min_reader", True),
        ("kind", "sideways"),
        ("sender", "SC-0281"),
        ("sender", {"id": "1", "code": "2", "name": "\u202e"}),
        ("sender", {"id": "1", "code": "2", "name": "\ud800"}),
        ("recipient", 5),
        ("epoch", "x"),
        ("ancestor", 7),
        ("from_seq", -1),
        ("from_seq", 1.0),
        ("to_seq", 2**60),
        ("prev_hash", "00"),
        ("head_hash", "00"),
        ("claimed_at", "2026-11-23"),
        ("nonce", None),
        ("policy", {"phone": "sometimes"}),
        ("policy", None),
    ],
)
def test_fact_that_cannot_be_is_told_as_damage_of_the_manifest(
    found: dict[str, bytes], look: Look, field: str, value: object
) -> None:
    with pytest.raises(Damaged) as refused:
        look(stating(found, **{field: value}))
    assert refused.value.member == "datapackage.json"


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"\xff",
        b"{",
        b'{"bundle": {}, "bundle": {}}',
        b'{"a": NaN}',
        b"[" * 100_000,
        b'{"bundle": {"format": "practice-bundle/1", "min_reader": 1}}',
    ],
)
def test_manifest_that_is_no_json_object_is_damage(
    found: dict[str, bytes], look: Look, text: bytes
) -> None:
    with pytest.raises(Damaged) as refused:
        look({**found, "datapackage.json": text})
    assert refused.value.member == "datapackage.json"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("path", "data/other.csv"),
        ("path", "../volunteer.csv"),
        ("name", "Volunteer"),
        ("name", "journal"),
        ("hash", "md5:00"),
        ("bytes", "7"),
        ("rowCount", -1),
        ("schema", {}),
        ("schema", {"fields": [{"name": "id", "type": "geojson"}], "primaryKey": ["id"]}),
        ("schema", {"fields": [{"name": "id", "type": "string"}] * 2, "primaryKey": ["id"]}),
        ("schema", {"fields": [5], "primaryKey": ["id"]}),
    ],
)
def test_table_that_cannot_be_described_so_is_damage(
    found: dict[str, bytes], look: Look, field: str, value: object
) -> None:
    package = json.loads(found["datapackage.json"])
    package["resources"][0][field] = value
    with pytest.raises(Damaged) as refused:
        look({**found, "datapackage.json": json.dumps(package).encode()})
    assert refused.value.member == "datapackage.json"


def test_column_that_this_program_does_not_know_is_kept(
    found: dict[str, bytes], tmp_path: Path
) -> None:
    package = json.loads(found["datapackage.json"])
    package["resources"][0]["schema"]["fields"].append({"name": "later", "type": "string"})
    found["datapackage.json"] = json.dumps(package).encode()
    header, *rows = lines(found[TABLE])
    wider = [header.replace(b"\r\n", b",later\r\n")]
    wider += [row.replace(b"\r\n", b",'=new\r\n") for row in rows]
    path = zipped(restated(found, TABLE, b"".join(wider)), tmp_path / "wider.zip")
    with opened(path, scratch=tmp_path) as bundle:
        assert {row["later"] for row in bundle.rows("volunteer")} == {"=new"}


# ------------------------------------------------------------------------- rows and the chain


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
