"""Step one of an import: which file."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QVBoxLayout, QWidget

from station_app.i18n import _
from station_app.ui.icons import pixmap
from station_app.ui.theme import Size, Tone, tokens
from station_app.ui.widgets import Button, Caption, Card, Words
from station_app.ui.widgets.choosing import dropped_file


class FilePane(QWidget):
    """Choose a file or drop one; `chosen()` when there is one."""

    chosen = Signal()

    def __init__(self, kinds: str) -> None:
        """`kinds` says which files can be read and what they must hold."""
        super().__init__()
        self.path: Path | None = None
        self.setAcceptDrops(True)
        self._name = Words("", Size.STRONG)
        self.choose = Button(_("Choose a file…"), icon="folder")
        self.choose.clicked.connect(self._ask)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        self.body.addWidget(self._place(kinds), 1)
        self.setFocusProxy(self.choose)

    def take(self, path: Path) -> None:
        """Take this file."""
        self.path = path
        self._name.setText(path.name)
        self._name.show()
        self.chosen.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here."""
        if dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        if (path := dropped_file(event)) is not None:
            event.acceptProposedAction()
            self.take(path)

    def _place(self, kinds: str) -> Card:
        card = Card()
        picture = QLabel()
        side = tokens().px(48)
        picture.setPixmap(pixmap("table", tokens().colours.ink(Tone.MUTED), side))
        told = Words(_("Drop a spreadsheet here, or choose one."))
        card.body.addStretch(1)
        for widget in (picture, told, self._name, self.choose, Caption(kinds)):
            card.body.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addStretch(1)
        self._name.hide()
        return card

    def _ask(self) -> None:
        kinds = _("Spreadsheets (*.xlsx *.xls *.ods *.csv *.txt)")
        name, _kind = QFileDialog.getOpenFileName(self, _("Choose a list"), "", kinds)
        if name:
            self.take(Path(name))
