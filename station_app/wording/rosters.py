"""Sentences about who is expected on which shift."""

from station_app.clock import local
from station_app.domain.rosters import (
    ExpectedAlready,
    ExpectedElsewhere,
    NotExpected,
    ShiftCalledOff,
    ShiftOver,
)
from station_app.i18n import _
from station_app.wording.sentences import sentence
from station_app.wording.values import clock_text, day_text, moment_text


@sentence.register
def _expected_already(error: ExpectedAlready) -> str:
    return _("{name} is on this shift already.").format(name=error.name)


@sentence.register
def _shift_over(error: ShiftOver) -> str:
    return _("This shift ended at {moment}. Enter who was there as stays instead.").format(
        moment=moment_text(error.ended_at)
    )


@sentence.register
def _shift_called_off(error: ShiftCalledOff) -> str:
    return _("The shift of {day} was called off. Choose another one.").format(
        day=day_text(local(error.starts_at).date())
    )


@sentence.register
def _expected_elsewhere(error: ExpectedElsewhere) -> str:
    return _(
        "{name} is expected at “{post}” on {day} from {start} to {end}. Take the place there back "
        "first, or choose another shift."
    ).format(
        name=error.name,
        post=error.post,
        day=day_text(local(error.starts_at).date()),
        start=clock_text(error.starts_at),
        end=clock_text(error.ends_at),
    )


@sentence.register
def _not_expected(error: NotExpected) -> str:
    return _("{name} was taken off this shift already.").format(name=error.name)
