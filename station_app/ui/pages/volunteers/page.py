"""The page Volunteers: everybody registered, found by whatever one knows of them."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut

from station_app.i18n import _, ngettext
from station_app.services.lists import people
from station_app.services.lists.people import PeopleFilter
from station_app.services.people import (
    HeadCount,
    PersonCard,
    Registered,
    areas_in_use,
    head_count,
    person_card,
)
from station_app.services.portraits import Portrait, portrait
from station_app.ui.desk import Desk
from station_app.ui.importing import dropped
from station_app.ui.notices import Action
from station_app.ui.pages.volunteers.columns import columns
from station_app.ui.pages.volunteers.importing import ImportDialog
from station_app.ui.pages.volunteers.person import PersonDialog
from station_app.ui.pages.volunteers.registering import (
    CorrectDialog,
    RegisterDialog,
    registered_text,
)
from station_app.ui.tables import Empty, ListView, OfficeList
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Choice, FilterBar, Kind, Page

_TABLES = frozenset({"volunteer", "attendance"})


class VolunteersPage(Page):
    """The list, and the ways into it: register, import, drop a file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Volunteers"))
        self.setAcceptDrops(True)
        self._add_actions()
        self.filters = FilterBar()
        self.search = self.filters.search(_("Name, pinyin, initials, phone tail, number"))
        presence = ((False, _("Everybody")), (True, _("In now")))
        self.presence = self.filters.add(Choice(presence, name=_("Presence")))
        self.list = ListView(
            desk,
            OfficeList(desk.office, people.ids, people.rows, _TABLES),
            columns(desk.clock),
            name="volunteers",
            label=_("Volunteers"),
            empty=Empty(
                "volunteers",
                _("Nobody is registered yet. Register the first volunteer, or import a list."),
                _("Register"),
                self.register,
            ),
        )
        self.body.addWidget(self.filters)
        self.body.addWidget(self.list, 1)
        self.filters.changed.connect(self._on_filters)
        self.list.opened.connect(self.reveal)
        desk.changed.connect(self._on_change)
        self.list.open(PeopleFilter())
        self._count()

    def reveal(self, what: str) -> None:
        """Show the person with this id; "new" registers somebody, "import" brings a list in."""
        if what in ("new", "import"):
            (self.register if what == "new" else self.start_import)()
            return
        self.desk.read(self, portrait, UUID(what), done=self._show_person, newest="person")

    def register(self) -> None:
        """Register somebody new."""
        self.desk.read(self, areas_in_use, done=self._show_form, newest="form")

    def start_import(self, path: Path | None = None) -> None:
        """Bring in a list; of this file, where one is given already."""
        dialog = ImportDialog(self.desk, self, path)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be dropped here."""
        if dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring in what was dropped."""
        if (path := dropped(event)) is not None:
            event.acceptProposedAction()
            self.start_import(path)

    def _add_actions(self) -> None:
        bring = Button(_("Import…"), icon="import")
        bring.clicked.connect(lambda: self.start_import())
        new = Button(_("Register"), Kind.PRIMARY, icon="person-add")
        new.setToolTip(_("Ctrl+N"))
        new.clicked.connect(self.register)
        self.add_action(bring)
        self.add_action(new)
        keys = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_N)
        QShortcut(QKeySequence(keys), self).activated.connect(self.register)

    def _on_filters(self) -> None:
        self.list.set_filter(PeopleFilter(self.search.value(), in_now=self.presence.value()))

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & _TABLES:
            self._count()

    def _count(self) -> None:
        self.desk.read(self, head_count, done=self._show_count, newest="count")

    def _show_count(self, count: HeadCount) -> None:
        told = ngettext(
            "{registered} registered · {in_now} in now",
            "{registered} registered · {in_now} in now",
            count.registered,
        )
        self.set_subtitle(told.format(registered=f"{count.registered:,}", in_now=count.in_now))

    def _show_person(self, shown: Portrait) -> None:
        dialog = PersonDialog(self.desk, self, shown)
        dialog.correct.connect(self._correct)
        dialog.open()

    def _show_form(self, areas: tuple[str, ...]) -> None:
        dialog = RegisterDialog(self.desk, self, areas)
        dialog.saved.connect(self._on_registered)
        dialog.wanted.connect(self.reveal)
        dialog.open()

    def _on_registered(self, person: Registered) -> None:
        show = Action(_("Open"), partial(self.reveal, str(person.id)))
        self.desk.tell(Tone.OK, registered_text(person), show)

    def _correct(self, person: str) -> None:
        self.desk.read(self, person_card, UUID(person), done=self._show_card, newest="card")

    def _show_card(self, card: PersonCard) -> None:
        dialog = CorrectDialog(self.desk, self, card, ())
        dialog.saved.connect(self._on_corrected)
        dialog.wanted.connect(self.reveal)
        dialog.open()

    def _on_corrected(self, person: Registered) -> None:
        told = _("The record of {name} is corrected.").format(name=person.name)
        self.desk.tell(Tone.OK, told)
