"""One volunteer, found by a few letters and then named until another one is wanted."""

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from station_app.i18n import _
from station_app.services.lists import people
from station_app.services.lists.people import PersonRow
from station_app.ui.desk import Desk
from station_app.ui.person_search import find
from station_app.ui.search_box import SearchBox
from station_app.ui.theme import Size
from station_app.ui.widgets import Caption, IconButton, Words


class PersonField(QStackedWidget):
    """The search box, or the person it found; `changed` when that is another one."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.person: PersonRow | None = None
        self.search = SearchBox(desk, lambda text: find(desk.office, text))
        self.search.person_chosen.connect(self.choose)
        self._name = Words("", Size.STRONG)
        self._number = Caption()
        self.another = IconButton("close", _("Choose somebody else"))
        self.another.clicked.connect(self._forget)
        self._shown = QWidget()
        layout = QHBoxLayout(self._shown)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._name)
        layout.addWidget(self._number)
        layout.addStretch(1)
        layout.addWidget(self.another)
        self.addWidget(self.search)
        self.addWidget(self._shown)

    def value(self) -> UUID | None:
        """The id of the person, if one is chosen."""
        return self.person.id if self.person else None

    def choose(self, person: str) -> None:
        """Show the person with this id."""
        self._desk.read(self, people.rows, [person], done=self._take, newest="person")

    def start(self) -> None:
        """Put the keyboard where a person is chosen."""
        widget = self.another if self.person else self.search
        widget.setFocus(Qt.FocusReason.TabFocusReason)

    def _take(self, rows: list[PersonRow | None]) -> None:
        (self.person,) = rows
        if self.person is not None:
            self._name.setText(self.person.name)
            self._number.setText(self.person.number)
            self.setAccessibleName(_("Volunteer: {name}").format(name=self.person.name))
            self.setCurrentWidget(self._shown)
        self.changed.emit()

    def _forget(self) -> None:
        self.person = None
        self.setCurrentWidget(self.search)
        self.search.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()
