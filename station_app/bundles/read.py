"""Read a bundle and believe nothing before it is checked (the order of BUNDLE §4).

Copy to the PC → size → zip → `datapackage.json` → bytes and SHA-256 of every table → rows → chain →
digest of the whole file. Signature and recipient will stand between `datapackage.json` and tables.
"""

import stat
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import file_digest
from pathlib import Path

from station_app.bundles.archive import BLOCK, MAX_FILE, Archive
from station_app.bundles.cells import MAX_CELL
from station_app.bundles.csvtext import MAX_ROW, CsvFault
from station_app.bundles.csvtext import read as csv_rows
from station_app.bundles.errors import (
    ChainBroken,
    Damaged,
    Flaw,
    HashMismatch,
    MissingMember,
    ResavedBySpreadsheet,
    RowBroken,
    TooBig,
    UnexpectedMember,
    Unreadable,
)
from station_app.bundles.heading import Heading, Manifest, Resource
from station_app.bundles.journal_table import JOURNAL, entry_of
from station_app.bundles.manifest import DATAPACKAGE, read_manifest
from station_app.bundles.progress import Step, share, unheard
from station_app.bundles.resaved import SAMPLE, traces
from station_app.bundles.schema import Value
from station_app.bundles.scratch import on_scratch, private_folder
from station_app.domain.journal import Entry, Fault, first_broken, head_code

_STRIDE = 256


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a whole and sound bundle holds; `rows` counts each table by its name."""

    path: Path
    bytes: int
    sha256: str
    manifest: Manifest
    rows: Mapping[str, int]

    @property
    def heading(self) -> Heading:
        """Who sent it, which slice, when."""
        return self.manifest.heading

    @property
    def head_hash(self) -> str:
        """The hash of the last entry."""
        return self.manifest.head_hash

    @property
    def head_code(self) -> str:
        """The same for the paper log book."""
        return head_code(self.manifest.head_hash)


class Bundle:
    """A checked bundle, open on its private copy."""

    def __init__(self, archive: Archive, inspection: Inspection) -> None:
        self._archive = archive
        self.inspection = inspection

    def rows(self, table: str) -> Iterator[dict[str, Value]]:
        """The rows of a table, by column; also of columns this program does not know."""
        resource = next(r for r in self.inspection.manifest.resources if r.layout.name == table)
        return _rows(self._archive, resource)

    def entries(self) -> Iterator[Entry]:
        """The journal's slice, in order."""
        return map(entry_of, self.rows(JOURNAL.name))


def inspect(path: Path, *, scratch: Path, step: Step = unheard) -> Inspection:
    """Check a bundle through and through; raises the first refusal of `errors` that applies."""
    with opened(path, scratch=scratch, step=step) as bundle:
        return bundle.inspection


@contextmanager
def opened(path: Path, *, scratch: Path, step: Step = unheard) -> Iterator[Bundle]:
    """A checked bundle to take rows from; refuses like `inspect` before anything is given out."""
    with private_folder(scratch) as folder:
        copy = folder / "copy.zip"
        _copy(path, copy, share(step, 0, 200))
        with verified(copy, named=path, step=share(step, 200, 1000)) as bundle:
            yield bundle


@contextmanager
def verified(file: Path, *, named: Path, step: Step) -> Iterator[Bundle]:
    """As `opened`, for a file that is private already; refusals tell it by the name `named`."""
    with Archive(named, file) as archive:
        manifest = read_manifest(archive.json(), named)
        _check_members(archive, manifest)
        _check_bytes(archive, manifest, share(step, 0, 300))
        _check_rows(archive, manifest, share(step, 300, 1000))
        archive.check_comment()
        rows = {resource.layout.name: resource.rows for resource in manifest.resources}
        size, digest = _weigh(file)
        yield Bundle(archive, Inspection(named, size, digest, manifest, rows))


def _copy(path: Path, copy: Path, step: Step) -> None:
    """Take the file to the PC before a byte of it is looked at."""
    with on_scratch(copy), copy.open("xb") as sink:
        for block in _blocks(path, step):
            sink.write(block)


def _blocks(path: Path, step: Step) -> Iterator[bytes]:
    """The file's bytes, of a plain file only: no links, no devices."""
    taken = 0
    try:
        form = path.lstat()
        if not stat.S_ISREG(form.st_mode):
            raise Unreadable(path, "not a plain file")
        if form.st_size > MAX_FILE:
            raise TooBig("file", MAX_FILE)
        with path.open("rb") as source:
            while block := source.read(BLOCK):
                step(taken, form.st_size)
                taken += len(block)
                if taken > MAX_FILE:
                    raise TooBig("file", MAX_FILE)
                yield block
    except OSError as error:
        raise Unreadable(path, error.strerror or str(error)) from error


def _check_members(archive: Archive, manifest: Manifest) -> None:
    """The zip holds the tables that are described and nothing else, the journal among them."""
    layouts = [resource.layout for resource in manifest.resources]
    described = {layout.member for layout in layouts}
    for name in sorted((described | {JOURNAL.member}) - archive.names):
        raise MissingMember(name)
    for name in sorted(archive.names - described - {DATAPACKAGE}):
        raise UnexpectedMember(name)
    journal = next(layout for layout in layouts if layout.name == JOURNAL.name)
    if not set(JOURNAL.fields) <= set(journal.fields):
        raise Damaged(DATAPACKAGE, "journal columns")


def _check_bytes(archive: Archive, manifest: Manifest, step: Step) -> None:
    """Every table is byte for byte the one the bundle was made with."""
    total, done = sum(resource.bytes for resource in manifest.resources), 0
    for resource in manifest.resources:
        step(done, total)
        done += resource.bytes
        member = resource.layout.member
        size, digest = archive.digest(member)
        if (size, digest) == (resource.bytes, resource.sha256):
            continue
        with archive.stream(member) as source:
            evidence = traces(source.read(SAMPLE), resource.layout)
        if evidence:
            raise ResavedBySpreadsheet(member, evidence)
        raise HashMismatch(member, resource.sha256, digest)


def _check_rows(archive: Archive, manifest: Manifest, step: Step) -> None:
    """Every cell parses, every table has the rows it promises, the chain holds."""
    total, done = sum(resource.rows for resource in manifest.resources), 0
    for resource in manifest.resources:
        rows = _Counted(_rows(archive, resource), done, total, step)
        if resource.layout.name == JOURNAL.name:
            _check_chain(manifest, map(entry_of, rows))
        else:
            deque(rows, maxlen=0)
        if rows.count != resource.rows:
            raise Damaged(resource.layout.member, f"{rows.count} of {resource.rows} rows")
        done += resource.rows


class _Counted:
    """Rows on their way, counted and told to the step."""

    def __init__(self, rows: Iterator[dict[str, Value]], done: int, total: int, step: Step) -> None:
        self._rows, self._done, self._total, self._step = rows, done, total, step
        self.count = 0

    def __iter__(self) -> Iterator[dict[str, Value]]:
        for row in self._rows:
            if self.count % _STRIDE == 0:
                self._step(self._done + self.count, self._total)
            self.count += 1
            yield row


def _rows(archive: Archive, resource: Resource) -> Iterator[dict[str, Value]]:
    layout = resource.layout
    try:
        with archive.stream(layout.member) as source:
            for row in csv_rows(source, layout):
                yield dict(zip(layout.columns, row, strict=True))
    except CsvFault as fault:
        if fault.flaw is Flaw.ROW_SIZE:
            raise TooBig("row", MAX_ROW, layout.member, fault.row) from None
        if fault.flaw is Flaw.CELL_SIZE:
            raise TooBig("cell", MAX_CELL, layout.member, fault.row) from None
        raise RowBroken(layout.member, fault.row, fault.column, fault.flaw) from None


def _check_chain(manifest: Manifest, entries: Iterator[Entry]) -> None:
    """The entries are those from `from_seq` to `to_seq` of the stated epoch, and hold together."""
    heading = manifest.heading
    last: Entry | None = None

    def passing() -> Iterator[Entry]:
        nonlocal last
        for entry in entries:
            last = entry
            yield entry

    broken = first_broken(passing(), (heading.from_seq - 1, heading.prev_hash))
    if broken:
        raise ChainBroken(broken.seq, broken.fault, broken.expected, broken.found)
    if last is None or last.seq != heading.to_seq:
        end = last.seq if last else heading.from_seq - 1
        raise ChainBroken(end + 1, Fault.GAP, str(heading.to_seq), str(end))
    if last.epoch != heading.epoch:
        raise ChainBroken(heading.from_seq, Fault.EPOCH, heading.epoch, last.epoch)
    if last.hash != manifest.head_hash:
        raise ChainBroken(last.seq, Fault.HASH, manifest.head_hash, last.hash)


def _weigh(file: Path) -> tuple[int, str]:
    """Size and SHA-256 of the whole file."""
    with on_scratch(file), file.open("rb") as source:
        digest = file_digest(source, "sha256").hexdigest()
        return source.tell(), digest
