"""A last day: of somebody in a team, or of the team."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.errors import StationError
from station_app.i18n import _
from station_app.ui.widgets import DateField, DialogFrame, Form, Kind, Paragraph, TextField
from station_app.wording import sentence


class EndDialog(DialogFrame):
    """Asks for the last day, and why where that may be told; `told(day)` or `told(day, reason)`."""

    told = Signal(object, object)

    def __init__(
        self,
        parent: QWidget,
        title: str,
        day: date,
        *,
        primary: str,
        label: str,
        text: str = "",
        reason: bool = False,
        kind: Kind = Kind.PRIMARY,
    ) -> None:
        super().__init__(parent, title, primary=primary, kind=kind, cancel=_("Go back"), width=420)
        if text:
            self.body.addWidget(Paragraph(text))
        self.form = Form()
        self.day = self.form.add("day", label, DateField(day, day), required=True)
        self.reason = TextField()
        self.reason.setMaxLength(200)
        if reason:
            self.form.add("reason", _("Reason, if there is one"), self.reason)
        self.add_form(self.form)
        self.confirmed.connect(self._tell)

    def refused(self, error: StationError) -> None:
        """Say at the day what stands against it."""
        self.set_busy(False)
        self.form.problem("day", sentence(error))

    def _tell(self) -> None:
        if self.form.check():
            self.set_busy(True)
            self.told.emit(self.day.value(), self.reason.value())
