"""Ornaments, drawn as lines: no picture files, sharp on every printer."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any

from reportlab.lib.colors import Color

from station_app.certificates.templates import MM, Art, Box

# A square spiral (回纹) on a grid of four, from its outer end inward.
_FRET = ((0, 0), (4, 0), (4, 4), (0, 4), (0, 1), (3, 1), (3, 3), (1, 3), (1, 2), (2, 2))


def draw(canvas: Any, art: Art, colours: Mapping[str, str]) -> None:
    """Draw the ornament of this name; KeyError if there is none."""
    palette = {name: Color(*map(float, text.split())) for name, text in colours.items()}
    canvas.saveState()
    _ORNAMENTS[art.name](canvas, art.box, palette)
    canvas.restoreState()


def _frame(canvas: Any, box: Box, palette: Mapping[str, Color]) -> None:
    """A double line and a fine one with stepped corners, a fret in each step."""
    canvas.setStrokeColor(palette["brick"])
    _rectangle(canvas, box, 2.4)
    _rectangle(canvas, _inset(box, 1.5 * MM), 0.6)
    inner = _inset(box, 5 * MM)
    canvas.setStrokeColor(palette["gold"])
    _stepped(canvas, inner, 13 * MM, 0.9)
    _stepped(canvas, _inset(inner, 1.1 * MM), 13 * MM, 0.35)
    canvas.setStrokeColor(palette["brick"])
    for right in (False, True):
        for top in (False, True):
            _fret(canvas, inner, 10 * MM, right=right, top=top)


def _rosette(canvas: Any, box: Box, palette: Mapping[str, Color]) -> None:
    """Turned ellipses, as light as a watermark."""
    canvas.setStrokeColor(palette["veil"])
    canvas.setLineWidth(0.4)
    canvas.translate(box.left + box.width / 2, box.bottom + box.height / 2)
    across, up = box.width / 2, box.height / 8
    for _ in range(_PETALS):
        canvas.ellipse(-across, -up, across, up)
        canvas.rotate(180 / _PETALS)


def _flourish(canvas: Any, box: Box, palette: Mapping[str, Color]) -> None:
    """A lozenge between two lines that thin out, below a title."""
    middle, y = box.left + box.width / 2, box.bottom + box.height / 2
    canvas.setFillColor(palette["brick"])
    _lozenge(canvas, middle, y, box.height / 2)
    canvas.setFillColor(palette["gold"])
    for side in (-1, 1):
        _lozenge(canvas, middle + side * 1.5 * box.height, y, box.height / 4)
        start, end = middle + side * 2.4 * box.height, middle + side * box.width / 2
        line = canvas.beginPath()
        line.moveTo(start, y - 0.55)
        line.lineTo(end, y)
        line.lineTo(start, y + 0.55)
        line.close()
        canvas.drawPath(line, stroke=0, fill=1)


def _rules(canvas: Any, box: Box, palette: Mapping[str, Color]) -> None:
    """A strong line over a fine one (文武线), below the title of a formal paper."""
    canvas.setStrokeColor(palette["brick"])
    for y, width in ((box.top, 1.6), (box.bottom, 0.5)):
        canvas.setLineWidth(width)
        canvas.line(box.left, y, box.right, y)


def _seam(canvas: Any, box: Box, palette: Mapping[str, Color]) -> None:
    """The dashed edge of the strip where pages fanned out are sealed together."""
    canvas.setStrokeColor(palette["line"])
    canvas.setLineWidth(0.4)
    canvas.setDash(2, 3)
    canvas.line(box.left, box.bottom, box.left, box.top)


_PETALS = 30
_ORNAMENTS: dict[str, Callable[[Any, Box, Mapping[str, Color]], None]] = {
    "frame": _frame,
    "rosette": _rosette,
    "flourish": _flourish,
    "rules": _rules,
    "seam": _seam,
}


def _inset(box: Box, by: float) -> Box:
    return Box(box.left + by, box.bottom + by, box.width - 2 * by, box.height - 2 * by)


def _rectangle(canvas: Any, box: Box, width: float) -> None:
    canvas.setLineWidth(width)
    canvas.rect(box.left, box.bottom, box.width, box.height)


def _stepped(canvas: Any, box: Box, step: float, width: float) -> None:
    """A rectangle whose corners step inward by a square."""
    canvas.setLineWidth(width)
    inside = _inset(box, step)
    points = [
        (inside.left, box.bottom), (inside.right, box.bottom), (inside.right, inside.bottom),
        (box.right, inside.bottom), (box.right, inside.top), (inside.right, inside.top),
        (inside.right, box.top), (inside.left, box.top), (inside.left, inside.top),
        (box.left, inside.top), (box.left, inside.bottom), (inside.left, inside.bottom),
    ]  # fmt: skip
    canvas.lines([(*start, *end) for start, end in pairwise([*points, points[0]])])


def _fret(canvas: Any, box: Box, side: float, *, right: bool, top: bool) -> None:
    """A fret in one corner of the box, its outer end towards the corner."""
    canvas.setLineWidth(1.3)
    line = canvas.beginPath()
    for at, (x, y) in enumerate(_FRET):
        across, up = x * side / 4, y * side / 4
        point = (
            box.right - across if right else box.left + across,
            box.top - up if top else box.bottom + up,
        )
        (line.lineTo if at else line.moveTo)(*point)
    canvas.drawPath(line)


def _lozenge(canvas: Any, x: float, y: float, half: float) -> None:
    line = canvas.beginPath()
    line.moveTo(x - half, y)
    for dx, dy in ((0, half), (half, 0), (0, -half)):
        line.lineTo(x + dx, y + dy)
    line.close()
    canvas.drawPath(line, stroke=0, fill=1)
