"""Lists of any length: columns as data, ids first, rows on sight."""

from station_app.ui.tables.column import Align, Column
from station_app.ui.tables.model import PagedModel
from station_app.ui.tables.source import ListSource, OfficeList, RowsInHand
from station_app.ui.tables.view import Empty, ListView

__all__ = [
    "Align",
    "Column",
    "Empty",
    "ListSource",
    "ListView",
    "OfficeList",
    "PagedModel",
    "RowsInHand",
]
