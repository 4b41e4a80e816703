"""A person's page: one look at who it is and what was given, and everything a clerk may do."""

from collections.abc import Callable
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from station_app.clock import today
from station_app.domain.consents import Act as Word
from station_app.domain.consents import Purpose
from station_app.i18n import _
from station_app.services.people import show_document
from station_app.services.photos import photo_of
from station_app.services.portraits import Portrait, portrait
from station_app.ui.desk import Desk
from station_app.ui.pages.volunteers.papers import print_consent_sheet, print_my_record
from station_app.ui.pages.volunteers.person_acts import (
    ask_consent,
    ask_qualification,
    ask_to_erase,
    ask_to_strike,
)
from station_app.ui.pages.volunteers.person_cards import (
    Figures,
    LinesCard,
    consent_lines,
    paper_lines,
    qualification_lines,
    shift_lines,
    stay_lines,
)
from station_app.ui.pages.volunteers.person_journal import PersonJournal
from station_app.ui.pages.volunteers.person_known import KnownCard, Told, who_text
from station_app.ui.pages.volunteers.person_lists import list_of_papers, list_of_stays
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import Badge, Banner, Button, IconButton, Kind, MenuButton, Page
from station_app.ui.widgets.card_columns import CardColumns
from station_app.ui.widgets.lines import Act
from station_app.ui.widgets.showing import show_if
from station_app.ui.widgets.tabs import Tabs
from station_app.wording.values import clock_text, day_text

_FOLLOWED: Final = frozenset(
    {
        "volunteer",
        "attendance",
        "assignment",
        "certificate",
        "consent",
        "erasure",
        "evaluation",
        "merge",
        "qualification",
        "shift",
        "star",
        "star_setting",
        "team",
        "team_member",
    }
)
_STAYS, _PAPERS, _TOLD, _JOURNAL = 1, 2, 3, 4


class PersonPage(Page):
    """Shows a portrait, which follows the books while it is open.

    `left` when the clerk goes back, `correct(id)` when the record is to be corrected; sign-in and
    proof go to their own pages.
    """

    left = Signal()
    correct = Signal(str)

    def __init__(self, desk: Desk, shown: Portrait) -> None:
        super().__init__(desk, shown.name)
        self.person = shown
        self.badge = Badge("")
        self.photo = QLabel()
        self.primary = Button("", Kind.PRIMARY)
        self.no_more = Banner()
        self.care = Banner()
        self.figures = Figures()
        self.known = KnownCard()
        self.document = self.known.document
        self.told = Told()
        self.journal = PersonJournal(desk)
        self._make_cards()
        self._furnish()
        self._add_actions()
        self._connect()
        self._fill(shown)

    # What is shown

    def _fill(self, shown: Portrait) -> None:
        self.person = shown
        day = today(self.desk.clock)
        self.set_title(shown.name)
        self.set_subtitle(who_text(shown, day))
        self._fill_badge(shown)
        self._warn(shown)
        self.figures.show_person(shown)
        self.known.show_person(shown)
        self.told.show_person(shown, day)
        self.shifts.lines.show_lines(shift_lines(shown.shifts))
        self.stays.lines.show_lines(stay_lines(shown, self._show_stay))
        self.papers.lines.show_lines(paper_lines(shown.certificates, shown.papers))
        show_if(self.all_stays, bool(shown.stays))
        show_if(self.all_papers, bool(shown.papers))
        self.qualifications.lines.show_lines(
            qualification_lines(shown.qualifications, day, self._strike_act)
        )
        now = shown.consents.now
        self.consents.lines.show_lines(consent_lines([now[one] for one in Purpose]))
        self.give.setEnabled(not all(now[one].holds for one in Purpose))
        self.withdraw.setEnabled(any(now[one].holds for one in Purpose))
        self._fill_photo(shown)
        if self.tabs.currentIndex() == _JOURNAL:
            self.journal.show_person(shown.id)

    def _fill_badge(self, shown: Portrait) -> None:
        inside = shown.in_since is not None
        since = _("In since {time}").format(time=clock_text(shown.in_since))
        self.badge.show_status(
            since if inside else _("Not in now"), Tone.OK if inside else Tone.MUTED
        )
        self.primary.setText(_("Sign out") if inside else _("Sign in"))
        self.primary.setEnabled(inside or (shown.may_serve and shown.erased_on is None))

    def _warn(self, shown: Portrait) -> None:
        told, record = "", shown.consents.now[Purpose.RECORD]
        if shown.erased_on is not None:
            told = _("The personal data was erased on {day}; the record of service stays.").format(
                day=day_text(shown.erased_on)
            )
        elif not record.holds and record.last is not None:
            told = _(
                "The consent to be recorded was withdrawn on {day}: nobody may sign the person in."
            ).format(day=day_text(record.last.on))
        self.no_more.say(told, Tone.WARN)
        health = shown.person.profile.health
        told = _("Health limits: {health}").format(health=health) if health else ""
        self.care.say(told, Tone.WARN)

    def _fill_photo(self, shown: Portrait) -> None:
        show_if(self.photo, False)
        if shown.photo:
            self.desk.read(self, photo_of, shown.id, done=self._show_photo, newest="photo")

    def _show_photo(self, jpeg: bytes | None) -> None:
        picture = QPixmap()
        if jpeg and picture.loadFromData(jpeg):
            side = tokens().px(56)
            ratio = self.devicePixelRatioF()
            picture = picture.scaledToHeight(
                round(side * ratio), Qt.TransformationMode.SmoothTransformation
            )
            picture.setDevicePixelRatio(ratio)
            self.photo.setPixmap(picture)
            show_if(self.photo, True)

    # How it is laid out

    def _make_cards(self) -> None:
        self.shifts = LinesCard(_("Next shifts"), _("No shift planned."))
        self.stays = LinesCard(_("Last stays"), _("No stay yet."))
        self.papers = LinesCard(_("Certificates"), _("None yet."))
        self.qualifications = LinesCard(_("Qualifications"), _("None entered."))
        self.consents = LinesCard(_("Consent"), "")
        self.all_stays = self.stays.offer(_("All"), partial(self._look_at, _STAYS), _("All stays"))
        self.all_papers = self.papers.offer(
            _("All"), partial(self._look_at, _PAPERS), _("All certificates")
        )
        self.qualifications.offer(_("Add…"), self._qualify, _("Add a qualification"))
        self.give = self.consents.offer(_("Give…"), partial(self._consent, Word.GIVEN))
        self.withdraw = self.consents.offer(_("Withdraw…"), partial(self._consent, Word.WITHDRAWN))

    def _furnish(self) -> None:
        overview = QWidget()
        layout = QVBoxLayout(overview)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        columns = ((self.known, self.papers), (self.shifts, self.stays))
        self.cards = CardColumns((*columns, (self.consents, self.qualifications)), (6, 6, 5))
        for widget in (self.no_more, self.care, self.figures, self.cards):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.tabs = Tabs()
        self.tabs.addTab(overview, _("Overview"))
        self._rooms: dict[int, QVBoxLayout] = {}
        for place, title in ((_STAYS, _("Stays")), (_PAPERS, _("Certificates"))):
            room = QWidget()
            self._rooms[place] = QVBoxLayout(room)
            self._rooms[place].setContentsMargins(0, 12, 0, 0)
            self.tabs.addTab(room, title)
        self.tabs.addTab(self.told, _("Details"))
        self.tabs.addTab(self.journal, _("History"))
        self.body.addWidget(self.tabs, 1)

    def _add_actions(self) -> None:
        back = IconButton("chevron-left", _("Back (Esc)"))
        back.clicked.connect(self.left)
        self.add_lead(back)
        self.add_lead(self.photo)
        self.add_action(self.badge)
        self.add_action(self._paper_menu())
        for words, icon, run in (
            (_("Correct…"), "edit", lambda: self.correct.emit(str(self.person.id))),
            (_("Issue a proof"), "certificates", partial(self._go, "certificates")),
        ):
            button = Button(words, icon=icon)
            button.clicked.connect(run)
            self.add_action(button)
        self.primary.clicked.connect(partial(self._go, "attendance"))
        self.add_action(self.primary)

    def _paper_menu(self) -> MenuButton:
        menu = MenuButton()
        for words, icon, run in (
            (_("My record, to look through and sign…"), "print", print_my_record),
            (_("Consent sheet…"), "print", print_consent_sheet),
            (_("Erase personal data…"), "delete", ask_to_erase),
        ):
            menu.add(words, partial(self._run, run), icon=icon)
        return menu

    def _run(self, act: Callable[[Desk, QWidget, UUID], None]) -> None:
        act(self.desk, self, self.person.id)

    def _connect(self) -> None:
        self.document.asked.connect(self._show_document)
        self.tabs.currentChanged.connect(self._on_tab)
        self.desk.changed.connect(self._on_change)
        keys = QKeyCombination(Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Left)
        QShortcut(QKeySequence(keys), self).activated.connect(self.left)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def start(self) -> None:
        """The keyboard is at what is done most: signing in and out."""
        if self._begun or not self.primary.isEnabled():
            super().start()
            return
        self._begun = True
        self.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    # What a clerk does

    def _go(self, page: str) -> None:
        self.desk.go(page, str(self.person.id))

    def _show_stay(self, stay_id: UUID) -> None:
        self.desk.go("attendance", f"stay:{stay_id}")

    def _look_at(self, place: int) -> None:
        self.tabs.setCurrentIndex(place)

    def _on_tab(self, place: int) -> None:
        """Furnish and fill what is looked at for the first time."""
        if place == _JOURNAL:
            self.journal.show_person(self.person.id)
        room = self._rooms.get(place)
        if room is not None and not room.count():
            lists = {_STAYS: list_of_stays, _PAPERS: list_of_papers}
            room.addWidget(lists[place](self.desk, self.person.id))

    def _show_document(self, why: str) -> None:
        self.desk.write(self, show_document, self.person.id, why, done=self.document.show_whole)

    def _on_change(self, tables: frozenset[str]) -> None:
        if tables & _FOLLOWED:
            self.desk.read(self, portrait, self.person.id, done=self._fill, newest="portrait")

    def _strike_act(self, key: UUID) -> Act:
        return Act("void", _("Strike out"), partial(ask_to_strike, self.desk, self, key))

    def _consent(self, word: Word) -> None:
        ask_consent(self.desk, self, self.person, word)

    def _qualify(self) -> None:
        ask_qualification(self.desk, self, self.person)
