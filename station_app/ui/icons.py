"""The icon family: our own drawings on a grid of 24, coloured when they are shown.

Each file in `resources/icons` is one line drawing, 1.75 wide, round caps, in `currentColor`.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from station_app.places import resource
from station_app.ui.theme import tokens
from station_app.ui.theme_tokens import Tone


def icon(name: str, tone: Tone = Tone.PLAIN, *, on_fill: bool = False, gap: int = 0) -> QIcon:
    """An icon in the present palette, faint where its widget is disabled; `gap` before a word."""
    now = tokens()
    made = QIcon()
    shown = now.colours.on_fill if on_fill else now.colours.ink(tone)
    made.addPixmap(_drawn(name, shown, now.icon, _ratio(), gap), QIcon.Mode.Normal)
    made.addPixmap(_drawn(name, now.colours.faint, now.icon, _ratio(), gap), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """An icon as a picture, `size` logical pixels wide, sharp on this screen."""
    return _drawn(name, colour, size, _ratio())


@lru_cache(maxsize=512)
def _drawn(name: str, colour: str, size: int, ratio: float, gap: int = 0) -> QPixmap:
    drawing = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    side = round(size * ratio)
    picture = QPixmap(side + round(gap * ratio), side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    coloured = QByteArray(drawing.replace("currentColor", colour).encode())
    QSvgRenderer(coloured).render(painter, QRectF(0, 0, side, side))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _ratio() -> float:
    ratios = [screen.devicePixelRatio() for screen in QGuiApplication.screens()]
    return max([1.0, *ratios])
