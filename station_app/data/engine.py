"""Two engines on one file: one that writes, one that cannot.

Why the driver `sqlcipher3`: its wheel brings a current SQLite to every PC. Why WAL with FULL: a
reader never waits for the writer, and what was committed survives a power cut.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, NullPool, create_engine, event


@dataclass(frozen=True, slots=True)
class Engines:
    """The pair; `read` is held to `query_only` by SQLite itself."""

    write: Engine
    read: Engine

    def dispose(self) -> None:
        """Close every connection."""
        self.read.dispose()
        self.write.dispose()


def open_engines(path: Path) -> Engines:
    """Engines for the file at `path`; nothing is opened before the first unit."""
    return Engines(
        _engine(path, begin="BEGIN IMMEDIATE", query_only=False),
        _engine(path, begin="BEGIN", query_only=True),
    )


def open_to_look(path: Path) -> Engine:
    """An engine for a look at books that are not opened yet: it makes and changes nothing."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    return create_engine(
        "sqlite://",
        creator=lambda: driver.connect(address, uri=True),
        module=driver,
        poolclass=NullPool,
        hide_parameters=True,
    )


def _engine(path: Path, *, begin: str, query_only: bool) -> Engine:
    engine = create_engine(f"sqlite:///{path}", module=driver, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # ours to begin: the driver would begin too late
        for pragma in (
            "busy_timeout=5000",
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            "cache_size=-65536",  # KiB: a long import would else write its indexes again and again
            f"query_only={'ON' if query_only else 'OFF'}",
        ):
            connection.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
