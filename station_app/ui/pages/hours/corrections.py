"""Hours asked for afterwards, to decide on and decided, and the stays that were corrected."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from station_app.clock import today
from station_app.i18n import _
from station_app.services.corrections import SupplementRow, supplements
from station_app.services.lists.posts import post_names
from station_app.services.stay_stories import Correction, corrections_between
from station_app.ui.desk import Desk
from station_app.ui.pages.hours.columns import CORRECTION_COLUMNS, SUPPLEMENT_COLUMNS
from station_app.ui.pages.hours.decide_dialog import DecideDialog, SupplementFacts
from station_app.ui.pages.hours.in_hand import InHand
from station_app.ui.pages.hours.supplement_dialog import SupplementDialog
from station_app.ui.tables import Empty, ListView
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Choice, FilterBar, PeriodField, Span
from station_app.ui.widgets.showing import show_if

_TABLES = frozenset({"supplement", "attendance", "volunteer", "post"})


class Shown(StrEnum):
    """What is looked at."""

    ASKED = "asked"
    DECIDED = "decided"
    CORRECTED = "corrected"


class Corrections(QWidget):
    """One list at a time; read again when the books change while somebody looks."""

    def __init__(self, desk: Desk, show_stay: Callable[[UUID], object]) -> None:
        super().__init__()
        self._desk, self._show_stay = desk, show_stay
        self._stale = True
        self._asked: InHand[SupplementRow] = InHand(lambda row: str(row.id))
        self._corrected: InHand[Correction] = InHand(lambda row: str(row.new.id))
        self._add_filters()
        self.asked = ListView(
            desk,
            self._asked,
            SUPPLEMENT_COLUMNS,
            name="supplements",
            label=_("Supplements"),
            empty=Empty("ok", _("No supplement here.")),
        )
        self.corrected = ListView(
            desk,
            self._corrected,
            CORRECTION_COLUMNS,
            name="corrections",
            label=_("Corrected stays"),
            empty=Empty("ok", _("No stay was corrected in this period.")),
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.show_part(Shown.ASKED)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self._read()

    def show_part(self, shown: Shown) -> None:
        """Show supplements to decide on, those decided, or corrected stays."""
        self.shown.set_value(shown)
        self._on_shown()

    def ask(self) -> None:
        """Ask for hours nobody signed for."""
        self._desk.read(self, post_names, done=self._open_asking)

    def _add_filters(self) -> None:
        self.filters = FilterBar()
        parts = (
            (Shown.ASKED, _("Supplements to decide on")),
            (Shown.DECIDED, _("Supplements decided on")),
            (Shown.CORRECTED, _("Corrected stays")),
        )
        self.shown = self.filters.add(Choice(parts, name=_("What is shown")))
        self._period = PeriodField(today(self._desk.clock), Span.THIS_YEAR)
        self.filters.add(self._period)
        self.refuse = Button(_("Refuse…"), icon="void")
        self.confirm = Button(_("Confirm…"), icon="check")
        self.new = Button(_("Supplement hours…"), icon="add")
        for button in (self.refuse, self.confirm, self.new):
            self.filters.add_right(button)

    def _lay_out(self) -> None:
        for view in (self.asked, self.corrected):
            self._stack.addWidget(view)
            view.open(None)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.filters)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.shown.changed.connect(self._on_shown)
        self._period.changed.connect(self._read)
        self.asked.chosen.connect(lambda _ids: self._offer())
        self.asked.opened.connect(self._show_supplement)
        self.corrected.opened.connect(lambda key: self._show_stay(UUID(key)))
        self.confirm.clicked.connect(lambda: self._decide(yes=True))
        self.refuse.clicked.connect(lambda: self._decide(yes=False))
        self.new.clicked.connect(self.ask)
        self._desk.changed.connect(self._on_change)

    def _on_shown(self) -> None:
        corrected = self.shown.value() is Shown.CORRECTED
        self._stack.setCurrentWidget(self.corrected if corrected else self.asked)
        show_if(self._period, corrected)
        for button in (self.confirm, self.refuse):
            show_if(button, self.shown.value() is Shown.ASKED)
        self._read()

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._stale = True
            if self.isVisible():
                self._desk.soon(self, "read", 0, self._read)

    def _read(self) -> None:
        self._stale = not self.isVisible()
        if self._stale:
            return
        if self.shown.value() is Shown.CORRECTED:
            first, last = self._period.value()
            self._read_corrected(first, last)
        else:
            undecided = self.shown.value() is Shown.ASKED
            self._desk.read(
                self, supplements, undecided=undecided, done=self._show_asked, newest="rows"
            )

    def _read_corrected(self, first: date | None, last: date | None) -> None:
        self._desk.read(
            self, corrections_between, first, last, done=self._show_corrected, newest="rows"
        )

    def _show_asked(self, rows: Sequence[SupplementRow]) -> None:
        if self.shown.value() is Shown.DECIDED:
            rows = [row for row in reversed(rows) if row.state != "asked"]
        self._asked.keep(rows)
        self.asked.model.reload()
        self._offer()

    def _show_corrected(self, rows: Sequence[Correction]) -> None:
        self._corrected.keep(rows)
        self.corrected.model.reload()

    def _offer(self) -> None:
        one = len(self._asked.chosen(self.asked.selected())) == 1
        self.confirm.setEnabled(one)
        self.refuse.setEnabled(one)

    def _show_supplement(self, key: str) -> None:
        for row in self._asked.chosen([key]):
            if row.state == "asked":
                self._open_deciding(row, yes=True)
            else:
                SupplementFacts(self.window(), row).open()

    def _decide(self, *, yes: bool) -> None:
        for row in self._asked.chosen(self.asked.selected())[:1]:
            self._open_deciding(row, yes=yes)

    def _open_deciding(self, row: SupplementRow, *, yes: bool) -> None:
        dialog = DecideDialog(self._desk, self.window(), row, yes=yes)
        said = _("The hours of {name} are confirmed and count.")
        if not yes:
            said = _("The hours of {name} are refused.")
        dialog.decided.connect(lambda: self._desk.tell(Tone.OK, said.format(name=row.name)))
        dialog.open()

    def _open_asking(self, posts: Sequence[tuple[UUID, str]]) -> None:
        dialog = SupplementDialog(self._desk, self.window(), posts)
        dialog.asked.connect(self._on_asked)
        dialog.open()

    def _on_asked(self) -> None:
        self.show_part(Shown.ASKED)
        self._desk.tell(
            Tone.OK, _("The hours are asked for. They count once a second person confirms them.")
        )
        self.asked.setFocus(Qt.FocusReason.OtherFocusReason)
