"""How this desk likes its screen: language, light or dark, size of type. Each works at once."""

from typing import Final

from station_app.i18n import N_, _
from station_app.ui.desk import Desk
from station_app.ui.pages.settings.options import Options
from station_app.ui.theme_tokens import SCALES
from station_app.ui.widgets import Card, Form

LANGUAGE_NAMES: Final = (("zh_CN", "简体中文"), ("en", "English"))
_PALETTES: Final = (
    ("light", N_("Light")),
    ("dark", N_("Dark")),
    ("system", N_("As the system")),
)


class LookPart(Card):
    """Three choices, each kept for this desk."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Screen"))
        now = desk.preferences.now
        self.form = Form()
        palettes = [(value, _(words)) for value, words in _PALETTES]
        scales = [(scale, f"{scale:.0%}") for scale in SCALES]
        self.language = Options(LANGUAGE_NAMES, now.language)
        self.palette_ = Options(palettes, now.palette)
        self.scale = Options(scales, now.scale)
        self.form.add("language", _("Language"), self.language)
        self.form.add("palette", _("Light or dark"), self.palette_)
        self.form.add("scale", _("Size of type"), self.scale)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        change = desk.preferences.change
        self.language.changed.connect(lambda: change(language=self.language.value()))
        self.palette_.changed.connect(lambda: change(palette=self.palette_.value()))
        self.scale.changed.connect(lambda: change(scale=self.scale.value()))
