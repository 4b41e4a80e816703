"""A file handed to a person is there whole or not at all.

Two steps, because a register stands between them: `prepared` writes everything beside the final
name and brings it to the disk; only `put` gives it the name, when the books already know of it.
"""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from station_app.errors import StationError


@dataclass(eq=False)
class FolderFull(StationError):
    """There is no room for the file; nothing was written."""

    path: Path


@dataclass(eq=False)
class FolderReadOnly(StationError):
    """The folder, or a file of that name, cannot be written."""

    path: Path


@dataclass(eq=False)
class FolderMissing(StationError):
    """The folder is not there (any more)."""

    path: Path


@dataclass(eq=False)
class FileUnwritable(StationError):
    """The system refused the file for another reason, told in its own words."""

    path: Path
    detail: str


@dataclass(frozen=True, slots=True)
class Prepared:
    """A file that is whole on the disk, still under the name `part`."""

    part: Path
    path: Path

    def put(self) -> Path:
        """Give the file its name; one that stood there is replaced in one step."""
        with _telling(self.path):
            os.replace(self.part, self.path)
            _sync_folder(self.path.parent)
        return self.path


@contextmanager
def prepared(path: Path, data: bytes) -> Iterator[Prepared]:
    """Write `data` beside `path`; what is not `put` by the end is removed again.

    Raises FolderFull, FolderReadOnly, FolderMissing, FileUnwritable.
    """
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _telling(path), part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield Prepared(part, path)
    finally:
        part.unlink(missing_ok=True)


def save(path: Path, data: bytes) -> Path:
    """Write a file whole, in one step; raises what `prepared` raises."""
    with prepared(path, data) as file:
        return file.put()


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise FolderFull(path) from error
        if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM, errno.EISDIR):
            raise FolderReadOnly(path) from error
        if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENODEV):
            raise FolderMissing(path.parent) from error
        raise FileUnwritable(path, os.strerror(error.errno or 0)) from error


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk, where folders can be opened at all."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
    finally:
        os.close(handle)
