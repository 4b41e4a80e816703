"""The head of a list: quiet titles, and an arrow on the one the list is sorted by."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHeaderView, QWidget

from station_app.ui.icons import pixmap
from station_app.ui.tables.model import PagedModel
from station_app.ui.theme import Size, font, tokens

_ARROW = 14
_EDGE = 12


class ListHeader(QHeaderView):
    """A horizontal header that draws its own titles, sort arrow and focus-free separators."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(tokens().px(48))
        self.setFixedHeight(tokens().px(40))
        self.setFont(font(Size.CAPTION))
        self.setMouseTracking(True)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """One title; the arrow stands beside the words, at the side they stand on."""
        model = self.model()
        if not isinstance(model, PagedModel) or not rect.isValid():
            return
        colours = tokens().colours
        column = model.columns[logicalIndex]
        sorted_by = column.order is not None and column.order == model.sorting[0]
        painter.save()
        painter.setFont(font(Size.CAPTION, bold=sorted_by))
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.setPen(colours.text if sorted_by else colours.muted)
        arrow = tokens().px(_ARROW) if sorted_by else 0
        room = rect.adjusted(tokens().px(_EDGE), 0, -tokens().px(_EDGE) - arrow, 0)
        title = model.headerData(logicalIndex, Qt.Orientation.Horizontal)
        words = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, column.align.value, words)
        if sorted_by:
            drawn = painter.fontMetrics().boundingRect(room, column.align.value, words)
            name = "chevron-down" if model.descending else "chevron-up"
            top = rect.center().y() - arrow // 2 + 1
            painter.drawPixmap(drawn.right() + 4, top, pixmap(name, colours.text, arrow))
        painter.setPen(colours.border)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()
