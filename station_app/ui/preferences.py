"""How this desk likes its screen: kept beside the books, never inside them.

Why a file of its own: it must be readable before the database opens (the language of an error about
the database), and losing it must cost nothing.
"""

import json
import logging
import os
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, Final, cast

from PySide6.QtCore import QObject, Signal

from station_app.i18n import LANGUAGES
from station_app.ui.theme_tokens import SCALES

PALETTES: Final = ("light", "dark", "system")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Preferences:
    """One state of the preferences; `columns`: widths at 100 % type by the name of the list."""

    language: str = "zh_CN"
    palette: str = "light"
    scale: float = 1.0
    page: str = "today"
    geometry: str = ""
    columns: dict[str, list[int]] = field(default_factory=dict)


def sound(values: Preferences) -> bool:
    """Whether every value, from wherever it came, is one the program knows."""
    page, geometry, columns = cast(
        tuple[object, ...], (values.page, values.geometry, values.columns)
    )
    return (
        values.language in LANGUAGES
        and values.palette in PALETTES
        and values.scale in SCALES
        and isinstance(page, str)
        and isinstance(geometry, str)
        and isinstance(columns, dict)
        and all(_is_widths(widths) for widths in columns.values())
    )


class PreferenceFile(QObject):
    """The preferences on disk. A missing, damaged or unwritable file never stops the desk."""

    changed = Signal(object, object)

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self.now = _read(path)

    def change(self, **values: Any) -> None:
        """Set these values, save, and tell `changed(before, after)` if anything is different."""
        before = self.now
        after = replace(before, **values)
        if not sound(after):
            raise ValueError(values)
        if after == before:
            return
        self.now = after
        _save(self._path, after)
        self.changed.emit(before, after)


def _is_widths(widths: object) -> bool:
    return isinstance(widths, list) and all(type(width) is int and width > 0 for width in widths)


def _read(path: Path) -> Preferences:
    known = {one.name for one in fields(Preferences)}
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        found = Preferences(**{name: values[name] for name in known & values.keys()})
        if sound(found):
            return found
    except FileNotFoundError:
        return Preferences()
    except (OSError, ValueError, TypeError, AttributeError):
        pass
    _log.warning("preferences not usable, defaults taken: %s", path.name)
    return Preferences()


def _save(path: Path, values: Preferences) -> None:
    part = path.with_suffix(".part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            json.dump(asdict(values), file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        _log.warning("preferences not saved", exc_info=True)
