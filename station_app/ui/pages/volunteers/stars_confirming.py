"""Confirming chosen stars, and the account of it."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from station_app.errors import Outcome, StationError
from station_app.i18n import _, ngettext
from station_app.services.star_proposals import Proposal
from station_app.ui.widgets import DateField, DialogFrame, Form, Paragraph, Title, Tone
from station_app.wording import sentence
from station_app.wording.outcome import outcome_text, refusal_text
from station_app.wording.stars import star_text

_NAMED: Final = 12


class ConfirmDialog(DialogFrame):
    """Names who gets which star and asks for the day; `told(day)`."""

    told = Signal(object)

    def __init__(self, parent: QWidget, chosen: Sequence[Proposal], today: date) -> None:
        count = len(chosen)
        title = ngettext("Confirm {count} star rating?", "Confirm {count} star ratings?", count)
        super().__init__(
            parent, title.format(count=count), primary=_("Confirm"), cancel=_("Go back"), width=460
        )
        self.body.addWidget(Paragraph(_named(chosen)))
        self.form = Form()
        self.day = self.form.add(
            "day",
            _("Confirmed on"),
            DateField(today, today),
            hint=_("Hours alone give no star: look at the service too before you confirm."),
            required=True,
        )
        self.add_form(self.form)
        self.confirmed.connect(self._tell)

    def refused(self, error: StationError) -> None:
        """Say at the day what stands against it."""
        self.set_busy(False)
        self.form.problem("day", sentence(error))

    def _tell(self) -> None:
        if self.form.check():
            self.set_busy(True)
            self.told.emit(self.day.value())


class AccountDialog(DialogFrame):
    """What was confirmed and, one by one, what was not and why."""

    def __init__(self, parent: QWidget, outcome: Outcome) -> None:
        title = _("Not every star rating was confirmed")
        super().__init__(parent, title, primary=_("Close"), width=560)
        self.cancel.hide()
        self.body.addWidget(Title(outcome_text(outcome)))
        for refusal in outcome.refused:
            self.body.addWidget(Paragraph(refusal_text(refusal), tone=Tone.DANGER))
        self.confirmed.connect(self.accept)


def _named(chosen: Sequence[Proposal]) -> str:
    shown = [
        _("{name} {star}").format(name=one.name, star=star_text(one.star))
        for one in chosen[:_NAMED]
    ]
    text = _(", ").join(shown)
    if (left := len(chosen) - _NAMED) > 0:
        return _("{names} and {count} more").format(names=text, count=left)
    return text
