"""What can be wrong with the file that holds the books, as facts a clerk can be told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError
from sqlcipher3.dbapi2 import Error as DriverError

from station_app.errors import StationError


@dataclass(eq=False)
class DataReadOnly(StationError):
    """The folder or the file cannot be written."""

    path: Path


@dataclass(eq=False)
class DiskFull(StationError):
    """There is no room left where the books lie; the change was not made."""

    path: Path


@dataclass(eq=False)
class DataBusy(StationError):
    """Another program holds the file; the change was not made."""

    path: Path


@dataclass(eq=False)
class DataDamaged(StationError):
    """The file is no sound database; it was left as it is."""

    path: Path
    detail: str


@dataclass(eq=False)
class DataUnreachable(StationError):
    """The file or its folder cannot be opened at all."""

    path: Path


@dataclass(eq=False)
class DataNewer(StationError):
    """The file was made by a newer version of the program."""

    path: Path
    found: str


@dataclass(eq=False)
class ChangedMeanwhile(StationError):
    """Somebody else changed the same row between reading and writing it."""


_BY_SQLITE_NAME: dict[str, type[DataReadOnly | DiskFull | DataBusy | DataUnreachable]] = {
    "SQLITE_READONLY": DataReadOnly,
    "SQLITE_PERM": DataReadOnly,
    "SQLITE_FULL": DiskFull,
    "SQLITE_BUSY": DataBusy,
    "SQLITE_LOCKED": DataBusy,
    "SQLITE_CANTOPEN": DataUnreachable,
    "SQLITE_IOERR": DataUnreachable,
}


def told(error: DBAPIError | DriverError, path: Path) -> StationError | None:
    """The refusal behind a database error; None when the error is a bug of ours."""
    origin = getattr(error, "orig", error)
    name = str(getattr(origin, "sqlite_errorname", ""))
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DataDamaged(path, str(origin))
    plain = "_".join(name.split("_")[:2])
    return _BY_SQLITE_NAME[plain](path) if plain in _BY_SQLITE_NAME else None


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the disk into refusals; let bugs through as they are."""
    try:
        yield
    except StaleDataError as error:
        raise ChangedMeanwhile from error
    except (DBAPIError, DriverError) as error:
        if refusal := told(error, path):
            raise refusal from error
        raise
    except PermissionError as error:
        raise DataReadOnly(path) from error
    except OSError as error:
        raise (DiskFull(path) if error.errno == 28 else DataUnreachable(path)) from error
