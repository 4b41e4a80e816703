"""Sentences about erased records, and the labels of why and what."""

from station_app.domain.erasing import (
    AlreadyErased,
    Cause,
    MergeErased,
    RecordErased,
    RecordMerged,
    StillIn,
)
from station_app.i18n import N_, _
from station_app.wording.sentences import sentence
from station_app.wording.values import day_text, moment_text

_CAUSES = {
    Cause.REQUEST: N_("The person asked for it"),
    Cause.RETENTION: N_("No service for long"),
}


def cause_label(cause: Cause) -> str:
    """Why data is erased."""
    return _(_CAUSES[cause])


@sentence.register
def _still_in(error: StillIn) -> str:
    return _(
        "{name} is signed in since {time}. Sign the person out first; then the data can be erased."
    ).format(name=error.name, time=moment_text(error.since))


@sentence.register
def _already(error: AlreadyErased) -> str:
    return _("The personal data of {name} ({number}) was erased on {day} already.").format(
        name=error.name, number=error.number, day=day_text(error.erased_on)
    )


@sentence.register
def _erased(error: RecordErased) -> str:
    return _(
        "The personal data of {name} ({number}) was erased on {day}, so nothing can be added to "
        "this record. If the person wants to serve again, register them anew."
    ).format(name=error.name, number=error.number, day=day_text(error.erased_on))


@sentence.register
def _merged(error: RecordMerged) -> str:
    return _(
        "Number {number} was merged into the record of {name}. Go on with number {survivor}."
    ).format(number=error.number, name=error.survivor_name, survivor=error.survivor_number)


@sentence.register
def _merge_erased(error: MergeErased) -> str:
    return _(
        "The personal data of {name} was erased on {day}, and with it what the two records held "
        "before the merge. It cannot be undone any more."
    ).format(name=error.name, day=day_text(error.erased_on))
