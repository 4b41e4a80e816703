"""The look can be read by everybody: contrast, sizes, one grid."""

import re

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from station_app.places import resource
from station_app.ui import theme
from station_app.ui.preferences import PreferenceFile
from station_app.ui.theme_tokens import DARK, LIGHT, SCALES, SPACES, Colours, Size, Tokens, Tone

PALETTES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@PALETTES
@pytest.mark.parametrize("tone", Tone)
def test_words_of_every_tone_can_be_read_on_every_ground(colours: Colours, tone: Tone) -> None:
    grounds = (colours.window, colours.surface, colours.sunken, colours.hover, colours.chosen)
    for ground in (*grounds, colours.ground(tone)):
        assert contrast(colours.ink(tone), ground) >= 4.5, (tone, ground)


@PALETTES
def test_words_on_filled_buttons_can_be_read(colours: Colours) -> None:
    fills = (
        colours.fill,
        colours.fill_hover,
        colours.fill_pressed,
        colours.danger_fill,
        colours.danger_fill_hover,
        colours.brand,
    )
    for fill in fills:
        assert contrast(colours.on_fill, fill) >= 4.5, fill


@PALETTES
def test_edges_of_fields_and_focus_rings_can_be_seen(colours: Colours) -> None:
    for ground in (colours.window, colours.surface, colours.chosen):
        assert contrast(colours.edge, ground) >= 3
        assert contrast(colours.accent, ground) >= 3


def test_lengths_stay_on_the_grid_at_every_size_of_type() -> None:
    assert all(space % 4 == 0 for space in SPACES)
    for scale in SCALES:
        now = Tokens(LIGHT, dark=False, scale=scale)
        assert all(now.px(length) % 4 == 0 for length in (*SPACES, 20, 36, 40))
        assert now.type(Size.BODY) == round(15 * scale)
        assert now.type(Size.CAPTION) < now.type(Size.BODY) < now.type(Size.TITLE)


@pytest.mark.parametrize("palette", ["light", "dark"])
def test_the_palette_reaches_every_widget(
    qapp: QApplication, preferences: PreferenceFile, palette: str
) -> None:
    theme.apply(qapp, palette=palette, scale=1.25)
    label = QLabel("x")
    label.ensurePolished()
    wanted = (DARK if palette == "dark" else LIGHT).text
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(wanted)
    assert qapp.font().pixelSize() == 19
    assert theme.tokens().dark is (palette == "dark")


def test_a_desk_whose_system_says_nothing_is_light(
    qapp: QApplication, preferences: PreferenceFile
) -> None:
    theme.apply(qapp, palette="system", scale=1.0)
    assert not theme.tokens().dark


def test_chinese_is_drawn_in_a_face_that_has_it(
    qapp: QApplication, preferences: PreferenceFile
) -> None:
    assert theme.FAMILIES[0] == "Noto Sans CJK SC"
    assert qapp.font().families()[: len(theme.FAMILIES)] == list(theme.FAMILIES)


def test_the_style_sheet_names_colours_only_by_their_names() -> None:
    text = resource("style/station.qss").read_text(encoding="utf-8")
    without_comments = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    assert not re.search(r":\s*[^;]*#[0-9A-Fa-f]{3,8}\b", without_comments)
