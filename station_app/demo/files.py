"""One table written as workbook and as CSV, the same bytes every time."""

import csv
from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

import xlsxwriter

from station_app.demo.disorder import Value
from station_app.sheets.cells import shown

Table = Sequence[Sequence[Value]]
_CREATED: Final = datetime(2026, 9, 30, 9, 0)


def write_csv(path: Path, table: Table, encoding: str) -> None:
    """The table as an office suite saves CSV: what the cells show, CRLF at the end of each row."""
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file).writerows([_as_text(cell) for cell in row] for row in table)


def write_workbook(path: Path, title: str, table: Table) -> None:
    """The table as .xlsx: a merged title row, numbers as numbers, days and times as such."""
    with xlsxwriter.Workbook(str(path)) as book:
        book.set_properties(
            {"title": title, "comments": "演示数据，人物均为虚构", "created": _CREATED}
        )
        sheet = book.add_worksheet(title)
        heading = book.add_format({"bold": True, "font_size": 14, "align": "center"})
        day_look = book.add_format({"num_format": "yyyy/m/d"})
        time_look = book.add_format({"num_format": "h:mm"})
        sheet.merge_range(0, 0, 0, len(table[1]) - 1, table[0][0], heading)
        sheet.set_column(0, 0, 6)
        sheet.set_column(1, len(table[1]) - 1, 14)
        sheet.freeze_panes(2, 0)
        for place, row in enumerate(table[1:], 1):
            for column, cell in enumerate(row):
                if isinstance(cell, date | time):
                    look = day_look if isinstance(cell, date) else time_look
                    sheet.write_datetime(place, column, cell, look)
                elif isinstance(cell, str):
                    sheet.write_string(place, column, cell)
                else:
                    sheet.write_number(place, column, cell)


def _as_text(cell: Value) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, date):
        return f"{cell.year}/{cell.month}/{cell.day}"
    return f"{cell.hour}:{cell.minute:02d}" if isinstance(cell, time) else shown(cell)
