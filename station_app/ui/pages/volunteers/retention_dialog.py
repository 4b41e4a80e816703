"""Who has not served for years: looked through by a person, never erased by itself."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from station_app.clock import today
from station_app.domain.erasing import Cause
from station_app.domain.retention import LONGEST, SHORTEST, RetentionRule
from station_app.i18n import N_, _, ngettext
from station_app.services.erasing import ErasedAll, erase_people
from station_app.services.lists import retention
from station_app.services.lists.retention import RetentionFilter, RetentionOrder, RetentionRow
from station_app.services.settings import retention as usual
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.pages.volunteers.erase_dialog import EraseDialog, tell_erased
from station_app.ui.tables import Align, Column, Empty, ListView, OfficeList
from station_app.ui.theme import Tone
from station_app.ui.widgets import (
    Caption,
    DialogFrame,
    Kind,
    NumberField,
    Paragraph,
    Title,
    Words,
)
from station_app.ui.widgets.reason import ReasonDialog
from station_app.wording.outcome import outcome_text, refusal_text
from station_app.wording.values import day_text, hours_text

_TABLES = frozenset({"volunteer", "attendance"})
_COLUMNS: tuple[Column[RetentionRow], ...] = (
    Column(
        N_("Name"),
        lambda row: row.name,
        order=RetentionOrder.NAME,
        width=180,
        strong=True,
        stretch=True,
    ),
    Column(N_("Number"), lambda row: row.number, order=RetentionOrder.NUMBER, width=120),
    Column(
        N_("Registered"),
        lambda row: day_text(row.registered_on),
        order=RetentionOrder.REGISTERED,
        width=124,
    ),
    Column(
        N_("Last service"),
        lambda row: day_text(row.last_on) or _("never"),
        order=RetentionOrder.SERVED,
        width=124,
    ),
    Column(N_("Hours"), lambda row: hours_text(row.minutes), align=Align.RIGHT, width=104),
)


class RetentionDialog(DialogFrame):
    """The list after so many years; Enter looks at one person, the button erases the chosen."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            parent,
            _("Long inactive"),
            primary=_("Erase the chosen…"),
            kind=Kind.DANGER,
            cancel=_("Close"),
            fills=True,
        )
        self.desk = desk
        self.years = NumberField(SHORTEST, LONGEST, RetentionRule().years, unit=_("years"))
        self.years.setAccessibleName(_("Years without service"))
        self.list = ListView(
            desk,
            OfficeList(desk.office, retention.ids, retention.rows, _TABLES),
            _COLUMNS,
            name="retention",
            label=_("Long inactive"),
            empty=Empty("ok", _("Everybody here served or was registered within these years.")),
        )
        self.list.model.order = RetentionOrder.SERVED
        self._furnish()
        self.years.changed.connect(self._show)
        self.list.opened.connect(self._look)
        self.list.chosen.connect(lambda chosen: self.primary.setEnabled(bool(chosen)))
        self.confirmed.connect(self._ask)
        self.primary.setEnabled(False)
        self.list.setFocus()
        desk.read(self, usual, done=lambda rule: self.years.set_value(rule.years))
        self._show()

    def _furnish(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Words(_("No service, and registered, for more than")))
        line.addWidget(self.years)
        line.addStretch(1)
        told = Paragraph(
            _(
                "Personal data is kept no longer than it is needed. Nothing goes by itself: look "
                "through the list and choose. Hours and certificates stay."
            ),
            tone=Tone.MUTED,
        )
        self.body.addWidget(told)
        self.body.addLayout(line)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(Caption(_("Enter: see what would go and what stays.")))

    def _show(self) -> None:
        before = RetentionRule(self.years.value()).before(today(self.desk.clock))
        self.list.open(RetentionFilter(before))

    def _look(self, person: str) -> None:
        EraseDialog(self.desk, self, UUID(person), Cause.RETENTION).open()

    def _ask(self) -> None:
        chosen = self.list.selected()
        if not chosen:
            return
        title = ngettext(
            "Erase the data of {count} person?", "Erase the data of {count} people?", len(chosen)
        ).format(count=f"{len(chosen):,}")
        text = _(
            "Contact, document number and everything told beyond what the law asks for goes for "
            "good. Names, hours and certificates stay. This cannot be undone."
        )
        dialog = ReasonDialog(self, title, text, primary=_("Erase for good"))
        dialog.given.connect(partial(self._erase, dialog, chosen))
        dialog.open()

    def _erase(self, dialog: ReasonDialog, chosen: list[str], note: str) -> None:
        dialog.accept()
        self.set_busy(True)
        office, people = self.desk.office, [UUID(one) for one in chosen]

        def work(task: Task) -> ErasedAll:
            return erase_people(office, people, cause=Cause.RETENTION, note=note, task=task)

        self.desk.press(self, work, done=self._done, title=_("Erasing …"))

    def _done(self, done: ErasedAll) -> None:
        self.set_busy(not self.list.selected())
        if done.outcome.refused:
            _Account(self, done).open()
        else:
            tell_erased(self.desk, outcome_text(done.outcome), swept=done.swept)


class _Account(DialogFrame):
    """Who was not erased, one by one, and why."""

    def __init__(self, parent: QWidget, done: ErasedAll) -> None:
        super().__init__(parent, _("Not everybody was erased"), primary=_("Close"), width=560)
        self.cancel.hide()
        self.body.addWidget(Title(outcome_text(done.outcome)))
        for refusal in done.outcome.refused:
            self.body.addWidget(Paragraph(refusal_text(refusal), tone=Tone.DANGER))
        self.confirmed.connect(self.accept)
