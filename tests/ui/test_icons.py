"""One icon family: same grid, same line, coloured when shown."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QIcon

from station_app.places import resource
from station_app.ui.icons import icon, pixmap
from station_app.ui.pages import PAGES
from station_app.ui.preferences import PreferenceFile
from station_app.ui.theme import Tone, tokens

FILES = sorted(resource("icons").glob("*.svg"))
SOURCES = sorted((Path(__file__).parents[2] / "station_app/ui").rglob("*.py"))


def rgb(colour: QColor) -> tuple[int, int, int]:
    """Its three parts."""
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_icon_is_a_line_drawing_on_the_grid(file: Path) -> None:
    root = ElementTree.parse(file).getroot()
    assert root.get("viewBox") == "0 0 24 24"
    assert root.get("stroke") == "currentColor"
    assert root.get("stroke-width") == "1.75"
    assert root.get("stroke-linecap") == "round"
    assert root.get("fill") == "none"
    text = file.read_text(encoding="utf-8")
    assert "#" not in text
    assert "style=" not in text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_icon_leaves_ink_and_stays_within_its_edge(
    preferences: PreferenceFile, file: Path
) -> None:
    picture = pixmap(file.stem, "#FF0000", 48).toImage()
    inked = [
        (x, y) for x in range(48) for y in range(48) if QColor(picture.pixelColor(x, y)).alpha()
    ]
    assert len(inked) > 20
    assert all(1 <= x <= 46 and 1 <= y <= 46 for x, y in inked)


def test_an_icon_takes_the_colour_it_is_shown_in(preferences: PreferenceFile) -> None:
    picture = pixmap("add", "#1D5FAE", 96).toImage()
    assert picture.pixelColor(48, 48) == QColor("#1D5FAE")


def test_an_icon_is_faint_where_its_button_is_off(preferences: PreferenceFile) -> None:
    made = icon("add", Tone.DANGER)
    side = tokens().icon
    for mode, colour in (
        (QIcon.Mode.Normal, tokens().colours.danger),
        (QIcon.Mode.Disabled, tokens().colours.faint),
    ):
        shown = made.pixmap(side, mode).toImage().pixelColor(side // 2, side // 2)
        parts = zip(rgb(shown), rgb(QColor(colour)), strict=True)
        assert all(abs(one - other) < 8 for one, other in parts)


def test_every_icon_named_in_the_window_is_drawn() -> None:
    drawn = {file.stem for file in FILES}
    named = {entry.icon for entry in PAGES}
    for source in SOURCES:
        text = source.read_text(encoding="utf-8")
        named |= set(
            re.findall(r'\b(?:icon|pixmap|IconButton|EmptyState|Empty)\(\s*"([a-z-]+)"', text)
        )
        named |= set(re.findall(r'\bicon="([a-z-]+)"', text))
    assert named <= drawn
