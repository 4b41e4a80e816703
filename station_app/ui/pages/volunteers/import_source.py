"""Step one of an import of people: which file, and which consent stands behind it."""

from datetime import date

from station_app.domain.consents import ConsentWay
from station_app.i18n import _
from station_app.sheets.rosters import Consent
from station_app.ui.importing import FilePane
from station_app.ui.widgets import Check, Choice, DateField, Form
from station_app.wording.labels import choices
from station_app.wording.people import field_label


class SourcePane(FilePane):
    """A file, and perhaps one signed list for everybody in it."""

    def __init__(self, today: date) -> None:
        super().__init__(_("XLSX, XLS, ODS or CSV, with at least a name and a document number"))
        self.listed = Check(_("One signed list holds the consent of everybody in this file"))
        self.consent = Form(columns=2)
        self.on = self.consent.add("on", field_label("consent_on"), DateField(today, today))
        ways = choices("consent_way")
        self.way = self.consent.add("way", field_label("consent_way"), Choice(ways))
        self.listed.changed.connect(self._offer_consent)
        self.body.addWidget(self.listed)
        self.body.addWidget(self.consent)
        self._offer_consent()

    def signed(self) -> Consent | None:
        """The consent for rows that state none; None where no list was signed."""
        day = self.on.value()
        if not self.listed.value() or day is None:
            return None
        return Consent(day, ConsentWay(self.way.value()))

    def _offer_consent(self) -> None:
        self.consent.setEnabled(self.listed.value())
