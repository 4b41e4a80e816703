"""The members of a team: who joins, who leaves, who leads."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.clock import today
from station_app.domain.teams import TeamDisbanded
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.lists.teams import MemberFilter, MemberRow, member_ids, member_rows
from station_app.services.teams import (
    Joined,
    Member,
    TeamDossier,
    appoint_leader,
    join_team,
    leave_team,
    team_dossier,
    undo_joining,
    undo_leaving,
)
from station_app.ui.desk import Desk
from station_app.ui.pages.volunteers.teams_columns import MEMBER_COLUMNS
from station_app.ui.pages.volunteers.teams_ending import EndDialog
from station_app.ui.person_search import find
from station_app.ui.search_box import Found, SearchBox
from station_app.ui.tables import Empty, ListView, OfficeList
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import (
    Banner,
    Button,
    Caption,
    Choice,
    DateField,
    DialogFrame,
    Kind,
    Paragraph,
)
from station_app.ui.widgets.showing import show_if
from station_app.wording import sentence
from station_app.wording.teams import department_label, members_text, team_kind_label
from station_app.wording.values import day_text

_TABLES = frozenset({"team", "team_member", "attendance", "volunteer"})
_TALL, _LEAST, _AROUND = 320, 160, 400


class MembersDialog(DialogFrame):
    """Who belongs to a team. Type a name, Enter: that person has joined.

    `person_wanted(id)` on Enter in the list; every change is in the books at once.
    """

    person_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget, team: TeamDossier) -> None:
        super().__init__(parent, team.card.name, primary=_("Done"), width=880)
        self._desk = desk
        self._team = team
        self._about = Paragraph(tone=Tone.MUTED)
        self._ended = Banner()
        self.search = SearchBox(
            desk,
            self._find,
            hint=_("↑ ↓ to choose, Enter lets the person join"),
        )
        self.since = DateField(today(desk.clock), today(desk.clock))
        self._joining = QWidget()
        self._told = Paragraph(tone=Tone.OK)
        self._undo = Button(_("Undo"), Kind.QUIET, icon="undo")
        self._take_back: Callable[[], object] | None = None
        self.former = Choice(
            ((False, _("Members now")), (True, _("With those who left"))), name=_("Which members")
        )
        self.lead = Button(_("Make leader"), icon="team")
        self.leave = Button(_("Leave…"), icon="void")
        self.list = self._list()
        self.cancel.hide()
        self._furnish()
        self._connect()
        self._show_team(team)
        self.former.set_value(team.disbanded_on is not None)
        self.list.open(MemberFilter(team.id, former=self.former.value()))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the search box."""
        super().showEvent(event)
        self.search.setFocus(Qt.FocusReason.TabFocusReason)

    def chosen(self) -> MemberRow | None:
        """The membership that is chosen, if it is one."""
        ids = self.list.selected()
        place = self.list.model.row_of(ids[0]) if len(ids) == 1 else -1
        return self.list.model.row_at(place) if place >= 0 else None

    def _find(self, text: str) -> list[Found]:
        """The people a text may mean; who belongs to the team already is marked."""
        known = {str(one.volunteer_id) for one in self._team.members}
        return [
            replace(one, status=_("Member"), tone=Tone.INFO) if one.id in known else one
            for one in find(self._desk.office, text)
        ]

    def _list(self) -> ListView:
        empty = Empty("team", _("Nobody belongs to this team."))
        view = ListView(
            self._desk,
            OfficeList(self._desk.office, member_ids, member_rows, _TABLES),
            MEMBER_COLUMNS,
            name="members",
            label=_("Members"),
            empty=empty,
            counted=False,
        )
        over = self.parentWidget() or self
        room = over.height() - tokens().px(_AROUND)
        view.setFixedHeight(max(min(tokens().px(_TALL), room), tokens().px(_LEAST)))
        return view

    def _furnish(self) -> None:
        join = QHBoxLayout(self._joining)
        join.setContentsMargins(0, 0, 0, 0)
        join.setSpacing(8)
        join.addWidget(self.search, 1)
        join.addWidget(Caption(_("joins on")))
        join.addWidget(self.since)
        self.since.setAccessibleName(_("Joined"))
        acts = QHBoxLayout()
        acts.setSpacing(8)
        for widget in (self.former, self._told, self._undo, self.lead, self.leave):
            acts.addWidget(widget, 1 if widget is self._told else 0)
        self._undo.hide()
        self.body.addWidget(self._about)
        self.body.addWidget(self._ended)
        self.body.addWidget(self._joining)
        self.body.addLayout(acts)
        self.body.addWidget(self.list)

    def _connect(self) -> None:
        self.search.person_chosen.connect(self._join)
        self.former.changed.connect(
            lambda: self.list.set_filter(MemberFilter(self._team.id, former=self.former.value()))
        )
        self.list.chosen.connect(lambda _ids: self._offer())
        self.list.model.filled.connect(self._offer)
        self.list.opened.connect(self._open_person)
        self.lead.clicked.connect(self._appoint)
        self.leave.clicked.connect(self._leave_or_return)
        self._undo.clicked.connect(self._undo_last)
        self.confirmed.connect(self.accept)
        self._desk.changed.connect(self._on_change)

    def _show_team(self, team: TeamDossier) -> None:
        self._team = team
        card = team.card
        leader = _("led by {name}").format(name=team.leader.name) if team.leader else ""
        founded = _("founded on {day}").format(day=day_text(card.founded_on))
        known = (
            team_kind_label(card.kind),
            leader,
            card.phone,
            department_label(card.department),
            card.party_branch,
            founded,
            members_text(len(team.members)) if team.members else "",
        )
        self._about.setText("  ·  ".join(filter(None, known)))
        on = team.disbanded_on
        self._ended.say(sentence(TeamDisbanded(card.name, on)) if on else "", Tone.INFO)
        show_if(self._joining, on is None)
        self._offer()

    def _offer(self) -> None:
        row, stands = self.chosen(), self._team.disbanded_on is None
        present = row is not None and row.until_on is None
        self.lead.setEnabled(stands and present and row is not None and not row.leads)
        self.leave.setEnabled(stands and row is not None)
        self.leave.setText(_("Undo leaving") if row and not present else _("Leave…"))

    def _join(self, person: str) -> None:
        self.refuse("")
        since = self.since.value()
        if since is None:
            self._say_no(self.since.complaint())
            self.since.setFocus()
            return
        self._desk.write(
            self,
            join_team,
            self._team.id,
            UUID(person),
            since,
            done=self._joined,
            refused=self._no,
        )

    def _joined(self, who: Joined) -> None:
        words = _("{name} belongs to the team since {day}.")
        undo = partial(self._desk.write, self, undo_joining, who.id, done=self._undone)
        self._tell(words.format(name=who.name, day=day_text(who.since)), undo)

    def _appoint(self) -> None:
        if (row := self.chosen()) is not None:
            self._desk.write(self, appoint_leader, row.id, done=self._appointed, refused=self._no)

    def _appointed(self, leader: Member) -> None:
        self._tell(_("{name} leads the team now.").format(name=leader.name), None)

    def _leave_or_return(self) -> None:
        row = self.chosen()
        if row is None:
            return
        if row.until_on is not None:
            self._desk.write(self, undo_leaving, row.id, done=self._returned, refused=self._no)
            return
        title = _("{name} leaves the team").format(name=row.name)
        dialog = EndDialog(
            self,
            title,
            today(self._desk.clock),
            primary=_("Leave the team"),
            label=_("Last day in the team"),
            reason=True,
        )
        dialog.told.connect(partial(self._end_membership, dialog, row.id))
        dialog.open()

    def _end_membership(self, dialog: EndDialog, membership: UUID, *day_and_reason: object) -> None:
        self._desk.write(
            dialog,
            leave_team,
            membership,
            *day_and_reason,
            done=partial(self._left, dialog),
            refused=dialog.refused,
        )

    def _left(self, dialog: EndDialog, who: Joined) -> None:
        dialog.accept()
        words = _("{name} belonged to the team until {day}.")
        undo = partial(self._desk.write, self, undo_leaving, who.id, done=self._returned)
        self._tell(words.format(name=who.name, day=day_text(who.until)), undo)

    def _returned(self, who: Joined) -> None:
        self._tell(_("{name} belongs to the team again.").format(name=who.name), None)

    def _undone(self, _nothing: None) -> None:
        self._tell(_("Taken back."), None)

    def _undo_last(self) -> None:
        if self._take_back is not None:
            self._take_back()

    def _no(self, error: StationError) -> None:
        self._say_no(sentence(error))

    def _say_no(self, words: str) -> None:
        self._tell("", None)
        self.refuse(words)

    def _tell(self, words: str, undo: Callable[[], object] | None) -> None:
        self.refuse("")
        self._told.setText(words)
        self._take_back = undo
        self._undo.setVisible(undo is not None)

    def _open_person(self, _key: str) -> None:
        if (row := self.chosen()) is not None:
            self.accept()
            self.person_wanted.emit(str(row.volunteer_id))

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & {"team", "team_member"}:
            self._desk.read(self, team_dossier, self._team.id, done=self._show_team, newest="team")
