"""One stay whole: who, when, where it is known from; and the way to strike it out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.i18n import _
from station_app.services.attendance import void_stay
from station_app.services.lists.attendance import StayRow
from station_app.ui.desk import Desk
from station_app.ui.widgets import Button, DialogFrame, Facts, Tone
from station_app.ui.widgets.reason import ReasonDialog
from station_app.wording.attendance import origin_label, void_reason_text
from station_app.wording.days import clock_span, day_words
from station_app.wording.values import hours_with_unit, moment_text


class StayDialog(DialogFrame):
    """Facts to read; `closing(stay)` when an open one shall get its end."""

    closing = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, stay: StayRow) -> None:
        super().__init__(parent, stay.name, primary=_("Done"), width=560)
        self._desk = desk
        self._stay = stay
        facts = Facts()
        facts.show_facts(_facts(stay))
        self.body.addWidget(facts)
        self.strike = Button(_("Strike out…"), icon="void")
        self.close_stay = Button(_("Close stay…"), icon="check-out")
        self.person = Button(_("Show volunteer"), icon="person")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.person, self.close_stay, self.strike):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.strike.setVisible(not stay.void_reason)
        self.close_stay.setVisible(stay.left_at is None and not stay.void_reason)
        self.cancel.hide()
        self.confirmed.connect(self.accept)
        self.strike.clicked.connect(self._ask_reason)
        self.close_stay.clicked.connect(self._go_close)
        self.person.clicked.connect(self._go_person)

    def _go_close(self) -> None:
        self.accept()
        self.closing.emit(self._stay)

    def _go_person(self) -> None:
        self.accept()
        self._desk.go("volunteers", str(self._stay.volunteer_id))

    def _ask_reason(self) -> None:
        stay = self._stay
        text = _("{name}, {day} {time}, {post}. The stay no longer counts, but stays visible.")
        told = text.format(
            name=stay.name,
            day=day_words(stay.day),
            time=clock_span(stay.came_at, stay.left_at),
            post=stay.post,
        )
        dialog = ReasonDialog(self, _("Strike out this stay?"), told, primary=_("Strike out"))
        dialog.given.connect(
            lambda reason: self._desk.write(
                dialog,
                void_stay,
                stay.id,
                reason,
                done=lambda _nothing: self._struck_out(dialog),
                refused=dialog.refused,
            )
        )
        dialog.open()

    def _struck_out(self, dialog: ReasonDialog) -> None:
        dialog.accept()
        self.accept()
        self._desk.tell(
            Tone.OK, _("The stay of {name} is struck out.").format(name=self._stay.name)
        )


def _facts(stay: StayRow) -> list[tuple[str, str]]:
    facts = [
        (_("Number"), stay.number),
        (_("Post"), stay.post),
        (_("Came"), moment_text(stay.came_at)),
        (_("Left"), moment_text(stay.left_at) or _("Not signed out")),
        (_("Counted time"), hours_with_unit(stay.minutes) if stay.minutes is not None else ""),
        (_("Shift"), _("Walk-in, outside the shifts") if stay.walk_in else _("Within a shift")),
        (_("Known from"), origin_label(stay.origin)),
        (_("Evidence"), stay.evidence),
        (_("Entered by"), stay.entered_by),
        (_("Entered at"), moment_text(stay.entered_at)),
    ]
    if stay.void_reason:
        facts.append((_("Struck out"), void_reason_text(stay.void_reason)))
    return facts
