"""The service teams: the list, and what can be done with the chosen one."""

from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.clock import today
from station_app.domain.teams import TeamCard
from station_app.i18n import _, ngettext
from station_app.services.lists import teams
from station_app.services.lists.teams import TeamFilter, TeamRow
from station_app.services.teams import (
    TeamDossier,
    change_team,
    disband_team,
    register_team,
    revive_team,
    team_dossier,
)
from station_app.ui.desk import Desk
from station_app.ui.notices import Action
from station_app.ui.pages.volunteers.teams_columns import TEAM_COLUMNS
from station_app.ui.pages.volunteers.teams_ending import EndDialog
from station_app.ui.pages.volunteers.teams_form import TeamForm
from station_app.ui.pages.volunteers.teams_members import MembersDialog
from station_app.ui.tables import Empty, ListView, OfficeList
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Choice, FilterBar, Kind

_TABLES = frozenset({"team", "team_member", "attendance", "volunteer"})


class TeamList(QWidget):
    """All teams; `person_wanted(id)` when somebody of a team is to be shown.

    `head_actions` belong into the head of the page while this part is shown.
    """

    person_wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.new_team = Button(_("New team"), Kind.PRIMARY, icon="add")
        self.filters = FilterBar()
        self.search = self.filters.search(_("Name, pinyin, leader, kind or department"))
        options = ((False, _("Present teams")), (True, _("All teams, disbanded ones too")))
        self.disbanded = self.filters.add(Choice(options, name=_("Which teams")))
        self.members = Button(_("Members…"), icon="team")
        self.change = Button(_("Change…"), icon="edit")
        self.end = Button(_("Disband…"), icon="void")
        self.head_actions = (self.members, self.change, self.end, self.new_team)
        empty = Empty(
            "team",
            _("No team yet. A team has a kind, a leader and members who join and leave."),
            _("New team"),
            self.new,
        )
        source = OfficeList(desk.office, teams.ids, teams.rows, _TABLES)
        self.view = ListView(
            desk, source, TEAM_COLUMNS, name="teams", label=_("Service teams"), empty=empty
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.filters)
        layout.addWidget(self.view, 1)
        self._connect()
        self.view.open(TeamFilter())

    def new(self) -> None:
        """Ask for a new team."""
        dialog = TeamForm(self._desk, self.window())
        dialog.told.connect(partial(self._register, dialog))
        dialog.open()

    def chosen(self) -> TeamRow | None:
        """The team that is chosen, if it is one."""
        ids = self.view.selected()
        place = self.view.model.row_of(ids[0]) if len(ids) == 1 else -1
        return self.view.model.row_at(place) if place >= 0 else None

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filters)
        self.view.chosen.connect(lambda _ids: self._offer())
        self.view.model.filled.connect(self._offer)
        self.view.opened.connect(lambda key: self._read_members(UUID(key)))
        self.new_team.clicked.connect(self.new)
        self.members.clicked.connect(self._on_members)
        self.change.clicked.connect(self._on_change)
        self.end.clicked.connect(self._on_end)
        self._offer()

    def _on_filters(self) -> None:
        self.view.set_filter(TeamFilter(self.search.value(), disbanded=self.disbanded.value()))

    def _offer(self) -> None:
        row = self.chosen()
        for button in (self.members, self.change, self.end):
            button.setEnabled(row is not None)
        ended = row is not None and row.disbanded_on is not None
        self.end.setText(_("Revive") if ended else _("Disband…"))

    def _register(self, dialog: TeamForm, card: TeamCard, leader: UUID | None) -> None:
        self._desk.write(
            dialog,
            register_team,
            card,
            leader,
            done=partial(self._registered, dialog, card.name),
            refused=dialog.refused,
        )

    def _registered(self, dialog: TeamForm, name: str, team_id: UUID) -> None:
        dialog.accept()
        told = _("{name} is registered. Let its members join next.").format(name=name)
        add = Action(_("Members…"), partial(self._read_members, team_id))
        self._desk.tell(Tone.OK, told, add)

    def _on_members(self) -> None:
        if (row := self.chosen()) is not None:
            self._read_members(row.id)

    def _read_members(self, team_id: UUID) -> None:
        self._desk.read(self, team_dossier, team_id, done=self._show_members, newest="team")

    def _show_members(self, team: TeamDossier) -> None:
        dialog = MembersDialog(self._desk, self.window(), team)
        dialog.person_wanted.connect(self.person_wanted)
        dialog.open()

    def _on_change(self) -> None:
        if (row := self.chosen()) is not None:
            self._desk.read(self, team_dossier, row.id, done=self._ask_change, newest="team")

    def _ask_change(self, team: TeamDossier) -> None:
        dialog = TeamForm(self._desk, self.window(), team)
        dialog.told.connect(partial(self._change_team, dialog, team.id))
        dialog.open()

    def _change_team(
        self, dialog: TeamForm, team_id: UUID, card: TeamCard, leader: UUID | None
    ) -> None:
        self._desk.write(
            dialog,
            change_team,
            team_id,
            card,
            leader,
            done=lambda _nothing: self._changed(dialog, card.name),
            refused=dialog.refused,
        )

    def _changed(self, dialog: TeamForm, name: str) -> None:
        dialog.accept()
        self._desk.tell(Tone.OK, _("{name} is changed.").format(name=name))

    def _on_end(self) -> None:
        row = self.chosen()
        if row is None:
            return
        if row.disbanded_on is not None:
            self._revive(row)
            return
        words = ngettext(
            "It is the last day of its {count} member too. What was served stays.",
            "It is the last day of its {count} members too. What was served stays.",
            row.members,
        )
        dialog = EndDialog(
            self.window(),
            _("Disband {name}?").format(name=row.name),
            today(self._desk.clock),
            primary=_("Disband"),
            label=_("Last day of the team"),
            text=words.format(count=row.members),
            kind=Kind.DANGER,
        )
        dialog.told.connect(lambda day, _reason: self._disband(dialog, row, day))
        dialog.open()

    def _disband(self, dialog: EndDialog, row: TeamRow, day: date) -> None:
        self._desk.write(
            dialog,
            disband_team,
            row.id,
            day,
            done=lambda _count: self._disbanded(dialog, row),
            refused=dialog.refused,
        )

    def _disbanded(self, dialog: EndDialog, row: TeamRow) -> None:
        dialog.accept()
        undo = Action(_("Undo"), partial(self._revive, row))
        self._desk.tell(Tone.OK, _("{name} is disbanded.").format(name=row.name), undo)

    def _revive(self, row: TeamRow) -> None:
        told = _("{name} is a team again.").format(name=row.name)
        self._desk.write(
            self, revive_team, row.id, done=lambda _nothing: self._desk.tell(Tone.OK, told)
        )
