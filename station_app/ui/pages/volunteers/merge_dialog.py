"""Two records side by side: one person or two? Field by field, with every row that would move."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from station_app.domain.merging import Choice, MergeWish
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.comparing import Comparison, Record
from station_app.services.duplicates import say_not_same
from station_app.services.merging import FIELDS, merge_people
from station_app.services.people import show_document
from station_app.ui.desk import Desk
from station_app.ui.pages.volunteers.document import SHOWN_MS
from station_app.ui.pages.volunteers.merge_choice import ChoiceTable, Side
from station_app.ui.pages.volunteers.merge_moving import MovingList
from station_app.ui.pages.volunteers.merge_reasons import Reasons
from station_app.ui.theme import Size, tokens
from station_app.ui.widgets import (
    Banner,
    Button,
    DialogFrame,
    Facts,
    Form,
    Kind,
    TextField,
    Words,
)
from station_app.ui.widgets.showing import show_if
from station_app.ui.widgets.sides import Sides
from station_app.wording import sentence
from station_app.wording.merging import merge_field_label, merge_value_text

_NUMBER: Final = "number"
_DOCUMENT: Final = "document"
_PROVEN: Final = ("sex", "born_on")  # what a document may state


class MergeDialog(DialogFrame):
    """`merged(Merged)` or `apart(UUID)` once it is decided; closing it decides nothing.

    The record at the left is the one proposed to stay; its number is the first thing to choose.
    `outdated` when a stay was struck out: the dialog closes, and the two are compared anew.
    """

    merged = Signal(object)
    apart = Signal(object)
    outdated = Signal()

    def __init__(self, desk: Desk, parent: QWidget, shown: Comparison) -> None:
        super().__init__(
            parent, _("One person or two?"), primary=_("Merge"), cancel=_("Later"), fills=True
        )
        self.desk = desk
        self.shown = shown
        self._room = parent.width()
        self.table = ChoiceTable()
        self.moving = MovingList(desk)
        self.clashes = Banner()
        self.not_same = Button(_("Not the same"), icon="team")
        self.show_numbers = Button(_("Show both document numbers"), Kind.QUIET, icon="eye")
        self.form = Form()
        self.why = self.form.add(
            "why",
            _("Why the other document number is not used"),
            TextField(placeholder=_("Typing error; passport renewed …")),
            hint=_("It is kept with the merge."),
            required=True,
        )
        self.why.setMaxLength(200)
        self._hide_soon = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._ask_fields()
        self._furnish()
        self._connect()
        self._show_moving()

    def kept(self) -> Record:
        """The record whose number stays."""
        return (self.shown.one, self.shown.other)[self.table.side(_NUMBER)]

    def hidden(self) -> Record:
        """The record that will be hidden."""
        return self.shown.other if self.kept() is self.shown.one else self.shown.one

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard begins at the first choice."""
        super().showEvent(event)
        first = self.table.radio(_NUMBER, self.table.side(_NUMBER))
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask_fields(self) -> None:
        one, other = self.shown.one, self.shown.other
        self.table.add(_NUMBER, _("Number that stays"), one.number, other.number)
        self.table.choose(_NUMBER, Side.LEFT)
        proposal = self.shown.proposal(one, other)
        for key, choice in proposal.items():
            texts = (merge_value_text(key, record.values[key]) for record in (one, other))
            self.table.add(key, merge_field_label(key), *texts, both=choice is Choice.BOTH)
            self.table.choose(key, _SIDES[choice])

    def _furnish(self) -> None:
        same = Facts(columns=3)
        same.show_facts(
            (merge_field_label(key), merge_value_text(key, self.shown.one.values[key]))
            for key in FIELDS
            if key not in self.shown.differing and self.shown.one.values[key][0]
        )
        self.clashes.say("\n".join(sentence(clash) for clash in self.shown.clashes))
        self.primary.setEnabled(not self.shown.clashes)
        reasons = Reasons(self.shown.traits, self.shown.likelihood)
        room = int(self._room * 0.62 / tokens().scale)
        sides = Sides(self.moving, width=min(760, room))
        for widget in (reasons, self.table, self.show_numbers, self.form, self.clashes):
            sides.left.addWidget(widget)
        sides.left.setAlignment(self.show_numbers, Qt.AlignmentFlag.AlignLeft)
        sides.left.addWidget(Words(_("The same in both"), Size.STRONG))
        sides.left.addWidget(same)
        sides.left.addStretch(1)
        for widget in (self.show_numbers, self.form):
            show_if(widget, self.shown.documents_differ)
        self.body.addWidget(sides, 1)
        self.add_button(self.not_same)

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.not_same.clicked.connect(self._say_not_same)
        self.show_numbers.clicked.connect(self._on_show_numbers)
        self._hide_soon.timeout.connect(self._mask)
        self.moving.struck_out.connect(self._on_struck_out)
        self.form.submitted.connect(self.primary.click)
        self.confirmed.connect(self._merge)

    def _show_moving(self) -> None:
        self.moving.show_records(self.kept(), self.hidden())

    def _on_chosen(self, key: str) -> None:
        """A document states sex and birth date: they come from the same record with it."""
        if key == _NUMBER:
            self._show_moving()
        if key == _DOCUMENT:
            for proven in _PROVEN:
                if proven in self.shown.differing:
                    self.table.choose(proven, self.table.side(_DOCUMENT))

    def _on_struck_out(self) -> None:
        self.accept()
        self.outdated.emit()

    def _merge(self) -> None:
        if self.shown.documents_differ and not self.form.check():
            return
        self.set_busy(True)
        self.desk.write(
            self, merge_people, self._wish(), done=self._on_merged, refused=self._on_refused
        )

    def _wish(self) -> MergeWish:
        kept = self.table.side(_NUMBER)
        choices = {
            key: _choice(side, kept) for key, side in self.table.sides().items() if key != _NUMBER
        }
        return MergeWish(
            survivor_id=self.kept().id,
            merged_id=self.hidden().id,
            choices=choices,
            why=self.why.value(),
        )

    def _on_merged(self, done: object) -> None:
        self.accept()
        self.merged.emit(done)

    def _on_refused(self, error: StationError) -> None:
        self.set_busy(False)
        self.refuse(sentence(error))

    def _say_not_same(self) -> None:
        one, other = self.shown.one.id, self.shown.other.id
        self.desk.write(
            self, say_not_same, one, other, done=self._on_apart, refused=self._on_refused
        )

    def _on_apart(self, word: object) -> None:
        self.accept()
        self.apart.emit(word)

    def _on_show_numbers(self) -> None:
        """The journal keeps each look, as everywhere."""
        why = _("Comparing two records before merging them")
        for side, record in enumerate((self.shown.one, self.shown.other)):
            show = partial(self._show_number, Side(side), record)
            self.desk.write(self, show_document, record.id, why, done=show)

    def _show_number(self, side: Side, record: Record, number: str) -> None:
        kind, _masked = record.values[_DOCUMENT]
        self.table.set_text(_DOCUMENT, side, merge_value_text(_DOCUMENT, (kind, number)))
        self.show_numbers.setEnabled(False)
        self._hide_soon.start()

    def _mask(self) -> None:
        for side, record in enumerate((self.shown.one, self.shown.other)):
            masked = merge_value_text(_DOCUMENT, record.values[_DOCUMENT])
            self.table.set_text(_DOCUMENT, Side(side), masked)
        self.show_numbers.setEnabled(True)


_SIDES: Final = {Choice.KEPT: Side.LEFT, Choice.TAKEN: Side.RIGHT, Choice.BOTH: Side.BOTH}


def _choice(side: Side, kept: Side) -> Choice:
    """Whose value a side means, seen from the record that stays."""
    if side is Side.BOTH:
        return Choice.BOTH
    return Choice.KEPT if side is kept else Choice.TAKEN
