"""No flipped byte and no missing end goes unnoticed, and each is told by its place."""

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from station_app.bundles.errors import (
    ZIP,
    CutShort,
    Damaged,
    HashMismatch,
    MissingMember,
    NotABundle,
    TooBig,
    UnexpectedMember,
)
from station_app.bundles.read import inspect
from station_app.errors import StationError
from tests.bundles.contents import zipped

MASKS = (0x01, 0x80, 0xFF, 0x20, 0x08)


def spans(bundle: Path) -> dict[str, range]:
    """Where each member's own bytes lie, header and data."""
    with zipfile.ZipFile(bundle) as archive:
        infos = archive.infolist()
        ends = [info.header_offset for info in infos[1:]] + [archive.start_dir]
    return {
        info.filename: range(info.header_offset, end) for info, end in zip(infos, ends, strict=True)
    }


def refusal(data: bytes, path: Path) -> StationError:
    path.write_bytes(data)
    with pytest.raises(StationError) as refused:
        inspect(path, scratch=path.parent / "scratch")
    return refused.value


def test_every_single_flipped_byte_is_refused_and_placed(bundle: Path, tmp_path: Path) -> None:
    whole, members = bundle.read_bytes(), spans(bundle)
    for offset in range(len(whole)):
        spoiled = bytearray(whole)
        spoiled[offset] ^= MASKS[offset % len(MASKS)]
        error = refusal(bytes(spoiled), tmp_path / "flipped.zip")
        inside = next((name for name, span in members.items() if offset in span), None)
        if inside:
            assert isinstance(error, Damaged), (offset, error)
            assert error.member in (inside, ZIP), (offset, error)
        else:
            structure = (Damaged, UnexpectedMember, MissingMember, TooBig)
            assert isinstance(error, structure), (offset, error)


def test_flipped_byte_inside_a_table_names_the_table(bundle: Path, tmp_path: Path) -> None:
    whole = bytearray(bundle.read_bytes())
    span = spans(bundle)["data/volunteer.csv"]
    whole[(span.start + span.stop) // 2] ^= 0xFF
    error = refusal(bytes(whole), tmp_path / "flipped.zip")
    assert isinstance(error, Damaged)
    assert error.member == "data/volunteer.csv"


def test_file_cut_anywhere_is_told_as_cut(bundle: Path, tmp_path: Path) -> None:
    whole = bundle.read_bytes()
    for length in (*range(0, len(whole), 7), *range(len(whole) - 130, len(whole))):
        assert isinstance(refusal(whole[:length], tmp_path / "cut.zip"), CutShort), length


def test_file_whose_end_is_zeros_is_told_as_cut(bundle: Path, tmp_path: Path) -> None:
    """What a FAT stick shows when it was pulled out while writing."""
    whole = bundle.read_bytes()
    error = refusal(whole[: len(whole) // 2].ljust(len(whole), b"\0"), tmp_path / "cut.zip")
    assert isinstance(error, CutShort)


def test_bytes_behind_the_end_are_refused(bundle: Path, tmp_path: Path) -> None:
    error = refusal(bundle.read_bytes() + b"more", tmp_path / "longer.zip")
    assert (type(error), error.member) == (Damaged, ZIP)  # type: ignore[attr-defined]


def test_bytes_before_the_start_are_refused(bundle: Path, tmp_path: Path) -> None:
    error = refusal(b"MZ" + bundle.read_bytes(), tmp_path / "program.zip")
    assert (type(error), error.member) == (Damaged, ZIP)  # type: ignore[attr-defined]


@pytest.mark.parametrize("data", [b"number,name\r\n", b"\x7fELF" * 99, b"\xd0\xcf\x11\xe0" * 200])
def test_other_file_is_told_as_no_bundle(data: bytes, tmp_path: Path) -> None:
    assert isinstance(refusal(data, tmp_path / "other.zip"), NotABundle)


def test_office_document_is_told_as_no_bundle(tmp_path: Path) -> None:
    zipped({"[Content_Types].xml": b"<x/>", "word/document.xml": b"<x/>"}, tmp_path / "a.docx")
    error = refusal((tmp_path / "a.docx").read_bytes(), tmp_path / "a.zip")
    assert isinstance(error, NotABundle)


def test_changed_table_that_was_packed_again_is_told_by_its_hash(
    found: dict[str, bytes], tmp_path: Path
) -> None:
    changed = found["data/volunteer.csv"].replace("李梅".encode(), "李敏".encode(), 1)
    path = zipped({**found, "data/volunteer.csv": changed}, tmp_path / "again.zip")
    error = refusal(path.read_bytes(), path)
    assert isinstance(error, HashMismatch)
    assert error.member == "data/volunteer.csv"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(spots=st.lists(st.tuples(st.integers(0), st.integers(0, 255)), min_size=1, max_size=4))
def test_zip_of_another_program_with_spoiled_bytes_is_refused_or_read_whole(
    found: dict[str, bytes], tmp_path: Path, spots: list[tuple[int, int]]
) -> None:
    """Never a crash, never other rows: here no digest of the whole file helps."""
    path = zipped(found, tmp_path / "again.zip")
    data = bytearray(path.read_bytes())
    for spot, value in spots:
        data[-1 - spot % len(data)] = value
    path.write_bytes(data)
    with suppress(StationError):
        assert inspect(path, scratch=tmp_path / "scratch").rows == {"volunteer": 7, "journal": 7}


def test_same_members_packed_again_are_read(found: dict[str, bytes], tmp_path: Path) -> None:
    path = zipped(found, tmp_path / "again.zip")
    assert inspect(path, scratch=tmp_path / "scratch").rows == {"volunteer": 7, "journal": 7}
