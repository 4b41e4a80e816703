"""Bringing files in, in three steps: choose, see what would happen, let it happen."""

from station_app.ui.importing.dialog import FileImport, ImportWords
from station_app.ui.importing.source import FilePane, dropped

__all__ = ["FileImport", "FilePane", "ImportWords", "dropped"]
