"""Sentences and labels about stays and hours."""

from station_app.clock import local
from station_app.domain.attendance import (
    CORRECTED_BY_ANOTHER,
    MISENTERED,
    UNDONE_AT_DESK,
    AlreadyIn,
    LeftBeforeComing,
    NotIn,
    NumberAndNameDiffer,
    Origin,
    PostUnknown,
    ReasonMissing,
    ScannedTwice,
    StayAlreadyEntered,
    StayForgotten,
    StayGone,
    StayInFuture,
    StaysOverlap,
    StayTooLong,
    VolunteerAmbiguous,
    VolunteerUnknown,
)
from station_app.domain.erasing import DATA_ERASED
from station_app.domain.importing import IMPORT_TAKEN_BACK
from station_app.i18n import N_, _
from station_app.services.lists.expected import Presence
from station_app.wording.sentences import sentence
from station_app.wording.values import clock_text, moment_text

ORIGINS = {
    Origin.CLOCKED: N_("Signed at the desk"),
    Origin.SHEET: N_("Paper sheet"),
    Origin.CORRECTED: N_("Corrected"),
    Origin.SUPPLEMENTED: N_("Supplemented"),
    Origin.IMPORTED: N_("Imported"),
}

_VOID_REASONS = {
    UNDONE_AT_DESK: N_("Undone at the desk"),
    MISENTERED: N_("Entered by mistake"),
    CORRECTED_BY_ANOTHER: N_("Replaced by a correction"),
    IMPORT_TAKEN_BACK: N_("Taken back with its file"),
    DATA_ERASED: N_("Personal data erased"),
}


_PRESENCES = {
    Presence.COMING: N_("Expected"),
    Presence.LATE: N_("Late"),
    Presence.IN: N_("Here"),
    Presence.DONE: N_("Was here"),
    Presence.MISSED: N_("Did not come"),
}


def presence_label(presence: Presence) -> str:
    """How it stands with somebody who is expected."""
    return _(_PRESENCES[presence])


def origin_label(origin: Origin) -> str:
    """Where a stay is known from."""
    return _(ORIGINS[origin])


def void_reason_text(reason: str) -> str:
    """Why a stay was struck out: the clerk's words, or our own for what the desk did."""
    return _(_VOID_REASONS[reason]) if reason in _VOID_REASONS else reason


@sentence.register
def _already_in(error: AlreadyIn) -> str:
    return _("{name} is already in, since {time}.").format(
        name=error.name, time=clock_text(error.since)
    )


@sentence.register
def _twice(error: ScannedTwice) -> str:
    return _(
        "{name} was signed a moment ago, at {time}. The second reading of the card was left out."
    ).format(name=error.name, time=local(error.at).strftime("%H:%M:%S"))


@sentence.register
def _forgotten(error: StayForgotten) -> str:
    return _(
        "{name} has not signed out since {since}. Close that stay first, then sign in again."
    ).format(name=error.name, since=moment_text(error.since))


@sentence.register
def _not_in(error: NotIn) -> str:
    return _("{name} is not in. Sign in first.").format(name=error.name)


@sentence.register
def _left(error: LeftBeforeComing) -> str:
    return _("Left at {left}, but came at {came}: the end must be later. Check both times.").format(
        left=moment_text(error.left_at), came=moment_text(error.came_at)
    )


@sentence.register
def _too_long(error: StayTooLong) -> str:
    return _(
        "{hours} hours on end are too long; at most {longest} can be right. Check both times."
    ).format(hours=error.hours, longest=error.longest)


@sentence.register
def _future(error: StayInFuture) -> str:
    return _("{time} has not come yet. Check the date, and the clock of this PC.").format(
        time=moment_text(error.at)
    )


@sentence.register
def _overlap(error: StaysOverlap) -> str:
    if error.until is None:
        return _(
            "{name} is in since {since} and has not signed out. Close that stay first."
        ).format(name=error.name, since=moment_text(error.since))
    return _("{name} was already in from {since} to {until}. The two stays overlap.").format(
        name=error.name, since=moment_text(error.since), until=moment_text(error.until)
    )


@sentence.register
def _entered(error: StayAlreadyEntered) -> str:
    return _("The stay of {name} from {since} stands in the books already.").format(
        name=error.name, since=moment_text(error.since)
    )


@sentence.register
def _post(error: PostUnknown) -> str:
    return _("There is no post “{post}”. Check the name, or open the post first.").format(
        post=error.post
    )


@sentence.register
def _volunteer(error: VolunteerUnknown) -> str:
    return _("Nobody is registered as “{number}”. Check the number, or register first.").format(
        number=error.number
    )


@sentence.register
def _differ(error: NumberAndNameDiffer) -> str:
    return _(
        "Number {number} belongs to {registered}, not to {name}. Check which is right."
    ).format(number=error.number, registered=error.registered, name=error.name)


@sentence.register
def _ambiguous(error: VolunteerAmbiguous) -> str:
    return _("Several volunteers are named {name}: {numbers}. Write the volunteer number.").format(
        name=error.name, numbers=_(", ").join(error.numbers)
    )


@sentence.register
def _gone(error: StayGone) -> str:
    return _("This stay was changed meanwhile. Look at the list again.")


@sentence.register
def _reason(error: ReasonMissing) -> str:
    return _("Say why: the reason is kept with the record.")
