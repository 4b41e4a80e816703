"""One signed list that holds the consent of everybody in a file."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.consents import ConsentWay
from station_app.i18n import _
from station_app.sheets.rosters import Consent
from station_app.ui.theme import Tone
from station_app.ui.widgets import Caption, Check, Choice, DateField, Form, TextField
from station_app.ui.widgets.showing import show_if
from station_app.wording.labels import choices
from station_app.wording.people import field_label


class ListConsent(QWidget):
    """Date, way and witness for rows that state none; `changed` when rooms come or go."""

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.listed = Check(_("One signed list holds the consent of everybody in this file"))
        self.lacking = Caption(
            _("It tells nothing of consent itself; without this no row goes in."), Tone.WARN
        )
        self.form = Form(columns=3)
        self.on = self.form.add(
            "on", field_label("consent_on"), DateField(today, today), required=True
        )
        ways = choices("consent_way")
        self.way = self.form.add("way", field_label("consent_way"), Choice(ways))
        self.witness = self.form.add("witness", field_label("consent_witness"), TextField())
        self.listed.changed.connect(self._offer)
        self.way.changed.connect(self._offer)
        self._lay_out()
        self._offer()

    def consent(self) -> Consent | None:
        """The consent for rows that state none; None where no list was signed."""
        day = self.on.value()
        if not self.listed.value() or day is None:
            return None
        return Consent(day, ConsentWay(self.way.value()), self.witness.value())

    def check(self) -> bool:
        """Whether what is told is whole; says where not."""
        if not self.listed.value():
            return True
        if not self.form.check():
            return False
        if self._spoken() and not self.witness.value():
            self.form.problem("witness", _("Please fill this in."))
            return False
        return True

    def show_columns(self, fields: Collection[str]) -> None:
        """Say so where the file has no column of consent."""
        known = {"consent_on", "consent_way"} <= set(fields)
        show_if(self.lacking, not known and not self.listed.value())

    def _spoken(self) -> bool:
        return bool(self.way.value() == ConsentWay.SPOKEN_WITNESSED.value)

    def _offer(self) -> None:
        show_if(self.form, self.listed.value())
        self.witness.setEnabled(self._spoken())
        self.changed.emit()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.listed)
        line.addWidget(self.lacking, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.form)
