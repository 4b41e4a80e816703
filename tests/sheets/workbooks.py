"""Workbooks that no library at hand can write: old .xls, .ods, and such as are locked."""

import struct
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import xlsxwriter

Row = Sequence[Any]
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_ENTRY = "<64sHBBIII16sIQQIQ"
_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
)
_AS_TYPED = {"default_date_format": "yyyy-mm-dd hh:mm", "strings_to_formulas": False}


def xlsx(path: Path, *sheets: Sequence[Row], hidden: int = -1) -> Path:
    """A workbook with these sheets, each a list of rows; one of them hidden by its place."""
    with xlsxwriter.Workbook(str(path), _AS_TYPED) as book:
        for place, rows in enumerate(sheets):
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if place == hidden:
                sheet.hide()
            elif place == hidden + 1:
                sheet.activate()
    return path


def xls(path: Path, rows: Sequence[Row], *, locked: bool = False) -> Path:
    """An Excel 97 workbook with one sheet of texts and numbers; locked, with nothing readable."""
    begin = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    lock = _record(0x2F, struct.pack("<H", 1)) if locked else b""
    name = b"Sheet1"
    sheet_at = len(begin) + len(lock) + 4 + 8 + len(name) + 4
    entry = _record(0x85, struct.pack("<IHBB", sheet_at, 0, len(name), 0) + name)
    cells = b"".join(
        _cell(row, column, value)
        for row, values in enumerate(rows)
        for column, value in enumerate(values)
    )
    sheet = _record(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + cells
    book = begin + lock + entry + _record(0x0A, b"") + sheet + _record(0x0A, b"")
    path.write_bytes(compound({"Workbook": book}))
    return path


def ods(path: Path, rows: Sequence[Row]) -> Path:
    """An OpenDocument spreadsheet with one table of texts."""
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p>'
            "</table:table-cell>"
            for value in row
        )
        + "</table:table-row>"
        for row in rows
    )
    space = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content '
        f'xmlns:office="{space}:office:1.0" xmlns:table="{space}:table:1.0" '
        f'xmlns:text="{space}:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="表一">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", _MANIFEST)
        package.writestr("content.xml", content)
    return path


def compound(streams: dict[str, bytes]) -> bytes:
    """The smallest OLE compound file with these streams ([MS-CFB], one FAT sector)."""
    sectors = [b"", b""]
    fat = [_FAT, _END]
    directory = _entry("Root Entry", 5, _END, 0, child=1)
    for place, (name, data) in enumerate(streams.items(), 1):
        size = max(4096, -(-len(data) // 512) * 512)
        data = data.ljust(size, b"\x00")
        first = len(sectors)
        sectors += [data[at : at + 512] for at in range(0, size, 512)]
        fat += [*range(first + 1, len(sectors)), _END]
        right = place + 1 if place < len(streams) else _FREE
        directory += _entry(name, 2, first, size, right=right)
    sectors[0] = struct.pack("<128I", *fat, *[_FREE] * (128 - len(fat)))
    sectors[1] = directory.ljust(512, b"\x00")
    versions = struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    counts = struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + versions + bytes(6) + counts
    return head + struct.pack("<109I", 0, *[_FREE] * 108) + b"".join(sectors)


def _entry(
    name: str, kind: int, first: int, size: int, *, child: int = _FREE, right: int = _FREE
) -> bytes:
    raw = name.encode("utf-16-le") + b"\x00\x00"
    return struct.pack(
        _ENTRY, raw, len(raw), kind, 1, _FREE, right, child, b"", 0, 0, 0, first, size
    )


def _cell(row: int, column: int, value: Any) -> bytes:
    if isinstance(value, float):
        return _record(0x203, struct.pack("<HHHd", row, column, 0, value))
    text = str(value).encode("utf-16-le")
    return _record(0x204, struct.pack("<HHHHB", row, column, 0, len(text) // 2, 1) + text)


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data
