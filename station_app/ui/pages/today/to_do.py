"""What is due, each with the way to it; or that nothing is."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from station_app.i18n import N_, _, ngettext
from station_app.services.today import Due, DueKind
from station_app.ui.desk import Desk
from station_app.ui.icons import pixmap
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import Button, Card, EmptyState, Kind, Paragraph

_WAYS: Final = {
    DueKind.FORGOTTEN: (Tone.DANGER, "clock", N_("Close stays"), "attendance", "forgotten"),
    DueKind.CERTIFICATES: (Tone.DANGER, "certificates", N_("Certificates"), "certificates", ""),
    DueKind.SHIFTS: (Tone.WARN, "calendar", N_("Make shifts"), "posts", "make"),
    DueKind.BUNDLE: (Tone.WARN, "bundles", N_("Export"), "bundles", "write"),
    DueKind.CALENDAR: (Tone.INFO, "info", N_("Calendar"), "settings", "calendar"),
}


class ToDo(Card):
    """One line for each thing that is due."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("To do"))
        self._desk = desk
        self._shown: tuple[Due, ...] | None = None
        self.buttons: dict[DueKind, Button] = {}

    def show_due(self, due: tuple[Due, ...]) -> None:
        """Show these; the keyboard stays where it is as long as nothing changed."""
        if due == self._shown:
            return
        self._shown = due
        self._clear()
        self.set_title(_("To do: {count}").format(count=len(due)) if due else _("To do"))
        for one in due:
            self.body.addWidget(self._line(one))
        if due:
            self.body.addStretch(1)
        else:
            self.body.addWidget(EmptyState("ok", _("Nothing is due. Have a good day.")), 1)

    def _line(self, due: Due) -> QWidget:
        tone, icon, label, page, what = _WAYS[due.kind]
        picture = QLabel()
        picture.setPixmap(pixmap(icon, tokens().colours.ink(tone), tokens().icon))
        button = Button(_(label), Kind.QUIET, icon="chevron-right")
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.clicked.connect(lambda: self._desk.go(page, what))
        self.buttons[due.kind] = button
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(picture)
        layout.addWidget(Paragraph(due_text(due)), 1)
        layout.addWidget(button)
        return line

    def _clear(self) -> None:
        self.buttons.clear()
        while (item := self.body.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()


def due_text(due: Due) -> str:
    """One thing to do, as a sentence."""
    words = {
        DueKind.FORGOTTEN: _forgotten,
        DueKind.CERTIFICATES: _certificates,
        DueKind.SHIFTS: _shifts,
        DueKind.BUNDLE: _bundle,
        DueKind.CALENDAR: _calendar,
    }
    return words[due.kind](due.count)


def _forgotten(count: int) -> str:
    return ngettext(
        "{count} sign-out was forgotten. Ask, then close the stay.",
        "{count} sign-outs were forgotten. Ask, then close the stays.",
        count,
    ).format(count=count)


def _certificates(count: int) -> str:
    return ngettext(
        "{count} certificate was lost when the program stopped. Issue it again.",
        "{count} certificates were lost when the program stopped. Issue them again.",
        count,
    ).format(count=count)


def _shifts(count: int) -> str:
    return ngettext(
        "{count} post has no shifts next month yet.",
        "{count} posts have no shifts next month yet.",
        count,
    ).format(count=count)


def _bundle(count: int) -> str:
    return ngettext(
        "No bundle was exported for {count} day.",
        "No bundle was exported for {count} days.",
        count,
    ).format(count=count)


def _calendar(count: int) -> str:
    return _("The days off of {year} are only estimated until they are announced.").format(
        year=count
    )
