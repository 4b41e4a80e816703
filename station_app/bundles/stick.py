"""Hand a finished file to a stick so that it is there whole, or not there (BUNDLE §9).

Why `.part` and a late name: a stick can be pulled out at any moment, and a file with its final name
must be one that was written, flushed and closed without a single refusal. Why the bytes are read
again with the cache dropped: a bad or forged stick takes every byte and gives back others.
"""

import errno
import re
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from station_app.bundles.disk import Disk
from station_app.bundles.errors import (
    NameTaken,
    ReadBackDiffers,
    StickFailed,
    StickFull,
    StickGone,
    StickReadOnly,
)
from station_app.bundles.progress import Step, share
from station_app.bundles.scratch import on_scratch
from station_app.errors import StationError

BLOCK = 1024 * 1024
SPARE = 4 * 1024 * 1024
ROOT, UP = "PRACTICE-STATION", "UP"
PART = ".part"

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC), errno.EFBIG}
_LOCKED = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.EIO, errno.ENOTCONN}


def check_stick(stick: Path, disk: Disk) -> None:
    """Refuse at once what cannot work, before minutes are spent on building. Raises StickGone."""
    if not disk.is_folder(stick):
        raise StickGone(stick)


def hand_over(built: Path, stick: Path, *, size: int, digest: str, disk: Disk, step: Step) -> Path:
    """Copy a finished file to `PRACTICE-STATION/UP` on the stick and read it back from there.

    `size` and `digest` (SHA-256) are those of `built`. After any refusal the stick holds no file of
    this name. Raises StickGone, StickFull, StickReadOnly, StickFailed, NameTaken, ReadBackDiffers.
    """
    try:
        check_stick(stick, disk)
        home = _folder(_folder(stick, ROOT, disk), UP, disk)
        _clear_parts(home, built.name, disk)
        _check_room(home, size, disk)
        if disk.exists(home / built.name):
            raise NameTaken(home / built.name)
        return _deliver(built, home, size, digest, disk, step)
    except OSError as error:
        raise _refusal(error, stick, size) from error


def _folder(parent: Path, name: str, disk: Disk) -> Path:
    folder = parent / name
    if disk.is_folder(folder):
        return folder
    if disk.exists(folder):
        raise StickFailed(folder, "not a folder")
    disk.make_folder(folder)
    disk.sync_folder(parent)
    return folder


def _clear_parts(home: Path, name: str, disk: Disk) -> None:
    """Remove what an interrupted write of this station left; another station's is not ours."""
    code = name.rsplit("-", 4)[0]
    ours = re.compile(re.escape(code) + r"-\d{8}-\d+-\d+-[0-9a-f]{4}\.zip" + re.escape(PART))
    for found in disk.names(home):
        if ours.fullmatch(found):
            disk.remove(home / found)


def _check_room(home: Path, size: int, disk: Disk) -> None:
    needed, free = 2 * size + SPARE, disk.free(home)
    if free < needed:
        raise StickFull(home, needed, free)


def _deliver(built: Path, home: Path, size: int, digest: str, disk: Disk, step: Step) -> Path:
    final = home / built.name
    part = home / (built.name + PART)
    try:
        _copy(built, part, size, disk, share(step, 0, 600))
        disk.rename(part, final)
        disk.sync_folder(home)
        if _read_back(final, size, disk, share(step, 600, 1000)) != digest:
            raise ReadBackDiffers(final.name)
    except (OSError, StationError):
        for leftover in (part, final):
            with suppress(OSError):
                disk.remove(leftover)
        raise
    return final


def _copy(built: Path, part: Path, size: int, disk: Disk, step: Step) -> None:
    file, done = disk.create(part), 0
    try:
        for block in _blocks(built):
            step(done, size)
            done += len(block)
            rest = memoryview(block)
            while rest:
                rest = rest[disk.write(file, rest) :]
        disk.sync(file)
    except BaseException:
        with suppress(OSError):
            disk.close(file)
        raise
    disk.close(file)


def _blocks(built: Path) -> Iterator[bytes]:
    with on_scratch(built), built.open("rb") as source:
        while block := source.read(BLOCK):
            yield block


def _read_back(final: Path, size: int, disk: Disk, step: Step) -> str:
    """SHA-256 of what the stick gives; a file that grew differs anyway."""
    file, done, digest = disk.open(final), 0, sha256()
    try:
        while block := disk.read(file, BLOCK):
            step(done, size)
            done += len(block)
            digest.update(block)
    finally:
        disk.close(file)
    return digest.hexdigest()


def _refusal(error: OSError, stick: Path, size: int) -> StationError:
    """The system's refusal in our words; when it came while writing, the free room is unknown."""
    if error.errno in _FULL:
        return StickFull(stick, 2 * size + SPARE, 0)
    if error.errno in _LOCKED:
        return StickReadOnly(stick)
    if error.errno in _GONE:
        return StickGone(stick)
    return StickFailed(stick, error.strerror or str(error))
