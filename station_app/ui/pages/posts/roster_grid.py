"""The roster as a grid: a row a day, a column a post; people are dropped onto shifts."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from station_app.i18n import _, ngettext
from station_app.services.lists.rosters import Roster, RosterShift
from station_app.ui.tables.delegate import draw_chip
from station_app.ui.theme import Size, Tone, font, tokens
from station_app.wording.days import clock_span, day_words
from station_app.wording.rosters import staffing_text
from station_app.wording.values import clock_text

PERSON: Final = "application/x-practice-station-person"
_EMPTY: Final = Roster((), (), {})
_LINES: Final = 4
_EDGE: Final = 8
Index = QModelIndex | QPersistentModelIndex


class RosterModel(QAbstractTableModel):
    """The roster for a view; the shifts of a cell come under `UserRole`."""

    def __init__(self) -> None:
        super().__init__()
        self.roster = _EMPTY

    def show_roster(self, roster: Roster) -> None:
        """Show another roster."""
        self.beginResetModel()
        self.roster = roster
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        """A row a day."""
        return 0 if parent.isValid() else len(self.roster.days)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """A column a post."""
        return 0 if parent.isValid() else len(self.roster.posts)

    def shifts(self, index: Index) -> tuple[RosterShift, ...]:
        """The shifts of a cell, the earliest first."""
        if not index.isValid():
            return ()
        where = (self.roster.days[index.row()], self.roster.posts[index.column()][0])
        return self.roster.shifts.get(where, ())

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell, for those who hear them and for the tip under the mouse."""
        spoken = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        if role == Qt.ItemDataRole.UserRole:
            return self.shifts(index)
        if role in spoken or role == Qt.ItemDataRole.DisplayRole:
            return "\n".join(shift_words(shift) for shift in self.shifts(index))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Posts above, days at the left."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return self.roster.posts[section][1]
        return day_words(self.roster.days[section])

    def find(self, shift_id: UUID) -> QModelIndex:
        """The cell of a shift."""
        for (day, post), shifts in self.roster.shifts.items():
            if any(shift.id == shift_id for shift in shifts):
                posts = [one for one, _name in self.roster.posts]
                return self.index(self.roster.days.index(day), posts.index(post))
        return QModelIndex()


class RosterGrid(QTableView):
    """Arrows move, Enter opens. `chosen(shifts)` of the cell with the keyboard, `entered_cell` on
    Enter; `dropped(volunteer id, shift)` when a person is let go over a shift."""

    chosen = Signal(object)
    entered_cell = Signal()
    dropped = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.grid = RosterModel()
        self.setModel(self.grid)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(_("Roster"))
        self._set_up()
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_roster(self, roster: Roster) -> None:
        """Show a roster; the keyboard stays on its day and post where they are still there."""
        old = self.currentIndex()
        self.grid.show_roster(roster)
        rows, columns = len(roster.days), len(roster.posts)
        if rows and columns:
            place = self.grid.index(
                min(max(old.row(), 0), rows - 1), min(max(old.column(), 0), columns - 1)
            )
            self.setCurrentIndex(place)
        self._fit()

    def start_on(self, day: date) -> None:
        """Put the keyboard on a day."""
        if day in self.grid.roster.days:
            column = max(self.currentIndex().column(), 0)
            self.setCurrentIndex(self.grid.index(self.grid.roster.days.index(day), column))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the shift."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_cell.emit()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """People may come."""
        if event.mimeData().hasFormat(PERSON):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Over a shift a person may be let go."""
        if self.grid.shifts(self.indexAt(event.position().toPoint())):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """A person for the shift below the mouse: the first of the cell that lacks somebody."""
        index = self.indexAt(event.position().toPoint())
        if shifts := self.grid.shifts(index):
            event.acceptProposedAction()
            self.setCurrentIndex(index)
            shift = next((one for one in shifts if one.lacking), shifts[0])
            self.dropped.emit(event.mimeData().data(PERSON).toStdString(), shift)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, and a ring around the one with the keyboard."""
        super().paintEvent(event)
        if self.hasFocus() and self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(QPen(QColor(tokens().colours.accent), tokens().ring))
            painter.drawRect(self.visualRect(self.currentIndex()).adjusted(1, 1, -2, -2))
            painter.end()

    def resizeEvent(self, event: Any) -> None:
        """Share the room out among the posts."""
        super().resizeEvent(event)
        self._fit()

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAcceptDrops(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        )
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().setHighlightSections(False)

    def _fit(self) -> None:
        columns = len(self.grid.roster.posts)
        if columns:
            width = max(self.viewport().width() // columns, tokens().px(132))
            for column in range(columns):
                self.setColumnWidth(column, width)
        line = font_height()
        for row, day in enumerate(self.grid.roster.days):
            lines = max(
                (_lines(self.grid.roster.shifts.get((day, post), ())))
                for post, _name in self.grid.roster.posts
            )
            self.setRowHeight(row, lines * line + 2 * _EDGE)

    def _on_current(self, index: QModelIndex) -> None:
        self.chosen.emit(self.grid.shifts(index))


class _Cells(QStyledItemDelegate):
    """Draws the shifts of a cell: time, how many of how many, and the names."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        painter.save()
        colours, rect = tokens().colours, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.chosen))
        painter.setPen(QColor(colours.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        room = rect.adjusted(_EDGE, _EDGE // 2, -_EDGE, 0)
        for shift in index.data(Qt.ItemDataRole.UserRole):
            room.setTop(self._shift(painter, room, shift))
        painter.restore()

    def _shift(self, painter: QPainter, room: QRect, shift: RosterShift) -> int:
        """Draw one shift at the top of the room; where the next begins."""
        line, colours = font_height(), tokens().colours
        head = QRect(room.left(), room.top(), room.width(), line)
        text, tone = staffing(shift)
        chip = draw_chip(painter, head, text, tone, Qt.AlignmentFlag.AlignRight)
        painter.setFont(font(Size.CAPTION))
        painter.setPen(QColor(colours.muted))
        left = head.adjusted(0, 0, -chip.width() - 4, 0)
        time = clock_span(shift.starts_at, shift.ends_at)
        if painter.fontMetrics().horizontalAdvance(time) > left.width():
            time = clock_text(shift.starts_at)
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, _elided(painter, time, left))
        painter.setFont(font(Size.BODY))
        painter.setPen(QColor(colours.text))
        names = head.translated(0, line)
        for words in name_lines(shift):
            painter.drawText(names, Qt.AlignmentFlag.AlignVCenter, _elided(painter, words, names))
            names.translate(0, line)
        return names.top()


def staffing(shift: RosterShift) -> tuple[str, Tone]:
    """How many of how many, and how that looks."""
    if shift.cancelled:
        return _("Called off"), Tone.MUTED
    told = staffing_text(shift.expected, shift.needed)
    if shift.over:
        return told, Tone.MUTED
    return told, Tone.OK if not shift.lacking else Tone.WARN if shift.expected else Tone.DANGER


def name_lines(shift: RosterShift) -> list[str]:
    """The names of a shift, as many lines as a cell has; who waits comes last."""
    names = [
        _("{name} (waits)").format(name=one.name) if one.waiting else one.name
        for one in shift.names
    ]
    if len(names) <= _LINES:
        return names
    more = len(names) - _LINES + 1
    told = ngettext("and {count} more", "and {count} more", more)
    return [*names[: _LINES - 1], told.format(count=more)]


def shift_words(shift: RosterShift) -> str:
    """A shift in one sentence, for those who hear the roster."""
    text, _tone = staffing(shift)
    names = _(", ").join(name_lines(shift))
    time = clock_span(shift.starts_at, shift.ends_at)
    return _("{post} {time}: {staffing}. {names}").format(
        post=shift.post, time=time, staffing=text, names=names
    )


def font_height() -> int:
    """The height of a line."""
    return tokens().px(26)


def _lines(shifts: tuple[RosterShift, ...]) -> int:
    return max(sum(1 + len(name_lines(shift)) for shift in shifts), 1)


def _elided(painter: QPainter, text: str, room: QRect) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
