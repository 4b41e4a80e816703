"""Who gets a certificate and who does not, before and after: the account of a batch."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from station_app.errors import Cancelled, Refusal
from station_app.i18n import N_, _, ngettext
from station_app.services.certificates import Preview
from station_app.services.snapshots import Draft
from station_app.ui.desk import Desk
from station_app.ui.icons import icon
from station_app.ui.tables import Align, Column, Empty, ListView, RowsInHand
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import Badge, Title
from station_app.wording import sentence
from station_app.wording.certificates import reason_text
from station_app.wording.values import hours_text

COLUMNS: Final[tuple[Column[Draft], ...]] = (
    Column(N_("Name"), lambda one: one.snapshot.name, width=120, strong=True, stretch=True),
    Column(N_("Volunteer no."), lambda one: one.snapshot.volunteer_number, width=108),
    Column(N_("Visits"), lambda one: f"{one.snapshot.visits:,}", align=Align.RIGHT, width=64),
    Column(N_("Hours"), lambda one: hours_text(one.snapshot.minutes), align=Align.RIGHT, width=104),
)


class Account(QWidget):
    """Counts, everybody who gets one, and everybody who does not with the reason."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._drafts: RowsInHand[Draft] = RowsInHand()
        self.ready = Badge("", Tone.OK)
        self.left_out = Badge("", Tone.WARN)
        self.list = ListView(
            desk,
            self._drafts,
            COLUMNS,
            name="certificates-ready",
            label=_("Who gets one"),
            empty=Empty("volunteers", _("Nobody gets one.")),
        )
        self.list.setMinimumHeight(tokens().px(140))
        self.refused = RefusedList()
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Title(_("Who gets one")))
        head.addStretch(1)
        head.addWidget(self.ready)
        head.addWidget(self.left_out)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.refused)
        layout.addStretch(0)

    def show_preview(self, preview: Preview) -> None:
        """Show who is ready and who is refused."""
        ready, refused = len(preview.ready), len(preview.refused)
        self._drafts.all = preview.ready
        self.list.open()
        self.list.setVisible(bool(ready))
        told = ngettext("{count} gets one", "{count} get one", ready)
        self.ready.show_status(told.format(count=f"{ready:,}"), Tone.OK if ready else Tone.MUTED)
        told = ngettext("{count} does not", "{count} do not", refused)
        self.left_out.show_status(told.format(count=f"{refused:,}"), Tone.WARN)
        self.left_out.setVisible(bool(refused))
        self.refused.show_refused(preview.refused)


class RefusedList(QListWidget):
    """One line a person: who, why, and what to do; hidden while nobody is refused."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setAccessibleName(_("Refused"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setSpacing(4)
        self.setMaximumHeight(tokens().px(100))
        self.hide()

    def show_refused(
        self, refused: Sequence[Refusal], names: Mapping[str, str] | None = None
    ) -> None:
        """Show these; `names` by volunteer number, where the reason does not name the person."""
        self.clear()
        for line in refused_lines(refused, names or {}):
            self.addItem(QListWidgetItem(icon("warning", Tone.WARN), line))
        self.setVisible(bool(refused))


def refused_lines(refused: Iterable[Refusal], names: Mapping[str, str]) -> list[str]:
    """A sentence for each refusal, with the name and number of the person."""
    return [_refused_line(one, names) for one in refused]


def _refused_line(one: Refusal, names: Mapping[str, str]) -> str:
    stopped = isinstance(one.error, Cancelled)
    why = reason_text(one.error.code) if stopped else sentence(one.error)
    if not one.who:
        return why
    who = one.who
    if name := names.get(who) if stopped else None:
        who = _("{name} ({number})").format(name=name, number=one.who)
    return _("{who}: {why}").format(who=who, why=why)
