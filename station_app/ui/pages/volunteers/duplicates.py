"""Possible duplicates to walk through, what was said not to be the same, and what was merged."""

from collections.abc import Sequence
from functools import partial
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from station_app.errors import Cancelled, StationError
from station_app.i18n import _
from station_app.services.comparing import Comparison, compare_people
from station_app.services.duplicates import (
    NotSamePair,
    Pair,
    find_duplicates,
    not_same_pairs,
    take_back_not_same,
)
from station_app.services.merging import Merged
from station_app.services.unmerging import MergeRow, Unmerged, merges, undo_merge
from station_app.ui.desk import Desk
from station_app.ui.message_bar import MessageBar
from station_app.ui.notices import Action, Notice
from station_app.ui.pages.volunteers.duplicates_lists import APART, MERGED, PAIRS
from station_app.ui.pages.volunteers.merge_dialog import MergeDialog
from station_app.ui.tables import Column, Empty, ListView, RowsInHand
from station_app.ui.theme import Tone
from station_app.ui.widgets import Caption, DialogFrame, confirm
from station_app.ui.widgets.tabs import Tabs
from station_app.wording import sentence
from station_app.wording.merging import merged_text, unmerged_text

Row = TypeVar("Row")
_TABLES = frozenset({"volunteer", "merge", "not_same"})


class HandList(ListView, Generic[Row]):
    """A list of rows that were read whole."""

    def __init__(
        self, desk: Desk, columns: Sequence[Column[Row]], name: str, label: str, empty: str
    ) -> None:
        self._rows: RowsInHand[Row] = RowsInHand()
        super().__init__(
            desk, self._rows, columns, name=name, label=label, empty=Empty("ok", empty)
        )

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; the keyboard stays in its line."""
        place = max(self.table.currentIndex().row(), 0)
        self._rows.all = rows
        self.open()
        if rows:
            self.table.selectRow(min(place, len(rows) - 1))

    def row(self) -> Row | None:
        """The row with the keyboard."""
        place = self.current()
        return self._rows.all[int(place)] if place is not None else None


class DuplicatesDialog(DialogFrame):
    """Enter or the primary button does what the shown list is for: compare, take back, undo."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            parent, _("Possible duplicates"), primary="", cancel=_("Close"), fills=True
        )
        self.desk = desk
        self._looking = False
        self.bar = MessageBar()
        self.state = Caption()
        self.pairs: HandList[Pair] = HandList(
            desk, PAIRS, "duplicates", _("To look at"), _("No two records look like one person.")
        )
        self.apart: HandList[NotSamePair] = HandList(
            desk, APART, "not-same", _("Not the same"), _("Of nobody was said: not the same.")
        )
        self.merges: HandList[MergeRow] = HandList(
            desk, MERGED, "merges", _("Merged"), _("No records have been merged.")
        )
        self.tabs = Tabs()
        for shown in (self.pairs, self.apart, self.merges):
            self.tabs.addTab(shown, shown.table.accessibleName())
            shown.opened.connect(lambda _row: self._act())
        self.body.addWidget(self.state)
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.bar)
        self.tabs.currentChanged.connect(lambda _place: self._offer())
        self.confirmed.connect(self._act)
        desk.changed.connect(self._on_change)
        self._look()

    def _offer(self) -> None:
        """The primary button says what it does with the shown list."""
        words, told = (
            (_("Compare"), _("Nothing is merged by itself; a clerk compares and decides.")),
            (
                _("Take back"),
                _("Pairs of which a clerk said: two people. They are not asked again."),
            ),
            (_("Undo merge"), _("Hidden records keep number and history; a merge can be undone.")),
        )[self.tabs.currentIndex()]
        shown = (self.pairs, self.apart, self.merges)[self.tabs.currentIndex()]
        self.primary.setText(words)
        self.primary.setEnabled(shown.row() is not None)
        self.state.setText(_("Looking for duplicates …") if self._looking else told)

    def _act(self) -> None:
        shown = self.tabs.currentWidget()
        row = shown.row() if isinstance(shown, HandList) else None
        if isinstance(row, Pair):
            self._compare(row.one.id, row.other.id)
        elif isinstance(row, NotSamePair):
            self.desk.write(
                self, take_back_not_same, row.id, done=self._on_taken_back, refused=self._refused
            )
        elif isinstance(row, MergeRow):
            self._ask_undo(row)

    # What is looked for

    def _look(self) -> None:
        self._looking = True
        self._offer()
        self.desk.read(self, not_same_pairs, done=self._show_apart, newest="apart")
        self.desk.read(self, merges, done=self._show_merges, newest="merges")
        self.desk.press(
            self,
            lambda task: find_duplicates(self.desk.office, task=task),
            done=self._show_pairs,
            refused=self._stopped,
            title=_("Looking for duplicates …"),
        )

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._look()

    def _stopped(self, error: StationError) -> None:
        self._looking = False
        self._offer()
        self._refused(error)

    def _show_pairs(self, found: Sequence[Pair]) -> None:
        self._looking = False
        self.pairs.show_rows(found)
        self._offer()

    def _show_apart(self, found: Sequence[NotSamePair]) -> None:
        self.apart.show_rows(found)
        self._offer()

    def _show_merges(self, found: Sequence[MergeRow]) -> None:
        self.merges.show_rows(found)
        self._offer()

    # What is done

    def _compare(self, one: UUID, other: UUID) -> None:
        self.desk.read(
            self,
            compare_people,
            one,
            other,
            done=self._show_comparison,
            refused=self._refused,
            newest="compare",
        )

    def _show_comparison(self, shown: Comparison) -> None:
        dialog = MergeDialog(self.desk, self, shown)
        dialog.merged.connect(self._on_merged)
        dialog.apart.connect(self._on_apart)
        dialog.outdated.connect(partial(self._compare, shown.one.id, shown.other.id))
        dialog.open()

    def _on_merged(self, done: Merged) -> None:
        self._tell(merged_text(done), Action(_("Undo"), partial(self._undo, done.id)))

    def _on_apart(self, word: UUID) -> None:
        take_back = partial(
            self.desk.write,
            self,
            take_back_not_same,
            word,
            done=self._on_taken_back,
            refused=self._refused,
        )
        self._tell(_("Remembered: these are two people."), Action(_("Undo"), take_back))

    def _on_taken_back(self, _nothing: object) -> None:
        self._tell(_("Taken back; the two are looked at again."))

    def _ask_undo(self, row: MergeRow) -> None:
        text = _(
            "{merged} ({merged_number}) and {name} ({number}) become two records again, each with "
            "what was its own. What was entered since stays with {number}."
        ).format(
            merged=row.merged.name,
            merged_number=row.merged.number,
            name=row.survivor.name,
            number=row.survivor.number,
        )
        confirm(self, _("Undo this merge?"), text, _("Undo merge"), partial(self._undo, row.id))

    def _undo(self, merge_id: UUID) -> None:
        self.desk.write(self, undo_merge, merge_id, done=self._on_undone, refused=self._refused)

    def _on_undone(self, done: Unmerged) -> None:
        self._tell(unmerged_text(done))

    def _refused(self, error: StationError) -> None:
        tone = Tone.INFO if isinstance(error, Cancelled) else Tone.DANGER
        self.bar.show_notice(Notice(tone, sentence(error)))

    def _tell(self, text: str, action: Action | None = None) -> None:
        self.bar.show_notice(Notice(Tone.OK, text, action))
