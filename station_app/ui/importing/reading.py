"""Step two of an import: how the file is read, its first rows, and which column is what."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.domain.codes import ListName, code_list
from station_app.i18n import _
from station_app.sheets.looking import FileLook
from station_app.sheets.notes import HeaderUncertain
from station_app.sheets.reading import REQUIRED, Kind, Reading
from station_app.ui.desk import Desk
from station_app.ui.importing.mapping import ColumnMapping
from station_app.ui.importing.preview import PreviewTable
from station_app.ui.importing.profiles import ProfileBox
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import Banner, Caption, Choice
from station_app.ui.widgets.showing import show_if
from station_app.wording.notes import note_text
from station_app.wording.people import field_label
from station_app.wording.sheets import encoding_name

_MAPPING: Final = 368
_ROWS: Final = range(1, 21)
_COLUMNS: Final[dict[Kind, ListName]] = {"roster": "roster_columns", "paper": "paper_columns"}


class ReadingPane(QWidget):
    """What the file is and how it is read; `reread(Reading)` when that is chosen otherwise.

    `mapped` when other columns are read: the file is not looked into again for that. `submitted` on
    Enter in a choice.
    """

    reread = Signal(object)
    mapped = Signal()
    submitted = Signal()

    def __init__(self, desk: Desk, kind: Kind) -> None:
        super().__init__()
        self.look: FileLook | None = None
        self.sheet = Choice()
        self.encoding = Choice()
        self.header_row = Choice()
        fields = [entry.code for entry in code_list(_COLUMNS[kind]).codes]
        self.profile = ProfileBox(desk, kind, lambda: self.mapping.columns())
        self.mapping = ColumnMapping(fields, REQUIRED[kind], self.profile.forget)
        self.preview = PreviewTable()
        self.notes = Banner(tone=Tone.INFO)
        self.body = QVBoxLayout(self)
        self._cells: dict[QWidget, QWidget] = {}
        self._lay_out()
        self.sheet.changed.connect(lambda: self._reread(sheet=self.sheet.value()))
        self.encoding.changed.connect(lambda: self._reread(encoding=self.encoding.value()))
        self.header_row.changed.connect(lambda: self._reread(header_row=self.header_row.value()))
        for choice in self.findChildren(Choice):
            choice.installEventFilter(self)
        self.mapping.changed.connect(self._on_mapped)
        self.profile.applied.connect(self._on_profile)

    def show_look(self, look: FileLook) -> None:
        """Show how the file was read."""
        self.look = look
        _offer(self.sheet, {name: name for name in look.sheets}, look.sheet)
        _offer(self.encoding, {one: encoding_name(one) for one in look.encodings}, look.encoding)
        rows = {row: _("Row {row}").format(row=row) for row in _ROWS}
        _offer(self.header_row, rows, look.header_row)
        show_if(self._cells[self.sheet], len(look.sheets) > 1)
        show_if(self._cells[self.encoding], bool(look.encodings))
        self.preview.show_rows(look.header, look.rows)
        self.mapping.show_columns(look.header, look.columns)
        self.profile.show_found(look.profile)
        self._show_meaning()

    def reading(self) -> Reading:
        """How to read the file, with the columns as they are mapped."""
        assert self.look is not None
        return replace(self.look.reading, columns=self.mapping.columns())

    def problem(self) -> str:
        """What is still to be chosen; empty when the file can be checked."""
        missing = self.mapping.missing()
        if not missing:
            return ""
        fields = _(", ").join(map(field_label, missing))
        return _("Choose which column of the file is: {fields}.").format(fields=fields)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on; a list that hangs open takes it for itself."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self.submitted.emit()
            return True
        return super().eventFilter(watched, event)

    def _reread(self, **chosen: Any) -> None:
        """Read the file anew; of another sheet or encoding the header is found anew too."""
        assert self.look is not None
        now = Reading(sheet=self.look.sheet or None, encoding=self.look.encoding or None)
        self.reread.emit(replace(now, **chosen))

    def _on_mapped(self) -> None:
        self.profile.show_by_hand()
        self._show_meaning()

    def _on_profile(self, columns: Mapping[str, str] | None) -> None:
        assert self.look is not None
        self.mapping.set_columns(self.look.columns if columns is None else columns)
        self._show_meaning()

    def _show_meaning(self) -> None:
        self.preview.show_meaning(self.mapping.columns())
        self._show_notes()
        self.mapped.emit()

    def _show_notes(self) -> None:
        """Remarks about the file; that columns are missing no longer, once they are chosen."""
        assert self.look is not None
        whole = not self.mapping.missing()
        told = [
            note_text(note)
            for note in self.look.notes
            if not (whole and isinstance(note, HeaderUncertain))
        ]
        self.notes.say(" ".join(told), Tone.INFO)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        for label, field in (
            (_("Worksheet"), self.sheet),
            (_("Encoding"), self.encoding),
            (_("Header in"), self.header_row),
            (_("Columns as"), self.profile),
        ):
            top.addWidget(self._cell(label, field))
        top.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(4)
        self.mapping.setFixedWidth(tokens().px(_MAPPING))
        left.addWidget(Caption(_("Our field, and its column of the file (* required)")))
        left.addWidget(self.mapping, 1)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(Caption(_("First rows of the file, as they are read")))
        right.addWidget(self.preview, 1)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addLayout(left)
        middle.addLayout(right, 1)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self.body.addLayout(top)
        self.body.addWidget(self.notes)
        self.body.addLayout(middle, 1)

    def _cell(self, label: str, field: QWidget) -> QWidget:
        cell = QWidget()
        words = Caption(label)
        words.setBuddy(field)
        field.setAccessibleName(label)
        layout = QVBoxLayout(cell)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(words)
        layout.addWidget(field)
        self._cells[field] = cell
        return cell


def _offer(choice: Choice, options: Mapping[Any, str], chosen: object) -> None:
    """Offer these without telling anybody that something was chosen."""
    choice.blockSignals(True)
    choice.set_options(options.items())
    choice.set_value(chosen)
    choice.blockSignals(False)
