"""Sign-outs forgotten on earlier days: on top of the desk until somebody closes each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from station_app.i18n import _, ngettext
from station_app.services.lists.attendance import StayRow
from station_app.ui.pages.attendance.columns import forgotten_words
from station_app.ui.pages.attendance.strip import Strip
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Kind


class ForgottenStrip(Strip):
    """How many, the oldest by name; `closing(stay)` to give it an end, `all_wanted` to see all."""

    closing = Signal(object)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("clock", Tone.DANGER)
        self._stays: Sequence[StayRow] = []
        self.see_all = self.add_button(Button("", Kind.QUIET))
        self.close_one = self.add_button(Button(_("Close stay…")))
        self.close_one.clicked.connect(lambda: self.closing.emit(self._stays[0]))
        self.see_all.clicked.connect(self.all_wanted)

    def show_stays(self, stays: Sequence[StayRow]) -> None:
        """Tell of these; of nobody, hide."""
        self._stays = stays
        if not stays:
            self.tell("", "")
            return
        words = ngettext(
            "{count} sign-out was forgotten", "{count} sign-outs were forgotten", len(stays)
        )
        self.tell(words.format(count=len(stays)), forgotten_words(stays[0]))
        self.see_all.setVisible(len(stays) > 1)
        self.see_all.setText(_("See all {count}").format(count=len(stays)))
