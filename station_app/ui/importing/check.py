"""What becomes of a file: figures, and behind each its rows by number, column and reason."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.domain.importing import LeftOut
from station_app.i18n import N_, _, ngettext
from station_app.services.imports import Imported, RefusedRow
from station_app.ui.desk import Desk
from station_app.ui.importing.likely import LikelyList
from station_app.ui.importing.tiles import TileRow
from station_app.ui.tables import Align, Column, Empty, ListView, RowsInHand
from station_app.ui.theme import Tone
from station_app.ui.widgets import Banner, EmptyState, Paragraph, Tile
from station_app.ui.widgets.showing import show_if
from station_app.wording import sentence
from station_app.wording.outcome import in_books, refusal_text

_COLUMNS: Final[tuple[Column[RefusedRow], ...]] = (
    Column(N_("Row"), lambda one: str(one.refusal.row or ""), align=Align.RIGHT, width=64),
    Column(N_("Column"), lambda one: one.refusal.column or "", width=136),
    Column(N_("Reason"), lambda one: sentence(one.refusal.error), width=320, stretch=True),
)


class CheckPane(QWidget):
    """Tiles that choose what is shown below; `changed` when another likely row goes in or not."""

    changed = Signal()

    def __init__(self, desk: Desk, known: str) -> None:
        """`known` says that everything in the file stands in the books already."""
        super().__init__()
        self._all_known = known
        self._imported: Imported | None = None
        self._done = False
        self.told = Banner()
        self.summary = EmptyState("check", "")
        self.known = RefusedList(
            desk, "import-known", _("Known already"), _("No row stands in the books yet.")
        )
        self.likely = LikelyList(desk)
        self.refused = RefusedList(
            desk, "import-refused", _("Refused rows"), _("No row is refused.")
        )
        self.tiles = TileRow()
        self.figures: dict[str, Tile] = {}
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        self._add("added", _("Accepted"), "check", self.summary)
        self._add("known", _("Known already"), "volunteers", self.known)
        self._add("likely", _("Perhaps the same person"), "person", self.likely)
        self._add("refused", _("Refused"), "warning", self.refused)
        self._lay_out()
        self.tiles.chosen.connect(lambda key: self._stack.setCurrentWidget(self._pages[key]))
        self.likely.changed.connect(self._on_decided)

    def show_result(self, imported: Imported, *, done: bool) -> None:
        """Show a rehearsal, or with `done` what has been put into the books."""
        self._imported, self._done = imported, done
        left, known, refused = _sorted(imported.refused)
        self.known.show_rows(known)
        self.refused.show_rows(refused)
        if done:
            self.likely.fix()
        else:
            self.likely.show_rows(imported.likely)
        _show(self.figures["known"], len(known), Tone.INFO)
        _show(self.figures["refused"], len(refused), Tone.WARN)
        show_if(self.figures["likely"], bool(imported.likely or left))
        self._show_decided()
        self.told.say(*_told(imported, self._all_known, done=done))
        self.tiles.choose(self._first(refused, known))

    def going_in(self) -> int:
        """How many rows go in, as it is decided now."""
        if self._imported is None:
            return 0
        out = 0 if self._done else len(self.left_out())
        return self._imported.outcome.done - out

    def left_out(self) -> frozenset[int]:
        """The rows of the file that shall not go in."""
        return self.likely.left_out()

    def _first(self, refused: Sequence[RefusedRow], known: Sequence[RefusedRow]) -> str:
        """What is looked at first: what is to be decided, then what went wrong."""
        if self._imported and self._imported.likely and not self._done:
            return "likely"
        if refused:
            return "refused"
        return "added" if self.going_in() or not known else "known"

    def _on_decided(self) -> None:
        self._show_decided()
        self.changed.emit()

    def _show_decided(self) -> None:
        count, out = self.going_in(), len(self.left_out())
        _show(self.figures["added"], count, Tone.OK)
        likely = len(self.likely.rows())
        note = ngettext("{count} left out", "{count} left out", out).format(count=f"{out:,}")
        self.figures["likely"].show_figure(
            f"{likely:,}", note=note, tone=Tone.WARN if likely else Tone.PLAIN
        )
        self.summary.set_text(_summary(self._imported, count, done=self._done))

    def _add(self, key: str, label: str, icon: str, page: QWidget) -> None:
        self.figures[key] = self.tiles.add(key, label, icon)
        self._pages[key] = page
        self._stack.addWidget(page)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.told)
        layout.addWidget(self.tiles)
        layout.addWidget(self._stack, 1)


class RefusedList(QWidget):
    """Rows by number, column and reason; the chosen one in full below."""

    def __init__(self, desk: Desk, name: str, label: str, empty: str) -> None:
        super().__init__()
        self._rows: RowsInHand[RefusedRow] = RowsInHand()
        self.list = ListView(
            desk, self._rows, _COLUMNS, name=name, label=label, empty=Empty("ok", empty)
        )
        self._whole = Paragraph(" ")
        self._whole.setMinimumHeight(2 * self._whole.fontMetrics().lineSpacing())
        self.list.chosen.connect(self._show_whole)
        self.setFocusProxy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._whole)

    def show_rows(self, rows: Sequence[RefusedRow]) -> None:
        """Show these."""
        self._rows.all = rows
        self._whole.setText(" ")
        self.list.open()

    def _show_whole(self, ids: list[str]) -> None:
        whole = refusal_text(self._rows.all[int(ids[0])].refusal) if len(ids) == 1 else " "
        self._whole.setText(whole)


def _sorted(rows: Sequence[RefusedRow]) -> tuple[list[RefusedRow], ...]:
    """Those left out by the clerk, those that stand in the books, and those refused."""
    left: list[RefusedRow] = []
    known: list[RefusedRow] = []
    refused: list[RefusedRow] = []
    for row in rows:
        if isinstance(row.refusal.error, LeftOut):
            left.append(row)
        else:
            (known if in_books(row.refusal) else refused).append(row)
    return left, known, refused


def _show(tile: Tile, count: int, tone: Tone) -> None:
    tile.show_figure(f"{count:,}", tone=tone if count else Tone.PLAIN)


def _summary(imported: Imported | None, count: int, *, done: bool) -> str:
    """What goes in or has gone in, and under which numbers."""
    if not count:
        return _("No row of this file goes in.")
    if done:
        told = ngettext("{count} row is in the books.", "{count} rows are in the books.", count)
    else:
        told = ngettext("{count} row goes in.", "{count} rows go in.", count)
    text = told.format(count=f"{count:,}")
    if imported is None or not imported.numbers or not done:
        return text
    numbers = _("Their numbers: {first} to {last}.").format(
        first=imported.numbers[0], last=imported.numbers[-1]
    )
    return f"{text}\n{numbers}"


def _told(imported: Imported, known: str, *, done: bool) -> tuple[str, Tone]:
    outcome = imported.outcome
    if not outcome.asked:
        return _("The file holds no rows below its header."), Tone.WARN
    if not outcome.done and all(map(in_books, outcome.refused)):
        return known, Tone.INFO
    if done:
        return _("They are in the books now."), Tone.OK
    if not outcome.done:
        return _("No row of this file can go in as it is."), Tone.WARN
    return "", Tone.INFO
