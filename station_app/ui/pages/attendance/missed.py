"""Scans that were refused and then overtaken by the next one: none may get lost in a queue."""

from station_app.i18n import _, ngettext
from station_app.ui.pages.attendance.strip import Strip
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Kind

_NAMED = 6


class MissedStrip(Strip):
    """What was typed and not entered, until the clerk has settled it."""

    def __init__(self) -> None:
        super().__init__("warning", Tone.WARN)
        self.texts: list[str] = []
        self.settled = self.add_button(Button(_("Settled"), Kind.QUIET, icon="check"))
        self.settled.clicked.connect(self.clear)

    def add(self, text: str) -> None:
        """Keep what was refused."""
        if text not in self.texts:
            self.texts.append(text)
        self._show()

    def take(self, text: str) -> None:
        """What was refused once was entered now."""
        if text in self.texts:
            self.texts.remove(text)
        self._show()

    def clear(self) -> None:
        """All of it is settled."""
        self.texts.clear()
        self._show()

    def _show(self) -> None:
        count = len(self.texts)
        head = ngettext("{count} scan was not entered", "{count} scans were not entered", count)
        named = _(", ").join(self.texts[:_NAMED])
        if count > _NAMED:
            named = _("{days} …").format(days=named)
        self.tell(head.format(count=count) if count else "", named)
