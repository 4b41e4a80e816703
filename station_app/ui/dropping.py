"""A file dropped anywhere on the window goes to the page that can do something with it."""

from pathlib import Path
from typing import Final

from PySide6.QtGui import QDropEvent

from station_app.ui.widgets.choosing import dropped_file

SPREADSHEETS: Final = frozenset({".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt", ".et"})
_BUNDLE: Final = ".zip"


def carries_files(event: QDropEvent) -> bool:
    """Whether somebody drags files, and not words."""
    return any(url.isLocalFile() for url in event.mimeData().urls())


def page_for(event: QDropEvent, here: str) -> tuple[str, Path] | None:
    """The page for the one file that is dropped, and its path; `here` is the page one looks at.

    A list dropped on the attendance is one of typed sign-in sheets, elsewhere one of volunteers;
    whatever is dropped on the bundles is looked into there.
    """
    path = dropped_file(event)
    if path is None:
        return None
    kind = path.suffix.lower()
    if kind in SPREADSHEETS:
        return "attendance" if here == "attendance" else "volunteers", path
    return ("bundles", path) if kind == _BUNDLE or here == "bundles" else None
