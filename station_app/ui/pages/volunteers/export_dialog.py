"""Personal data into a file: of whom, why, and whether with whole document numbers."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Final
from uuid import UUID

from PySide6.QtWidgets import QWidget

from station_app.clock import today
from station_app.errors import StationError
from station_app.i18n import N_, _, ngettext
from station_app.services.lists.people import PeopleFilter
from station_app.services.people_files import Exported, export_people
from station_app.services.tasks import Task
from station_app.ui.desk import Desk
from station_app.ui.theme import Tone
from station_app.ui.widgets import Check, Choice, DialogFrame, Form, Paragraph, TextField
from station_app.ui.widgets.choosing import choose_table_to_save
from station_app.wording import sentence
from station_app.wording.people_files import exported_text
from station_app.wording.values import day_text

_REASONS: Final = (
    N_("Calling people for a roster or an activity"),
    N_("Entering the records into the designated system"),
    N_("The superior asked for the list"),
    N_("Buying insurance for volunteers"),
)


class Whom(StrEnum):
    """Of whom the file is to tell."""

    ALL = "all"
    FOUND = "found"
    CHOSEN = "chosen"


class ExportDialog(DialogFrame):
    """Asks what, why and how whole, then for the file; the journal keeps the answers."""

    def __init__(
        self, desk: Desk, parent: QWidget, found: PeopleFilter, chosen: Sequence[str]
    ) -> None:
        """`found` is the filter of the list, `chosen` its chosen rows."""
        title = _("Export volunteers")
        super().__init__(parent, title, primary=_("Choose a file…"), width=520)
        self.desk = desk
        self._found = found
        self._chosen = [UUID(one) for one in chosen]
        self.body.addWidget(
            Paragraph(
                _("Personal data leaves with this file. The journal keeps who took it and why."),
                tone=Tone.MUTED,
            )
        )
        self._furnish()
        self.confirmed.connect(self._ask_for_file)

    def _furnish(self) -> None:
        form = Form()
        self.whom = form.add("whom", _("Whom"), Choice(self._offered()))
        self.whom.set_value(self._likely())
        reasons = [(_(reason), _(reason)) for reason in _REASONS]
        other = ("", _("Another reason"))
        self.reason = form.add("reason", _("What for"), Choice((*reasons, other)))
        self.words = form.add("words", _("In words"), TextField(), hint=_("For another reason"))
        self.words.setMaxLength(100)
        self.words.setEnabled(False)
        self.reason.changed.connect(lambda: self.words.setEnabled(not self.reason.value()))
        self.full = form.add(
            "full",
            _("Document numbers"),
            Check(_("Whole, for the designated system or an insurer")),
            hint=_("Without the tick they are masked, and the file cannot be imported again."),
        )
        self.form = form
        self.add_form(form)

    def _offered(self) -> list[tuple[Whom, str]]:
        offered = [(Whom.ALL, _("Everybody"))]
        if self._found != PeopleFilter():
            offered.append((Whom.FOUND, _("Those found in the list now")))
        if self._chosen:
            told = ngettext("{count} chosen row", "{count} chosen rows", len(self._chosen))
            offered.append((Whom.CHOSEN, told.format(count=f"{len(self._chosen):,}")))
        return offered

    def _likely(self) -> Whom:
        """Several chosen rows were chosen for something; one is only where the keyboard stands."""
        if len(self._chosen) > 1:
            return Whom.CHOSEN
        return Whom.FOUND if self._found != PeopleFilter() else Whom.ALL

    def _ask_for_file(self) -> None:
        why = self.reason.value() or self.words.value()
        self.form.clear_problems()
        if not why:
            self.form.problem("words", _("Say why: the reason is kept with the record."))
            return
        name = _("Volunteers {day}").format(day=day_text(today(self.desk.clock)))
        choose_table_to_save(self, _("Export volunteers"), name, partial(self._export, why))

    def _export(self, why: str, path: Path) -> None:
        self.refuse("")
        self.set_busy(True)
        office, full = self.desk.office, self.full.value()
        by: dict[Whom, PeopleFilter | list[UUID]]
        by = {Whom.ALL: PeopleFilter(), Whom.FOUND: self._found, Whom.CHOSEN: self._chosen}
        whom = by[self.whom.value()]

        def work(task: Task) -> Exported:
            return export_people(office, path, whom=whom, why=why, full_documents=full, task=task)

        self.desk.press(self, work, done=self._done, refused=self._refused, title=_("Exporting …"))

    def _done(self, made: Exported) -> None:
        self.form.touched = False
        self.desk.tell(Tone.OK, exported_text(made))
        self.accept()

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        self.refuse(sentence(error))
