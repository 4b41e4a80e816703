"""Sentences and labels about stars."""

from station_app.domain.stars import (
    Basis,
    StarConfirmedAlready,
    StarConfirmedEarly,
    StarConfirmedInFuture,
    StarHoursOutOfRange,
    StarNotInTable,
    StarNotReached,
    StarsNotAscending,
    StarTable,
    StarTableEmpty,
    StarTableTooLong,
    StarTakenBack,
)
from station_app.i18n import N_, _, ngettext
from station_app.wording.sentences import sentence
from station_app.wording.values import day_text, hours_with_unit

BASES = {
    Basis.ALL: N_("All hours on record"),
    Basis.YEAR: N_("Hours of the calendar year"),
}


def basis_label(basis: Basis) -> str:
    """累计时长, 年度时长."""
    return _(BASES[basis])


def star_text(star: int) -> str:
    """3 星; nothing for none."""
    return ngettext("{count} star", "{count} stars", star).format(count=star) if star else ""


def star_marks(star: int) -> str:
    """★★★, for the eye."""
    return "★" * star


def table_text(table: StarTable) -> str:
    """1 星 100 小时，2 星 300 小时 …"""
    steps = (
        _("{star}: {hours}").format(star=star_text(star), hours=hours_with_unit(hours * 60))
        for star, hours in enumerate(table.hours, start=1)
    )
    return _(", ").join(steps)


def year_text(year: int) -> str:
    """2026; 累计 where the hours of the whole record count."""
    return str(year) if year else _("All years")


@sentence.register
def _empty(error: StarTableEmpty) -> str:
    return _("The table has no star. Say how many hours make the first one.")


@sentence.register
def _too_long(error: StarTableTooLong) -> str:
    return _("The table has {stars} stars; at most {most} are told apart.").format(
        stars=error.stars, most=error.most
    )


@sentence.register
def _range(error: StarHoursOutOfRange) -> str:
    return _("{star}: {hours} cannot be. Write whole hours from 1 to {most}.").format(
        star=star_text(error.star), hours=hours_with_unit(error.hours * 60), most=error.most
    )


@sentence.register
def _ascending(error: StarsNotAscending) -> str:
    return _("{star} must ask for more than {before}; {hours} is too little.").format(
        star=star_text(error.star),
        before=hours_with_unit(error.before * 60),
        hours=hours_with_unit(error.hours * 60),
    )


@sentence.register
def _not_reached(error: StarNotReached) -> str:
    return _("{name} has {given}; {star} needs {needed}. Look at the stays again.").format(
        name=error.name,
        given=hours_with_unit(error.minutes),
        star=star_text(error.star),
        needed=hours_with_unit(error.needed),
    )


@sentence.register
def _not_in_table(error: StarNotInTable) -> str:
    return _("{name}: the table was changed meanwhile and has no {star}. Look again.").format(
        name=error.name, star=star_text(error.star)
    )


@sentence.register
def _already(error: StarConfirmedAlready) -> str:
    return _("{name} has {star} already, confirmed on {day}.").format(
        name=error.name, star=star_text(error.star), day=day_text(error.on)
    )


@sentence.register
def _early(error: StarConfirmedEarly) -> str:
    return _(
        "{name} reached {star} on {reached}; it cannot be confirmed before, on {day}. Choose a "
        "later day."
    ).format(
        name=error.name,
        star=star_text(error.star),
        reached=day_text(error.reached_on),
        day=day_text(error.on),
    )


@sentence.register
def _future(error: StarConfirmedInFuture) -> str:
    return _("{day} has not come yet. Choose today or an earlier day.").format(
        day=day_text(error.on)
    )


@sentence.register
def _taken_back(error: StarTakenBack) -> str:
    return _("{star} of {name} was taken back meanwhile. Look at the list again.").format(
        star=star_text(error.star), name=error.name
    )
