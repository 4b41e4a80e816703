"""The table of stars: how many hours make which, and which hours count."""

from typing import Any, Final

from PySide6.QtWidgets import QWidget

from station_app.domain.stars import (
    DEFAULT,
    MOST_HOURS,
    Basis,
    StarHoursOutOfRange,
    StarsNotAscending,
    StarTable,
    StarTableEmpty,
)
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.stars import change_star_table, star_table
from station_app.ui.desk import Desk
from station_app.ui.theme import Tone
from station_app.ui.widgets import (
    Button,
    Card,
    Choice,
    DialogFrame,
    Facts,
    Form,
    Kind,
    NumberField,
    Words,
)
from station_app.wording import sentence
from station_app.wording.stars import basis_label, star_text
from station_app.wording.values import hours_with_unit

_STARS: Final = 5


class StarsPart(Card):
    """What the table says."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Star ratings"))
        self.desk = desk
        self._table = DEFAULT
        self._basis = Words(tone=Tone.MUTED)
        self._facts = Facts(columns=_STARS)
        self.edit = Button(_("Change…"), Kind.QUIET, icon="edit")
        self.edit.clicked.connect(self.change)
        self.add_action(self.edit)
        self.body.addWidget(self._basis)
        self.body.addWidget(self._facts)
        self.body.addStretch(1)
        desk.changed.connect(self._on_change)
        self._read()

    def change(self) -> None:
        """Ask for another table."""
        StarTableDialog(self.desk, self, self._table).open()

    def _read(self) -> None:
        self.desk.read(self, star_table, done=self._show, newest="table")

    def _show(self, table: StarTable) -> None:
        self._table = table
        self._basis.setText(basis_label(table.basis))
        self._facts.show_facts(
            (star_text(star), hours_with_unit(hours * 60))
            for star, hours in enumerate(table.hours, start=1)
        )

    def _on_change(self, tables: frozenset[str]) -> None:
        if "star_setting" in tables:
            self._read()


class StarTableDialog(DialogFrame):
    """The form of the table; stars left at none are not given."""

    def __init__(self, desk: Desk, parent: QWidget, table: StarTable) -> None:
        super().__init__(parent, _("Change the star ratings"), primary=_("Save"), width=640)
        self.desk = desk
        count = max(_STARS, len(table.hours))
        self.form = Form(columns=_STARS)
        bases = [(basis, basis_label(basis)) for basis in Basis]
        self.basis = self.form.add(
            "basis",
            _("Which hours count"),
            Choice(bases),
            hint=_("Stars confirmed so far stay, whatever changes here."),
            span=_STARS,
        )
        self.basis.set_value(table.basis)
        self.hours: list[Any] = []
        for star in range(1, count + 1):
            hours = table.hours[star - 1] if star <= len(table.hours) else 0
            field = NumberField(0, MOST_HOURS, hours, unit=_("hours"))
            field.setSpecialValueText(_("not given"))
            self.hours.append(self.form.add(_key(star), star_text(star), field))
        self.form.rest()
        self.add_form(self.form)
        self.confirmed.connect(self._save)

    def table(self) -> StarTable:
        """What stands in the form; stars at the end without hours are left out."""
        hours = [field.value() for field in self.hours]
        while hours and not hours[-1]:
            hours.pop()
        return StarTable(tuple(hours), self.basis.value())

    def _save(self) -> None:
        self.refuse("")
        self.form.clear_problems()
        self.set_busy(True)
        self.desk.write(
            self, change_star_table, self.table(), done=self._on_saved, refused=self._refused
        )

    def _on_saved(self, _nothing: None) -> None:
        self.accept()
        self.desk.tell(Tone.OK, _("The star ratings are changed."))

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        match error:
            case StarHoursOutOfRange() | StarsNotAscending():
                self.form.problem(_key(error.star), _("Please check."))
            case StarTableEmpty():
                self.form.problem(_key(1), _("Please check."))
        self.refuse(sentence(error))


def _key(star: int) -> str:
    return f"star{star}"
