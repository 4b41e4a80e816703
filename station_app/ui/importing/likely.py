"""Rows that look like somebody else's: each is imported or left out, as the clerk says."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.domain.duplicates import Likelihood
from station_app.i18n import N_, _
from station_app.services.import_likely import LikelyOther, LikelyRow
from station_app.ui.desk import Desk
from station_app.ui.tables import Align, Column, Empty, ListView, RowsInHand
from station_app.ui.theme import Tone
from station_app.ui.widgets import Caption, Paragraph
from station_app.wording.merging import likelihood_label, traits_text

_TOLD: Final = 2
_TONES: Final = {
    Likelihood.SURE: Tone.DANGER,
    Likelihood.LIKELY: Tone.WARN,
    Likelihood.POSSIBLE: Tone.INFO,
}


class LikelyList(QWidget):
    """Rows with a tick: ticked ones go in. Space changes the chosen rows; `changed` then.

    Why strong matches start without a tick: somebody left out is named here and can come with the
    next file; somebody registered twice has hours in two places before anybody sees it.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._out: set[int] = set()
        self._fixed = False
        self._rows: RowsInHand[LikelyRow] = RowsInHand()
        self.list = ListView(
            desk,
            self._rows,
            self._columns(),
            name="import-likely",
            label=_("Rows that look like somebody else's"),
            empty=Empty("ok", _("No row looks like somebody registered, or like another row.")),
        )
        self._told = Paragraph(" ")
        self._how = Caption(_("Space: import or leave out the chosen rows. Ctrl+A chooses all."))
        self.list.table.installEventFilter(self)
        self.list.opened.connect(lambda _row: self._turn())
        self.list.chosen.connect(lambda _ids: self._tell())
        self.setFocusProxy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._told)
        layout.addWidget(self._how)

    def show_rows(self, rows: Sequence[LikelyRow]) -> None:
        """Show these, to be decided."""
        self._fixed = False
        self._out = {row.row for row in rows if row.likelihood <= Likelihood.LIKELY}
        self._rows.all = rows
        self.list.open()
        self._how.setVisible(bool(rows))
        if rows:
            self.list.table.selectRow(0)
        self._tell()

    def fix(self) -> None:
        """It is done: nothing can be decided any more."""
        self._fixed = True
        self._how.hide()

    def rows(self) -> Sequence[LikelyRow]:
        """All of them."""
        return self._rows.all

    def left_out(self) -> frozenset[int]:
        """The rows of the file that shall not go in."""
        return frozenset(self._out)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Space decides."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Space
        ):
            self._turn()
            return True
        return super().eventFilter(watched, event)

    def _turn(self) -> None:
        chosen = {self._rows.all[int(place)].row for place in self.list.selected()}
        if self._fixed or not chosen:
            return
        if self._out >= chosen:
            self._out -= chosen
        else:
            self._out |= chosen
        self.list.table.viewport().update()
        self.changed.emit()

    def _tell(self) -> None:
        """All that the row with the keyboard may be, and why."""
        ids = self.list.selected()
        row = self._rows.all[int(ids[0])] if len(ids) == 1 else None
        self._told.setText("\n".join(map(_other_text, row.others[:_TOLD])) if row else "")
        self._told.setVisible(row is not None)

    def _columns(self) -> tuple[Column[Any], ...]:
        def goes_in(row: LikelyRow) -> bool:
            return row.row not in self._out

        return (
            Column(
                N_("Decision"),
                lambda row: _("Import") if goes_in(row) else _("Leave out"),
                icon=lambda row: "check" if goes_in(row) else "close",
                width=128,
                strong=True,
            ),
            Column(N_("Row"), lambda row: str(row.row), align=Align.RIGHT, width=64),
            Column(N_("Name"), lambda row: row.name, width=112),
            Column(
                N_("How likely"),
                lambda row: likelihood_label(row.likelihood),
                tone=lambda row: _TONES[row.likelihood],
                chip=True,
                width=112,
            ),
            Column(N_("Looks like"), lambda row: _who(row.others[0]), width=192),
            Column(
                N_("Why"), lambda row: traits_text(row.others[0].traits), width=240, stretch=True
            ),
        )


def _who(other: LikelyOther) -> str:
    if other.row is not None:
        return _("row {row}, {name}").format(row=other.row, name=other.name)
    return _("{name} ({number})").format(name=other.name, number=other.number)


def _other_text(other: LikelyOther) -> str:
    return _("Like {who}: {why}.").format(who=_who(other), why=traits_text(other.traits))
