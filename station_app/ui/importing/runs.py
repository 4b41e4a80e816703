"""Earlier imports: which file, when, by whom, how many rows; each can be taken back."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from station_app.clock import local
from station_app.errors import StationError
from station_app.i18n import N_, _
from station_app.services.import_runs import RunRow, import_runs
from station_app.ui.desk import Desk
from station_app.ui.importing.taking_back import ask_take_back, gone_text
from station_app.ui.message_bar import MessageBar
from station_app.ui.notices import Notice
from station_app.ui.tables import Align, Column, Empty, ListView, RowsInHand
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import DialogFrame, Kind
from station_app.wording import sentence
from station_app.wording.values import day_text, moment_text

_WIDE: Final = 980
_TALL: Final = 420
_AROUND: Final = 280
_KINDS: Final = {"roster": N_("Volunteers"), "paper": N_("Paper sheets")}


def _state(run: RunRow) -> str:
    if run.undone_at is None:
        return _("In the books")
    return _("Taken back {day} by {name}").format(
        day=day_text(local(run.undone_at).date()), name=run.undone_by
    )


_COLUMNS: Final[tuple[Column[RunRow], ...]] = (
    Column(N_("File"), lambda run: run.file, width=168, strong=True, stretch=True),
    Column(N_("What"), lambda run: _(_KINDS[run.kind]), width=88),
    Column(N_("Imported at"), lambda run: moment_text(run.imported_at), width=152),
    Column(N_("By"), lambda run: run.imported_by, width=96),
    Column(N_("Rows"), lambda run: f"{run.asked:,}", align=Align.RIGHT, width=64),
    Column(N_("Taken in"), lambda run: f"{run.done:,}", align=Align.RIGHT, width=64),
    Column(
        N_("State"),
        _state,
        tone=lambda run: Tone.OK if run.undone_at is None else Tone.MUTED,
        chip=True,
        width=192,
    ),
)


class ImportsDialog(DialogFrame):
    """The newest first; Enter or the primary button asks to take the chosen one back."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        wide = min(_WIDE, int((parent.window().width() - 48) / tokens().scale))
        super().__init__(
            parent,
            _("Earlier imports"),
            primary=_("Take the chosen one back…"),
            kind=Kind.SECONDARY,
            cancel=_("Close"),
            width=wide,
        )
        self.desk = desk
        self.bar = MessageBar()
        self._rows: RowsInHand[RunRow] = RowsInHand()
        self.list = ListView(
            desk,
            self._rows,
            _COLUMNS,
            name="imports",
            label=_("Earlier imports"),
            empty=Empty("import", _("No file was imported yet.")),
        )
        room = parent.window().height() - tokens().px(_AROUND)
        self.list.setFixedHeight(min(tokens().px(_TALL), max(room, tokens().px(160))))
        self.body.addWidget(self.list)
        self.body.addWidget(self.bar)
        self.list.opened.connect(lambda _run: self._ask())
        self.list.chosen.connect(lambda _runs: self._offer())
        self.confirmed.connect(self._ask)
        desk.changed.connect(self._on_change)
        self._offer()
        self._read()

    def _read(self) -> None:
        self.desk.read(self, import_runs, done=self._show_runs, newest="runs")

    def _show_runs(self, runs: Sequence[RunRow]) -> None:
        first = not self._rows.all
        place = max(self.list.table.currentIndex().row(), 0)
        self._rows.all = runs
        self.list.open()
        if runs:
            self.list.table.selectRow(min(place, len(runs) - 1))
            if first:
                self.list.setFocus()
        self._offer()

    def _chosen(self) -> RunRow | None:
        place = self.list.current()
        run = self._rows.all[int(place)] if place is not None else None
        return run if run is not None and run.undone_at is None else None

    def _offer(self) -> None:
        self.primary.setEnabled(self._chosen() is not None)

    def _ask(self) -> None:
        if (run := self._chosen()) is not None:
            ask_take_back(self.desk, self, run.id, self._on_gone, self._on_refused)

    def _on_gone(self, count: int) -> None:
        self.bar.show_notice(Notice(Tone.OK, gone_text(count)))
        self._fit()

    def _on_refused(self, error: StationError) -> None:
        self.bar.show_notice(Notice(Tone.DANGER, sentence(error)))
        self._fit()

    def _on_change(self, tables: frozenset[str]) -> None:
        if "import_run" in tables:
            self._read()
