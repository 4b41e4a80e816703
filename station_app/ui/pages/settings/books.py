"""Where the books lie, and copies of them."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from station_app.errors import StationError
from station_app.i18n import _, ngettext
from station_app.services.backups import Backup, Rehearsed, back_up_now, backups
from station_app.ui.desk import Desk
from station_app.ui.theme import Tone
from station_app.ui.widgets import Banner, Button, Card, Facts, Kind
from station_app.wording import sentence
from station_app.wording.values import hours_with_unit, moment_text, people_text, size_text


class BooksPart(Card):
    """The data folder, the newest copy, and a way to make one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Data and backups"))
        self.desk = desk
        self._facts = Facts(columns=1)
        self.told = Banner()
        self.back_up = Button(_("Back up now"), icon="backup")
        self.back_up.clicked.connect(self._back_up)
        folder = Button(_("Open the folder"), Kind.QUIET, icon="folder")
        folder.clicked.connect(self._open_folder)
        self.add_action(folder)
        self.add_action(self.back_up)
        self.body.addWidget(self._facts)
        self.body.addWidget(self.told)
        self.body.addStretch(1)
        self._read()

    def _read(self) -> None:
        places = self.desk.places
        self.desk.query(self, lambda: backups(places), done=self._show, newest="backups")

    def _show(self, copies: tuple[Backup, ...]) -> None:
        newest = _copy_text(copies[0]) if copies else _("There is none yet.")
        count = ngettext("{count} copy", "{count} copies", len(copies)).format(count=len(copies))
        self._facts.show_facts(
            [
                (_("Data folder"), str(self.desk.places.data)),
                (_("Newest backup"), newest),
                (_("Backups kept"), count),
            ]
        )

    def _back_up(self) -> None:
        self.back_up.setEnabled(False)
        places, clock = self.desk.places, self.desk.clock
        self.desk.press(
            self,
            lambda _task: back_up_now(places, clock),
            done=self._on_made,
            refused=self._on_refused,
            title=_("Backing up …"),
        )

    def _on_made(self, made: Rehearsed) -> None:
        self.back_up.setEnabled(True)
        told = _("The backup is made, was opened and counted: {people}, {hours}.")
        people, hours = people_text(made.people), hours_with_unit(made.minutes)
        self.told.say(told.format(people=people, hours=hours), Tone.OK)
        self._read()

    def _on_refused(self, error: StationError) -> None:
        self.back_up.setEnabled(True)
        self.told.say(sentence(error), Tone.DANGER)

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.desk.places.data)))


def _copy_text(copy: Backup) -> str:
    return _("{time} · {size}").format(time=moment_text(copy.made_at), size=size_text(copy.size))
