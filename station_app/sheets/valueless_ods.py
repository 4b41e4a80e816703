"""Cells without a value in OpenDocument spreadsheets, where repeated rows and cells stand once."""

import zipfile
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element, iterparse

FORMULA: Final = b"table:formula="
_SPACE: Final = "urn:oasis:names:tc:opendocument:xmlns"
_TABLE: Final = f"{{{_SPACE}:table:1.0}}"
_VALUE_TYPE: Final = f"{{{_SPACE}:office:1.0}}value-type"
_CALC_TYPE: Final = (
    "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
)
_CELLS: Final = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_ERRORS: Final = ("#", "Err:")


def in_ods(package: zipfile.ZipFile, sheet: str) -> dict[tuple[int, int], str]:
    """Row and column, from 0, of such cells of a sheet, with the error or the formula.

    Raises ParseError.
    """
    found: dict[tuple[int, int], str] = {}
    row = 0
    for element in _rows(package, sheet):
        place = 0
        for cell in element:
            if cell.tag in _CELLS:
                if text := _without_value(cell):
                    found[row, place] = text
                place += int(cell.get(f"{_TABLE}number-columns-repeated", 1))
        row += int(element.get(f"{_TABLE}number-rows-repeated", 1))
    return found


def _rows(package: zipfile.ZipFile, sheet: str) -> Iterator[Element]:
    inside = False
    with package.open("content.xml") as file:
        for event, element in iterparse(file, ("start", "end")):
            if element.tag == f"{_TABLE}table":
                inside = event == "start" and element.get(f"{_TABLE}name") == sheet
            elif event == "end" and element.tag == f"{_TABLE}table-row":
                if inside:
                    yield element
                element.clear()


def _without_value(cell: Element) -> str:
    formula = cell.get(f"{_TABLE}formula")
    if formula is None:
        return ""
    shown = "".join(cell.itertext())
    if cell.get(_CALC_TYPE) == "error" or shown.startswith(_ERRORS):
        return shown or formula
    return "" if cell.get(_VALUE_TYPE) else formula.removeprefix("of:")
