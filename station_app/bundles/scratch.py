"""Private room on the PC's own disk for files that are being built or read."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from station_app.bundles.errors import ScratchFailed


@contextmanager
def private_folder(scratch: Path) -> Iterator[Path]:
    """A new folder that only this user can enter; gone with all in it at the end."""
    with on_scratch(scratch):
        scratch.mkdir(parents=True, exist_ok=True)
        folder = TemporaryDirectory(prefix="bundle-", dir=scratch, ignore_cleanup_errors=True)
    with folder as name:
        yield Path(name)


@contextmanager
def on_scratch(path: Path) -> Iterator[None]:
    """Turn the operating system's refusal into ours."""
    try:
        yield
    except OSError as error:
        raise ScratchFailed(path, error.strerror or str(error)) from error
