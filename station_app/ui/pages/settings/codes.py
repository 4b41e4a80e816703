"""The lists that a station may change: what forms offer, with its own entries."""

from typing import Any

from station_app.clock import today
from station_app.domain.codes import ListName
from station_app.i18n import N_, _
from station_app.services.code_lists import TABLES, ListedCode
from station_app.services.lists import codes
from station_app.ui.desk import Desk
from station_app.ui.pages.settings.codes_dialogs import EntryDialog, RetireDialog
from station_app.ui.tables import Column, Empty, ListView, OfficeList
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import Button, Caption, Card, Choice, Kind
from station_app.wording.code_lists import editable_lists, offered_text, origin_text, source_text

_HEIGHT = 352

COLUMNS: tuple[Column[ListedCode], ...] = (
    Column(N_("Name in Chinese"), lambda row: row.entry.zh, width=160, strong=True, stretch=True),
    Column(N_("Name in English"), lambda row: row.entry.en or "–", width=180),
    Column(N_("Entry code"), lambda row: row.entry.code, width=108),
    Column(
        N_("Offered"),
        lambda row: offered_text(row.entry),
        tone=lambda row: Tone.WARN if row.entry.valid_until else Tone.PLAIN,
        width=190,
    ),
    Column(
        N_("Origin"),
        lambda row: origin_text(row),
        tone=lambda row: Tone.INFO if row.own else Tone.MUTED,
        chip=True,
        width=112,
    ),
)


class CodesPart(Card):
    """One list at a time; Enter changes the entry with the keyboard."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Code lists"))
        self.desk = desk
        self.list = Choice(editable_lists(), name=_("Which list"))
        self.add = Button(_("Add…"), icon="add")
        self.edit = Button(_("Change…"), Kind.QUIET, icon="edit")
        self.retire = Button(_("Retire…"), Kind.QUIET, icon="void")
        for widget in (self.list, self.edit, self.retire, self.add):
            self.add_action(widget)
        self._source = Caption()
        self._source.setWordWrap(True)
        self.view = self._make_view()
        self.body.addWidget(self._source)
        self.body.addWidget(self.view)
        self._connect()
        self._show_list()

    def _make_view(self) -> ListView:
        source = OfficeList(self.desk.office, codes.ids, codes.rows, TABLES)
        view = ListView(
            self.desk,
            source,
            COLUMNS,
            name="codes",
            label=_("Code lists"),
            empty=Empty("table", _("This list has no entry.")),
            framed=False,
        )
        view.setFixedHeight(tokens().px(_HEIGHT))
        return view

    def _connect(self) -> None:
        self.list.changed.connect(self._show_list)
        self.view.chosen.connect(lambda _ids: self._offer())
        self.view.opened.connect(lambda _id: self._change())
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._change)
        self.retire.clicked.connect(self._retire)

    def _show_list(self) -> None:
        name: ListName = self.list.value()
        self._source.setText(source_text(name))
        self.view.open(name)
        self._offer()

    def _offer(self) -> None:
        listed = self._chosen()
        self.edit.setEnabled(listed is not None)
        self.retire.setEnabled(listed is not None and listed.entry.valid_until is None)

    def _chosen(self) -> ListedCode | None:
        ids = self.view.selected()
        place = self.view.model.row_of(ids[0]) if len(ids) == 1 else -1
        listed: Any = self.view.model.row_at(place) if place >= 0 else None
        return listed if isinstance(listed, ListedCode) else None

    def _add(self) -> None:
        EntryDialog(self.desk, self, self.list.value()).open()

    def _change(self) -> None:
        if (listed := self._chosen()) is not None:
            EntryDialog(self.desk, self, self.list.value(), listed.entry).open()

    def _retire(self) -> None:
        if (listed := self._chosen()) is not None:
            day = today(self.desk.clock)
            RetireDialog(self.desk, self, self.list.value(), listed.entry, day).open()
