"""A dialog for acts that must say why: call off, strike out, void."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.errors import StationError
from station_app.i18n import _
from station_app.ui.widgets.buttons import Kind
from station_app.ui.widgets.dialog import DialogFrame
from station_app.ui.widgets.fields import TextField
from station_app.ui.widgets.form import Form
from station_app.ui.widgets.words import Paragraph
from station_app.wording import sentence


class ReasonDialog(DialogFrame):
    """Asks for a reason; `given(reason)` once one is typed. The page writes and then accepts."""

    given = Signal(str)

    def __init__(
        self, parent: QWidget, title: str, text: str, *, primary: str, kind: Kind = Kind.DANGER
    ) -> None:
        """`text` says what is about to happen, to whom and when."""
        super().__init__(parent, title, primary=primary, kind=kind, cancel=_("Go back"), width=460)
        self.body.addWidget(Paragraph(text))
        self.form = Form()
        self.reason = self.form.add(
            "reason", _("Reason"), TextField(), hint=_("It is kept with the record."), required=True
        )
        self.reason.setMaxLength(200)
        self.add_form(self.form)
        self.confirmed.connect(self._give)

    def refused(self, error: StationError) -> None:
        """Show what stands against it, ready for another try."""
        self.set_busy(False)
        self.refuse(sentence(error))

    def _give(self) -> None:
        if not self.form.check():
            return
        self.set_busy(True)
        self.given.emit(self.reason.value())
