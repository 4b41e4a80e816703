"""A bundle written once for all tests that only look at it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from station_app.bundles.read import Inspection, inspect
from station_app.bundles.write import write_bundle
from tests.bundles.contents import contents, members, zipped


@pytest.fixture(scope="session")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small bundle of seven volunteers."""
    folder = tmp_path_factory.mktemp("stick")
    return write_bundle(contents(), folder, scratch=tmp_path_factory.mktemp("scratch")).path


@pytest.fixture
def found(bundle: Path) -> dict[str, bytes]:
    """Its members."""
    return members(bundle)


@pytest.fixture
def look(tmp_path: Path) -> Callable[[Path | dict[str, bytes]], Inspection]:
    """Inspect a file, or members packed into one; nothing stays behind in the scratch folder."""

    def inspected(source: Path | dict[str, bytes]) -> Inspection:
        path = source if isinstance(source, Path) else zipped(source, tmp_path / "again.zip")
        scratch = tmp_path / "scratch"
        try:
            return inspect(path, scratch=scratch)
        finally:
            assert not any(scratch.glob("*"))

    return inspected


@pytest.fixture
def disk_quota() -> Callable[[int], AbstractContextManager[None]]:
    """A real limit of the system on how long a file may grow, in bytes."""
    resource = pytest.importorskip("resource")

    @contextmanager
    def limited(room: int) -> Iterator[None]:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    return limited
