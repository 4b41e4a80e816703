"""A list on the screen: the table, what stands there without rows, and the count below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station_app.errors import StationError
from station_app.i18n import N_, _, ngettext
from station_app.ui.desk import Desk
from station_app.ui.tables.column import Column
from station_app.ui.tables.model import PagedModel, State
from station_app.ui.tables.source import ListSource
from station_app.ui.tables.table import Table
from station_app.ui.theme import Tone, set_look, tokens
from station_app.ui.widgets.empty import EmptyState
from station_app.ui.widgets.showing import show_if
from station_app.ui.widgets.words import Caption
from station_app.wording import sentence

_NONE_FOUND: Final = N_("Nothing matches. Try other words or another filter.")


@dataclass(frozen=True, slots=True)
class Empty:
    """What a list says when there is nothing in it yet, and the way to the first entry."""

    icon: str
    text: str
    action: str = ""
    run: Callable[[], object] | None = None


class ListView(QWidget):
    """A list of any length over a `ListSource`.

    `opened(id)` when a row is entered; `chosen(ids)` when the selection changes. The first filter
    given to `open` counts as "all": an empty list under it shows `empty`, under another one that
    nothing matches.
    """

    opened = Signal(str)
    chosen = Signal(object)

    def __init__(
        self,
        desk: Desk,
        source: ListSource[Any],
        columns: Sequence[Column[Any]],
        *,
        name: str,
        label: str,
        empty: Empty,
        framed: bool = True,
        counted: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """`name` keeps the widths, `label` is read out; in a card a list has no frame of its own,
        and where its title tells the count, none below."""
        super().__init__(parent)
        self.model: PagedModel[Any] = PagedModel(desk, source, columns, self)
        self.table = Table(desk, self.model, name)
        self.table.setAccessibleName(label)
        set_look(self.table, bare=True)
        self._all: Any = None
        self._kept: tuple[list[str], str] = ([], "")
        self._empty = EmptyState(empty.icon, empty.text, empty.action, empty.run)
        self._none = EmptyState("search", _(_NONE_FOUND))
        self._broken = EmptyState("danger", "", _("Try again"), self.model.reload, Tone.DANGER)
        self._stack = QStackedWidget()
        if framed:
            set_look(self._stack, ground="card")
            self._stack.setContentsMargins(1, 1, 1, 1)
        for widget in (self.table, self._empty, self._none, self._broken):
            self._stack.addWidget(widget)
        self._count = Caption("")
        show_if(self._count, counted)
        self.setMinimumHeight(tokens().px(160))
        self._lay_out()
        self._connect()

    def open(self, filter: Any = None) -> None:
        """Show the list under this filter, which counts as "all"."""
        self._all = filter
        self.model.open(filter)

    def set_filter(self, filter: Any, *, ranked: bool = False) -> None:
        """Show the list under another filter, after a moment without further typing.

        `ranked`: the source knows what comes first, as long as no column is asked for.
        """
        self.model.set_filter(filter, ranked=ranked)

    def selected(self) -> list[str]:
        """The ids of the chosen rows, in the order of the list."""
        ids = self.model.ids()
        runs = self.table.chosen()
        return [row_id for run in runs for row_id in ids[run.start : run.stop]]

    def current(self) -> str | None:
        """The id of the row with the keyboard, if there is one."""
        index = self.table.currentIndex()
        return self.model.id_at(index.row()) if index.isValid() else None

    def select(self, row_id: str) -> bool:
        """Choose and show the row with this id; False where it is not in the list."""
        row = self.model.row_of(row_id)
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag
            index = self.model.index(row, 0)
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.table.scrollTo(index)
        return row >= 0

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        self.model.wake(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Do not read what nobody sees."""
        super().hideEvent(event)
        self.model.wake(False)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 0, 4, 0)
        foot.addWidget(self._count)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._stack, 1)
        layout.addLayout(foot)
        self.setFocusProxy(self.table)

    def _connect(self) -> None:
        self.table.opened.connect(self.opened)
        self.table.selectionModel().selectionChanged.connect(self._on_selection)
        self.model.modelAboutToBeReset.connect(self._remember)
        self.model.filled.connect(self._on_filled)
        self.model.state_changed.connect(self._show_state)

    def _remember(self) -> None:
        selected = self.selected()
        if selected or self.current():
            self._kept = (selected, self.current() or "")

    def _on_filled(self) -> None:
        self._restore()
        self._show_state(self.model.state)

    def _restore(self) -> None:
        selected, current = self._kept
        if not (selected or current) or self.table.currentIndex().isValid():
            return
        wanted = set(selected)
        rows = [row for row, one in enumerate(self.model.ids()) if one in wanted]
        if self.model.complete:
            self._kept = ([], "")
        if (row := self.model.row_of(current) if current else -1) >= 0:
            index = self.model.index(row, 0)
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.table.selectionModel().setCurrentIndex(index, flag)
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().select(self._ranges(rows), flags.ClearAndSelect | flags.Rows)

    def _ranges(self, rows: list[int]) -> QItemSelection:
        selection = QItemSelection()
        start = 0
        for place, row in enumerate(rows):
            if place + 1 == len(rows) or rows[place + 1] != row + 1:
                selection.select(self.model.index(rows[start], 0), self.model.index(row, 0))
                start = place + 1
        return selection

    def _show_state(self, state: State) -> None:
        shown: QWidget = self.table
        if state is State.BROKEN:
            self._broken.set_text(_sentence(self.model.error))
            shown = self._broken
        elif state is State.READY and not self.model.ids():
            shown = self._empty if self.model.filter == self._all else self._none
        had_focus = QApplication.focusWidget() in (self.table, self._broken.focusProxy())
        self._stack.setCurrentWidget(shown)
        if had_focus:
            shown.setFocus()
        self._tell_count()

    def _on_selection(self) -> None:
        self._tell_count()
        self.chosen.emit(self.selected())

    def _tell_count(self) -> None:
        count = len(self.model.ids())
        if self.model.state is not State.READY or not count:
            self._count.setText(" ")
            return
        text = ngettext("{count} entry", "{count} entries", count).format(count=f"{count:,}")
        if not self.model.complete:
            text = _("Counting …")
        if (chosen := sum(map(len, self.table.chosen()))) > 1:
            more = ngettext("{count} chosen", "{count} chosen", chosen).format(count=f"{chosen:,}")
            text = _("{entries} · {chosen}").format(entries=text, chosen=more)
        self._count.setText(text)


def _sentence(error: Exception | None) -> str:
    if isinstance(error, StationError):
        return sentence(error)
    return _("This list could not be read. The details are in the log.")
