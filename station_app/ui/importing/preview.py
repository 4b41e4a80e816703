"""The first rows of a file as they are read, each column under its header and what it is for us."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from station_app.i18n import _
from station_app.sheets.looking import ShownRow
from station_app.ui.tables.delegate import ListDelegate
from station_app.ui.theme import Size, font, tokens
from station_app.wording.people import field_label

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_LEAST: Final = 88
_MOST: Final = 200
_EDGE: Final = 12


class PreviewTable(QTableView):
    """Rows with the numbers a spreadsheet shows; one stop of the keyboard, arrows walk."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = _Rows(self)
        self.setItemDelegate(ListDelegate(self))
        self.setHorizontalHeader(_Header(self))
        self.setModel(self._rows)
        self.setAccessibleName(_("First rows of the file"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        numbers = self.verticalHeader()
        numbers.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        numbers.setDefaultSectionSize(tokens().px(32))
        numbers.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        numbers.setHighlightSections(False)

    def show_rows(self, header: Sequence[str], rows: Sequence[ShownRow]) -> None:
        """Show these rows under this header."""
        self._rows.show_rows(header, rows)
        self.resizeColumnsToContents()
        for place in range(len(header)):
            wide = self.columnWidth(place) + 2 * tokens().px(_EDGE)
            wide = min(max(wide, tokens().px(_LEAST)), tokens().px(_MOST))
            self.setColumnWidth(place, wide)

    def show_meaning(self, columns: Mapping[str, str]) -> None:
        """Say under each header which field is read from it; `columns` maps field to header."""
        self._rows.show_meaning({header: field for field, header in columns.items()})

    def texts(self) -> list[list[str]]:
        """What is shown, row by row."""
        return [list(row.cells) for row in self._rows.rows]


class _Rows(QAbstractTableModel):
    """A few rows of text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.header: Sequence[str] = ()
        self.rows: Sequence[ShownRow] = ()
        self._fields: Mapping[str, str] = {}

    def show_rows(self, header: Sequence[str], rows: Sequence[ShownRow]) -> None:
        """These rows instead of those before."""
        self.beginResetModel()
        self.header, self.rows = header, rows
        self.endResetModel()

    def show_meaning(self, fields: Mapping[str, str]) -> None:
        """Our field for each header that is read."""
        self._fields = fields
        if self.header:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.header) - 1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """The rows at hand."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many columns as the header has."""
        return 0 if parent.isValid() else len(self.header)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text of a cell; rows may end before the header does."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole or not index.isValid():
            return None
        cells = self.rows[index.row()].cells
        return cells[index.column()] if index.column() < len(cells) else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The header as written with its meaning below; at the side the row numbers."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(self.rows[section].number) if section < len(self.rows) else ""
        title = self.header[section] if section < len(self.header) else ""
        return f"{title}\n{self.meaning(title)}"

    def meaning(self, title: str) -> str:
        """What the column of this header is for us."""
        field = self._fields.get(title)
        return field_label(field) if field else _("not read")

    def is_read(self, section: int) -> bool:
        """Whether anything is read from this column."""
        return self.header[section] in self._fields


class _Header(QHeaderView):
    """Two lines: the header as the file has it, and below it our field in the accent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)
        self.setFixedHeight(tokens().px(52))
        self.setFont(font(Size.CAPTION))

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """One title; muted where nobody reads the column."""
        model = self.model()
        if not isinstance(model, _Rows) or logicalIndex >= len(model.header):
            return
        colours = tokens().colours
        title, _line, meaning = model.headerData(logicalIndex, self.orientation()).partition("\n")
        read = model.is_read(logicalIndex)
        room = rect.adjusted(tokens().px(_EDGE), 6, -tokens().px(_EDGE), -6)
        painter.save()
        ink, quiet = (colours.text, colours.accent) if read else (colours.muted, colours.muted)
        for words, bold, colour, side in (
            (title, True, ink, Qt.AlignmentFlag.AlignTop),
            (meaning, False, quiet, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setFont(font(Size.CAPTION, bold=bold))
            painter.setPen(colour)
            metrics = painter.fontMetrics()
            text = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | side, text)
        painter.setPen(colours.border)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()
