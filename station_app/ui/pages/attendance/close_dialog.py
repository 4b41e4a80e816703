"""Close a stay whose sign-out was forgotten: when, and how we know. Nothing is filled in for it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.clock import at_desk, local, today
from station_app.domain.attendance import LeftBeforeComing, StayTooLong
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.attendance import Arrival, close_stay
from station_app.services.lists.attendance import StayRow
from station_app.ui.desk import Desk
from station_app.ui.pages.attendance.columns import forgotten_words
from station_app.ui.widgets import DateField, DialogFrame, Form, Paragraph, TextField, TimeField
from station_app.wording import sentence
from station_app.wording.values import clock_text


class CloseDialog(DialogFrame):
    """Asks for day, time and evidence; `closed(arrival)` when the stay has its end."""

    closed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, stay: StayRow) -> None:
        super().__init__(parent, _("Forgotten sign-out"), primary=_("Close stay"), width=480)
        self._desk = desk
        self._stay = stay
        self.body.addWidget(Paragraph(forgotten_words(stay)))
        form = Form(columns=2)
        came_on = local(stay.came_at).date()
        self.day = form.add(
            "day", _("Left on"), DateField(today(desk.clock), came_on), required=True
        )
        self.time = form.add("time", _("Left at"), TimeField(), hint=self._hint(), required=True)
        self.evidence = form.add(
            "evidence",
            _("How we know"),
            TextField(placeholder=_("asked the volunteer, seen by …")),
            hint=_("The stay is marked as corrected, with this reason."),
            required=True,
            span=2,
        )
        self.evidence.setMaxLength(200)
        form.rest()
        self.form = form
        self.add_form(form)
        self.confirmed.connect(self._close_stay)

    def _hint(self) -> str:
        if self._stay.planned_end is None:
            return ""
        return _("The shift ended at {time}.").format(time=clock_text(self._stay.planned_end))

    def _close_stay(self) -> None:
        self.refuse("")
        day, time = self.day.value(), self.time.value()
        if not self.form.check() or day is None or time is None:
            return
        self.set_busy(True)
        left_at = at_desk(day, time.hour, time.minute)
        self._desk.write(
            self,
            close_stay,
            self._stay.id,
            left_at,
            self.evidence.value(),
            done=self._done,
            refused=self._refused,
        )

    def _done(self, arrival: Arrival) -> None:
        self.accept()
        self.closed.emit(arrival)

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        if isinstance(error, LeftBeforeComing | StayTooLong):
            self.form.problem("time", sentence(error))
        else:
            self.refuse(sentence(error))
