"""Placed text, rules and codes as PDF operators.

Why operators and not reportlab's drawing calls: a batch has thousands of pages with the same few
kinds of strokes, and a call per stroke costs more than all the rest of the page.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from station_app.certificates import codes
from station_app.certificates.fonts import SQUEEZE, TIGHT, Style, setting
from station_app.certificates.layout import Page, Rule, Text

_WIDE = 0.09  # em of letter spacing from which readers would find spaces between the letters


class Ink:
    """Writes what is placed, in the colours of one template, for one document."""

    def __init__(self, doc: Any, colours: Mapping[str, str]) -> None:
        self._doc = doc
        self._colours = colours

    def page(self, page: Page) -> str:
        """All that is a page's own."""
        strokes = [self.rules(page.rules)] if page.rules else []
        squares = [codes.path(square.payload, square.box) for square in page.squares]
        return "\n".join([*strokes, *squares, self.texts(page.texts)])

    def rules(self, rules: Iterable[Rule]) -> str:
        """Straight lines."""
        return "\n".join(
            f"{rule.width:g} w {self._colours[rule.colour]} RG "
            f"{rule.x1:.2f} {rule.y1:.2f} m {rule.x2:.2f} {rule.y2:.2f} l S"
            for rule in rules
        )

    def texts(self, texts: Sequence[Text]) -> str:
        """Text, with font, colour and spacing named only where they change."""
        written = ["BT"]
        now: tuple[Any, ...] = (None, None, None)
        for text in texts:
            wide = text.gap > _WIDE * text.size
            if wide:
                spoken = text.text.encode("utf-16-be").hex()
                written.append(f"/Span << /ActualText <FEFF{spoken}> >> BDC")
            now = self._write(text, now, written)
            if wide:
                written.append("EMC")
        return "\n".join([*written, "ET"])

    def _write(self, text: Text, now: tuple[Any, ...], written: list[str]) -> tuple[Any, ...]:
        """One text, piece by piece where the face changes; answers the state it leaves."""
        x, y, size, style, words, gap, colour = text
        font, spacing, ink = now
        if colour != ink:
            written.append(f"{self._colours[colour]} rg")
        if gap != spacing:
            written.append(f"{gap:.3f} Tc")
        look = setting(style)
        written.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        for face, piece in look.pieces(words):
            known = face.codes(self._doc)
            if font != (known.name, size):
                font = (known.name, size)
                written.append(f"/{known.name} {size:g} Tf")
            written.append(_shown(piece, known))
        return font, gap, colour

    def slanted(self, words: str, centre: tuple[float, float], size: float, colour: str) -> str:
        """A word across the page, rising to the right, as a draft is marked."""
        look = setting(Style.TEXT)
        cos, sin = 0.866, 0.5
        half = look.width(words) * size / 2
        x = centre[0] - half * cos + 0.38 * size * sin
        y = centre[1] - half * sin - 0.38 * size * cos
        known = look.main.codes(self._doc)
        code = "".join(map(known.__getitem__, words))
        return (
            f"BT {self._colours[colour]} rg /{known.name} {size:g} Tf "
            f"{cos} {sin} {-sin} {cos} {x:.2f} {y:.2f} Tm <{code}> Tj ET"
        )


def _shown(text: str, codes: Mapping[str, str]) -> str:
    """The text as an operand in the codes of its face, marks that follow each other set closer."""
    if not TIGHT.search(text):
        return f"<{''.join(map(codes.__getitem__, text))}> Tj"
    parts = TIGHT.sub("\\1\0", text).split("\0")
    kern = f"> {SQUEEZE * 1000:g} <"
    return f"[<{kern.join(''.join(map(codes.__getitem__, part)) for part in parts)}>] TJ"
