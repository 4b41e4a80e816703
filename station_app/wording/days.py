"""Days, weekly rules and spans of time as a clerk says them."""

from datetime import date, datetime, time

from station_app.clock import local
from station_app.i18n import _
from station_app.wording.values import clock_text, weekday_text, weekdays_text


def day_words(day: date) -> str:
    """11月2日 周一."""
    return _("{weekday} {month}/{day}").format(
        weekday=weekday_text(day.weekday()), month=day.month, day=day.day
    )


def long_day(day: date) -> str:
    """2026年11月2日 周一."""
    return _("{weekday}, {year}-{month:02d}-{day:02d}").format(
        weekday=weekday_text(day.weekday()), year=day.year, month=day.month, day=day.day
    )


def month_words(day: date) -> str:
    """2026年11月."""
    return _("{year}-{month:02d}").format(year=day.year, month=day.month)


def rule_words(weekdays: frozenset[int], starts_at: time, ends_at: time) -> str:
    """周一至周五 09:00–11:00."""
    return _("{days} {start}–{end}").format(
        days=weekdays_text(weekdays), start=f"{starts_at:%H:%M}", end=f"{ends_at:%H:%M}"
    )


def clock_span(since: datetime, until: datetime | None) -> str:
    """09:00–11:00 on the desk's wall clock; open at the right while it goes on."""
    return _("{start}–{end}").format(start=clock_text(since), end=clock_text(until))


def length_words(minutes: int) -> str:
    """35 分钟, 2 小时 5 分."""
    if minutes < 60:
        return _("{minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, 60)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def since_words(moment: datetime, today: date) -> str:
    """09:20 of today, 11月1日 周日 09:20 of another day."""
    day = local(moment).date()
    if day == today:
        return clock_text(moment)
    return _("{day} {time}").format(day=day_words(day), time=clock_text(moment))
