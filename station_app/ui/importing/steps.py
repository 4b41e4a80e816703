"""Where one is on a way of several steps."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.i18n import _
from station_app.ui.theme import Tone
from station_app.ui.widgets import Caption


class StepTrail(QWidget):
    """The names of all steps side by side; the present one stands out and is read out."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._words = [Caption(self._numbered(place)) for place in range(len(names))]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for place, words in enumerate(self._words):
            if place:
                layout.addWidget(Caption("›"))
            layout.addWidget(words)
        layout.addStretch(1)
        self.show_step(0)

    def show_step(self, here: int) -> None:
        """This step is under way."""
        for place, words in enumerate(self._words):
            words.set_tone(Tone.INFO if place == here else Tone.MUTED)
        self.setAccessibleName(
            _("Step {step} of {steps}: {name}").format(
                step=here + 1, steps=len(self._names), name=self._names[here]
            )
        )

    def _numbered(self, place: int) -> str:
        return _("{step} {name}").format(step=place + 1, name=self._names[place])
