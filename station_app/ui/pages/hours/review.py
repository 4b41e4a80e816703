"""Unusual stays of a month: looked at by a person, who lets them count or strikes them out."""

from collections.abc import Callable, Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.clock import local, today
from station_app.domain.closing import Month
from station_app.i18n import _, ngettext
from station_app.services.attendance import void_stay
from station_app.services.reviews import FlaggedStay, review_list, review_stays, withdraw_review
from station_app.ui.desk import Desk
from station_app.ui.pages.hours.columns import REVIEW_COLUMNS
from station_app.ui.pages.hours.in_hand import InHand
from station_app.ui.tables import Empty, ListView
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Choice, FilterBar, Kind, MonthField
from station_app.ui.widgets.reason import ReasonDialog
from station_app.ui.widgets.showing import show_if
from station_app.wording.days import clock_span, day_words

_TABLES = frozenset({"attendance", "volunteer", "setting", "shift", "calendar_day"})
_QUIET_MS = 200


class Review(QWidget):
    """One month; Enter on a row shows the stay whole."""

    def __init__(self, desk: Desk, show_stay: Callable[[UUID], object]) -> None:
        super().__init__()
        self._desk, self._show_stay = desk, show_stay
        self._stale = True
        self._rows: InHand[FlaggedStay] = InHand(lambda row: str(row.id))
        self._add_filters()
        self.view = ListView(
            desk,
            self._rows,
            REVIEW_COLUMNS,
            name="review",
            label=_("Unusual stays"),
            empty=Empty("ok", _("Nothing unusual in this month that nobody looked at.")),
        )
        self.view.open(None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.filters)
        layout.addWidget(self.view, 1)
        self._connect()
        self._offer()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def show_month(self, month: Month) -> None:
        """Look through this month."""
        self.all.set_value(False)
        self.month.set_value(month.first)
        self._read()

    def _add_filters(self) -> None:
        self.filters = FilterBar()
        self.month = self.filters.add(MonthField(today(self._desk.clock)))
        self.month.setAccessibleName(_("Month"))
        which = ((False, _("To look at")), (True, _("Looked at too")))
        self.all = self.filters.add(Choice(which, name=_("Which stays")))
        self.take_back = Button(_("Take back"), icon="undo")
        self.strike = Button(_("Strike out…"), icon="void")
        self.approve = Button(_("Approve…"), Kind.PRIMARY, icon="check")
        for button in (self.take_back, self.strike, self.approve):
            self.filters.add_right(button)

    def _connect(self) -> None:
        self.month.changed.connect(lambda: self._desk.soon(self, "read", _QUIET_MS, self._read))
        self.all.changed.connect(self._read)
        self.view.chosen.connect(lambda _ids: self._offer())
        self.view.opened.connect(lambda key: self._show_stay(UUID(key)))
        self.approve.clicked.connect(self._ask_note)
        self.strike.clicked.connect(self._ask_reason)
        self.take_back.clicked.connect(self._take_back)
        self.approve.setToolTip(_("Ctrl+Enter"))
        keys = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return)
        QShortcut(QKeySequence(keys), self.view).activated.connect(self.approve.click)
        self._desk.changed.connect(self._on_change)

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._stale = True
            if self.isVisible():
                self._desk.soon(self, "read", 0, self._read)

    def _read(self) -> None:
        day = self.month.value()
        self._stale = not self.isVisible()
        if self._stale or day is None:
            return
        month = Month.of(day)
        self._desk.read(
            self,
            review_list,
            month.first,
            month.last,
            all_of_them=self.all.value(),
            done=self._show,
            newest="rows",
        )

    def _show(self, rows: Sequence[FlaggedStay]) -> None:
        self._rows.keep(rows)
        self.view.model.reload()
        self._offer()

    def _chosen(self) -> list[FlaggedStay]:
        return self._rows.chosen(self.view.selected())

    def _offer(self) -> None:
        chosen = self._chosen()
        looked_at = [row for row in chosen if row.reviewed_by]
        self.approve.setEnabled(len(chosen) > len(looked_at))
        self.strike.setEnabled(len(chosen) == 1)
        self.take_back.setEnabled(len(looked_at) == len(chosen) == 1)
        show_if(self.take_back, bool(self.all.value()))

    def _ask_note(self) -> None:
        chosen = [row.id for row in self._chosen() if not row.reviewed_by]
        told = ngettext(
            "{count} stay was looked at and counts. Say what was found out.",
            "{count} stays were looked at and count. Say what was found out.",
            len(chosen),
        ).format(count=len(chosen))
        dialog = ReasonDialog(
            self.window(), _("Looked at, counts"), told, primary=_("Keep"), kind=Kind.PRIMARY
        )
        dialog.given.connect(
            lambda note: self._desk.write(
                dialog,
                review_stays,
                chosen,
                note,
                done=partial(self._approved, dialog),
                refused=dialog.refused,
            )
        )
        dialog.open()

    def _approved(self, dialog: ReasonDialog, count: int) -> None:
        dialog.accept()
        words = ngettext("{count} stay was looked at.", "{count} stays were looked at.", count)
        self._desk.tell(Tone.OK, words.format(count=count))

    def _ask_reason(self) -> None:
        (row,) = self._chosen()
        text = _("{name}, {day} {time}, {post}. The stay no longer counts, but stays visible.")
        told = text.format(
            name=row.name,
            day=day_words(local(row.came_at).date()),
            time=clock_span(row.came_at, row.left_at),
            post=row.post,
        )
        title = _("Strike out this stay?")
        dialog = ReasonDialog(self.window(), title, told, primary=_("Strike out"))
        dialog.given.connect(
            lambda reason: self._desk.write(
                dialog,
                void_stay,
                row.id,
                reason,
                done=lambda _nothing: self._struck_out(dialog, row),
                refused=dialog.refused,
            )
        )
        dialog.open()

    def _struck_out(self, dialog: ReasonDialog, row: FlaggedStay) -> None:
        dialog.accept()
        self._desk.tell(Tone.OK, _("The stay of {name} is struck out.").format(name=row.name))

    def _take_back(self) -> None:
        (row,) = self._chosen()
        told = _("The stay of {name} stands on the list again.").format(name=row.name)
        self._desk.write(
            self,
            withdraw_review,
            row.id,
            done=lambda _nothing: self._desk.tell(Tone.OK, told),
        )
