"""Steps two and three of an import: what would happen, what has happened, and every refused row."""

from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.i18n import N_, _
from station_app.services.imports import Imported, RefusedRow
from station_app.ui.desk import Desk
from station_app.ui.tables import Align, Column, Empty, ListView, RowsInHand
from station_app.ui.theme import Tone
from station_app.ui.widgets import Banner, Caption, Paragraph, Tile
from station_app.wording import sentence
from station_app.wording.outcome import refusal_text, stands_already

COLUMNS: Final[tuple[Column[RefusedRow], ...]] = (
    Column(N_("Row"), lambda one: str(one.refusal.row or ""), align=Align.RIGHT, width=64),
    Column(N_("Column"), lambda one: one.refusal.column or "", width=136),
    Column(N_("Reason"), lambda one: sentence(one.refusal.error), width=320, stretch=True),
)


class ResultPane(QWidget):
    """Figures, where they come from, and the rows that do not go in."""

    def __init__(self, desk: Desk, known: str) -> None:
        """`known` says that everything in the file stands in the books already."""
        super().__init__()
        self._known = known
        self.told = Banner()
        self.added = Tile(_("Accepted"), icon="check")
        self.refused = Tile(_("Refused"), icon="warning")
        self._from = Caption()
        self._rows: RowsInHand[RefusedRow] = RowsInHand()
        self.list = ListView(
            desk,
            self._rows,
            COLUMNS,
            name="import-refused",
            label=_("Refused rows"),
            empty=Empty("ok", _("No row is refused.")),
        )
        self._whole = Paragraph(" ")
        self._whole.setMinimumHeight(2 * self._whole.fontMetrics().lineSpacing())
        self.list.chosen.connect(self._show_whole)
        tiles = QHBoxLayout()
        tiles.setSpacing(12)
        tiles.addWidget(self.added, 1)
        tiles.addWidget(self.refused, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.told)
        layout.addLayout(tiles)
        layout.addWidget(self._from)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._whole)

    def show_result(self, imported: Imported, *, done: bool) -> None:
        """Show a rehearsal, or with `done` what has been put into the books."""
        outcome = imported.outcome
        self.added.show_figure(f"{outcome.done:,}", tone=Tone.OK if outcome.done else Tone.PLAIN)
        count = len(outcome.refused)
        self.refused.show_figure(f"{count:,}", tone=Tone.WARN if count else Tone.PLAIN)
        self._from.setText(source_text(imported))
        self.told.say(*_told(imported, self._known, done=done))
        self._rows.all = imported.refused
        self._whole.setText(" ")
        self.list.open()

    def _show_whole(self, ids: list[str]) -> None:
        whole = refusal_text(self._rows.all[int(ids[0])].refusal) if len(ids) == 1 else " "
        self._whole.setText(whole)


def source_text(imported: Imported) -> str:
    """How the file was read."""
    if imported.sheet:
        return _("Read from the sheet “{sheet}”.").format(sheet=imported.sheet)
    return _("Read as CSV in {encoding}.").format(encoding=imported.encoding.upper())


def _told(imported: Imported, known: str, *, done: bool) -> tuple[str, Tone]:
    outcome = imported.outcome
    if not outcome.asked:
        return _("The file holds no rows below its header."), Tone.WARN
    if not outcome.done and stands_already(outcome):
        return known, Tone.INFO
    if done:
        return _("They are in the books now."), Tone.OK
    if not outcome.done:
        return _("No row of this file can go in as it is."), Tone.WARN
    return "", Tone.INFO
