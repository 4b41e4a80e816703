"""The journal of one person: who changed or looked at what and when, the newest first."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from station_app.i18n import _
from station_app.services.person_history import History, HistoryEntry, Place, person_history
from station_app.ui.desk import Desk
from station_app.ui.theme import Size, Tone, tokens
from station_app.ui.widgets import Button, Caption, Card, Paragraph, Words
from station_app.ui.widgets.showing import show_if
from station_app.wording.history import about, changes_told, headline
from station_app.wording.values import moment_text


class PersonJournal(QWidget):
    """Reads a page when it is first looked at, older ones on demand."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._who: UUID | None = None
        self._last: Place | None = None
        self.entries: list[HistoryEntry] = []
        self._card = Card()
        self.older = Button(_("Show older entries"))
        self.older.clicked.connect(self._go_on)
        self._empty = Paragraph(_("Nothing yet."), tone=Tone.MUTED)
        self._card.body.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._card)
        layout.addWidget(self.older, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.older.hide()

    def show_person(self, who: UUID) -> None:
        """Show the newest entries about this person."""
        self._who = who
        self._desk.read(self, person_history, who, done=self._show_newest, newest="journal")

    def _go_on(self) -> None:
        if self._who is not None:
            self._desk.read(
                self,
                person_history,
                self._who,
                before=self._last,
                done=self._show_more,
                newest="journal",
            )

    def _show_newest(self, history: History) -> None:
        self.entries.clear()
        body = self._card.body
        while body.count() > 1:
            item = body.takeAt(1)
            gone = item.widget() if item is not None else None
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._show_more(history)

    def _show_more(self, history: History) -> None:
        for entry in history.entries:
            self._card.body.addWidget(_Entry(entry))
        self.entries += history.entries
        self._last = self.entries[-1].place if self.entries else None
        show_if(self._empty, not self.entries)
        show_if(self.older, history.more)


class _Entry(QWidget):
    """When and who at the left, what at the right."""

    def __init__(self, entry: HistoryEntry) -> None:
        super().__init__()
        when = QVBoxLayout()
        when.setSpacing(0)
        when.addWidget(Words(moment_text(entry.at)))
        when.addWidget(Caption(entry.actor))
        when.addStretch(1)
        what = QVBoxLayout()
        what.setSpacing(0)
        what.addWidget(Paragraph(headline(entry), Size.STRONG))
        if told := about(entry):
            what.addWidget(Paragraph(told))
        for field, before, after in changes_told(entry):
            words = _("{field}: {before} → {after}")
            what.addWidget(Paragraph(words.format(field=field, before=before, after=after)))
        what.addStretch(1)
        left = QWidget()
        left.setLayout(when)
        when.setContentsMargins(0, 0, 0, 0)
        left.setFixedWidth(tokens().px(160))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(16)
        layout.addWidget(left)
        layout.addLayout(what, 1)
