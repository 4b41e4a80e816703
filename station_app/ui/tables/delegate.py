"""How a cell is drawn: text on the grid, status chips, icons, the whole row under the mouse."""

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from station_app.ui.icons import pixmap
from station_app.ui.tables.model import ICON_ROLE, TONE_ROLE, PagedModel
from station_app.ui.theme import Size, Tone, font, tokens

EDGE = 12
CHIPS_APART: Final = "\u2002"
"""Stands between several words of one cell that are chips of their own."""

_BETWEEN: Final = 4
Index = QModelIndex | QPersistentModelIndex


class ListDelegate(QStyledItemDelegate):
    """Draws cells in the way of the house; asks the model for text, tone and icon."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hovered = -1

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One cell."""
        painter.save()
        colours = tokens().colours
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(colours.chosen))
        elif index.row() == self.hovered:
            painter.fillRect(rect, QColor(colours.hover))
        painter.setPen(QColor(colours.border))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        tone = index.data(TONE_ROLE)
        if tone is not None:
            self._chip(painter, rect, index, tone)
        else:
            self._text(painter, rect, index)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Words that did not fit are shown in full under the mouse."""
        text = index.data() or ""
        room = option.rect.width() - 2 * tokens().px(EDGE)
        fits = QFontMetrics(self._face(index)).horizontalAdvance(text) <= room
        QToolTip.showText(event.globalPos(), "" if fits else text, view)
        return not fits

    def _face(self, index: Index) -> QFont:
        if index.data(TONE_ROLE) is not None:
            return font(Size.CAPTION)
        model = index.model()
        strong = isinstance(model, PagedModel) and model.columns[index.column()].strong
        return font(Size.BODY, bold=strong)

    def _text(self, painter: QPainter, rect: QRect, index: Index) -> None:
        room = rect.adjusted(tokens().px(EDGE), 0, -tokens().px(EDGE), 0)
        ink = index.data(Qt.ItemDataRole.ForegroundRole) or QColor(tokens().colours.text)
        if (name := index.data(ICON_ROLE)) is not None:
            side = tokens().px(16)
            top = rect.center().y() - side // 2
            painter.drawPixmap(room.left(), top, pixmap(name, ink.name(), side))
            room.adjust(side + 8, 0, 0, 0)
        painter.setFont(self._face(index))
        painter.setPen(ink)
        text = index.data() or ""
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), shown)

    def _chip(self, painter: QPainter, rect: QRect, index: Index, tone: Tone) -> None:
        if text := index.data():
            room = rect.adjusted(tokens().px(EDGE) - 4, 0, -tokens().px(EDGE) + 4, 0)
            align = index.data(Qt.ItemDataRole.TextAlignmentRole)
            for word in text.split(CHIPS_APART):
                if room.width() < tokens().px(EDGE) * 3:
                    break
                chip = draw_chip(painter, room, word, tone, align)
                room.setLeft(chip.right() + tokens().px(_BETWEEN))


def draw_chip(
    painter: QPainter, room: QRect, text: str, tone: Tone, align: Qt.AlignmentFlag
) -> QRect:
    """A status word on its soft ground, within `room`; tells where it stands."""
    colours = tokens().colours
    painter.setFont(font(Size.CAPTION))
    metrics = painter.fontMetrics()
    side = tokens().px(8)
    height = tokens().px(24)
    width = min(metrics.horizontalAdvance(text) + 2 * side, room.width())
    left = room.left()
    if align & Qt.AlignmentFlag.AlignRight:
        left = room.right() - width
    elif align & Qt.AlignmentFlag.AlignHCenter:
        left = room.center().x() - width // 2
    chip = QRect(left, room.center().y() - height // 2 + 1, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.ground(tone)))
    painter.drawRoundedRect(QRectF(chip), height / 2, height / 2)
    painter.setPen(QColor(colours.ink(tone)))
    words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width - 2 * side + 2)
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
    return chip
