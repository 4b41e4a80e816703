"""Days, times, hours and counts as people read them."""

from datetime import date, datetime

from station_app.clock import local
from station_app.domain.attendance import hours
from station_app.i18n import N_, _, ngettext


def day_text(day: date | None) -> str:
    """2026-11-02; empty for no day."""
    return day.isoformat() if day else ""


def clock_text(moment: datetime | None) -> str:
    """09:20 on the desk's wall clock; empty for no moment."""
    return local(moment).strftime("%H:%M") if moment else ""


def moment_text(moment: datetime | None) -> str:
    """2026-11-02 09:20 on the desk's wall clock; empty for no moment."""
    return local(moment).strftime("%Y-%m-%d %H:%M") if moment else ""


def hours_text(minutes: int | None) -> str:
    """36.5: hours with at most two decimals, without a unit; empty while nothing counts yet."""
    return "" if minutes is None else f"{hours(minutes)}"


def hours_with_unit(minutes: int) -> str:
    """36.5 小时."""
    return _("{hours} h").format(hours=hours(minutes))


def people_text(count: int) -> str:
    """One volunteer, two volunteers."""
    return ngettext("{count} volunteer", "{count} volunteers", count).format(count=count)


def size_text(size: int) -> str:
    """Sizes of files and drives in KB, MB and GB, as file managers show them."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))} KB"
    if size < 1_000_000_000:
        return f"{size / 1_000_000:.1f} MB"
    return f"{size / 1_000_000_000:.1f} GB"


_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def weekday_text(weekday: int) -> str:
    """周一 … 周日; Monday is 0."""
    return _(_WEEKDAYS[weekday])


def weekdays_text(weekdays: frozenset[int]) -> str:
    """周一、周三; every day and workdays have their own words."""
    if len(weekdays) == 7:
        return _("every day")
    if weekdays == frozenset(range(5)):
        return _("Monday to Friday")
    return _(", ").join(weekday_text(day) for day in sorted(weekdays))


def born_text(day: date, *, erased: bool) -> str:
    """A birth date; its year alone where the personal data was erased."""
    return str(day.year) if erased else day_text(day)


def in_a_row(one: str, other: str) -> str:
    """Two whole sentences, one after the other."""
    return _("{one} {other}").format(one=one, other=other)
