"""What this program is, in the figures somebody who helps will ask for."""

import platform

from PySide6.QtCore import qVersion

from station_app import __version__
from station_app.i18n import _
from station_app.ui.widgets import Caption, Card, Facts


class AboutPart(Card):
    """Versions, licence, and what never happens here."""

    def __init__(self) -> None:
        super().__init__(_("About"))
        facts = Facts(columns=4)
        facts.show_facts(
            [
                (_("Practice Station"), __version__),
                (_("Licence"), _("MIT, free of charge")),
                ("Python", platform.python_version()),
                ("Qt", qVersion()),
            ]
        )
        quiet = Caption(_("Nothing leaves this PC unless you write it to a file yourself."))
        self.body.addWidget(facts)
        self.body.addWidget(quiet)
