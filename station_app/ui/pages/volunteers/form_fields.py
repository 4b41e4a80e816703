"""What stands in the registration form, and in which order.

Why the consent stands before what may be left out: without it nothing else may be entered. Why the
rest is folded: a queue is registered by the fields of Order 67, art. 5, and nobody is asked for
more by an empty box in the way.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QCompleter, QSizePolicy, QWidget

from station_app.domain.codes import ListName
from station_app.domain.consents import Purpose
from station_app.i18n import _
from station_app.ui.pages.volunteers.check_list import CheckList
from station_app.ui.theme import tokens
from station_app.ui.widgets import Choice, DateField, Disclosure, Form, TextField
from station_app.ui.widgets.availability import AvailabilityGrid
from station_app.ui.widgets.photo import PhotoField
from station_app.ui.widgets.rare import NameField
from station_app.wording.labels import choices, service_class_label
from station_app.wording.people import field_label

NAMES: Final = ("name", "consent_witness", "guardian_name", "emergency_name")
"""Fields that hold a name, where rare characters are told at once."""

MORE: Final = (
    "ethnic_group",
    "political_status",
    "education",
    "employment",
    "address",
    "emergency_name",
    "emergency_phone",
    "languages",
    "health",
    "availability",
    "photo",
)
"""What may be told beyond Order 67, art. 5; folded away."""

_REQUIRED: Final = (
    "name",
    "document_number",
    "sex",
    "born_on",
    "area",
    "consent_on",
    "consent_way",
    "consent_witness",
    "guardian_name",
)
_LEAST: Final = 96
_NO_LINE: Final = " "  # keeps the line below a field free, so that nothing jumps when it speaks
_Put = Callable[..., None]


class Fields(dict[str, Any]):
    """The fields by their name in the draft, put into a form as they are named."""

    def __init__(self, form: Form, today: date, areas: Sequence[str], columns: int) -> None:
        super().__init__()
        self._form, self._columns = form, columns
        self._record(today, areas)
        self._consent(today)
        self.fold = Disclosure(_("&More about this person"))
        form.add_row(self.fold)
        self._more(today)

    def _record(self, today: date, areas: Sequence[str]) -> None:
        """Order 67, art. 5."""
        self._put("name", NameField(), hint=_("As the document shows it"))
        self._put("document_kind", Choice(choices("document_kind", today)))
        self._put("document_number", TextField())
        self._put("sex", Choice((("", _("Choose …")), *choices("sex"))))
        self._put("born_on", DateField(today))
        self._put("phone", TextField(), hint=_("Leave empty if there is none"))
        self._put("area", TextField(), hint=_("Community, village or street"))
        self._put("skills", TextField(), hint=_("Several with commas between"), span=0)
        offered = choices("service_class", today)
        self._put("service_classes", CheckList(offered, service_class_label), hint="", span=0)
        self["document_number"].setInputMethodHints(Qt.InputMethodHint.ImhLatinOnly)
        self["area"].setCompleter(_completer(areas, self._form))

    def _consent(self, today: date) -> None:
        """Order 67, art. 6, and what is agreed to besides."""
        ways = (("", _("Choose …")), *choices("consent_way", today))
        agreed = _("Nobody is registered without consent.")
        self._put("consent_on", DateField(today))
        self._put("consent_way", Choice(ways), hint=agreed)
        self._put("consent_witness", NameField(), hint=_("Who heard the person agree"))
        self._put("guardian_name", NameField(), instead_of="consent_witness")
        self._put("guardian_phone", TextField(), hint=_("Leave empty if there is none"))
        self._form.end_line()
        purposes = [one for one in choices("consent_purpose") if one[0] != Purpose.RECORD]
        besides = _("Only what the person agrees to besides.")
        self._put("purposes", CheckList(purposes), hint=besides, span=max(self._columns - 1, 2))
        self._put("remark", TextField(), hint="", span=0)

    def _more(self, today: date) -> None:
        """What the person chose to tell."""
        for key in ("ethnic_group", "political_status", "education", "employment"):
            self._put(key, Choice(_codes(key, today)), hint="")
        self._put("address", TextField(), hint="", span=2)
        self._put("emergency_name", NameField())
        self._put("emergency_phone", TextField())
        self._put("languages", TextField(), hint=_("Several with commas between"))
        self._put(
            "health", TextField(), hint=_("What the person should not be asked to do"), span=0
        )
        self._put("availability", AvailabilityGrid(), span=max(self._columns - 1, 2))
        self._put("photo", PhotoField())

    def _put(self, key: str, field: QWidget, *, hint: str = _NO_LINE, **place: Any) -> None:
        if isinstance(field, Choice):  # long labels of one field must not widen its column
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            field.setMinimumWidth(tokens().px(_LEAST))
        self[key] = field
        required = key in _REQUIRED
        self._form.add(key, field_label(key), field, hint=hint, required=required, **place)


def _codes(name: ListName, day: date) -> tuple[tuple[str, str], ...]:
    return (("", _("Not told")), *choices(name, day))


def _completer(areas: Sequence[str], parent: QObject) -> QCompleter:
    completer = QCompleter(list(areas), parent)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return completer
