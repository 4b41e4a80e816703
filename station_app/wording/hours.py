"""Sentences about hours after the fact, reviews and closed months."""

from station_app.domain.attendance import BeyondPlan, SameClerk, SupplementDecided
from station_app.domain.closing import (
    MonthClosedAlready,
    MonthNotOver,
    MonthNotReady,
    MonthUnreadable,
)
from station_app.domain.crediting import CreditUnitUnknown, PauseTooLong
from station_app.domain.reviews import Flag, ReviewRulesOutOfRange
from station_app.i18n import N_, _
from station_app.wording.sentences import sentence
from station_app.wording.values import day_text, hours_text

FLAGS = {
    Flag.OVERLAP: N_("Two stays at once"),
    Flag.LONG_DAY: N_("Long day"),
    Flag.BEFORE_REGISTRATION: N_("Before registration"),
    Flag.OUTSIDE_SHIFT: N_("Outside of the shift"),
    Flag.ENTERED_LATE: N_("Entered late"),
    Flag.ONE_CLERK: N_("Many by one clerk"),
    Flag.AT_NIGHT: N_("At night"),
}
_FIGURES = {
    "day_minutes": N_("Most in a day, minutes"),
    "working_days": N_("Entered within working days"),
    "by_one_clerk": N_("Stays by one clerk a day"),
    "night_from": N_("Night from, hour"),
    "night_until": N_("Night until, hour"),
}


def flag_label(flag: Flag) -> str:
    """Why a stay is looked at."""
    return _(FLAGS[flag])


@sentence.register
def _same_clerk(error: SameClerk) -> str:
    return _("{clerk} entered these hours. A second person must confirm them.").format(
        clerk=error.clerk
    )


@sentence.register
def _supplement_decided(error: SupplementDecided) -> str:
    return _("{name} decided about these hours already.").format(name=error.by)


@sentence.register
def _beyond_plan(error: BeyondPlan) -> str:
    if not error.planned:
        return _("There was no shift at that time. Mark that this is beyond the plan, and say why.")
    return _(
        "{hours} h are asked for, the shift had {planned} h. Mark that this is beyond the plan, "
        "and say why."
    ).format(hours=hours_text(error.minutes), planned=hours_text(error.planned))


@sentence.register
def _pause_too_long(error: PauseTooLong) -> str:
    return _("Pauses of {pause} min leave nothing of a stay of {stay} min. Correct one.").format(
        pause=error.pause, stay=error.stay
    )


@sentence.register
def _credit_unit_unknown(error: CreditUnitUnknown) -> str:
    return _("Hours cannot be counted in units of {minutes} min. Choose one of: {units}.").format(
        minutes=error.minutes, units=_(", ").join(map(str, error.units))
    )


@sentence.register
def _review_rules_out_of_range(error: ReviewRulesOutOfRange) -> str:
    return _("{field}: choose a figure from {least} to {most}.").format(
        field=_(_FIGURES[error.field]), least=error.least, most=error.most
    )


@sentence.register
def _month_unreadable(error: MonthUnreadable) -> str:
    return _("“{text}” is no month. Write it like 2026-11.").format(text=error.text)


@sentence.register
def _month_not_over(error: MonthNotOver) -> str:
    return _("The month lasts until {last}. Close it after that day.").format(
        last=day_text(error.last)
    )


@sentence.register
def _month_closed_already(error: MonthClosedAlready) -> str:
    return _("{name} closed this month on {day}.").format(
        name=error.by, day=day_text(error.closed_on)
    )


@sentence.register
def _month_not_ready(error: MonthNotReady) -> str:
    return _(
        "Before the month is closed: open stays {open_stays}, unusual stays nobody looked at "
        "{unreviewed}, supplements nobody decided on {supplements}."
    ).format(
        open_stays=error.open_stays, unreviewed=error.unreviewed, supplements=error.supplements
    )
