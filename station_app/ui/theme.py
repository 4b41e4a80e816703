"""The look: palette, type and style sheet, set on the application in one place.

Pages carry no colours, fonts or style sheets. They use the widgets of `station_app.ui.widgets`, and
where they paint or measure they ask `tokens()`.
"""

from string import Template
from typing import Final

from PySide6.QtCore import QDir, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from station_app.places import resource
from station_app.ui.theme_tokens import DARK, LIGHT, Colours, Size, Tokens, Tone

__all__ = ["Size", "Tokens", "Tone", "apply", "font", "set_look", "tokens"]

# A sans face with Latin letters and even figures first; each is common on one of the desks we meet.
FAMILIES: Final = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "LXGW WenKai",
    "sans-serif",
)
_current = Tokens(LIGHT, dark=False, scale=1.0)


def tokens() -> Tokens:
    """The look as it stands now."""
    return _current


def apply(app: QApplication, *, palette: str, scale: float) -> None:
    """Dress the application: palette "light", "dark" or "system"; scale of the type, 1.0 to 1.5."""
    global _current
    dark = palette == "dark" or (palette == "system" and _system_is_dark())
    _current = Tokens(DARK if dark else LIGHT, dark=dark, scale=scale)
    QDir.setSearchPaths("style", [str(resource("style"))])
    if app.style().name() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette(_current.colours))
    app.setFont(font(Size.BODY))
    if (sheet := _sheet(_current)) != app.styleSheet():  # dressing every widget anew takes a while
        app.setStyleSheet(sheet)


def font(size: Size = Size.BODY, *, bold: bool = False) -> QFont:
    """The interface face at this step of the scale."""
    face = QFont()
    face.setFamilies(list(FAMILIES))
    face.setPixelSize(_current.type(size))
    face.setBold(bold or size in (Size.STRONG, Size.TITLE, Size.DISPLAY))
    face.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    face.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return face


def set_look(widget: QWidget, **names: str | bool) -> None:
    """Give a widget the names by which the style sheet knows it, and dress it anew."""
    for name, value in names.items():
        widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def _system_is_dark() -> bool:
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark


def _palette(colours: Colours) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    named = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.surface,
        role.AlternateBase: colours.hover,
        role.Text: colours.text,
        role.Button: colours.surface,
        role.ButtonText: colours.text,
        role.BrightText: colours.danger,
        role.ToolTipBase: colours.text,
        role.ToolTipText: colours.surface,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.fill,
        role.HighlightedText: colours.on_fill,
        role.Link: colours.accent,
        role.LinkVisited: colours.accent,
        role.Accent: colours.fill,
        role.Light: colours.surface,
        role.Midlight: colours.hover,
        role.Mid: colours.border,
        role.Dark: colours.edge,
        role.Shadow: colours.edge,
    }
    palette = QPalette()
    for which, colour in named.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, which, QColor(colours.faint))
    return palette


def _sheet(now: Tokens) -> str:
    values = {name: getattr(now.colours, name) for name in Colours.__dataclass_fields__}
    values |= {f"type_{size.value}": f"{now.type(size)}px" for size in Size}
    values |= {f"px_{length}": f"{now.px(length)}px" for length in range(4, 65, 4)}
    values |= {"control": f"{now.control - 2}px", "control_focused": f"{now.control - 4}px"}
    values |= {"place": f"{now.px(40) - 2}px", "place_focused": f"{now.px(40) - 4}px"}
    values |= {f"edge_{length}": f"{now.px(length) - 1}px" for length in (12, 16)}
    values |= {"radius": f"{now.radius}px"}
    text = resource("style/station.qss").read_text(encoding="utf-8")
    return Template(text).substitute(values)
