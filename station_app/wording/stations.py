"""Sentences and labels about the position."""

from station_app.domain.stations import (
    CreditCodeWrong,
    Level,
    StationAlreadySetUp,
    StationCodeUnreadable,
    StationFieldMissing,
    StationNotSetUp,
)
from station_app.i18n import N_, _
from station_app.wording.sentences import sentence

LEVELS = {
    Level.CENTRE: N_("Centre"),
    Level.INSTITUTE: N_("Institute"),
    Level.STATION: N_("Station"),
    Level.POINT: N_("Point"),
    Level.BASE: N_("Base"),
    Level.STUDIO: N_("Studio"),
}

FIELDS = {
    "name": N_("Name of the station"),
    "code": N_("Station code"),
    "recording_unit": N_("Recording unit"),
}


def level_label(level: Level) -> str:
    """中心, 所, 站, 点, 基地, 工作室."""
    return _(LEVELS[level])


@sentence.register
def _not_set_up(error: StationNotSetUp) -> str:
    return _("This desk has no station yet. Set up the station first.")


@sentence.register
def _already(error: StationAlreadySetUp) -> str:
    return _(
        "This desk already belongs to {name}. Choose another data folder for a second station."
    ).format(name=error.name)


@sentence.register
def _code(error: StationCodeUnreadable) -> str:
    return _(
        "The station code “{code}” cannot be used: two to twelve letters and digits, such as YS01."
    ).format(code=error.given)


@sentence.register
def _missing(error: StationFieldMissing) -> str:
    return _("“{field}” is empty. Please fill it in.").format(field=_(FIELDS[error.field]))


@sentence.register
def _credit(error: CreditCodeWrong) -> str:
    return _(
        "The unified social credit code “{code}” is not right: its check character does not fit. "
        "Compare it with the certificate."
    ).format(code=error.given)
