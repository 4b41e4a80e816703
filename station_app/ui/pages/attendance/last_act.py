"""The line that says, for the whole room to read, what the desk did last."""

from collections.abc import Callable
from typing import Final

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from station_app.i18n import _
from station_app.services.attendance import Act, Arrival
from station_app.ui.icons import pixmap
from station_app.ui.notices import Action
from station_app.ui.theme import Size, Tone, set_look, tokens
from station_app.ui.widgets import Button, Caption, Words
from station_app.wording.days import clock_span, length_words
from station_app.wording.values import clock_text

_ICONS: Final = {
    Tone.MUTED: "id-card",
    Tone.OK: "check-in",
    Tone.INFO: "check-out",
    Tone.WARN: "warning",
    Tone.DANGER: "danger",
}
_GROUNDS: Final = {Tone.MUTED: "card"}


class LastAct(QFrame):
    """Big words, a line of detail, and the one thing to do about it."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QLabel()
        self.words = Words("", Size.TITLE)
        self.detail = Caption()
        self.act = Button("")
        self._run: Callable[[], object] | None = None
        self.act.clicked.connect(self._on_act)
        told = QVBoxLayout()
        told.setSpacing(0)
        told.addWidget(self.words)
        told.addWidget(self.detail)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(12)
        layout.addWidget(self._picture)
        layout.addLayout(told, 1)
        layout.addWidget(self.act)
        self.setMinimumHeight(tokens().px(64))
        self.rest()

    def rest(self) -> None:
        """Nothing was done yet."""
        self._show(
            Tone.MUTED, _("Ready"), _("Enter signs in; the same person again signs out."), None
        )

    def arrived(self, arrival: Arrival, undo: Callable[[], object] | None = None) -> None:
        """Somebody was signed in or out; with `undo` it can be taken back."""
        tone = Tone.OK if arrival.act is Act.IN else Tone.INFO
        action = Action(_("Undo (Ctrl+Z)"), undo) if undo is not None else None
        self._show(tone, _headline(arrival), _detail(arrival), action)

    def undone(self, arrival: Arrival) -> None:
        """The last act was taken back."""
        words = _("Taken back: {name} is in again.")
        if arrival.act is Act.IN:
            words = _("Taken back: {name} is not in.")
        self._show(Tone.WARN, words.format(name=arrival.name), arrival.post, None)

    def asks(self, question: str) -> None:
        """Nothing was done yet: the clerk must choose."""
        self._show(Tone.WARN, question, _("Nothing was entered."), None)

    def refused(self, sentence: str, action: Action | None = None) -> None:
        """Nothing was done, and why."""
        self._show(Tone.DANGER, sentence, _("Nothing was entered."), action)

    def _show(self, tone: Tone, words: str, detail: str, action: Action | None) -> None:
        ink = tokens().colours.ink(tone)
        self._picture.setPixmap(pixmap(_ICONS[tone], ink, tokens().px(32)))
        self.words.setText(words)
        self.words.set_tone(Tone.PLAIN if tone is Tone.MUTED else tone)
        self.detail.setText(detail)
        self._run = action.run if action is not None else None
        self.act.setVisible(action is not None)
        self.act.setText(action.label if action is not None else "")
        set_look(self, ground=_GROUNDS.get(tone, tone.value))
        if tone is not Tone.MUTED:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _on_act(self) -> None:
        if self._run is not None:
            self._run()


def _headline(arrival: Arrival) -> str:
    if arrival.act is Act.IN:
        return _("{name} is in, {time}").format(name=arrival.name, time=clock_text(arrival.came_at))
    return _("{name} is out, {length}").format(
        name=arrival.name, length=length_words(arrival.minutes or 0)
    )


def _detail(arrival: Arrival) -> str:
    facts = [arrival.post, arrival.number]
    if arrival.act is Act.OUT:
        facts.insert(1, clock_span(arrival.came_at, arrival.left_at))
    if arrival.walk_in:
        facts.append(_("Walk-in, outside the shifts"))
    return "  ·  ".join(facts)
