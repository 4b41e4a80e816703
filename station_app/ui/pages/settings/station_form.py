"""What is asked of a position, at the first start and in the settings."""

from typing import Any, Final

from station_app.domain.stations import (
    CreditCodeWrong,
    Level,
    StationCard,
    StationCodeUnreadable,
    StationFieldMissing,
    checked_station,
)
from station_app.errors import StationError
from station_app.i18n import N_, _
from station_app.ui.widgets import Choice, Form, TextField
from station_app.wording import sentence
from station_app.wording.stations import level_label

LABELS: Final = {
    "name": N_("Name of the station"),
    "level": N_("Level"),
    "code": N_("Station code"),
    "recording_unit": N_("Recording unit"),
    "recording_unit_code": N_("Unified social credit code"),
    "superior": N_("Position above"),
    "in_charge": N_("Person in charge"),
    "clerk": N_("Clerk at this desk"),
    "phone": N_("Phone"),
    "address": N_("Address"),
}
_HINTS: Final = {
    "name": N_("As on the plate at the door"),
    "code": N_("Two to twelve letters and digits, such as YS01; begins every certificate number"),
    "recording_unit": N_(
        "Who answers for the records and seals the proofs, such as the residents' committee; "
        "a station itself mostly is no legal person"
    ),
    "clerk": N_("Signs the journal"),
}
_WIDE: Final = ("name", "recording_unit", "address")
_REQUIRED: Final = ("name", "code", "recording_unit")


class StationForm(Form):
    """A `StationCard` on the screen; with `keys` only those fields are asked, in that order."""

    def __init__(self, keys: tuple[str, ...] = tuple(LABELS)) -> None:
        super().__init__(columns=2)
        self._card = StationCard(code="", name="", recording_unit="")
        self.fields: dict[str, Any] = {}
        for key in keys:
            levels = [(level, level_label(level)) for level in Level]
            field = Choice(levels) if key == "level" else TextField()
            self.fields[key] = self.add(
                key,
                _(LABELS[key]),
                field,
                hint=_(_HINTS[key]) if key in _HINTS else "",
                required=key in _REQUIRED,
                span=2 if key in _WIDE else 1,
            )
        self.show_card(self._card)

    def show_card(self, card: StationCard) -> None:
        """Show what is known; the code of a station that has one stays."""
        self._card = card
        for key, field in self.fields.items():
            field.set_value(getattr(card, key) or (Level.POINT if key == "level" else ""))
        if "code" in self.fields:
            self.fields["code"].setEnabled(not card.code)
        self.rest()

    def card(self) -> StationCard | None:
        """What stands in the form, tidied; None, with the field named, where something is wrong."""
        self.clear_problems()
        values = {name: getattr(self._card, name) for name in StationCard.__slots__}
        values |= {key: field.value() for key, field in self.fields.items()}
        try:
            return checked_station(StationCard(**values))
        except StationError as error:
            self.problem(_field_of(error), sentence(error))
            return None


def _field_of(error: StationError) -> str:
    match error:
        case StationFieldMissing():
            return error.field
        case StationCodeUnreadable():
            return "code"
        case CreditCodeWrong():
            return "recording_unit_code"
    raise error
