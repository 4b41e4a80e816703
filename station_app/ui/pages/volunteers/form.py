"""The registration form: what Order 67, art. 5 wants recorded, checked while it is typed.

Why a field is not called wrong before it was left: half a number is no mistake yet. What was wrong
once is judged with every key from then on, so that the sentence goes the moment it no longer holds.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QSizePolicy, QWidget

from station_app.domain.consents import ConsentWay
from station_app.domain.documents import Document, DocumentKind, Sex, check_document, masked
from station_app.domain.names import tidy_name
from station_app.domain.people import Draft, age_on, registration_problems
from station_app.domain.phones import tidy_phone
from station_app.errors import StationError
from station_app.i18n import _, ngettext
from station_app.ui.pages.volunteers.check_list import CheckList
from station_app.ui.theme import Tone, tokens
from station_app.ui.widgets import Choice, DateField, Form, TextField
from station_app.wording import sentence
from station_app.wording.labels import choices
from station_app.wording.people import field_label

_APART: Final = re.compile(r"[,;/\u3001\uff0c\uff1b]+")  # the commas of both keyboards
_REQUIRED: Final = (
    "name",
    "document_number",
    "sex",
    "born_on",
    "area",
    "consent_on",
    "consent_way",
)
_NO_LINE: Final = " "  # keeps the line below a field free, so that nothing jumps when it speaks


class RegistrationForm(Form):
    """A `Draft` on the screen. `document()` is what the number proves so far."""

    def __init__(self, today: date, areas: Sequence[str] = (), *, columns: int = 3) -> None:
        """`areas` are offered while typing; the first one stands in the field already."""
        super().__init__(columns)
        self._today = today
        self._left: set[str] = set()
        self._kept: str | None = None
        self._objections: dict[str, tuple[Any, str]] = {}
        self.fields: dict[str, Any] = {}
        self._make(today, columns)
        self.fields["area"].setCompleter(_completer(areas, self))
        self.edited.connect(self.recheck)
        self.show_draft(Draft(area=areas[0] if areas else "", consent_on=today))

    # What stands in it

    def draft(self) -> Draft:
        """The person as the form has it so far."""
        fields = self.fields
        sex, way = fields["sex"].value(), fields["consent_way"].value()
        return Draft(
            name=fields["name"].value(),
            sex=Sex(sex) if sex else None,
            born_on=fields["born_on"].value(),
            document_kind=DocumentKind(fields["document_kind"].value()),
            document_number=self._kept or fields["document_number"].value(),
            area=fields["area"].value(),
            phone=fields["phone"].value(),
            skills=tuple(filter(None, map(str.strip, _APART.split(fields["skills"].value())))),
            service_classes=fields["service_classes"].value(),
            consent_on=fields["consent_on"].value(),
            consent_way=ConsentWay(way) if way else None,
            remark=fields["remark"].value(),
        )

    def show_draft(self, draft: Draft) -> None:
        """Show this person; nothing counts as touched, left or wrong yet."""
        self._left.clear()
        self._objections.clear()
        self.blockSignals(True)
        for key in ("name", "document_number", "area", "phone", "remark", "service_classes"):
            self.fields[key].set_value(getattr(draft, key))
        self.fields["skills"].set_value(_(", ").join(draft.skills))
        self.fields["document_kind"].set_value(draft.document_kind.value)
        self.fields["sex"].set_value(draft.sex.value if draft.sex else "")
        self.fields["born_on"].set_value(draft.born_on)
        self.fields["consent_on"].set_value(draft.consent_on)
        self.fields["consent_way"].set_value(draft.consent_way.value if draft.consent_way else "")
        self.blockSignals(False)
        self.rest()
        self.recheck()

    def mask_document(self, number: str) -> None:
        """Keep this number, and show only enough of it to recognise it."""
        self._kept = number
        self._show_number(masked(number), open_to_change=False)

    def open_document(self, number: str) -> None:
        """Show the number whole, to be corrected."""
        self._kept = None
        self._show_number(number, open_to_change=True)

    def document(self) -> Document | None:
        """The document, where its number holds."""
        draft = self.draft()
        try:
            return check_document(draft.document_kind, draft.document_number, today=self._today)
        except StationError:
            return None

    # What is wrong with it

    def complain(self) -> bool:
        """Name everything that is wrong; the keyboard goes to the first. Tells whether any is."""
        wrong = self.problems()
        self._left |= self.fields.keys()
        self.recheck()
        if wrong:
            self.fields[next(iter(wrong))].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(wrong)

    def problems(self) -> dict[str, str]:
        """A sentence for each field that is wrong, in the order of the form."""
        found = registration_problems(self.draft(), today=self._today)
        told = {problem.field: sentence(problem.error) for problem in found}
        for key in ("born_on", "consent_on"):
            if self.fields[key].unreadable():
                told[key] = self.fields[key].complaint()
        for key, (value, objection) in self._objections.items():
            if self.fields[key].value() == value:
                told[key] = objection
        return {key: told[key] for key in self.fields if key in told}

    def object_to(self, key: str, told: str) -> None:
        """Say what the books have against this value, as long as it stands; "" takes it back."""
        self._objections.pop(key, None)
        if told:
            self._objections[key] = (self.fields[key].value(), told)
            self._left.add(key)
        self.recheck()

    def recheck(self) -> None:
        """Fill in what the document states, and tell how each field stands."""
        self._fill_in()
        wrong = self.problems()
        for key in self.fields:
            shown = wrong.get(key, "") if key in self._left else ""
            words, tone = (shown, Tone.DANGER) if shown else self._good_word(key, wrong)
            self.tell(key, words, tone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field that was left is tidied, and judged from now on."""
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            key = next((key for key, field in self.fields.items() if field is watched), "")
            if key and event.reason() not in passing:
                self._leave(key)
        return super().eventFilter(watched, event)

    def _leave(self, key: str) -> None:
        field = self.fields[key]
        tidy = _TIDIED.get(key)
        if tidy is not None and field.value():
            try:
                if (neat := tidy(field.value())) != field.text():
                    field.set_value(neat)
            except StationError:
                pass
        if self.touched:
            self._left.add(key)
            self.recheck()

    def _fill_in(self) -> None:
        """Sex and birth date follow the number as long as it states them."""
        document = self.document()
        stated = {
            "sex": document.sex.value if document and document.sex else None,
            "born_on": document.born_on if document else None,
        }
        for key, value in stated.items():
            field = self.fields[key]
            if value is not None and field.value() != value:
                field.blockSignals(True)
                field.set_value(value)
                field.blockSignals(False)
            field.setEnabled(value is None)

    def _good_word(self, key: str, wrong: dict[str, str]) -> tuple[str, Tone]:
        """What may be said of a field that stands well."""
        if key == "document_number" and self._kept is None and self.document():
            return _("The number holds."), Tone.OK
        if key == "born_on" and key not in wrong and (born_on := self.fields[key].value()):
            return age_text(age_on(born_on, self._today)), Tone.MUTED
        return "", Tone.MUTED

    def _show_number(self, text: str, *, open_to_change: bool) -> None:
        field = self.fields["document_number"]
        field.blockSignals(True)
        field.set_value(text)
        field.blockSignals(False)
        for key in ("document_number", "document_kind"):
            self.fields[key].setEnabled(open_to_change)
        self.recheck()

    def _make(self, today: date, columns: int) -> None:
        ways = (("", _("Choose …")), *choices("consent_way"))
        sexes = (("", _("Choose …")), *choices("sex"))
        agreed = _("Without consent nobody may be registered by others.")
        self._put("name", TextField(), hint=_("As the document shows it"))
        self._put("document_kind", Choice(choices("document_kind")))
        self._put("document_number", TextField())
        self._put("sex", Choice(sexes))
        self._put("born_on", DateField(today))
        self._put("phone", TextField(), hint=_("Leave empty if there is none"))
        self._put("area", TextField(), hint=_("Community, village or street"))
        self._put("skills", TextField(), hint=_("Several with commas between"), span=columns - 1)
        self._put("service_classes", CheckList(choices("service_class")), hint="", span=columns)
        self._put("consent_on", DateField(today))
        self._put("consent_way", Choice(ways), hint=agreed)
        self._put("remark", TextField())
        self.fields["document_number"].setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)

    def _put(self, key: str, field: QWidget, *, hint: str = _NO_LINE, span: int = 1) -> None:
        required = key in _REQUIRED
        if isinstance(field, Choice):  # long labels of one field must not widen its column
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            field.setMinimumWidth(tokens().px(96))
        self.fields[key] = field
        self.add(key, field_label(key), field, hint=hint, required=required, span=span)


def age_text(age: int) -> str:
    """41 岁."""
    return ngettext("{count} year old", "{count} years old", age).format(count=age)


def carried_over(draft: Draft) -> Draft:
    """What the next person in the queue most likely shares."""
    return replace(Draft(), area=draft.area, consent_on=draft.consent_on)


def _completer(areas: Sequence[str], parent: QObject) -> QCompleter:
    completer = QCompleter(list(areas), parent)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return completer


_TIDIED: Final = {"name": tidy_name, "phone": tidy_phone}
