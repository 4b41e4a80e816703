"""Every page as a picture, for the manual and to look at the whole at once."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize

from station_app import i18n
from station_app.data.unit import Office
from station_app.places import Places
from station_app.ui.desk import Desk
from station_app.ui.frame import open_window
from station_app.ui.pages import PAGES
from station_app.ui.preferences import PreferenceFile
from station_app.ui.start import application


def grab_pages(
    office: Office,
    places: Places,
    out: Path,
    *,
    size: QSize | None = None,
    palettes: Iterable[str] = ("light",),
    languages: Iterable[str] = i18n.LANGUAGES,
    scale: float = 1.0,
) -> list[Path]:
    """Write every page in each language and palette as PNG; no preference of the clerk is changed.

    Needs no screen: without one the pages are drawn off screen. Each picture is taken once nothing
    is under way any more.
    """
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out.mkdir(parents=True, exist_ok=True)
    spoken = i18n.language()
    written: list[Path] = []
    with tempfile.TemporaryDirectory() as folder:
        try:
            for language in languages:
                for palette in palettes:
                    preferences = PreferenceFile(Path(folder) / f"{language}-{palette}.json")
                    preferences.change(language=language, palette=palette, scale=scale)
                    written += _grab(office, places, preferences, out, size or QSize(1366, 768))
        finally:
            i18n.use(spoken)
    return written


def _grab(
    office: Office, places: Places, preferences: PreferenceFile, out: Path, size: QSize
) -> list[Path]:
    application(preferences)
    desk = Desk(office, places, preferences)
    window = open_window(desk)
    window.resize(size)
    window.show()
    written = []
    for number, entry in enumerate(PAGES, start=1):
        window.go(entry.key)
        desk.settle()
        now = preferences.now
        shade = "" if now.palette == "light" else f"-{now.palette}"
        path = out / f"{now.language}-{number}-{entry.key}{shade}.png"
        if not window.grab().save(str(path)):
            raise OSError(f"not written: {path}")
        written.append(path)
    window.hide()
    window.deleteLater()
    desk.close()
    return written
