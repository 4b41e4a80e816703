"""The page Volunteers: everybody registered, found by whatever one knows of them."""

from functools import cached_property, partial
from pathlib import Path
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

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
from station_app.ui.importing import ImportsDialog
from station_app.ui.notices import Action
from station_app.ui.pages.volunteers.columns import columns
from station_app.ui.pages.volunteers.correcting import CorrectDialog
from station_app.ui.pages.volunteers.duplicates import DuplicatesDialog
from station_app.ui.pages.volunteers.export_dialog import ExportDialog
from station_app.ui.pages.volunteers.importing import ImportDialog
from station_app.ui.pages.volunteers.papers import print_consent_sheet
from station_app.ui.pages.volunteers.person import PersonPage
from station_app.ui.pages.volunteers.registering import RegisterDialog, registered_text
from station_app.ui.pages.volunteers.retention_dialog import RetentionDialog
from station_app.ui.pages.volunteers.stars import StarList
from station_app.ui.pages.volunteers.teams import TeamList
from station_app.ui.tables import Empty, ListView, OfficeList
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, Choice, FilterBar, Kind, MenuButton, Page
from station_app.ui.widgets.showing import show_if
from station_app.ui.widgets.tabs import Tabs

Part = TypeVar("Part", TeamList, StarList)
_TABLES = frozenset({"volunteer", "attendance"})
_PARTS = ("people", "teams", "stars")
_DIALOGS = {
    "duplicates": DuplicatesDialog,
    "imports": ImportsDialog,
    "inactive": RetentionDialog,
}


class VolunteersPage(Page):
    """The people, the teams and the stars; ways in: register, import, drop a file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Volunteers"))
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
        self._add_tabs()
        self.filters.changed.connect(self._on_filters)
        self.list.opened.connect(self.reveal)
        desk.changed.connect(self._on_change)
        self.list.open(PeopleFilter())
        self._count()

    @cached_property
    def teams(self) -> TeamList:
        """The teams, furnished when they are first looked at."""
        return self._moved_in(1, TeamList(self.desk))

    @cached_property
    def stars(self) -> StarList:
        """The stars, furnished when they are first looked at."""
        return self._moved_in(2, StarList(self.desk))

    def reveal(self, what: str) -> None:
        """Show the person with this id; "new" registers somebody, "import" brings a list in.

        "teams" and "stars" show those parts, "duplicates" who may be registered twice,
        "imports" the files that came in, "inactive" who has not served for years.
        """
        if what in _DIALOGS:
            _DIALOGS[what](self.desk, self).open()
            return
        if what in _PARTS:
            self.uncover()
            self.tabs.setCurrentIndex(_PARTS.index(what))
            return
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

    def take(self, path: Path) -> None:
        """Bring in what was dropped."""
        self.start_import(path)

    def _add_tabs(self) -> None:
        people = QWidget()
        layout = QVBoxLayout(people)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.filters)
        layout.addWidget(self.list, 1)
        self._rooms = [layout]
        self.tabs = Tabs()
        self.tabs.addTab(people, _("Volunteers"))
        for title in (_("Service teams"), _("Star ratings")):
            self.tabs.addTab(room := QWidget(), title)
            self._rooms.append(QVBoxLayout(room))
            self._rooms[-1].setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(self._on_tab)

    def _on_tab(self, place: int) -> None:
        """Furnish the part that is looked at for the first time."""
        if place:
            getattr(self, _PARTS[place])
        self._offer_actions()

    def _moved_in(self, place: int, part: Part) -> Part:
        self._rooms[place].addWidget(part)
        part.person_wanted.connect(self.reveal)
        self._heads[place] = part.head_actions
        for action in part.head_actions:
            self.add_action(action)
        self._offer_actions()
        return part

    def _offer_actions(self) -> None:
        """The head has the actions of the part that is shown."""
        for place, actions in self._heads.items():
            for action in actions:
                show_if(action, self.tabs.currentIndex() == place)

    def _new(self) -> None:
        """Something new of what is shown: a team, else a volunteer."""
        teams = self.tabs.currentIndex() == _PARTS.index("teams")
        (self.teams.new if teams else self.register)()

    def _add_actions(self) -> None:
        bring = Button(_("Import…"), icon="import")
        bring.clicked.connect(lambda: self.start_import())
        twice = Button(_("Duplicates…"), icon="volunteers")
        twice.clicked.connect(lambda: self.reveal("duplicates"))
        new = Button(_("Register"), Kind.PRIMARY, icon="person-add")
        new.setToolTip(_("Ctrl+N"))
        new.clicked.connect(self.register)
        self.more = MenuButton()
        blank = partial(print_consent_sheet, self.desk, self, None)
        self.more.add(_("Blank consent sheet…"), blank, icon="print")
        self.more.add(_("Earlier imports…"), lambda: self.reveal("imports"), icon="import")
        self.more.add(_("Export…"), self._export, icon="export")
        self.more.add(_("Long inactive…"), lambda: self.reveal("inactive"), icon="clock")
        self._heads: dict[int, tuple[Button, ...]] = {0: (self.more, twice, bring, new)}
        for action in self._heads[0]:
            self.add_action(action)
        keys = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_N)
        QShortcut(QKeySequence(keys), self).activated.connect(self._new)

    def _export(self) -> None:
        ExportDialog(self.desk, self, self._wanted(), self.list.selected()).open()

    def _wanted(self) -> PeopleFilter:
        return PeopleFilter(self.search.value(), in_now=self.presence.value())

    def _on_filters(self) -> None:
        wanted = self._wanted()
        self.list.set_filter(wanted, ranked=wanted.ranks)

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
        before, page = self.covered, PersonPage(self.desk, shown)
        page.correct.connect(self._correct)
        page.left.connect(self._leave_person)
        self.cover(page)
        if before is not None:
            before.deleteLater()

    def _leave_person(self) -> None:
        page = self.covered
        self.uncover()
        if page is not None:
            page.deleteLater()

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
