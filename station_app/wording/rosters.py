"""Sentences about who is expected on which shift, and what speaks against it."""

from station_app.clock import local
from station_app.domain.rosters import (
    AgeOutside,
    ExpectedAlready,
    ExpectedElsewhere,
    HealthLimited,
    NeedsReason,
    NotAvailable,
    NotExpected,
    NothingToSwap,
    NotQualified,
    RestTooShort,
    RosterRulesOutOfRange,
    ShiftCalledOff,
    ShiftFull,
    ShiftOver,
    WeekTooFull,
)
from station_app.i18n import N_, _, ngettext
from station_app.wording.labels import label
from station_app.wording.sentences import sentence
from station_app.wording.values import clock_text, day_text, hours_text, moment_text

FIGURES = {
    "grace": N_("Overlap let go, minutes"),
    "rest_minutes": N_("Rest between shifts, minutes"),
    "week_minutes": N_("Most in a week, minutes"),
}


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
def _not_expected(error: NotExpected) -> str:
    return _("{name} was taken off this shift already.").format(name=error.name)


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
def _not_qualified(error: NotQualified) -> str:
    kind = label("qualification_kind", error.kind)
    if error.lapsed_on:
        return _("{name}: “{kind}” was valid until {last}, the shift is on {day}.").format(
            name=error.name, kind=kind, last=day_text(error.lapsed_on), day=day_text(error.day)
        )
    return _("{name} has no “{kind}” that is valid on {day}; the post asks for it.").format(
        name=error.name, kind=kind, day=day_text(error.day)
    )


@sentence.register
def _age_outside(error: AgeOutside) -> str:
    if error.least is not None and error.age < error.least:
        return _("{name} is {age} on that day; the post takes people from {least} on.").format(
            name=error.name, age=error.age, least=error.least
        )
    return _("{name} is {age} on that day; the post takes people up to {most}.").format(
        name=error.name, age=error.age, most=error.most
    )


@sentence.register
def _health_limited(error: HealthLimited) -> str:
    return _("{name} told of a limit of health: {limit}. See whether it matters here.").format(
        name=error.name, limit=error.limit
    )


@sentence.register
def _not_available(error: NotAvailable) -> str:
    slots = _(", ").join(label("availability", slot) for slot in error.slots)
    return _("{name} did not offer this time: {slots}.").format(name=error.name, slots=slots)


@sentence.register
def _rest_too_short(error: RestTooShort) -> str:
    return _(
        "{name} would have {rest} min between this shift and the one at “{post}”; {wanted} min are "
        "wanted."
    ).format(name=error.name, rest=error.rest, post=error.post, wanted=error.wanted)


@sentence.register
def _week_too_full(error: WeekTooFull) -> str:
    return _("{name} would serve {hours} h in this week; at most {most} h are wanted.").format(
        name=error.name, hours=hours_text(error.minutes), most=hours_text(error.most)
    )


@sentence.register
def _shift_full(error: ShiftFull) -> str:
    return ngettext(
        "The shift is full: {count} person is on it.",
        "The shift is full: {count} people are on it.",
        error.most,
    ).format(count=error.most)


@sentence.register
def _needs_reason(error: NeedsReason) -> str:
    first = sentence(error.first)
    if error.count == 1:
        return _("{first} Give a reason to go on all the same.").format(first=first)
    return _("{first} And {count} more. Give a reason to go on all the same.").format(
        first=first, count=error.count - 1
    )


@sentence.register
def _nothing_to_swap(error: NothingToSwap) -> str:
    return _("Two people on two shifts can swap. Choose another place.")


@sentence.register
def _roster_rules_out_of_range(error: RosterRulesOutOfRange) -> str:
    return _("{field}: choose a figure from 0 to {most}.").format(
        field=_(FIGURES[error.field]), most=error.most
    )
