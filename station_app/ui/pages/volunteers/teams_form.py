"""The form of a service team: a new one, or one to be changed."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from station_app.clock import today
from station_app.domain.documents import DigitsLost
from station_app.domain.phones import PhoneUnreadable
from station_app.domain.teams import (
    LONGEST,
    FoundedAfterJoining,
    FoundedInFuture,
    LeaderNotMember,
    TeamCard,
    TeamFieldMissing,
    TeamNameTaken,
    TeamTextTooLong,
)
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.teams import TeamDossier
from station_app.ui.desk import Desk
from station_app.ui.pages.certificates.person_field import PersonField
from station_app.ui.pages.volunteers.check_list import CheckList
from station_app.ui.widgets import Choice, DateField, DialogFrame, Form, TextArea, TextField
from station_app.wording import sentence
from station_app.wording.labels import choices, service_class_label
from station_app.wording.teams import department_code, department_label, team_field_label

_REQUIRED: Final = ("name", "kind", "leader", "founded_on")


class DepartmentField(Choice):
    """A department of the list, or one written in; its value is the code or the words."""

    def __init__(self, today: date) -> None:
        super().__init__((("", ""), *choices("department", today)))
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line = self.lineEdit()
        assert line is not None  # an editable box has one
        line.setMaxLength(LONGEST["department"])
        line.setPlaceholderText(_("Choose or write"))
        self.editTextChanged.connect(lambda _text: self.changed.emit())

    def value(self) -> str:
        """The code behind the words, or the words."""
        return department_code(self.currentText())

    def set_value(self, value: str) -> None:
        """Show this department."""
        self.setEditText(department_label(value) if value else "")


class LeaderField(PersonField):
    """The search box, or the person found; either takes the keyboard for the whole."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.changed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.setFocusProxy(self.another if self.person else self.search)


class TeamForm(DialogFrame):
    """Asks for everything a team needs; `told(card, leader_id)` when what is typed makes a team."""

    told = Signal(object, object)

    def __init__(self, desk: Desk, parent: QWidget, team: TeamDossier | None = None) -> None:
        """With a `team` it changes that one."""
        title = _("Change the team") if team else _("New team")
        super().__init__(parent, title, primary=_("Save") if team else _("Register"), width=760)
        self._day = today(desk.clock)
        self.form = Form(columns=3)
        self.fields: dict[str, Any] = {}
        self._put("name", TextField(), span=2)
        kinds = choices("team_kind", self._day, kept=(team.card.kind,) if team else ())
        self._put("kind", Choice((("", _("Choose …")), *kinds)))
        self._put_leader(desk, team)
        self._put("phone", TextField())
        self._put("founded_on", DateField(self._day, self._day))
        self._put("department", DepartmentField(self._day))
        self._put("party_branch", TextField(), span=2)
        classes = choices("service_class", self._day)
        self._put("service_classes", CheckList(classes, service_class_label), span=3)
        self._put("intro", TextArea(lines=2), span=3)
        if team is not None:
            self._show(team)
        self.form.rest()
        self.add_form(self.form)
        self.confirmed.connect(self._tell)

    def refused(self, error: StationError) -> None:
        """Say at the field what stands against the team, or above the buttons."""
        self.set_busy(False)
        field = _field_of(error)
        if field:
            self.form.problem(field, sentence(error))
        else:
            self.refuse(sentence(error))

    def _put(self, key: str, field: QWidget, *, hint: str = "", span: int = 1) -> None:
        if isinstance(field, Choice):  # long labels of one field must not widen its column
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if isinstance(field, TextField) and key in LONGEST:
            field.setMaxLength(LONGEST[key])
        self.fields[key] = field
        required = key in _REQUIRED
        self.form.add(key, team_field_label(key), field, hint=hint, required=required, span=span)

    def _put_leader(self, desk: Desk, team: TeamDossier | None) -> None:
        if team is None:
            field = LeaderField(desk)
            self._put("leader", field)
            field.setFocusProxy(field.search)  # only now: Enter in the search box is its own
            return
        known = [(one.volunteer_id, f"{one.name}  {one.number}") for one in team.members]
        self._put("leader", Choice(known), hint=_("One of the members"))
        self.fields["leader"].setEnabled(bool(known))

    def _show(self, team: TeamDossier) -> None:
        for key, field in self.fields.items():
            if key != "leader":
                field.set_value(getattr(team.card, key))
        self.fields["leader"].set_value(team.leader.volunteer_id if team.leader else None)

    def _tell(self) -> None:
        self.refuse("")
        if not self.form.check():
            return
        self.set_busy(True)
        self.told.emit(self._card(), self._leader())

    def _card(self) -> TeamCard:
        founded: date | None = self.fields["founded_on"].value()
        assert founded is not None
        values = {key: field.value() for key, field in self.fields.items() if key != "leader"}
        return TeamCard(**values)

    def _leader(self) -> UUID | None:
        who: UUID | None = self.fields["leader"].value()
        return who


def _field_of(error: StationError) -> str:
    """The field in which a clerk mends this."""
    match error:
        case TeamFieldMissing() | TeamTextTooLong():
            return error.field
        case TeamNameTaken():
            return "name"
        case FoundedInFuture() | FoundedAfterJoining():
            return "founded_on"
        case PhoneUnreadable() | DigitsLost():
            return "phone"
        case LeaderNotMember():
            return "leader"
        case _:
            return ""
