"""What is due, each with the way to it; or that nothing is."""

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from station_app.clock import local
from station_app.domain.sheet_codes import sheet_code
from station_app.i18n import N_, _, ngettext
from station_app.services.countdown import Unrecorded
from station_app.services.today import Due, DueKind
from station_app.ui.desk import Desk
from station_app.ui.icons import pixmap
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import Button, Card, EmptyState, Kind, Paragraph
from station_app.wording.days import day_words, month_words

_MOST: Final = 3  # shifts to record, before the rest is asked for
_SOON: Final = 3  # working days

_WAYS: Final = {
    DueKind.FORGOTTEN: (Tone.DANGER, "clock", N_("Close stays"), "attendance", "forgotten"),
    DueKind.MONTH: (Tone.WARN, "lock", N_("Close month"), "attendance", "months"),
    DueKind.CERTIFICATES: (Tone.DANGER, "certificates", N_("Certificates"), "certificates", ""),
    DueKind.SHIFTS: (Tone.WARN, "calendar", N_("Make shifts"), "posts", "make"),
    DueKind.BUNDLE: (Tone.WARN, "bundles", N_("Export"), "bundles", "write"),
    DueKind.CALENDAR: (Tone.INFO, "info", N_("Calendar"), "settings", "calendar"),
}


class ToDo(Card):
    """One line for each thing that is due; shifts that wait for their record come first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("To do"))
        self._desk = desk
        self._shown: tuple[tuple[Unrecorded, ...], tuple[Due, ...]] | None = None
        self._whole = False
        self.buttons: dict[DueKind, Button] = {}
        self.records: list[Button] = []

    def show_due(self, unrecorded: tuple[Unrecorded, ...], due: tuple[Due, ...]) -> None:
        """Show these; the keyboard stays where it is as long as nothing changed."""
        if (unrecorded, due) == self._shown:
            return
        self._shown = (unrecorded, due)
        self._clear()
        count = len(unrecorded) + len(due)
        self.set_title(_("To do: {count}").format(count=count) if count else _("To do"))
        shown = unrecorded if self._whole else unrecorded[:_MOST]
        for shift in shown:
            self.body.addWidget(self._record(shift))
        if more := len(unrecorded) - len(shown):
            self.body.addWidget(self._more(more))
        for one in due:
            self.body.addWidget(self._due(one))
        if count:
            self.body.addStretch(1)
        else:
            self.body.addWidget(EmptyState("ok", _("Nothing is due. Have a good day.")), 1)

    def _due(self, due: Due) -> QWidget:
        tone, icon, label, page, what = _WAYS[due.kind]
        button = _way(_(label))
        button.clicked.connect(lambda: self._desk.go(page, what))
        self.buttons[due.kind] = button
        return _line(icon, tone, due_text(due), button)

    def _record(self, shift: Unrecorded) -> QWidget:
        """A shift that is to be recorded within ten working days (Order 67, art. 11)."""
        what = f"sheet:{sheet_code(shift.shift_id)}"
        button = _way(_("Close stays") if shift.still_open else _("Enter sheet"))
        button.clicked.connect(
            lambda: self._desk.go("attendance", "forgotten" if shift.still_open else what)
        )
        self.records.append(button)
        tone = Tone.DANGER if shift.left < 0 else Tone.WARN if shift.left <= _SOON else Tone.INFO
        return _line("clock", tone, unrecorded_text(shift), button)

    def _more(self, count: int) -> QWidget:
        words = ngettext(
            "{count} more shift waits for its record.",
            "{count} more shifts wait for their record.",
            count,
        ).format(count=count)
        button = _way(_("Show all"))
        button.clicked.connect(self._show_whole)
        return _line("clock", Tone.INFO, words, button)

    def _show_whole(self) -> None:
        if self._shown is not None:
            shown, self._shown, self._whole = self._shown, None, True
            self.show_due(*shown)
            self.records[_MOST].setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self.buttons.clear()
        self.records.clear()
        while (item := self.body.takeAt(0)) is not None:
            if (gone := item.widget()) is not None:
                gone.hide()
                gone.deleteLater()


def _way(words: str) -> Button:
    button = Button(words, Kind.QUIET, icon="chevron-right")
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return button


def _line(icon: str, tone: Tone, words: str, button: Button) -> QWidget:
    picture = QLabel()
    picture.setPixmap(pixmap(icon, tokens().colours.ink(tone), tokens().icon))
    line = QWidget()
    layout = QHBoxLayout(line)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8)
    layout.addWidget(picture)
    layout.addWidget(Paragraph(words), 1)
    layout.addWidget(button)
    return line


def unrecorded_text(shift: Unrecorded) -> str:
    """Which shift is to be recorded, and how long there is time."""
    what = _("{post}, {day}").format(post=shift.post, day=day_words(local(shift.starts_at).date()))
    if shift.left < 0:
        late = ngettext(
            "{what}: not recorded, {count} working day too late.",
            "{what}: not recorded, {count} working days too late.",
            -shift.left,
        )
        return late.format(what=what, count=-shift.left)
    if shift.left == 0:
        return _("{what}: to be recorded today at the latest.").format(what=what)
    left = ngettext(
        "{what}: to be recorded, {count} working day left.",
        "{what}: to be recorded, {count} working days left.",
        shift.left,
    )
    return left.format(what=what, count=shift.left)


def due_text(due: Due) -> str:
    """One thing to do, as a sentence."""
    words = {
        DueKind.FORGOTTEN: _forgotten,
        DueKind.MONTH: _month,
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


def _month(count: int) -> str:
    month = date(*divmod(count, 100), 1)
    return _("{month} is over and not closed yet.").format(month=month_words(month))


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
