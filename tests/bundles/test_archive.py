"""A zip that is not a bundle's, or that would harm its reader, is refused by its member."""

import io
import os
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from station_app.bundles.errors import (
    Damaged,
    MissingMember,
    TooBig,
    UnexpectedMember,
)
from station_app.bundles.read import Inspection, inspect
from tests.bundles.contents import restated, zipped

Look = Callable[[Path | dict[str, bytes]], Inspection]
TABLE, JOURNAL = "data/volunteer.csv", "data/journal.csv"


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
