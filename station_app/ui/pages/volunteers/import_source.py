"""Step one of an import: which file, and which consent stands behind it."""

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from station_app.domain.people import ConsentWay
from station_app.i18n import _
from station_app.sheets.rosters import Consent
from station_app.ui.icons import pixmap
from station_app.ui.theme import Size, Tone, tokens
from station_app.ui.widgets import (
    Button,
    Caption,
    Card,
    Check,
    Choice,
    DateField,
    Form,
    Words,
)
from station_app.wording.labels import choices
from station_app.wording.people import field_label


class SourcePane(QWidget):
    """Choose a file or drop one; `chosen()` when there is one."""

    chosen = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self.path: Path | None = None
        self.setAcceptDrops(True)
        self._name = Words("", Size.STRONG)
        self.choose = Button(_("Choose a file…"), icon="folder")
        self.choose.clicked.connect(self._ask)
        self.listed = Check(_("One signed list holds the consent of everybody in this file"))
        self.consent = Form(columns=2)
        self.on = self.consent.add("on", field_label("consent_on"), DateField(today, today))
        ways = choices("consent_way")
        self.way = self.consent.add("way", field_label("consent_way"), Choice(ways))
        self.listed.changed.connect(self._offer_consent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        layout.addWidget(self._place(), 1)
        layout.addWidget(self.listed)
        layout.addWidget(self.consent)
        self.setFocusProxy(self.choose)
        self._offer_consent()

    def take(self, path: Path) -> None:
        """Take this file."""
        self.path = path
        self._name.setText(path.name)
        self._name.show()
        self.chosen.emit()

    def signed(self) -> Consent | None:
        """The consent for rows that state none; None where no list was signed."""
        day = self.on.value()
        if not self.listed.value() or day is None:
            return None
        return Consent(day, ConsentWay(self.way.value()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here."""
        if dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        if (path := dropped(event)) is not None:
            event.acceptProposedAction()
            self.take(path)

    def _place(self) -> Card:
        card = Card()
        picture = QLabel()
        side = tokens().px(48)
        picture.setPixmap(pixmap("table", tokens().colours.ink(Tone.MUTED), side))
        told = Words(_("Drop a spreadsheet here, or choose one."))
        kinds = Caption(_("XLSX, XLS, ODS or CSV, with at least a name and a document number"))
        card.body.addStretch(1)
        for widget in (picture, told, self._name, self.choose, kinds):
            card.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addStretch(1)
        self._name.hide()
        return card

    def _ask(self) -> None:
        kinds = _("Spreadsheets (*.xlsx *.xls *.ods *.csv *.txt)")
        name, _kind = QFileDialog.getOpenFileName(self, _("Choose a list"), "", kinds)
        if name:
            self.take(Path(name))

    def _offer_consent(self) -> None:
        self.consent.setEnabled(self.listed.value())


def dropped(event: QDropEvent) -> Path | None:
    """The one local file somebody drops."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None
