"""Build a bundle: rows to CSV files, their digests into `datapackage.json`, all into one zip.

The same contents give the same bytes (on one version of zlib): members in one order, times from
`claimed_at`, no trace of the machine.
"""

import io
import re
import stat
import struct
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from station_app.bundles.archive import BLOCK, COMMENT
from station_app.bundles.csvtext import CsvFault, written
from station_app.bundles.errors import RowRefused
from station_app.bundles.heading import Heading, Resource
from station_app.bundles.journal_table import JOURNAL, row_of
from station_app.bundles.manifest import DATAPACKAGE, manifest_bytes
from station_app.bundles.progress import Step, share
from station_app.bundles.schema import Layout, Table, Value
from station_app.bundles.scratch import on_scratch
from station_app.clock import local
from station_app.domain.journal import Entry

_UNSAFE = re.compile(r"[^0-9A-Za-z-]")
_STRIDE = 256


@dataclass(frozen=True, slots=True)
class Contents:
    """What goes into a bundle. `journal`: the entries `from_seq` … `to_seq`, in order.

    `tables`: the rows changed in the slice in their newest state, identity numbers already as
    `heading.policy` says. Rows and journal are read once, row by row.
    """

    heading: Heading
    tables: tuple[Table, ...]
    journal: Iterable[Entry]

    def __post_init__(self) -> None:
        """Refuse two tables of one name."""
        names = {JOURNAL.name, *(table.layout.name for table in self.tables)}
        if len(names) != len(self.tables) + 1:
            raise ValueError("a table twice")


def file_name(heading: Heading) -> str:
    """`<station code>-<yyyymmdd>-<from seq>-<to seq>-<4 random>.zip`, safe on any file system."""
    code = _UNSAFE.sub("_", heading.sender.code)
    day = local(heading.claimed_at).strftime("%Y%m%d")
    return f"{code}-{day}-{heading.from_seq}-{heading.to_seq}-{heading.nonce[:4]}.zip"


def build(contents: Contents, folder: Path, step: Step) -> Path:
    """Write the zip into a private folder. Raises RowRefused, ScratchFailed."""
    heading, journal = contents.heading, _Journal(contents)
    slice_ = Table(JOURNAL, journal, heading.to_seq - heading.from_seq + 1)
    tables = (*sorted(contents.tables, key=lambda table: table.layout.name), slice_)
    total, done, resources = sum(table.count for table in tables), 0, []
    for table in tables:
        resources.append(_write_table(table, folder, done, total, share(step, 0, 700)))
        done += table.count
    manifest = manifest_bytes(heading, journal.head, tuple(resources))
    path = folder / file_name(heading)
    with on_scratch(path):
        _write_zip(path, heading.claimed_at, manifest, resources, share(step, 700, 1000))
        _append_comment(path)
    return path


class _Journal:
    """The slice's rows; remembers the hash of the last one that passed."""

    def __init__(self, contents: Contents) -> None:
        self._entries = contents.journal
        self.head = contents.heading.prev_hash

    def __iter__(self) -> Iterator[tuple[Value, ...]]:
        for entry in self._entries:
            self.head = entry.hash
            yield row_of(entry)


def _write_table(table: Table, folder: Path, done: int, total: int, step: Step) -> Resource:
    layout = table.layout
    path, size, digest, rows = _csv_path(folder, layout), 0, sha256(), -1
    try:
        with on_scratch(path), path.open("xb") as sink:
            for line in written(layout, _watched(table.rows, done, total, step)):
                sink.write(line)
                digest.update(line)
                size, rows = size + len(line), rows + 1
    except CsvFault as fault:
        raise RowRefused(layout.name, fault.row, fault.column, fault.flaw) from None
    if rows != table.count:
        raise ValueError(f"{layout.name}: {table.count} rows promised, {rows} given")
    return Resource(layout, size, digest.hexdigest(), rows)


def _watched(
    rows: Iterable[Sequence[Value]], done: int, total: int, step: Step
) -> Iterator[Sequence[Value]]:
    for number, row in enumerate(rows):
        if number % _STRIDE == 0:
            step(done + number, total)
        yield row


def _csv_path(folder: Path, layout: Layout) -> Path:
    return folder / f"{layout.name}.csv"


def _write_zip(
    path: Path, when: datetime, manifest: bytes, resources: list[Resource], step: Step
) -> None:
    """`datapackage.json` first, then the tables; each CSV file goes as soon as it is in."""
    total, done = sum(resource.bytes for resource in resources), 0
    with zipfile.ZipFile(path, "x") as archive:
        with archive.open(_member(DATAPACKAGE, when), "w") as sink:
            sink.write(manifest)
        for resource in resources:
            plain = _csv_path(path.parent, resource.layout)
            with (
                plain.open("rb") as source,
                archive.open(_member(resource.layout.member, when), "w") as sink,
            ):
                while block := source.read(BLOCK):
                    step(done, total)
                    done += sink.write(block)
            plain.unlink()


def _member(name: str, when: datetime) -> zipfile.ZipInfo:
    """A plain file, the same whatever machine writes it; a zip knows the years 1980 to 2107."""
    at = when.astimezone(UTC).timetuple()[:6]
    info = zipfile.ZipInfo(name, at if 1980 <= at[0] <= 2107 else (1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.create_system = 3
    info.external_attr = (stat.S_IFREG | 0o644) << 16
    return info


def _append_comment(path: Path) -> None:
    """Close the file with the digest of all that is before the comment's length (see `archive`)."""
    with path.open("r+b") as file:
        end = file.seek(-2, io.SEEK_END)
        file.seek(0)
        digest = sha256()
        while block := file.read(min(BLOCK, end - file.tell())):
            digest.update(block)
        comment = COMMENT + digest.hexdigest().encode()
        file.seek(end)
        file.write(struct.pack("<H", len(comment)) + comment)
