"""Sticks and other drives that are plugged in."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QStorageInfo

_MOUNTED_AT: Final = {
    "linux": ("/media/", "/run/media/"),
    "darwin": ("/Volumes/",),
}


@dataclass(frozen=True, slots=True)
class Drive:
    """One drive by the name its owner gave it; `free` in bytes."""

    path: Path
    name: str
    free: int
    read_only: bool


def drives() -> list[Drive]:
    """Everything mounted where sticks are, by name; the system's own disks are not among them."""
    found = []
    for volume in QStorageInfo.mountedVolumes():
        if volume.isValid() and volume.isReady() and _is_plugged_in(volume):
            path = Path(volume.rootPath())
            name = volume.name() or path.name or volume.rootPath()
            found.append(Drive(path, name, volume.bytesAvailable(), volume.isReadOnly()))
    return sorted(found, key=lambda drive: (drive.name, drive.path))


def _is_plugged_in(volume: QStorageInfo) -> bool:
    root = volume.rootPath()
    if sys.platform == "win32":
        return not volume.isRoot() and root[:2].upper() != QDir.rootPath()[:2].upper()
    return root.startswith(_MOUNTED_AT.get(sys.platform, ()))
