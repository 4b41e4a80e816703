"""What moves from one record to the other: every row of it, and the hours before and after."""

from collections import Counter
from collections.abc import Sequence
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.clock import local
from station_app.i18n import N_, _
from station_app.services.attendance import void_stay
from station_app.services.belongings import Belonging
from station_app.services.comparing import Record
from station_app.ui.desk import Desk
from station_app.ui.tables import Align, Column, Empty, ListView, RowsInHand
from station_app.ui.theme import Size, Tone
from station_app.ui.widgets import Caption, Paragraph
from station_app.ui.widgets.reason import ReasonDialog
from station_app.wording.days import clock_span
from station_app.wording.merging import moved_text, row_label
from station_app.wording.values import day_text, hours_text, hours_with_unit


def _day(row: Belonging) -> str:
    return day_text(local(row.since).date()) if row.since else ""


def _detail(row: Belonging) -> str:
    if row.entity == "attendance":
        told = _("{post}, {time}")
        return told.format(post=row.known_as, time=clock_span(row.since, row.until))
    label = row_label(row.entity)
    return _("{label}: {value}").format(label=label, value=row.known_as) if row.known_as else label


COLUMNS: Final[tuple[Column[Belonging], ...]] = (
    Column(N_("Day"), _day, width=116),
    Column(N_("What"), _detail, width=150, stretch=True),
    Column(
        N_("Hours"),
        lambda row: _("struck out") if row.struck else hours_text(row.minutes),
        align=Align.RIGHT,
        width=112,
    ),
)


class MovingList(QWidget):
    """The rows that move, the newest stays first, and the sum that must be the same.

    Enter on a stay strikes it out, after asking why; then `struck_out`.
    """

    struck_out = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: RowsInHand[Belonging] = RowsInHand()
        self._number = ""
        self._title = Paragraph(size=Size.TITLE)
        self._counts = Paragraph(tone=Tone.MUTED)
        self.hours = Paragraph()
        self.list = ListView(
            desk,
            self._rows,
            COLUMNS,
            name="merge-moving",
            label=_("What moves"),
            empty=Empty("table", _("Nothing belongs to this record. Only the record is hidden.")),
        )
        self.list.opened.connect(lambda place: self._ask_reason(self._rows.all[int(place)]))
        hint = Caption(_("Enter on a stay: strike it out, if it is wrong."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for widget in (self._title, self._counts, self.hours):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addWidget(hint)

    def show_records(self, kept: Record, hidden: Record) -> None:
        """Show what moves from the record that is hidden to the one that stays."""
        told = _("Moves from {hidden} to {kept}")
        self._title.setText(told.format(hidden=hidden.number, kept=kept.number))
        self._counts.setText(moved_text(_counts(hidden.belongings)) or _("No rows move."))
        told = _("Hours: {kept} + {hidden} = {both}")
        self.hours.setText(
            told.format(
                kept=hours_text(kept.minutes),
                hidden=hours_text(hidden.minutes),
                both=hours_with_unit(kept.minutes + hidden.minutes),
            )
        )
        self._number = hidden.number
        self._rows.all = hidden.belongings
        self.list.open()

    def _ask_reason(self, row: Belonging) -> None:
        if row.entity != "attendance" or row.struck:
            return
        text = _("{number}, {day}, {what}. The stay no longer counts, but stays visible.")
        told = text.format(number=self._number, day=_day(row), what=_detail(row))
        dialog = ReasonDialog(self, _("Strike out this stay?"), told, primary=_("Strike out"))
        dialog.given.connect(partial(self._strike_out, dialog, row.row_id))
        dialog.open()

    def _strike_out(self, dialog: ReasonDialog, stay_id: UUID, reason: str) -> None:
        def done(_nothing: object) -> None:
            dialog.accept()
            self.struck_out.emit()

        self._desk.write(dialog, void_stay, stay_id, reason, done=done, refused=dialog.refused)


def _counts(rows: Sequence[Belonging]) -> Counter[str]:
    return Counter(row.entity for row in rows)
