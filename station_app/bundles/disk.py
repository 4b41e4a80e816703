"""The few things that are done to a stick, so that a test can make each of them fail."""

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Protocol


class Disk(Protocol):
    """What is done to a stick, one call each; every call may raise OSError."""

    def is_folder(self, path: Path) -> bool:
        """Whether a real folder, no link, stands there."""
        ...

    def exists(self, path: Path) -> bool:
        """Whether anything has this name."""
        ...

    def make_folder(self, path: Path) -> None:
        """Create one folder in a folder that exists."""
        ...

    def names(self, folder: Path) -> list[str]:
        """The names in a folder."""
        ...

    def free(self, folder: Path) -> int:
        """Free bytes."""
        ...

    def create(self, path: Path) -> int:
        """A new file to write to; never one that exists."""
        ...

    def open(self, path: Path) -> int:
        """A file to read from the medium itself, past the cache where the system can."""
        ...

    def write(self, file: int, block: memoryview) -> int:
        """Write some of the block; how many bytes."""
        ...

    def read(self, file: int, size: int) -> bytes:
        """Read up to `size` bytes; empty at the end."""
        ...

    def sync(self, file: int) -> None:
        """Bring the file's bytes to the medium."""
        ...

    def close(self, file: int) -> None:
        """Close; a late refusal comes here."""
        ...

    def rename(self, old: Path, new: Path) -> None:
        """Give a file its final name."""
        ...

    def sync_folder(self, folder: Path) -> None:
        """Bring a folder's names to the medium, where the file system can."""
        ...

    def remove(self, path: Path) -> None:
        """Remove a file."""
        ...


class SystemDisk:
    """The operating system's own calls."""

    def is_folder(self, path: Path) -> bool:
        return path.is_dir() and not path.is_symlink()

    def exists(self, path: Path) -> bool:
        return os.path.lexists(path)

    def make_folder(self, path: Path) -> None:
        path.mkdir()

    def names(self, folder: Path) -> list[str]:
        return os.listdir(folder)

    def free(self, folder: Path) -> int:
        return shutil.disk_usage(folder).free

    def create(self, path: Path) -> int:
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        return os.open(path, flags, 0o644)

    def open(self, path: Path) -> int:
        file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        if hasattr(os, "posix_fadvise"):
            with suppress(OSError):
                os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
        return file

    def write(self, file: int, block: memoryview) -> int:
        return os.write(file, block)

    def read(self, file: int, size: int) -> bytes:
        return os.read(file, size)

    def sync(self, file: int) -> None:
        os.fsync(file)

    def close(self, file: int) -> None:
        os.close(file)

    def rename(self, old: Path, new: Path) -> None:
        os.rename(old, new)

    def sync_folder(self, folder: Path) -> None:
        if os.name == "nt":
            return
        file = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(file)
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
        finally:
            os.close(file)

    def remove(self, path: Path) -> None:
        path.unlink()
