"""What a clerk sees when the program itself is at fault: calm, and what to do next."""

import traceback

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from station_app.i18n import _
from station_app.places import Places
from station_app.ui.theme import Tone
from station_app.ui.widgets import Caption, DialogFrame, Paragraph


class BugDialog(DialogFrame):
    """Says that nothing is half saved, where the details are, and lets them be copied."""

    def __init__(self, parent: QWidget | None, error: BaseException, places: Places) -> None:
        super().__init__(
            parent,
            _("Something went wrong in the program"),
            primary=_("Go on"),
            cancel=_("Copy details"),
            width=520,
        )
        self._details = "".join(traceback.format_exception(error))
        self.body.addWidget(
            Paragraph(
                _(
                    "The last step was not done. Everything saved before is safe, and nothing was"
                    " saved by halves. You can go on working; if it happens again, please tell the"
                    " people who look after this program."
                )
            )
        )
        where = Caption(_("Details are kept in {folder}").format(folder=places.logs), Tone.MUTED)
        where.setWordWrap(True)
        self.body.addWidget(where)
        self.confirmed.connect(self.accept)
        self.cancel.clicked.disconnect()
        self.cancel.clicked.connect(self._copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
        self.cancel.setText(_("Copied"))
