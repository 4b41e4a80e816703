"""The values of the look: every colour, size and distance, once for light and once for dark.

Why two hand-made palettes: without a platform theme Qt's own dark scheme does nothing, and the
desks this runs on have none. Every pair of text and ground keeps a contrast of 4.5 to 1, every
edge of a field and every focus ring 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11); a test measures them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Tone(StrEnum):
    """What a colour means; a page names the meaning, never the colour."""

    PLAIN = "plain"
    MUTED = "muted"
    INFO = "info"
    OK = "ok"
    WARN = "warn"
    DANGER = "danger"


class Size(StrEnum):
    """The steps of the type scale."""

    CAPTION = "caption"
    BODY = "body"
    STRONG = "strong"
    TITLE = "title"
    DISPLAY = "display"


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette. `fill` carries white text, `accent` is itself text, icon or ring on a ground."""

    window: str
    surface: str
    sunken: str
    hover: str
    chosen: str
    border: str
    edge: str
    text: str
    muted: str
    faint: str
    accent: str
    fill: str
    fill_hover: str
    fill_pressed: str
    on_fill: str
    brand: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    danger_fill: str
    danger_fill_hover: str

    def ink(self, tone: Tone) -> str:
        """The colour of text, icons and marks of this tone."""
        return {
            Tone.PLAIN: self.text,
            Tone.MUTED: self.muted,
            Tone.INFO: self.accent,
            Tone.OK: self.ok,
            Tone.WARN: self.warn,
            Tone.DANGER: self.danger,
        }[tone]

    def ground(self, tone: Tone) -> str:
        """The soft ground on which text of this tone stands."""
        return {
            Tone.PLAIN: self.sunken,
            Tone.MUTED: self.sunken,
            Tone.INFO: self.chosen,
            Tone.OK: self.ok_soft,
            Tone.WARN: self.warn_soft,
            Tone.DANGER: self.danger_soft,
        }[tone]


LIGHT: Final = Colours(
    window="#F4F6F9",
    surface="#FFFFFF",
    sunken="#E9EDF2",
    hover="#EEF3F9",
    chosen="#E1ECF9",
    border="#D5DBE3",
    edge="#75818F",
    text="#18212C",
    muted="#515D6D",
    faint="#8A95A3",
    accent="#1D5FAE",
    fill="#1D5FAE",
    fill_hover="#184F92",
    fill_pressed="#123F76",
    on_fill="#FFFFFF",
    brand="#A8322A",
    ok="#14693A",
    ok_soft="#DFF3E6",
    warn="#7D4E00",
    warn_soft="#FDF0D2",
    danger="#A8201A",
    danger_soft="#FCE6E4",
    danger_fill="#B3261E",
    danger_fill_hover="#951B14",
)

DARK: Final = Colours(
    window="#12171D",
    surface="#1A2129",
    sunken="#232C37",
    hover="#222C38",
    chosen="#1D3654",
    border="#303B48",
    edge="#748294",
    text="#E7ECF2",
    muted="#A5B1C0",
    faint="#6F7C8C",
    accent="#82B7F5",
    fill="#2C6CB8",
    fill_hover="#2560A6",
    fill_pressed="#1E5290",
    on_fill="#FFFFFF",
    brand="#B8453B",
    ok="#7BD3A0",
    ok_soft="#163725",
    warn="#F1C065",
    warn_soft="#3D2E0F",
    danger="#FF9C93",
    danger_soft="#471D1B",
    danger_fill="#B83A32",
    danger_fill_hover="#A03029",
)

SCALES: Final = (1.0, 1.25, 1.5)
SPACES: Final = (4, 8, 12, 16, 24, 32)
_TYPE: Final = {Size.CAPTION: 13, Size.BODY: 15, Size.STRONG: 15, Size.TITLE: 18, Size.DISPLAY: 26}


@dataclass(frozen=True, slots=True)
class Tokens:
    """Everything a widget may ask the look for. Lengths are logical pixels."""

    colours: Colours
    dark: bool
    scale: float
    radius: int = 6
    ring: int = 2

    def type(self, size: Size) -> int:
        """The pixel size of this step of the type scale."""
        return round(_TYPE[size] * self.scale)

    def px(self, length: int) -> int:
        """A length that grows with the type, kept on the grid of 4."""
        return round(length * self.scale / 4) * 4

    @property
    def icon(self) -> int:
        """The side of an icon beside body text."""
        return self.px(20)

    @property
    def control(self) -> int:
        """The height of a button or a field."""
        return self.px(36)

    @property
    def row(self) -> int:
        """The height of a table row."""
        return self.px(40)
