"""The registration form: what Order 67, art. 5 wants recorded, checked while it is typed.

Why a field is not called wrong before it was left: half a number is no mistake yet. What was wrong
once is judged with every key from then on, so that the sentence goes the moment it no longer holds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent

from station_app.domain.consents import ConsentWay, Purpose
from station_app.domain.documents import Document, Sex, check_document, masked
from station_app.domain.names import NamePrivateUse, tidy_name
from station_app.domain.people import AgeRules, Draft, Registration, age_on, registration_problems
from station_app.domain.phones import tidy_phone
from station_app.errors import StationError
from station_app.i18n import _, ngettext
from station_app.ui.pages.volunteers.form_fields import MORE, NAMES, Fields
from station_app.ui.pages.volunteers.form_values import ASKED_SOMETIMES, draft_of, show_in
from station_app.ui.theme import Tone
from station_app.ui.widgets import Form
from station_app.wording import sentence


class RegistrationForm(Form):
    """A `Draft` on the screen, with a photo. `document()` is what the number proves so far.

    `reshaped` when fields came or went, `unfolded` when the clerk opened or closed the fold.
    """

    reshaped = Signal()
    unfolded = Signal()

    def __init__(self, today: date, areas: Sequence[str] = (), *, columns: int = 3) -> None:
        """`areas` are offered while typing; the first one stands in the field already."""
        super().__init__(columns)
        self._today = today
        self._ages = AgeRules()
        self._left: set[str] = set()
        self._brought: set[str] = set()
        self._kept: str | None = None
        self._objections: dict[str, tuple[Any, str]] = {}
        self.fields = Fields(self, today, areas, columns)
        self.fold = self.fields.fold
        self.fold.toggled.connect(self._on_fold)
        self.fold.button.clicked.connect(self.unfolded)
        self.fields["photo"].refused.connect(lambda error: self.tell("photo", sentence(error)))
        self.edited.connect(self.recheck)
        for key in MORE:
            self.show_field(key, False)
        self.show_draft(Draft(area=areas[0] if areas else "", consent_on=today))

    # What stands in it

    def draft(self) -> Draft:
        """The person as the form has it so far."""
        draft = draft_of(self.fields, lambda key: self.is_shown(key) or key in self._brought)
        return replace(draft, document_number=self._kept) if self._kept else draft

    def photo(self) -> bytes:
        """The photo as JPEG; empty where there is none."""
        jpeg: bytes = self.fields["photo"].value()
        return jpeg

    def show_draft(self, draft: Draft, photo: bytes = b"") -> None:
        """Show this person; nothing counts as touched, left or wrong yet."""
        self._left.clear()
        self._objections.clear()
        self._brought = {key for key in ASKED_SOMETIMES if getattr(draft, key)}
        self.blockSignals(True)
        show_in(self.fields, draft)
        self.fields["photo"].set_value(photo)
        self.blockSignals(False)
        self.rest()
        self.recheck()

    def set_ages(self, ages: AgeRules) -> None:
        """From which age this station registers, and until when a guardian agrees."""
        self._ages = ages
        self.recheck()

    def fix_purposes(self, held: Iterable[Purpose]) -> None:
        """Show what somebody registered agrees to besides; it is changed at another place."""
        field = self.fields["purposes"]
        field.blockSignals(True)
        field.set_value(sorted(set(held) - {Purpose.RECORD}))
        field.blockSignals(False)
        field.setEnabled(False)
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

    def someone(self) -> Registration | None:
        """As much of the person as tells people apart, once name, document and birth date hold."""
        draft, document = self.draft(), self.document()
        if document is None or draft.born_on is None:
            return None
        try:
            name = tidy_name(draft.name)
            phone = tidy_phone(draft.phone) if draft.phone else ""
        except StationError:
            return None
        return Registration(
            name=name,
            sex=draft.sex or Sex.UNKNOWN,
            born_on=draft.born_on,
            document=document,
            area="",
            phone=phone,
            skills=(),
            service_classes=(),
            consent_on=self._today,
            consent_way=ConsentWay.PAPER,
        )

    # What is wrong with it

    def ask_for_missing(self) -> None:
        """Name at once what was not asked for when this person was registered."""
        self._left |= {key for key in ASKED_SOMETIMES if key in self.problems()}
        self.recheck()

    def complain(self) -> bool:
        """Name everything that is wrong; the keyboard goes to the first. Tells whether any is."""
        wrong = self.problems()
        self._left |= self.fields.keys()
        self.recheck()
        if wrong.keys() & set(MORE):
            self.fold.set_open(True)
        if wrong:
            self.fields[next(iter(wrong))].setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(wrong)

    def problems(self) -> dict[str, str]:
        """A sentence for each field that is wrong, in the order of the form."""
        told = {key: sentence(error) for key, error in self._errors().items()}
        if self.photo() and Purpose.PHOTO not in self.fields["purposes"].value():
            told["photo"] = self._photo_words()
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
        self._ask_what_is_needed()
        self._tell_how_much()
        wrong = self.problems()
        at_once = {key for key, error in self._errors().items() if isinstance(error, _AT_ONCE)}
        for key in self.fields:
            shown = wrong.get(key, "") if key in self._left | at_once | {"photo"} else ""
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
        if key == "purposes" and not self.fields[key].isEnabled():
            return _("This is given and taken back on the person's page."), Tone.MUTED
        age = self._age()
        if key == "guardian_name" and age is not None and age < self._ages.guardian_present_below:
            told = _("Under {age}: the guardian must be present.")
            return told.format(age=self._ages.guardian_present_below), Tone.WARN
        return "", Tone.MUTED

    def _show_number(self, text: str, *, open_to_change: bool) -> None:
        field = self.fields["document_number"]
        field.blockSignals(True)
        field.set_value(text)
        field.blockSignals(False)
        for key in ("document_number", "document_kind"):
            self.fields[key].setEnabled(open_to_change)
        self.recheck()

    def _errors(self) -> dict[str, StationError]:
        found = registration_problems(self.draft(), today=self._today, ages=self._ages)
        return {problem.field: problem.error for problem in found}

    def _age(self) -> int | None:
        born_on = self.fields["born_on"].value()
        return age_on(born_on, self._today) if born_on else None

    def _ask_what_is_needed(self) -> None:
        """Show the witness where words were spoken, the guardian where one agrees or must."""
        age, way = self._age(), self.fields["consent_way"].value()
        spoken = way == ConsentWay.SPOKEN_WITNESSED
        child = age is not None and age < self._ages.guardian_below
        guardian = way == ConsentWay.GUARDIAN or (
            not spoken and (child or bool(self._brought & {"guardian_name", "guardian_phone"}))
        )
        witness = not guardian and (spoken or "consent_witness" in self._brought)
        wanted = dict(zip(ASKED_SOMETIMES, (witness, guardian, guardian), strict=True))
        if wanted != {key: self.is_shown(key) for key in ASKED_SOMETIMES}:
            for key, shown in wanted.items():
                self.show_field(key, shown)
            self.reshaped.emit()

    def _tell_how_much(self) -> None:
        """Say beside the fold how much is in it."""
        count = sum(bool(self.fields[key].value()) for key in MORE)
        told = ngettext("{count} field filled in", "{count} fields filled in", count)
        self.fold.say(told.format(count=count) if count else "")

    def _on_fold(self, now_open: bool) -> None:
        for key in MORE:
            self.show_field(key, now_open)
        self.reshaped.emit()

    def _photo_words(self) -> str:
        if self.fields["purposes"].isEnabled():
            return _("A photo is kept only with consent: tick it above, or remove the photo.")
        return _("A photo is kept only with consent: enter it on the person's page first.")


def age_text(age: int) -> str:
    """41 岁."""
    return ngettext("{count} year old", "{count} years old", age).format(count=age)


_TIDIED: Final = {
    **dict.fromkeys(NAMES, tidy_name),
    **dict.fromkeys(("phone", "guardian_phone", "emergency_phone"), tidy_phone),
}
_AT_ONCE: Final = NamePrivateUse
