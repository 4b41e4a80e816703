"""Sentences about posts and shifts."""

from station_app.domain.posts import (
    POST_CLOSED,
    PostAgesUpsideDown,
    PostFieldMissing,
    PostNameTaken,
    PostPeopleUpsideDown,
    PostWithoutLength,
    RangeTooLong,
    RangeUpsideDown,
    Risk,
)
from station_app.i18n import N_, _
from station_app.wording.sentences import sentence

FIELDS = {
    "name": N_("Name of the post"),
    "service_class": N_("Service class"),
    "place": N_("Place"),
    "weekdays": N_("Weekdays"),
    "risk_note": N_("Which risks"),
}
RISKS = {
    Risk.NONE: N_("No particular risk"),
    Risk.LOW: N_("Some risk"),
    Risk.HIGH: N_("High risk"),
}


def risk_label(risk: Risk) -> str:
    """How dangerous a post is."""
    return _(RISKS[risk])


def cancel_reason_text(reason: str) -> str:
    """Why a shift was called off: the clerk's words, or our own for a post that was closed."""
    return _("The post was closed") if reason == POST_CLOSED else reason


@sentence.register
def _missing(error: PostFieldMissing) -> str:
    return _("“{field}” is empty. Please fill it in.").format(field=_(FIELDS[error.field]))


@sentence.register
def _taken(error: PostNameTaken) -> str:
    return _("There already is a post named “{name}”. Choose another name.").format(name=error.name)


@sentence.register
def _people(error: PostPeopleUpsideDown) -> str:
    return _(
        "At least {least} and at most {most} people do not fit together. The least is 1 or more, "
        "the most not below it."
    ).format(least=error.least, most=error.most)


@sentence.register
def _length(error: PostWithoutLength) -> str:
    return _("The post begins and ends at {time}. Give it a later end.").format(
        time=error.at.strftime("%H:%M")
    )


@sentence.register
def _ages(error: PostAgesUpsideDown) -> str:
    return _("These ages do not fit together. The least is not above the greatest.")


@sentence.register
def _upside_down(error: RangeUpsideDown) -> str:
    return _("The period ends ({last}) before it begins ({first}). Swap the two days.").format(
        first=error.first.isoformat(), last=error.last.isoformat()
    )


@sentence.register
def _long(error: RangeTooLong) -> str:
    return _("{days} days are too many at once. Choose {most} days or fewer.").format(
        days=error.days, most=error.most
    )
