"""A stick that fails, fills up, lies or is pulled out at any moment never holds a wrong file."""

import errno
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from station_app.bundles.disk import SystemDisk
from station_app.bundles.errors import (
    NameTaken,
    ReadBackDiffers,
    StickFailed,
    StickFull,
    StickGone,
    StickReadOnly,
)
from station_app.bundles.read import inspect
from station_app.bundles.stick import SPARE, hand_over
from station_app.bundles.write import write_bundle
from station_app.errors import StationError
from tests.bundles.contents import contents

NAME = "SC-0281-001-20261123-1-7-c0ff.zip"
BYTES = bytes(range(256)) * 10_000


class Pulled(BaseException):
    """The power is gone: no code of ours runs any more."""


class ShakyDisk(SystemDisk):
    """A stick that goes wrong at its n-th call.

    `error`: that one call fails with it. No error: the stick is pulled out there, either before the
    call or right after it, and what was written but not flushed is lost.
    """

    def __init__(self, at: int, error: int | None = None, *, late: bool = False) -> None:
        self.at, self.error, self.late = at, error, late
        self.calls = 0
        self.open_files: dict[int, Path] = {}
        self.unflushed: dict[Path, int] = {}
        self.renamed: dict[Path, Path] = {}

    @property
    def fired(self) -> bool:
        return self.calls >= self.at

    def __getattribute__(self, name: str) -> object:
        call = super().__getattribute__(name)
        if name not in vars(SystemDisk) or name.startswith("_"):
            return call

        def counted(*args: object) -> object:
            self.calls += 1
            if self.calls < self.at or (self.error and self.calls > self.at):
                return self.kept(name, args, call(*args))
            if self.error:
                raise OSError(self.error, os.strerror(self.error))
            if self.late and self.calls == self.at:
                self.kept(name, args, call(*args))
            self.pull()
            raise Pulled

        return counted

    def kept(self, name: str, args: tuple[object, ...], result: object) -> object:
        """Remember what a pulled stick would lose."""
        if name in ("create", "open") and isinstance(result, int):
            path = args[0]
            assert isinstance(path, Path)
            self.open_files[result] = path
            if name == "create":
                self.unflushed[path] = 0
        elif name == "sync" and isinstance(args[0], int):
            self.unflushed.pop(self.open_files[args[0]], None)
        elif name == "close" and isinstance(args[0], int):
            self.open_files.pop(args[0], None)
        elif name == "rename" and isinstance(args[0], Path) and isinstance(args[1], Path):
            self.renamed[args[1]] = args[0]
            if args[0] in self.unflushed:
                self.unflushed[args[1]] = self.unflushed.pop(args[0])
        elif name == "sync_folder":
            self.renamed.clear()
        return result

    def pull(self) -> None:
        for file in list(self.open_files):
            os.close(file)
        self.open_files.clear()
        for path, whole in self.unflushed.items():
            if path.exists():
                os.truncate(path, whole)
        self.unflushed.clear()
        for new, old in self.renamed.items():
            if new.exists():
                new.rename(old)
        self.renamed.clear()


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A finished file on the PC, of three blocks."""
    path = tmp_path / "pc" / NAME
    path.parent.mkdir()
    path.write_bytes(BYTES)
    return path


@pytest.fixture
def sticks(tmp_path: Path) -> Iterator[Path]:
    """Endless fresh sticks."""

    def fresh() -> Iterator[Path]:
        for number in range(1_000):
            stick = tmp_path / f"stick{number}"
            stick.mkdir()
            yield stick

    return fresh()


def deliver(built: Path, stick: Path, disk: SystemDisk) -> Path:
    return hand_over(
        built,
        stick,
        size=len(BYTES),
        digest=sha256(BYTES).hexdigest(),
        disk=disk,
        step=lambda done, total: None,
    )


def files(stick: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in stick.rglob("*") if path.is_file()}


def test_file_arrives_whole_in_its_folder(built: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    final = deliver(built, stick, SystemDisk())
    assert final == stick / "PRACTICE-STATION" / "UP" / NAME
    assert files(stick) == {NAME: BYTES}


@pytest.mark.parametrize("error", [errno.EIO, errno.ENOSPC, errno.EROFS, errno.EINTR])
def test_failure_of_any_single_call_leaves_no_file(
    built: Path, sticks: Iterator[Path], error: int
) -> None:
    """Each call in turn fails once; EINTR stands for all errors nobody thought of."""
    for number, stick in enumerate(sticks, start=1):
        disk = ShakyDisk(number, error)
        try:
            deliver(built, stick, disk)
        except StationError:
            assert files(stick) == {}, number
        else:
            assert files(stick) == {NAME: BYTES}
            if not disk.fired:
                break
    assert number > 20


def test_file_that_was_handed_over_survives_the_very_next_moment(
    built: Path, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    disk = ShakyDisk(at=1_000)
    deliver(built, tmp_path / "stick", disk)
    disk.pull()
    assert files(tmp_path / "stick") == {NAME: BYTES}


@pytest.mark.parametrize("late", [False, True])
def test_stick_pulled_at_any_call_holds_the_whole_file_or_none(
    built: Path, sticks: Iterator[Path], late: bool
) -> None:
    for number, stick in enumerate(sticks, start=1):
        disk = ShakyDisk(number, late=late)
        try:
            deliver(built, stick, disk)
        except Pulled:
            assert files(stick).get(NAME, BYTES) == BYTES, number
        else:
            break
    assert not disk.fired
    assert number > 20


def test_next_write_clears_what_a_pulled_stick_kept(built: Path, sticks: Iterator[Path]) -> None:
    """After a cut at any call the next bundle goes through and no half file is left."""
    other = built.with_name(NAME.replace("c0ff", "beef"))
    other.write_bytes(BYTES)
    halves = 0
    for number, stick in enumerate(sticks, start=1):
        try:
            deliver(built, stick, ShakyDisk(number, late=True))
        except Pulled:
            halves += f"{NAME}.part" in files(stick)
            deliver(other, stick, SystemDisk())
            assert set(files(stick)) <= {NAME, other.name}
        else:
            break
    assert halves > 3


def test_half_file_of_another_station_is_left_alone(built: Path, tmp_path: Path) -> None:
    home = tmp_path / "stick" / "PRACTICE-STATION" / "UP"
    home.mkdir(parents=True)
    theirs = {"SC-0281-002-20261101-1-5-aaaa.zip.part", "notes.part"}
    for name in theirs | {"SC-0281-001-20261101-1-5-aaaa.zip.part"}:
        (home / name).write_bytes(b"half")
    deliver(built, tmp_path / "stick", SystemDisk())
    assert set(files(tmp_path / "stick")) == theirs | {NAME}


@pytest.mark.parametrize(
    ("error", "refusal"),
    [
        (errno.ENOSPC, StickFull),
        (errno.EROFS, StickReadOnly),
        (errno.EACCES, StickReadOnly),
        (errno.EIO, StickGone),
        (errno.ENODEV, StickGone),
        (errno.EMFILE, StickFailed),
    ],
)
def test_refusal_of_the_system_is_told_in_its_kind(
    built: Path, tmp_path: Path, error: int, refusal: type[StationError]
) -> None:
    class Refusing(SystemDisk):
        def create(self, path: Path) -> int:
            raise OSError(error, os.strerror(error))

    (tmp_path / "stick").mkdir()
    with pytest.raises(refusal):
        deliver(built, tmp_path / "stick", Refusing())


def test_full_disk_that_shows_only_at_close_is_told(built: Path, tmp_path: Path) -> None:
    class LateFull(SystemDisk):
        def close(self, file: int) -> None:
            super().close(file)
            raise OSError(errno.ENOSPC, "No space left on device")

    (tmp_path / "stick").mkdir()
    with pytest.raises(StickFull):
        deliver(built, tmp_path / "stick", LateFull())
    assert files(tmp_path / "stick") == {}


def test_too_little_room_is_told_before_a_byte_is_written(built: Path, tmp_path: Path) -> None:
    class Small(SystemDisk):
        def free(self, folder: Path) -> int:
            return 2 * len(BYTES) + SPARE - 1

    (tmp_path / "stick").mkdir()
    with pytest.raises(StickFull) as refused:
        deliver(built, tmp_path / "stick", Small())
    assert refused.value.needed - refused.value.free == 1
    assert files(tmp_path / "stick") == {}


def test_stick_that_takes_a_few_bytes_at_a_time_gets_all(built: Path, tmp_path: Path) -> None:
    class Slow(SystemDisk):
        def write(self, file: int, block: memoryview) -> int:
            return super().write(file, block[:70_001])

    (tmp_path / "stick").mkdir()
    deliver(built, tmp_path / "stick", Slow())
    assert files(tmp_path / "stick") == {NAME: BYTES}


def test_forged_stick_is_found_out_and_keeps_no_file(built: Path, tmp_path: Path) -> None:
    """It says it is large and gives back the first megabyte for all others."""

    class Forged(SystemDisk):
        def open(self, path: Path) -> int:
            path.write_bytes(BYTES[: 1024 * 1024].ljust(len(BYTES), b"\0"))
            return super().open(path)

    (tmp_path / "stick").mkdir()
    with pytest.raises(ReadBackDiffers) as refused:
        deliver(built, tmp_path / "stick", Forged())
    assert refused.value.name == NAME
    assert files(tmp_path / "stick") == {}


def test_nothing_is_ever_overwritten(built: Path, tmp_path: Path) -> None:
    home = tmp_path / "stick" / "PRACTICE-STATION" / "UP"
    home.mkdir(parents=True)
    (home / NAME).write_bytes(b"older")
    with pytest.raises(NameTaken):
        deliver(built, tmp_path / "stick", SystemDisk())
    assert files(tmp_path / "stick") == {NAME: b"older"}


def test_missing_stick_is_told_and_no_folder_is_made_in_its_place(
    built: Path, tmp_path: Path
) -> None:
    with pytest.raises(StickGone):
        deliver(built, tmp_path / "media" / "usb", SystemDisk())
    assert not (tmp_path / "media").exists()


def test_missing_stick_is_told_before_anything_is_built(tmp_path: Path) -> None:
    with pytest.raises(StickGone):
        write_bundle(contents(), tmp_path / "usb", scratch=tmp_path / "scratch")
    assert not (tmp_path / "scratch").exists()


def test_folder_name_that_leads_elsewhere_is_not_followed(built: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "stick" / "PRACTICE-STATION").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StickFailed):
        deliver(built, tmp_path / "stick", SystemDisk())
    assert not any((tmp_path / "elsewhere").iterdir())


def test_file_system_that_cannot_sync_a_folder_is_good_enough(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fsync(file: int) -> None:
        if not os.path.isfile(f"/proc/self/fd/{file}"):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    (tmp_path / "stick").mkdir()
    deliver(built, tmp_path / "stick", SystemDisk())
    assert files(tmp_path / "stick") == {NAME: BYTES}


def test_whole_export_pulled_at_any_call_leaves_only_sound_bundles(
    sticks: Iterator[Path], tmp_path: Path
) -> None:
    for number, stick in enumerate(sticks, start=1):
        scratch = tmp_path / "scratch"
        try:
            write_bundle(contents(), stick, scratch=scratch, disk=ShakyDisk(number, late=True))
        except Pulled:
            for path in stick.rglob("*.zip"):
                assert inspect(path, scratch=scratch).rows == {"volunteer": 7, "journal": 7}
        else:
            break
    assert number > 20
