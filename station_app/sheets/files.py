"""What kind of file it really is, whatever its name says, and whether it can be taken."""

import codecs
import zipfile
from pathlib import Path
from typing import Final, Literal

from station_app.sheets.errors import (
    EmptyFile,
    FileUnreadable,
    NotASpreadsheet,
    PasswordProtected,
    TooBig,
)

Kind = Literal["zip", "ole", "text"]
LIMIT: Final = 150_000_000
UNPACKED_LIMIT: Final = 1_000_000_000
_HEAD: Final = 4096
_UTF16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")


def kind_of(path: Path) -> Kind:
    """How to open the file, by its first bytes.

    Raises FileUnreadable, EmptyFile, TooBig, NotASpreadsheet, PasswordProtected.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        raise FileUnreadable(path.name) from error
    if not head.strip(b"\x00\t\r\n \xef\xbb\xbf"):
        raise EmptyFile(path.name)
    if size > LIMIT:
        raise TooBig(path.name, size, LIMIT)
    if head.startswith(b"PK\x03\x04"):
        _check_unpacked_size(path)
        return "zip"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        if _ENCRYPTED in path.read_bytes():
            raise PasswordProtected(path.name)
        return "ole"
    _check_text(path, head)
    return "text"


def _check_unpacked_size(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as package:
            size = sum(member.file_size for member in package.infolist())
    except zipfile.BadZipFile:
        raise NotASpreadsheet(path.name, "damaged") from None
    if size > UNPACKED_LIMIT:
        raise TooBig(path.name, size, UNPACKED_LIMIT)


def _check_text(path: Path, head: bytes) -> None:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"%pdf"):
        raise NotASpreadsheet(path.name, "pdf")
    if start.startswith(b"<"):
        html = any(tag in start for tag in (b"<html", b"<!doctype html", b"<table"))
        raise NotASpreadsheet(path.name, "html" if html else "xml")
    if b"\x00" in head and not head.startswith(_UTF16):
        raise NotASpreadsheet(path.name, "other")
