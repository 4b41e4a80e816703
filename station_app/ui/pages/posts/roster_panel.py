"""The shift beside the roster: who is on it, who waits, who could come, and what may be done."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from station_app.domain.rosters import NeedsReason
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.lists.rosters import Name, RosterShift
from station_app.services.rosters import (
    assign,
    move_up,
    substitute,
    swap,
    wait_for,
    withdraw_assignment,
)
from station_app.services.suggestions import Suggestion, suggest
from station_app.ui.desk import Desk
from station_app.ui.pages.posts.roster_grid import staffing
from station_app.ui.pages.posts.roster_people import PeopleList
from station_app.ui.person_search import find
from station_app.ui.search_box import SearchBox
from station_app.ui.theme import Size, Tone, tokens
from station_app.ui.widgets import Badge, Button, Caption, Card, Check, Kind, Title, Words
from station_app.ui.widgets.reason import ReasonDialog
from station_app.wording import sentence
from station_app.wording.days import clock_span, day_words
from station_app.wording.rosters import reasons_text


class ShiftPanel(Card):
    """Acts on one shift; what the books say comes back with the roster."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.shift: RosterShift | None = None
        self._swap: Name | None = None
        self._when = Words("", Size.STRONG)
        self._badge = Badge("")
        self.people = PeopleList(_("On this shift"))
        self.off = Button(_("Take off…"), Kind.QUIET)
        self.other = Button(_("Substitute"), Kind.QUIET)
        self.change = Button(_("Swap"), Kind.QUIET)
        self.search = SearchBox(desk, lambda text: find(desk.office, text))
        self.waits = Check(_("On the waiting list only"))
        self.suggested = PeopleList(_("Suggested people"), drags=True)
        self._told = Caption()
        self._lay_out()
        self._connect()
        self.show_shift(None)

    def show_shift(self, shift: RosterShift | None) -> None:
        """Show another shift, or none."""
        same = shift is not None and self.shift is not None and shift.id == self.shift.id
        self.shift = shift
        self.setEnabled(shift is not None and not shift.cancelled and not shift.over)
        self.set_title(shift.post if shift else _("No shift chosen"))
        when = ""
        if shift is not None:
            time = clock_span(shift.starts_at, shift.ends_at)
            when = _("{day} {time}").format(day=day_words(shift.day), time=time)
        self._when.setText(when)
        self._badge.setVisible(shift is not None)
        if shift is not None:
            self._badge.show_status(*staffing(shift))
        self.people.show_people(
            (str(one.assignment_id), one.name, _("waits for a place") if one.waiting else "")
            for one in (shift.names if shift else ())
        )
        self._offer()
        if not same:
            self.suggested.show_people(())
        if self.isEnabled() and shift is not None:
            told = self._on_suggested
            self._desk.read(self, suggest, shift.id, done=told, newest="suggest", refused=_unheard)

    def give(self, volunteer: str, shift: RosterShift | None = None) -> None:
        """Put somebody on a shift: that of the panel, or the one given."""
        where = shift or self.shift
        if where is None:
            return
        use_case = wait_for if self.waits.value() else assign
        self._do(use_case, UUID(volunteer), where.id)

    def _lay_out(self) -> None:
        self.setFixedWidth(tokens().px(320))
        head = QHBoxLayout()
        head.addWidget(self._when, 1)
        head.addWidget(self._badge)
        acts = QHBoxLayout()
        acts.setSpacing(4)
        for button in (self.off, self.other, self.change):
            acts.addWidget(button)
        acts.addStretch(1)
        self.people.setFixedHeight(tokens().px(112))
        self.body.setSpacing(8)
        self.body.addLayout(head)
        self.body.addWidget(self.people)
        self.body.addLayout(acts)
        self.body.addWidget(self._told)
        self.body.addWidget(Title(_("Who could come")))
        self.body.addWidget(self.search)
        self.body.addWidget(self.waits)
        self.body.addWidget(self.suggested, 1)
        self._told.hide()

    def _connect(self) -> None:
        self.search.person_chosen.connect(self._on_person)
        self.suggested.picked.connect(self._on_person)
        self.people.picked.connect(lambda _key: self._on_up())
        self.people.itemSelectionChanged.connect(self._offer)
        self.off.clicked.connect(self._on_off)
        self.other.clicked.connect(self._on_other)
        self.change.clicked.connect(self._on_swap)

    def _on_suggested(self, found: Sequence[Suggestion]) -> None:
        self.suggested.show_people(
            (str(one.volunteer_id), one.name, reasons_text(one)) for one in found
        )

    def _chosen(self) -> Name | None:
        key = self.people.chosen()
        names = self.shift.names if self.shift else ()
        return next((one for one in names if str(one.assignment_id) == key), None)

    def _offer(self) -> None:
        chosen = self._chosen()
        for button in (self.off, self.other, self.change):
            button.setEnabled(chosen is not None)
        self.other.setText(_("Give a place") if chosen and chosen.waiting else _("Substitute"))
        self.change.setText(_("Swap with this one") if self._swap else _("Swap"))
        self._told.setVisible(self._swap is not None)

    # What may be done

    def _on_person(self, volunteer: str) -> None:
        self.give(volunteer)

    def _on_up(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.waiting:
            self._do(move_up, chosen.assignment_id)

    def _on_off(self) -> None:
        chosen, shift = self._chosen(), self.shift
        if chosen is None or shift is None:
            return
        text = _("{name}, {post}, {day}. The place is free again.").format(
            name=chosen.name, post=shift.post, day=day_words(shift.day)
        )
        dialog = ReasonDialog(
            self.window(), _("Take somebody off the shift?"), text, primary=_("Take off")
        )
        dialog.given.connect(partial(self._take_off, dialog, chosen))
        dialog.open()

    def _take_off(self, dialog: ReasonDialog, chosen: Name, reason: str) -> None:
        def done(waiting: Sequence[Any]) -> None:
            dialog.accept()
            if waiting:
                told = _("{name} waits for this place.").format(name=waiting[0].name)
                self._desk.tell(Tone.INFO, told)

        refused = dialog.refused
        self._desk.write(
            dialog, withdraw_assignment, chosen.assignment_id, reason, done=done, refused=refused
        )

    def _on_other(self) -> None:
        chosen, other = self._chosen(), self.suggested.chosen()
        if chosen is not None and chosen.waiting:
            self._on_up()
        elif chosen is not None and other:
            self._do(substitute, chosen.assignment_id, UUID(other))
        else:
            self._desk.tell(Tone.INFO, _("Choose below who comes instead."))
            self.suggested.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_swap(self) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        if self._swap is None:
            self._swap = chosen
            told = _("Now choose the other person's shift and name, and swap.")
            self._told.setText(told)
        else:
            one, self._swap = self._swap, None
            self._do(swap, one.assignment_id, chosen.assignment_id)
        self._offer()

    def _do(self, use_case: Callable[..., Any], *args: Any, **known: Any) -> None:
        again = partial(self._do, use_case, *args)
        self._desk.write(self, use_case, *args, refused=partial(self._refused, again), **known)

    def _refused(self, again: Callable[..., None], error: StationError) -> None:
        """What only warns may be passed over with a reason."""
        if not isinstance(error, NeedsReason):
            self._desk.refuse(error)
            return
        dialog = ReasonDialog(
            self.window(),
            _("Put on the shift all the same?"),
            sentence(error.first),
            primary=_("Put on the shift"),
            kind=Kind.PRIMARY,
        )

        def given(reason: str) -> None:
            dialog.accept()
            again(override=reason)

        dialog.given.connect(given)
        dialog.open()


def _unheard(_error: StationError) -> None:
    """The shift was called off meanwhile; the roster tells."""
