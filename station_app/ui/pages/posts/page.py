"""The page Posts: standing posts, and the shifts made from them."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from uuid import UUID

from station_app.i18n import _, ngettext
from station_app.services.lists.posts import post_names
from station_app.ui.desk import Desk
from station_app.ui.notices import Action
from station_app.ui.pages.posts.make_dialog import MakeDialog
from station_app.ui.pages.posts.post_list import PostList
from station_app.ui.pages.posts.roster import RosterTab
from station_app.ui.pages.posts.shift_list import ShiftList
from station_app.ui.widgets import Button, Kind, Page, Tone
from station_app.ui.widgets.tabs import Tabs
from station_app.wording.days import month_words

Names = Sequence[tuple[UUID, str]]


class PostsPage(Page):
    """Two tabs. `reveal` takes "shifts", "make" or the id of a post."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Posts"))
        self.make = Button(_("Make shifts…"), icon="calendar")
        self.new = Button(_("New post"), Kind.PRIMARY, icon="add")
        self.add_action(self.make)
        self.add_action(self.new)
        self.posts = PostList(desk)
        self.shifts = ShiftList(desk)
        self.roster = RosterTab(desk)
        self.tabs = Tabs()
        self.tabs.addTab(self.posts, _("Standing posts"))
        self.tabs.addTab(self.shifts, _("Shifts"))
        self.tabs.addTab(self.roster, _("Roster"))
        self.body.addWidget(self.tabs, 1)
        self.new.clicked.connect(self.posts.new)
        self.make.clicked.connect(self._ask_month)
        self.posts.opened.connect(self._on_opened)
        desk.changed.connect(self._on_change)
        self._read_names()

    def reveal(self, what: str) -> None:
        """Show the shifts, ask for the month to make, or show one post."""
        self.tabs.setCurrentWidget(self.shifts if what == "shifts" else self.posts)
        if what == "make":
            self._ask_month()
        elif what != "shifts":
            self.posts.view.select(UUID(what).hex)

    def _on_change(self, tables: frozenset[str]) -> None:
        if "post" in tables:
            self._read_names()

    def _read_names(self) -> None:
        self.desk.read(self, post_names, closed=True, done=self._show_names, newest="names")

    def _show_names(self, names: Names) -> None:
        self.shifts.offer_posts(names)
        self.make.setEnabled(bool(names))
        count = ngettext("{count} post", "{count} posts", len(names))
        self.set_subtitle(count.format(count=len(names)) if names else "")

    def _ask_month(self) -> None:
        row = self.posts.chosen() if self.tabs.currentWidget() is self.posts else None
        self._ask_make(row.id if row is not None else None)

    def _ask_make(self, chosen: UUID | None) -> None:
        self.desk.read(self, post_names, done=partial(self._open_make, chosen))

    def _open_make(self, chosen: UUID | None, names: Names) -> None:
        dialog = MakeDialog(self.desk, self.window(), names, chosen)
        dialog.made.connect(self._on_made)
        dialog.open()

    def _on_made(self, count: int, month: date) -> None:
        self.tabs.setCurrentWidget(self.shifts)
        self.shifts.show_month(month)
        words = ngettext(
            "{count} shift of {month} is made.", "{count} shifts of {month} are made.", count
        )
        self.desk.tell(Tone.OK, words.format(count=count, month=month_words(month)))

    def _on_opened(self, post_id: UUID, name: str) -> None:
        told = _("{name} is open. Make its shifts next.").format(name=name)
        make = Action(_("Make shifts…"), partial(self._ask_make, post_id))
        self.desk.tell(Tone.OK, told, make)
