"""The hours of the last days as bars, each with its figure: the table and the picture in one."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from station_app.i18n import _
from station_app.ui.theme import Size, font, tokens
from station_app.wording.days import day_words
from station_app.wording.values import hours_text, weekday_text

_TALL = 132
_LINE = 20
_MOST_WIDE = 48
_THIN = 2
_PALE = 0.55


class HoursChart(QWidget):
    """One bar a day, the last one today; days without service keep a thin line."""

    def __init__(self) -> None:
        super().__init__()
        self._days: Sequence[tuple[date, int]] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Hours of the last days"))

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(tokens().px(480), tokens().px(_TALL))

    def show_days(self, days: Sequence[tuple[date, int]]) -> None:
        """Show these days with their minutes."""
        self._days = days
        told = (
            _("{day}: {hours} h").format(day=day_words(day), hours=hours_text(minutes))
            for day, minutes in days
            if minutes
        )
        self.setAccessibleDescription(_(", ").join(told))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bars, as high as their share of the highest."""
        if not self._days:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(Size.CAPTION))
        most = max(minutes for _day, minutes in self._days) or 1
        each = self.width() / len(self._days)
        for place, (day, minutes) in enumerate(self._days):
            room = QRectF(place * each, 0, each, self.height())
            self._draw(painter, room, day, minutes, minutes / most)
        painter.end()

    def _draw(self, painter: QPainter, room: QRectF, day: date, minutes: int, share: float) -> None:
        line = tokens().px(_LINE)
        floor = room.bottom() - 2 * line
        height = max((floor - room.top() - line) * share, _THIN)
        width = min(room.width() * 0.6, tokens().px(_MOST_WIDE))
        bar = QRectF(room.center().x() - width / 2, floor - height, width, height)
        today = day == self._days[-1][0]
        self._draw_bar(painter, bar, today=today, served=bool(minutes))
        self._write(painter, bar.top() - line, room, hours_text(minutes) if minutes else "", today)
        self._write(painter, floor, room, f"{day:%m-%d}", today)
        self._write(painter, floor + line, room, weekday_text(day.weekday()), today)

    def _draw_bar(self, painter: QPainter, bar: QRectF, *, today: bool, served: bool) -> None:
        colours = tokens().colours
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.accent if served else colours.border))
        painter.setOpacity(1 if today or not served else _PALE)
        painter.drawRoundedRect(bar, _THIN, _THIN)
        painter.setOpacity(1)

    def _write(self, painter: QPainter, top: float, room: QRectF, words: str, strong: bool) -> None:
        colours = tokens().colours
        painter.setPen(QColor(colours.text if strong else colours.muted))
        line = QRectF(room.left(), top, room.width(), tokens().px(_LINE))
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, words)
