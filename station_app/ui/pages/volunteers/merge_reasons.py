"""Why two records may be one person, and what speaks against it."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.duplicates import AGAINST, Likelihood, Trait
from station_app.i18n import _
from station_app.ui.theme import Tone
from station_app.ui.widgets import Badge, Paragraph
from station_app.ui.widgets.showing import show_if
from station_app.wording.merging import likelihood_label, traits_text

TONES: Final = {
    Likelihood.SURE: Tone.DANGER,
    Likelihood.LIKELY: Tone.WARN,
    Likelihood.POSSIBLE: Tone.INFO,
}


class Reasons(QWidget):
    """A chip for how likely it is, and the reasons beside it."""

    def __init__(self, traits: Iterable[Trait], likelihood: Likelihood | None) -> None:
        super().__init__()
        known = tuple(traits)
        words = QVBoxLayout()
        words.setSpacing(2)
        for told in (speaking_for(known), speaking_against(known)):
            if told:
                words.addWidget(Paragraph(told))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        badge = Badge(likelihood_label(likelihood) if likelihood else "")
        if likelihood:
            badge.show_status(likelihood_label(likelihood), TONES[likelihood])
        show_if(badge, likelihood is not None)
        layout.addWidget(badge)
        layout.addLayout(words, 1)


def speaking_for(traits: Iterable[Trait]) -> str:
    """What speaks for one person, as a sentence; empty where nothing does."""
    found = traits_text(trait for trait in traits if trait not in AGAINST)
    return _("For one person: {reasons}.").format(reasons=found) if found else ""


def speaking_against(traits: Iterable[Trait]) -> str:
    """What speaks against it, as a sentence; empty where nothing does."""
    found = traits_text(trait for trait in traits if trait in AGAINST)
    return _("Against it: {reasons}.").format(reasons=found) if found else ""
