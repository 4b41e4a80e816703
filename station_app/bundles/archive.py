"""The zip of a bundle, read with distrust: limits hold while streaming, not by what it declares.

A bundle's zip ends with a comment: `practice-bundle/1 sha256:` and the SHA-256 of all bytes before
the comment's length field. Why, when every member has its hash: a zip has fields that no reader
looks at (times, attributes, the spare bits after a compressed stream). With the comment a flipped
bit there is found too, and a file that was cut short is told from one that was damaged. A zip made
of the same members by another program has no such comment and is read as well.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, NoReturn, Self, cast

from station_app.bundles.errors import (
    ZIP,
    CutShort,
    Damaged,
    MissingMember,
    NotABundle,
    TooBig,
    UnexpectedMember,
)
from station_app.bundles.manifest import DATAPACKAGE

MAX_FILE = 256 * 1024 * 1024
MAX_MEMBERS = 64
MAX_TOTAL = 1024 * 1024 * 1024
MAX_RATIO = 100
FREE_OF_RATIO = 1024 * 1024
MAX_JSON = 256 * 1024
BLOCK = 1024 * 1024

COMMENT = b"practice-bundle/1 sha256:"
_COMMENT = re.compile(re.escape(COMMENT) + rb"([0-9a-f]{64})")
_ALLOWED = re.compile(r"datapackage\.json|data/[a-z][a-z0-9_]{0,62}\.csv", re.ASCII)
_START, _END, _ZIP64 = b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x07"
_END_RECORD = struct.Struct("<4s4H2LH")
_MAX_DIRECTORY = 64 * 1024
_HARMLESS_FLAGS = 0x080E
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """One bundle's zip; `path` is the name it is told by, `file` the private copy that is read."""

    def __init__(self, path: Path, file: Path) -> None:
        """Check the structure. Raises NotABundle, CutShort, Damaged, TooBig, UnexpectedMember."""
        self._path, self._file = path, file
        self._total = 0
        self._comment, self._digest_end = self._end_record()
        with ExitStack() as opened:
            with _naming(ZIP):
                self._zip = opened.enter_context(zipfile.ZipFile(file))
            self._members = self._checked()
            self._opened = opened.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._opened.close()

    @property
    def names(self) -> frozenset[str]:
        """The members' names."""
        return frozenset(self._members)

    def json(self) -> bytes:
        """The bytes of `datapackage.json`."""
        with _naming(DATAPACKAGE), self._zip.open(self._members[DATAPACKAGE]) as source:
            data = source.read(MAX_JSON + 1)
        if len(data) > MAX_JSON:
            raise TooBig("json", MAX_JSON, DATAPACKAGE)
        return data

    def digest(self, name: str) -> tuple[int, str]:
        """Bytes and SHA-256 of a member; the first look at it, so the limits are kept here."""
        info, size, digest = self._members[name], 0, sha256()
        with _naming(name), self._zip.open(info) as source:
            while block := source.read(BLOCK):
                size, self._total = size + len(block), self._total + len(block)
                if size > FREE_OF_RATIO and size > MAX_RATIO * info.compress_size:
                    raise TooBig("ratio", MAX_RATIO, name)
                if self._total > MAX_TOTAL:
                    raise TooBig("total", MAX_TOTAL, name)
                digest.update(block)
        return size, digest.hexdigest()

    def stream(self, name: str) -> BinaryIO:
        """A member's bytes, buffered; for members whose digest is known and right.

        Closed with the archive at the latest: an open file cannot be removed on Windows.
        """
        source = cast(io.RawIOBase, self._zip.open(self._members[name]))
        return self._opened.enter_context(io.BufferedReader(source, BLOCK))

    def check_comment(self) -> None:
        """Compare the whole file with the digest in its comment; Damaged where they differ."""
        if not self._comment:
            return
        stated = _COMMENT.fullmatch(self._comment)
        if stated is None or stated[1].decode() != _digest(self._file, self._digest_end):
            raise Damaged(ZIP, "digest")

    def _end_record(self) -> tuple[bytes, int]:
        """The comment, and where the bytes it speaks for end."""
        with self._file.open("rb") as source:
            head = source.read(len(_START))
            size = source.seek(0, io.SEEK_END)
            source.seek(max(0, size - _MAX_DIRECTORY))
            tail = source.read()
        end = tail.rfind(_END)
        whole = _COMMENT.search(tail[-len(COMMENT) - 64 :]) is not None
        if end < 0 or len(tail) - end < _END_RECORD.size:
            self._refuse_endless(head, whole)
        fields = _END_RECORD.unpack_from(tail, end)
        count, directory, offset, length = fields[4:]
        comment = tail[end + _END_RECORD.size :]
        if len(comment) < length and not whole:
            raise CutShort(self._path)
        if count > MAX_MEMBERS:
            raise TooBig("members", MAX_MEMBERS)
        position = size - len(tail) + end
        if (
            len(comment) != length
            or offset + directory != position
            or directory > _MAX_DIRECTORY
            or tail[max(0, end - 20) : end].startswith(_ZIP64)
        ):
            raise Damaged(ZIP, "end record")
        return comment, position + _END_RECORD.size - 2

    def _refuse_endless(self, head: bytes, whole: bool) -> NoReturn:
        """No end record: damaged where the file's last bytes are ours, else cut, else foreign."""
        if whole:
            raise Damaged(ZIP, "end record")
        if _START.startswith(head):
            raise CutShort(self._path)
        raise NotABundle(self._path)

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        """The members by name, all of them allowed."""
        found = self._zip.infolist()
        if len(found) > MAX_MEMBERS:
            raise TooBig("members", MAX_MEMBERS)
        if not any(_ALLOWED.fullmatch(info.orig_filename) for info in found):
            if _COMMENT.fullmatch(self._comment):
                raise Damaged(ZIP, "directory")
            raise NotABundle(self._path)
        members: dict[str, zipfile.ZipInfo] = {}
        for info in found:
            name, form = info.orig_filename, stat.S_IFMT(info.external_attr >> 16)
            if not _ALLOWED.fullmatch(name) or name in members or form not in (0, stat.S_IFREG):
                raise UnexpectedMember(name)
            if info.flag_bits & ~_HARMLESS_FLAGS or info.compress_type not in _METHODS:
                raise Damaged(name, "flags or method")
            members[name] = info
        if DATAPACKAGE not in members:
            raise MissingMember(DATAPACKAGE)
        if sum(info.compress_size for info in found) > self._file.stat().st_size:
            raise Damaged(ZIP, "sizes")
        return members


@contextmanager
def _naming(member: str) -> Iterator[None]:
    """Say which member the zip library stumbled over; its own words go into the log."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError) as error:
        raise Damaged(member, str(error)) from error


def _digest(file: Path, end: int) -> str:
    """SHA-256 of the file's first `end` bytes."""
    digest = sha256()
    with file.open("rb") as source:
        while end > 0 and (block := source.read(min(BLOCK, end))):
            digest.update(block)
            end -= len(block)
    return digest.hexdigest()
