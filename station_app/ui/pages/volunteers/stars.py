"""Stars: who has reached one, who has one, confirming and taking back."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from station_app.clock import today
from station_app.domain.stars import DEFAULT, Basis, StarTable
from station_app.errors import Outcome
from station_app.i18n import _, ngettext
from station_app.services.lists import stars
from station_app.services.lists.stars import StarFilter, StarRow
from station_app.services.star_proposals import Chosen, Proposal, confirm_stars, proposals
from station_app.services.stars import star_table, withdraw_star
from station_app.ui.desk import Desk
from station_app.ui.pages.volunteers.stars_columns import DUE_COLUMNS, STAR_COLUMNS
from station_app.ui.pages.volunteers.stars_confirming import AccountDialog, ConfirmDialog
from station_app.ui.tables import Empty, ListView, OfficeList
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Caption, Choice, FilterBar, Kind
from station_app.ui.widgets.reason import ReasonDialog
from station_app.ui.widgets.showing import show_if
from station_app.wording.stars import basis_label, star_text, table_text

_TABLES = frozenset({"star", "star_setting", "attendance", "volunteer"})


class Shown(StrEnum):
    """Which stars are looked at."""

    DUE = "due"
    CONFIRMED = "confirmed"
    ALL = "all"


class DueList:
    """The proposals as they were read last, by volunteer; nothing sorts or filters."""

    tables: frozenset[str] = frozenset()

    def __init__(self) -> None:
        self.all: dict[str, Proposal] = {}

    def keep(self, found: Sequence[Proposal]) -> None:
        """Hold these from now on."""
        self.all = {str(one.volunteer_id): one for one in found}

    def ids(
        self, filter: Any, order: Any, *, descending: bool, limit: int | None = None
    ) -> list[str]:
        """The volunteers, the highest star first."""
        return list(self.all)[:limit]

    def rows(self, ids: Sequence[str]) -> Sequence[Proposal | None]:
        """The proposals of these volunteers."""
        return [self.all.get(one) for one in ids]


class StarList(QWidget):
    """Proposals to choose from and confirm, and the stars that stand.

    `person_wanted(id)` on Enter; `head_actions` belong into the head of the page while this part
    is shown. Proposals are counted only while somebody looks: they need every stay.
    """

    person_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._table = DEFAULT
        self._stale = True
        self.confirm = Button(_("Confirm chosen…"), Kind.PRIMARY, icon="check")
        self.withdraw = Button(_("Take back…"), icon="void")
        self.head_actions = (self.withdraw, self.confirm)
        self.shown = Choice(
            (
                (Shown.DUE, _("To confirm")),
                (Shown.CONFIRMED, _("Confirmed")),
                (Shown.ALL, _("Confirmed, with those taken back")),
            ),
            name=_("Which stars"),
        )
        year = today(desk.clock).year
        self.year = Choice([(one, str(one)) for one in (year, year - 1)], name=_("Year"))
        self.filters = FilterBar()
        self.filters.add(self.shown)
        self.filters.add(self.year)
        self.search = self.filters.search(_("Name, pinyin, initials, phone tail, number"))
        self._rule = Caption()
        self._rule.setWordWrap(True)
        self._settings = Button(_("Change the table…"), Kind.QUIET, icon="settings")
        self._due = DueList()
        self.due = self._due_view()
        self.given = self._given_view()
        self._stack = QStackedWidget()
        self._stack.addWidget(self.due)
        self._stack.addWidget(self.given)
        self._lay_out()
        self._connect()
        self._show_part()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def _due_view(self) -> ListView:
        empty = Empty("ok", _("Nobody has reached a star that is not confirmed yet."))
        view = ListView(
            self._desk, self._due, DUE_COLUMNS, name="due", label=_("Stars due"), empty=empty
        )
        view.open(None)
        return view

    def _given_view(self) -> ListView:
        empty = Empty("star", _("No star is confirmed yet."))
        source = OfficeList(self._desk.office, stars.ids, stars.rows, _TABLES)
        view = ListView(
            self._desk, source, STAR_COLUMNS, name="stars", label=_("Stars"), empty=empty
        )
        view.model.descending = True
        view.open(StarFilter())
        return view

    def _lay_out(self) -> None:
        rule = QHBoxLayout()
        rule.setSpacing(8)
        rule.addWidget(self._rule, 1)
        rule.addWidget(self._settings)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.filters)
        layout.addLayout(rule)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.shown.changed.connect(self._show_part)
        self.search.changed.connect(self._filter)
        self.year.changed.connect(self._read)
        self.due.chosen.connect(lambda _ids: self._offer())
        self.given.chosen.connect(lambda _ids: self._offer())
        self.due.opened.connect(self.person_wanted)
        self.given.opened.connect(self._open_person)
        self.confirm.clicked.connect(self._ask_confirm)
        self.withdraw.clicked.connect(self._ask_withdraw)
        self._settings.clicked.connect(lambda: self._desk.go("settings", "stars"))
        keys = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return)
        self.confirm.setToolTip(_("Ctrl+Enter"))
        QShortcut(QKeySequence(keys), self.due).activated.connect(self.confirm.click)
        self._desk.changed.connect(self._on_change)

    def _show_part(self) -> None:
        due = self.shown.value() is Shown.DUE
        self._stack.setCurrentWidget(self.due if due else self.given)
        by_year = self._table.basis is Basis.YEAR
        show_if(self.year, due and by_year)
        show_if(self.search, not due)
        self._filter()
        self._offer()

    def _filter(self) -> None:
        withdrawn = self.shown.value() is Shown.ALL
        self.given.set_filter(StarFilter(self.search.value(), withdrawn=withdrawn))

    def _offer(self) -> None:
        due = self.shown.value() is Shown.DUE
        self.confirm.setEnabled(due and bool(self.due.selected()))
        row = None if due else self._chosen_star()
        self.withdraw.setEnabled(row is not None and row.withdrawn_at is None)

    def _chosen_star(self) -> StarRow | None:
        ids = self.given.selected()
        place = self.given.model.row_of(ids[0]) if len(ids) == 1 else -1
        return self.given.model.row_at(place) if place >= 0 else None

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._stale = True
            if self.isVisible():
                self._desk.soon(self, "stars", 0, self._read)

    def _read(self) -> None:
        self._stale = False
        self._desk.read(self, star_table, done=self._show_table, newest="table")
        self._desk.read(self, proposals, self.year.value(), done=self._show_due, newest="proposals")

    def _show_table(self, table: StarTable) -> None:
        self._table = table
        text = _("{basis}: {table}").format(basis=basis_label(table.basis), table=table_text(table))
        self._rule.setText(text)
        self._show_part()

    def _show_due(self, found: Sequence[Proposal]) -> None:
        self._due.keep(found)
        self.due.model.reload()
        self._offer()

    def _ask_confirm(self) -> None:
        chosen = [one for one in map(self._due.all.get, self.due.selected()) if one]
        dialog = ConfirmDialog(self.window(), chosen, today(self._desk.clock))
        dialog.told.connect(partial(self._confirm, dialog, chosen))
        dialog.open()

    def _confirm(self, dialog: ConfirmDialog, chosen: Sequence[Proposal], on: date) -> None:
        self._desk.write(
            dialog,
            confirm_stars,
            [Chosen(one.volunteer_id, one.star) for one in chosen],
            on,
            self.year.value(),
            done=partial(self._confirmed, dialog),
            refused=dialog.refused,
        )

    def _confirmed(self, dialog: ConfirmDialog, outcome: Outcome) -> None:
        dialog.accept()
        if outcome.refused:
            AccountDialog(self.window(), outcome).open()
            return
        words = ngettext(
            "{count} star rating is confirmed.", "{count} star ratings are confirmed.", outcome.done
        )
        self._desk.tell(Tone.OK, words.format(count=outcome.done))

    def _ask_withdraw(self) -> None:
        row = self._chosen_star()
        if row is None:
            return
        title = _("Take back {star} of {name}?").format(star=star_text(row.star), name=row.name)
        text = _("It stays visible, struck out with your reason.")
        dialog = ReasonDialog(self.window(), title, text, primary=_("Take back"))
        dialog.given.connect(partial(self._withdraw, dialog, row))
        dialog.open()

    def _withdraw(self, dialog: ReasonDialog, row: StarRow, reason: str) -> None:
        told = _("{star} of {name} is taken back.").format(star=star_text(row.star), name=row.name)
        self._desk.write(
            dialog,
            withdraw_star,
            row.id,
            reason,
            done=lambda _nothing: self._withdrawn(dialog, told),
            refused=dialog.refused,
        )

    def _withdrawn(self, dialog: ReasonDialog, told: str) -> None:
        dialog.accept()
        self._desk.tell(Tone.OK, told)

    def _open_person(self, _key: str) -> None:
        if (row := self._chosen_star()) is not None:
            self.person_wanted.emit(str(row.volunteer_id))
