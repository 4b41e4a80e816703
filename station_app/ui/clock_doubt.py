"""A clock that may be wrong: asked about once, when the window has come up."""

from PySide6.QtWidgets import QWidget

from station_app.i18n import _
from station_app.services.clock_check import ClockAnswer, ClockDoubt, answer_clock, clock_doubt
from station_app.ui.desk import Desk
from station_app.ui.theme import Tone
from station_app.ui.widgets import Button, DialogFrame, Paragraph
from station_app.wording.hours import clock_doubt_text


def ask_about_clock(desk: Desk, window: QWidget) -> None:
    """Ask whether the clock is right, where it was set back or is years ahead of the journal."""

    def ask(doubt: ClockDoubt | None) -> None:
        if doubt is not None:
            ClockDialog(desk, window, doubt).open()

    desk.read(window, clock_doubt, done=ask)


class ClockDialog(DialogFrame):
    """The journal keeps either answer; the clock itself is set in the system."""

    def __init__(self, desk: Desk, parent: QWidget, doubt: ClockDoubt) -> None:
        super().__init__(
            parent,
            _("Is the clock of this PC right?"),
            primary=_("The clock is right"),
            cancel=_("Decide later"),
            width=520,
        )
        self._desk, self._doubt = desk, doubt
        self.wrong = Button(_("It is wrong"))
        self.add_button(self.wrong)
        self.body.addWidget(Paragraph(clock_doubt_text(doubt)))
        told = _("What is entered now is marked in the journal. Your answer is kept there too.")
        self.body.addWidget(Paragraph(told, tone=Tone.MUTED))
        self.confirmed.connect(lambda: self._answer(ClockAnswer.RIGHT))
        self.wrong.clicked.connect(lambda: self._answer(ClockAnswer.WRONG))

    def _answer(self, answer: ClockAnswer) -> None:
        self.set_busy(True)
        self._desk.write(
            self, answer_clock, self._doubt, answer, done=lambda _nothing: self._kept(answer)
        )

    def _kept(self, answer: ClockAnswer) -> None:
        self.accept()
        if answer is ClockAnswer.WRONG:
            told = _("Close the program, set date and time in the system, then open it again.")
            self._desk.tell(Tone.WARN, told)
