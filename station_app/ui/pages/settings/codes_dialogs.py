"""Asking for an entry of a code list, and from which day on it is offered no longer."""

from datetime import date

from PySide6.QtWidgets import QWidget

from station_app.clock import today
from station_app.domain.code_entries import (
    LONGEST_CODE,
    LONGEST_ENGLISH,
    LONGEST_LABEL,
    CodeEndsEarly,
    CodeLabelFigures,
    CodeLabelTaken,
    CodeTaken,
    CodeUnreadable,
)
from station_app.domain.codes import Code, ListName
from station_app.domain.fields import MissingField, TextLength
from station_app.domain.names import sounds
from station_app.errors import StationError
from station_app.i18n import _
from station_app.services.code_lists import add_entry, change_entry, retire_entry
from station_app.ui.desk import Desk
from station_app.ui.theme import Tone
from station_app.ui.widgets import DateField, DialogFrame, Form, Paragraph, TextField
from station_app.wording import sentence
from station_app.wording.code_lists import list_label


class EntryDialog(DialogFrame):
    """A new entry, whose code is offered from its initials; or one to change, whose code stays."""

    def __init__(
        self, desk: Desk, parent: QWidget, list_name: ListName, entry: Code | None = None
    ) -> None:
        title = _("New entry: {list}") if entry is None else _("Change an entry: {list}")
        super().__init__(
            parent, title.format(list=list_label(list_name)), primary=_("Save"), width=640
        )
        self.desk = desk
        self._list_name = list_name
        self._entry = entry
        self._offered = ""
        self._make(today(desk.clock))
        if entry is None:
            self.zh.changed.connect(self._offer_code)
        else:
            self._show(entry)
        self.form.rest()
        self.add_form(self.form)
        self.confirmed.connect(self._save)

    def _make(self, day: date) -> None:
        self.form = Form(columns=2)
        self.zh = self.form.add("zh", _("Name in Chinese"), TextField(), required=True)
        hint = _("Left empty, the Chinese name is shown")
        self.en = self.form.add("en", _("Name in English"), TextField(), hint=hint)
        hint = _("Letters and digits; kept in records and never changed")
        self.code = self.form.add(
            "code", _("Entry code"), TextField(), hint=hint, required=True, span=2
        )
        self.valid_from = self.form.add("valid_from", _("Offered from"), DateField(day))
        self.valid_until = self.form.add(
            "valid_until",
            _("Retired on"),
            DateField(day),
            hint=_("Empty: offered without an end"),
        )
        self.zh.setMaxLength(LONGEST_LABEL)
        self.en.setMaxLength(LONGEST_ENGLISH)
        self.code.setMaxLength(LONGEST_CODE)

    def _show(self, entry: Code) -> None:
        for key in ("zh", "en", "code", "valid_from", "valid_until"):
            getattr(self, key).set_value(getattr(entry, key))
        self.code.setEnabled(False)

    def _offer_code(self) -> None:
        """The initials of the name, as long as nobody has typed another code."""
        if self.code.value() == self._offered:
            said = sounds(self.zh.value()).initials
            self._offered = "".join(filter(str.isascii, said))[:LONGEST_CODE]
            self.code.set_value(self._offered)

    def _save(self) -> None:
        self.refuse("")
        if not self.form.check():
            return
        entry = Code(
            self.code.value(),
            self.zh.value(),
            self.en.value(),
            valid_from=self.valid_from.value(),
            valid_until=self.valid_until.value(),
        )
        self.set_busy(True)
        self.desk.write(
            self,
            add_entry if self._entry is None else change_entry,
            self._list_name,
            entry,
            done=lambda _nothing: self._saved(entry),
            refused=self._refused,
        )

    def _saved(self, entry: Code) -> None:
        self.form.rest()
        self.accept()
        self.desk.tell(Tone.OK, _("“{label}” is saved.").format(label=entry.zh))

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        if field := self._field_of(error):
            self.form.problem(field, sentence(error))
        else:
            self.refuse(sentence(error))

    def _field_of(self, error: StationError) -> str:
        match error:
            case CodeUnreadable() | CodeTaken():
                return "code"
            case MissingField() | TextLength():
                return error.field
            case CodeLabelTaken() | CodeLabelFigures():
                return "en" if error.label == self.en.value() else "zh"
            case CodeEndsEarly():
                return "valid_until"
        return ""


class RetireDialog(DialogFrame):
    """From which day on an entry is offered no longer."""

    def __init__(
        self, desk: Desk, parent: QWidget, list_name: ListName, entry: Code, day: date
    ) -> None:
        title = _("Retire “{label}”?").format(label=entry.zh)
        super().__init__(parent, title, primary=_("Retire"), cancel=_("Go back"), width=460)
        self.desk = desk
        self._list_name = list_name
        self._entry = entry
        self.body.addWidget(
            Paragraph(_("Forms offer it no longer; what was recorded with it stays readable."))
        )
        self.form = Form()
        self.day = self.form.add("day", _("Retired on"), DateField(day, day), required=True)
        self.form.rest()
        self.add_form(self.form)
        self.confirmed.connect(self._retire)

    def _retire(self) -> None:
        if not self.form.check():
            return
        self.set_busy(True)
        self.desk.write(
            self,
            retire_entry,
            self._list_name,
            self._entry.code,
            self.day.value(),
            done=self._retired,
            refused=self._refused,
        )

    def _retired(self, _nothing: None) -> None:
        self.accept()
        self.desk.tell(Tone.OK, _("“{label}” is retired.").format(label=self._entry.zh))

    def _refused(self, error: StationError) -> None:
        self.set_busy(False)
        self.form.problem("day", sentence(error))
