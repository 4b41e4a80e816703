"""Filling a stretch of the roster: search, look at the proposal and what stays short, keep it."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from station_app.errors import Outcome, StationError
from station_app.i18n import N_, _, ngettext
from station_app.services.roster_filling import (
    Lack,
    Proposed,
    RosterProposal,
    keep_roster,
    propose_roster,
)
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.tables import Column, Empty, ListView, RowsInHand
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import Banner, Button, Caption, DialogFrame, Words
from station_app.ui.widgets.tabs import Tabs
from station_app.wording import sentence
from station_app.wording.days import clock_span, day_words
from station_app.wording.rosters import lack_text

_TALL: Final = 380
_PROPOSED: Final[tuple[Column[Proposed], ...]] = (
    Column(N_("Day"), lambda one: day_words(one.facts.needs.day), width=120),
    Column(
        N_("Time"),
        lambda one: clock_span(one.facts.needs.starts_at, one.facts.needs.ends_at),
        width=120,
    ),
    Column(N_("Post"), lambda one: one.post, width=180),
    Column(N_("Name"), lambda one: one.name, width=160, stretch=True, strong=True),
)
_LACKS: Final[tuple[Column[Lack], ...]] = (
    Column(N_("Day"), lambda one: day_words(one.facts.needs.day), width=120),
    Column(N_("Post"), lambda one: one.facts.post, width=160),
    Column(N_("Missing"), lambda one: str(one.missing), width=72),
    Column(N_("Why"), lack_text, width=320, stretch=True),
)


class FillDialog(DialogFrame):
    """Searches at once; Stop keeps the best found so far. Nothing is written before “Keep”."""

    def __init__(self, desk: Desk, parent: QWidget, first: date, last: date) -> None:
        title = _("Fill {first} – {last}").format(first=day_words(first), last=day_words(last))
        super().__init__(parent, title, primary=_("Keep these places"), width=780)
        self._desk = desk
        self.proposal: RosterProposal | None = None
        self.told = Banner()
        self._places: RowsInHand[Proposed] = RowsInHand()
        self._lacks: RowsInHand[Lack] = RowsInHand()
        self._task: Task | None = None
        self._furnish()
        self.confirmed.connect(self._keep)
        self.primary.setEnabled(False)
        self.stop.clicked.connect(self._stop)
        self._task = desk.press(
            self,
            lambda task: propose_roster(desk.office, first, last, task=task),
            done=self._show,
            refused=self._on_refused,
            title=_("Looking for the best roster …"),
        )

    def reject(self) -> None:
        """Stop the search where it is under way, and close."""
        self._stop()
        super().reject()

    def _furnish(self) -> None:
        self.places = ListView(
            self._desk,
            self._places,
            _PROPOSED,
            name="roster-proposed",
            label=_("Proposed places"),
            empty=Empty("calendar", _("No place can be filled.")),
        )
        self.lacks = ListView(
            self._desk,
            self._lacks,
            _LACKS,
            name="roster-lacks",
            label=_("Shifts that stay short"),
            empty=Empty("ok", _("Every shift is staffed.")),
        )
        self.tabs = Tabs()
        self.tabs.addTab(self.places, _("Proposed"))
        self.tabs.addTab(self.lacks, _("Stay short"))
        self.stop = Button(_("Stop and take the best so far"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._searching())
        self._stack.addWidget(self.tabs)
        self._stack.setFixedHeight(tokens().px(_TALL))
        self.body.addWidget(self.told)
        self.body.addWidget(self._stack)

    def _searching(self) -> QWidget:
        pane = QWidget()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(_("Progress"))
        layout = QVBoxLayout(pane)
        layout.setSpacing(12)
        layout.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        layout.addWidget(Words(_("Looking for the best roster …")), 0, middle)
        layout.addWidget(bar)
        note = _("People who are expected stay. Nobody is put where anything speaks against it.")
        layout.addWidget(Caption(note), 0, middle)
        layout.addWidget(self.stop, 0, middle)
        layout.addStretch(1)
        return pane

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _show(self, proposal: RosterProposal) -> None:
        self._task, self.proposal = None, proposal
        self._places.all, self._lacks.all = proposal.places, proposal.lacks
        self._stack.setCurrentWidget(self.tabs)
        self.places.open()
        self.lacks.open()
        count = len(proposal.places)
        words = ngettext("{count} place is proposed.", "{count} places are proposed.", count)
        missing = sum(lack.missing for lack in proposal.lacks)
        short = _("{count} places stay empty.").format(count=missing) if missing else ""
        best = _("No better roster exists.") if proposal.proven else _("This is the best so far.")
        told = " ".join(filter(None, (words.format(count=count), short, best)))
        self.told.say(told, Tone.WARN if missing else Tone.OK)
        self.tabs.setTabText(1, _("Stay short ({count})").format(count=len(proposal.lacks)))
        self.primary.setEnabled(count > 0)
        (self.primary if count else self.cancel).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_refused(self, error: StationError) -> None:
        self._task = None
        self.refuse(sentence(error))

    def _keep(self) -> None:
        assert self.proposal is not None
        self.set_busy(True)
        pairs = [(one.shift_id, one.volunteer_id) for one in self.proposal.places]
        why = _("Filled by the program")
        self._desk.write(self, keep_roster, pairs, why, done=self._kept, refused=self._on_refused)

    def _kept(self, outcome: Outcome) -> None:
        self.accept()
        words = ngettext("{count} place is given.", "{count} places are given.", outcome.done)
        told = words.format(count=outcome.done)
        if outcome.refused:
            first = outcome.refused[0]
            told = _("{told} {count} no longer fit: {first}").format(
                told=told, count=len(outcome.refused), first=sentence(first.error)
            )
        self._desk.tell(Tone.WARN if outcome.refused else Tone.OK, told)
