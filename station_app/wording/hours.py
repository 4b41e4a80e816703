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
from station_app.i18n import N_, _, ngettext
from station_app.services.clock_check import ClockDoubt
from station_app.services.closing import Change, CloseList
from station_app.services.stays_meant import NoStayThen, StaysThatDay
from station_app.wording.sentences import sentence
from station_app.wording.values import (
    clock_text,
    day_text,
    hours_text,
    hours_with_unit,
    moment_text,
)

FLAGS = {
    Flag.OVERLAP: N_("Two stays at once"),
    Flag.LONG_DAY: N_("Long day"),
    Flag.BEFORE_REGISTRATION: N_("Before registration"),
    Flag.OUTSIDE_SHIFT: N_("Outside of the shift"),
    Flag.ENTERED_LATE: N_("Entered late"),
    Flag.ONE_CLERK: N_("Many by one clerk"),
    Flag.AT_NIGHT: N_("At night"),
}
FIGURES = {
    "day_minutes": N_("Most in a day, minutes"),
    "working_days": N_("Entered within working days"),
    "by_one_clerk": N_("Stays by one clerk a day"),
    "night_from": N_("Night from, hour"),
    "night_until": N_("Night until, hour"),
}


STATES = {
    "asked": N_("To decide"),
    "confirmed": N_("Confirmed, counts"),
    "refused": N_("Turned down"),
}
_CHANGES = {Change.ADDED: N_("Entered later"), Change.STRUCK: N_("Struck out later")}


def flag_label(flag: Flag) -> str:
    """Why a stay is looked at."""
    return _(FLAGS[flag])


def figure_label(field: str) -> str:
    """What a figure of the review is for."""
    return _(FIGURES[field])


def supplement_state(state: str) -> str:
    """Whether hours asked for were decided on, and how."""
    return _(STATES[state])


def change_label(change: Change) -> str:
    """What became of a stay of a closed month."""
    return _(_CHANGES[change])


def signed_hours(minutes: int) -> str:
    """+1.5 and −2, without a unit."""
    words = hours_text(abs(minutes))
    return f"−{words}" if minutes < 0 else f"+{words}"


def correction_text(before: int, after: int) -> str:
    """What a correction does to the minutes that count."""
    if before == after:
        return _("{hours} as before.").format(hours=hours_with_unit(after))
    return _("{before} become {after} ({change} h).").format(
        before=hours_with_unit(before),
        after=hours_with_unit(after),
        change=signed_hours(after - before),
    )


def left_to_do(left: CloseList) -> tuple[str, ...]:
    """What has to be done before a month is closed, a sentence each."""
    told = (
        (left.open_stays, ngettext("{count} open stay", "{count} open stays", left.open_stays)),
        (
            left.unreviewed,
            ngettext(
                "{count} unusual stay to look at",
                "{count} unusual stays to look at",
                left.unreviewed,
            ),
        ),
        (
            left.supplements,
            ngettext(
                "{count} supplement to decide on",
                "{count} supplements to decide on",
                left.supplements,
            ),
        ),
    )
    return tuple(words.format(count=count) for count, words in told if count)


def clock_doubt_text(doubt: ClockDoubt) -> str:
    """Why the clock is asked about."""
    return _(
        "The clock of this PC says {now}; the last entry of the journal is of {last}. Stays and "
        "certificates bear the time of this clock."
    ).format(now=moment_text(doubt.now), last=moment_text(doubt.last))


@sentence.register
def _no_stay_then(error: NoStayThen) -> str:
    return _("There is nothing of {name} on {day} at that time. Check day and time.").format(
        name=error.name, day=day_text(error.day)
    )


@sentence.register
def _stays_that_day(error: StaysThatDay) -> str:
    return _("{name} came several times that day: {times}. Say which with --at.").format(
        name=error.name, times=_(", ").join(map(clock_text, error.came))
    )


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
        field=_(FIGURES[error.field]), least=error.least, most=error.most
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
