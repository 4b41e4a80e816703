"""One stay whole: who, when, where it is known from; and the way to strike it out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.i18n import _, ngettext
from station_app.services.attendance import void_stay
from station_app.services.evaluations import ServedShift, served_with
from station_app.services.lists.attendance import StayRow
from station_app.services.stay_stories import StayStory, stay_story
from station_app.ui.desk import Desk
from station_app.ui.pages.hours.correct_dialog import CorrectDialog
from station_app.ui.pages.hours.evaluate_dialog import EvaluateDialog
from station_app.ui.pages.hours.story import story_facts, story_lines
from station_app.ui.widgets import Button, DialogFrame, Facts, Tone
from station_app.ui.widgets.lines import Lines
from station_app.ui.widgets.reason import ReasonDialog
from station_app.wording.attendance import origin_label, void_reason_text
from station_app.wording.days import clock_span, day_words
from station_app.wording.values import hours_with_unit, moment_text


class StayDialog(DialogFrame):
    """Facts to read, where the hours come from; `closing(stay)` when an open one shall get its end.

    What else can be done with it is offered once its story is read.
    """

    closing = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget, stay: StayRow) -> None:
        super().__init__(parent, stay.name, primary=_("Done"), width=640)
        self._desk = desk
        self._stay = stay
        self._facts = Facts()
        self._facts.show_facts(_facts(stay))
        self.history = Lines("")
        self.history.hide()
        self.body.addWidget(self._facts)
        self.body.addWidget(self.history)
        self.person = Button(_("Show volunteer"), icon="person")
        self.correct = Button(_("Correct…"), icon="edit")
        self.evaluate = Button(_("Evaluate…"), icon="star")
        self.close_stay = Button(_("Close stay…"), icon="check-out")
        self.strike = Button(_("Strike out…"), icon="void")
        self._lay_buttons()
        self.cancel.hide()
        self.confirmed.connect(self.accept)
        self.strike.clicked.connect(self._ask_reason)
        self.close_stay.clicked.connect(self._go_close)
        self.person.clicked.connect(self._go_person)
        self.evaluate.clicked.connect(self._read_shift)
        desk.read(self, stay_story, stay.id, done=self._show_story)

    def _lay_buttons(self) -> None:
        stands, ended = not self._stay.void_reason, self._stay.left_at is not None
        self.strike.setVisible(stands)
        self.close_stay.setVisible(stands and not ended)
        for button in (self.correct, self.evaluate):
            button.setVisible(stands and ended)
            button.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.person, self.correct, self.evaluate, self.close_stay, self.strike):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def _show_story(self, story: StayStory) -> None:
        self._facts.show_facts([*_facts(self._stay), *story_facts(story)])
        lines = story_lines(story)
        self.history.show_lines(lines)
        self.history.setVisible(bool(lines))
        self.correct.clicked.connect(lambda: self._open_correcting(story))
        for button in (self.correct, self.evaluate):
            button.setEnabled(True)
        self.refuse("")  # takes the room that is needed now

    def _open_correcting(self, story: StayStory) -> None:
        dialog = CorrectDialog(self._desk, self, self._stay, story.now)
        dialog.corrected.connect(self._tell)
        dialog.open()

    def _read_shift(self) -> None:
        self._desk.read(self, served_with, self._stay.id, done=self._open_evaluating)

    def _open_evaluating(self, shift: ServedShift) -> None:
        dialog = EvaluateDialog(self._desk, self, shift)
        dialog.evaluated.connect(self._on_evaluated)
        dialog.open()

    def _on_evaluated(self, count: int) -> None:
        words = _("The evaluation is struck out.")
        if count:
            words = ngettext("{count} stay is evaluated.", "{count} stays are evaluated.", count)
        self._tell(words.format(count=count))

    def _tell(self, words: str) -> None:
        self.accept()
        self._desk.tell(Tone.OK, words)

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
