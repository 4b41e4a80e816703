"""The standing posts: the list, and what can be done with the chosen one."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from station_app.clock import today
from station_app.domain.posts import PostPlan
from station_app.domain.stations import StationCard
from station_app.i18n import _, ngettext
from station_app.services.lists.posts import PostFilter, PostRow, post_ids, post_rows
from station_app.services.posts import change_post, close_post, open_post, plan_of, reopen_post
from station_app.services.stations import station_if_set_up
from station_app.ui.desk import Desk
from station_app.ui.notices import Action
from station_app.ui.pages.posts.columns import POST_COLUMNS
from station_app.ui.pages.posts.post_dialog import PostDialog
from station_app.ui.tables import Empty, ListView, OfficeList
from station_app.ui.widgets import Button, Choice, FilterBar, Tone, confirm


class PostList(QWidget):
    """All posts; `opened(id, name)` when a new one stands in the books."""

    opened = Signal(object, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.filters = FilterBar()
        options = ((False, _("Open posts")), (True, _("All posts, closed ones too")))
        self._closed = self.filters.add(Choice(options, name=_("Which posts")))
        self._change = Button(_("Change…"), icon="edit")
        self._close = Button(_("Close post…"), icon="void")
        self.filters.add_right(self._change)
        self.filters.add_right(self._close)
        source = OfficeList(desk.office, post_ids, post_rows, frozenset({"post", "shift"}))
        empty = Empty(
            "posts",
            _("No post yet. A post says what is done, where and on which days; shifts follow."),
            _("New post"),
            self.new,
        )
        self.view = ListView(
            desk, source, POST_COLUMNS, name="posts", label=_("Posts"), empty=empty
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.filters)
        layout.addWidget(self.view, 1)
        self._connect()
        self.view.open(PostFilter())

    def new(self) -> None:
        """Ask for a new post; the recording unit is offered as the organiser."""
        self._desk.read(self, station_if_set_up, done=self._ask_new)

    def chosen(self) -> PostRow | None:
        """The post that is chosen, if it is one."""
        ids = self.view.selected()
        return self._row(ids[0]) if len(ids) == 1 else None

    def _connect(self) -> None:
        self.filters.changed.connect(
            lambda: self.view.set_filter(PostFilter(closed=self._closed.value()))
        )
        self.view.chosen.connect(lambda _ids: self._offer())
        self.view.model.filled.connect(self._offer)
        self.view.opened.connect(lambda key: self._ask_plan(UUID(key)))
        self._change.clicked.connect(lambda: self._on_chosen(lambda row: self._ask_plan(row.id)))
        self._close.clicked.connect(lambda: self._on_chosen(self._ask_close))
        self._offer()

    def _row(self, key: str) -> PostRow | None:
        place = self.view.model.row_of(key)
        return self.view.model.row_at(place) if place >= 0 else None

    def _offer(self) -> None:
        row = self.chosen()
        self._change.setEnabled(row is not None)
        self._close.setEnabled(row is not None)
        closed = row is not None and row.closed_on is not None
        self._close.setText(_("Open again") if closed else _("Close post…"))

    def _on_chosen(self, run: object) -> None:
        if (row := self.chosen()) is not None and callable(run):
            run(row)

    def _ask_new(self, station: StationCard | None) -> None:
        organiser = station.recording_unit if station else ""
        dialog = PostDialog(self.window(), today(self._desk.clock), organiser=organiser)
        dialog.planned.connect(
            lambda plan: self._desk.write(
                dialog,
                open_post,
                plan,
                done=partial(self._opened, dialog, plan.name),
                refused=dialog.refused,
            )
        )
        dialog.open()

    def _opened(self, dialog: PostDialog, name: str, post_id: UUID) -> None:
        dialog.accept()
        self.opened.emit(post_id, name)

    def _ask_plan(self, post_id: UUID) -> None:
        self._desk.read(self, plan_of, post_id, done=partial(self._ask_change, post_id))

    def _ask_change(self, post_id: UUID, plan: PostPlan) -> None:
        dialog = PostDialog(self.window(), today(self._desk.clock), plan=plan)
        dialog.planned.connect(
            lambda changed: self._desk.write(
                dialog,
                change_post,
                post_id,
                changed,
                done=lambda _nothing: self._changed(dialog, changed.name),
                refused=dialog.refused,
            )
        )
        dialog.open()

    def _changed(self, dialog: PostDialog, name: str) -> None:
        dialog.accept()
        self._desk.tell(
            Tone.OK, _("{name} is changed. Shifts already made stay as they are.").format(name=name)
        )

    def _ask_close(self, row: PostRow) -> None:
        if row.closed_on is not None:
            self._reopen(row)
            return
        words = ngettext(
            "Its {count} coming shift is called off. What was served there stays.",
            "Its {count} coming shifts are called off. What was served there stays.",
            row.coming,
        )
        text = words.format(count=row.coming)
        if not row.coming:
            text = _("It has no coming shifts. What was served there stays.")
        title = _("Close {name}?").format(name=row.name)
        confirm(self, title, text, _("Close post"), partial(self._close_post, row), danger=True)

    def _close_post(self, row: PostRow) -> None:
        undo = Action(_("Undo"), partial(self._reopen, row))
        told = _("{name} is closed.").format(name=row.name)
        self._desk.write(
            self, close_post, row.id, done=lambda _count: self._desk.tell(Tone.OK, told, undo)
        )

    def _reopen(self, row: PostRow) -> None:
        told = _("{name} is open again.").format(name=row.name)
        self._desk.write(
            self, reopen_post, row.id, done=lambda _nothing: self._desk.tell(Tone.OK, told)
        )
