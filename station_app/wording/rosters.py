"""Sentences about who is expected on which shift, and what speaks against it."""

from station_app.clock import local
from station_app.domain.rosters import (
    AgeOutside,
    ExpectedAlready,
    ExpectedElsewhere,
    HealthLimited,
    Limit,
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
    ShiftUnknown,
    WeekTooFull,
)
from station_app.i18n import N_, _, ngettext
from station_app.services.roster_filling import Lack
from station_app.services.suggestions import Suggestion
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
def _shift_unknown(error: ShiftUnknown) -> str:
    if error.starts:
        times = _(", ").join(f"{time:%H:%M}" for time in error.starts)
        return _("“{post}” has several shifts on {day}: {times}. Say which.").format(
            post=error.post, day=day_text(error.day), times=times
        )
    return _("“{post}” has no such shift on {day}. Make its shifts first.").format(
        post=error.post, day=day_text(error.day)
    )


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


LIMITS = {
    Limit.OVERLAP: N_("On another shift then"),
    Limit.QUALIFICATION: N_("Not qualified"),
    Limit.AGE: N_("Outside of the ages"),
    Limit.HEALTH: N_("Limit of health"),
    Limit.AVAILABILITY: N_("Did not offer this time"),
    Limit.REST: N_("Too little rest"),
    Limit.WEEK: N_("Week is full"),
    Limit.FULL: N_("Shift is full"),
}


def limit_label(limit: Limit) -> str:
    """What keeps somebody off a shift, in a few words."""
    return _(LIMITS[limit])


def staffing_text(expected: int, needed: int) -> str:
    """2/3."""
    return _("{expected}/{needed}").format(expected=expected, needed=needed)


def reasons_text(one: Suggestion) -> str:
    """Why somebody is suggested at this place, in one line."""
    told = []
    if one.available is not None:
        told.append(_("offered this time") if one.available else _("offered other times"))
    served = hours_text(one.minutes)
    told.append(_("{hours} h in 90 days").format(hours=served))
    told.append(
        ngettext("asked once", "asked {count} times", one.asked).format(count=one.asked)
        if one.asked
        else _("not asked lately")
    )
    if one.near:
        told.append(_("lives near"))
    told += [limit_label(concern.limit) for concern in one.concerns]
    return _(" · ").join(told)


def lack_text(lack: Lack) -> str:
    """Why a shift stays short, in one line."""
    if lack.may:
        told = ngettext(
            "{count} person may serve here, but is needed elsewhere or at a limit",
            "{count} people may serve here, but are needed elsewhere or at a limit",
            lack.may,
        )
        return told.format(count=lack.may)
    kept = sorted(lack.against.items(), key=lambda one: -one[1])
    told = _(", ").join(
        _("{limit}: {count}").format(limit=limit_label(limit), count=count) for limit, count in kept
    )
    return told or _("Nobody is registered")
