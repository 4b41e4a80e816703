"""The journal: where it stands, and whether it holds."""

from station_app.i18n import _
from station_app.services.journal import Head, Verdict, journal_head, verify_journal
from station_app.ui.desk import Desk
from station_app.ui.theme import Size, Tone
from station_app.ui.widgets import Banner, Button, Caption, Card, Words
from station_app.wording.journal import holds, verdict_text


class JournalPart(Card):
    """The code for the paper log book, and a walk along the whole chain."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Journal"))
        self.desk = desk
        self.code = Words("", Size.DISPLAY)
        self.entries = Caption()
        self.told = Banner()
        self.verify = Button(_("Verify now"), icon="check")
        self.verify.clicked.connect(self._verify)
        self.add_action(self.verify)
        why = Caption(
            _(
                "Write this code and the date into the paper log book now and then: it proves "
                "later that nothing before it was changed."
            )
        )
        why.setWordWrap(True)
        for widget in (Caption(_("Code for the log book")), self.code, self.entries, why):
            self.body.addWidget(widget)
        self.body.addWidget(self.told)
        self.body.addStretch(1)
        desk.changed.connect(lambda _tables: self._read())
        self._read()

    def _read(self) -> None:
        self.desk.read(self, journal_head, done=self._show, newest="head")

    def _show(self, head: Head) -> None:
        self.code.setText(head.code)
        self.entries.setText(_("Entry {seq}").format(seq=f"{head.seq:,}"))

    def _verify(self) -> None:
        self.verify.setEnabled(False)
        self.told.say("")
        office = self.desk.office
        self.desk.press(
            self,
            lambda _task: office.read(verify_journal),
            done=self._on_verdict,
            title=_("Walking the journal …"),
        )

    def _on_verdict(self, verdict: Verdict) -> None:
        self.verify.setEnabled(True)
        self._show(verdict.head)
        self.told.say(verdict_text(verdict), Tone.OK if holds(verdict) else Tone.DANGER)
