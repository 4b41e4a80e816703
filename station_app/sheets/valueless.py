"""Cells of a workbook that show an error, or hold a formula that no program ever calculated.

Why looked for in the file itself: whoever reads the cells gets them as blank ones, and a blank cell
is a fact ("no telephone") that nobody stated.
"""

import re
import zipfile
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path
from posixpath import join, normpath
from typing import Final
from xml.etree import ElementTree

from station_app.sheets.valueless_ods import FORMULA, in_ods

_CELL: Final = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"([^>/]*)>(.*?)</c>', re.DOTALL)
_VALUE: Final = re.compile(rb"<v>([^<]+)</v>|<is>")
_FORMULA: Final = re.compile(rb"<f[^>]*>([^<]*)</f>")
_ERROR: Final = b't="e"'
_TEXT: Final = b't="str"'  # a formula whose text is empty was calculated all the same
_FORMULA_MARK: Final = b"<f"
_BLOCK: Final = 1 << 20
_LONGEST_MARK: Final = 20
_ODS: Final = "content.xml"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
Valueless = Mapping[tuple[int, int], str]


def valueless(path: Path, sheet: str) -> Valueless:
    """Row and column, from 0, of each such cell of a sheet, with the error or the formula.

    Nothing for an old .xls: there every formula has its value.
    """
    try:
        with zipfile.ZipFile(path) as package:
            if _ODS in package.namelist():
                return in_ods(package, sheet) if _may_have_some(package, _ODS, (FORMULA,)) else {}
            part = _part_of(package, sheet)
            if part and _may_have_some(package, part, (_FORMULA_MARK, _ERROR)):
                return _found(package.read(part))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError):
        pass
    return {}


def _may_have_some(package: zipfile.ZipFile, part: str, marks: Sequence[bytes]) -> bool:
    """Whether there are formulas or errors at all; most lists have none and are long."""
    before = b""
    with package.open(part) as file:
        while block := file.read(_BLOCK):
            text = before + block
            if any(mark in text for mark in marks):
                return True
            before = block[-_LONGEST_MARK:]
    return False


def _found(xml: bytes) -> Valueless:
    found = {}
    for column, row, look, content in _CELL.findall(xml):
        if _FORMULA_MARK not in content and _ERROR not in look:
            continue
        value = _VALUE.search(content)
        if (value or _TEXT in look) and _ERROR not in look:
            continue
        formula = _FORMULA.search(content)
        shown = value[1] if value and value[1] else b"=" + (formula[1] if formula else b"")
        found[int(row) - 1, _place(column)] = unescape(shown.decode("utf-8", "replace"))
    return found


def _place(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place - 1


def _part_of(package: zipfile.ZipFile, sheet: str) -> str | None:
    """Where in the package the sheet of this name is kept."""
    if "xl/workbook.xml" not in package.namelist():
        return None
    book = ElementTree.fromstring(package.read("xl/workbook.xml"))
    links = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    target = {link.get("Id"): link.get("Target") or "" for link in links}
    for entry in book.iter():
        if entry.tag.endswith("}sheet") and entry.get("name") == sheet:
            part = target[entry.get(_RELATION)]
            return part.lstrip("/") if part.startswith("/") else normpath(join("xl", part))
    return None
