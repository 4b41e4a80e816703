"""Bringing files in: choose, see how it is read, see what would happen, let it happen, undo it."""

from station_app.ui.importing.dialog import FileImport, ImportWords
from station_app.ui.importing.runs import ImportsDialog

__all__ = ["FileImport", "ImportWords", "ImportsDialog"]
