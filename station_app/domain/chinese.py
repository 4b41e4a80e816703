"""Numbers and dates as Chinese papers write them."""

from datetime import date, timedelta
from decimal import Decimal

PAPER_LANGUAGE = "zh_CN"
"""What every paper is printed in, whatever the screen speaks."""

DIGITS = "零壹贰叁肆伍陆柒捌玖"
UNITS = ("", "拾", "佰", "仟", "万")
LARGEST = Decimal("99999.99")


def capitals(value: Decimal) -> str:
    """The number in financial capitals, which cannot be altered by a stroke: 36.5 → 叁拾陆点伍.

    From 0 to 99999.99; digits beyond the second decimal and negative numbers are a ValueError.
    """
    if not 0 <= value <= LARGEST or value != round(value, 2):
        raise ValueError(f"{value} has no form in capitals here")
    whole, _, fraction = f"{value:.2f}".partition(".")
    fraction = fraction.rstrip("0")
    return _whole(int(whole)) + (
        "点" + "".join(DIGITS[int(d)] for d in fraction) if fraction else ""
    )


def _whole(number: int) -> str:
    """An integer in capitals; a run of zeros inside is said once, zeros at the end not at all."""
    if number == 0:
        return DIGITS[0]
    said = ""
    digits = str(number)
    for place, digit in zip(range(len(digits) - 1, -1, -1), map(int, digits), strict=True):
        if digit:
            said += DIGITS[digit] + UNITS[place]
        elif not said.endswith(DIGITS[0]):
            said += DIGITS[0]
    return said.rstrip(DIGITS[0])


def chinese_date(day: date) -> str:
    """A date with Arabic figures and no padding: 2026年11月23日 (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def period_text(first: date, last: date) -> str:
    """A period as short as it can be said: a day, a month, a year, or from–to."""
    if first == last:
        return chinese_date(first)
    if (first.month, first.day) == (1, 1) and (last.month, last.day) == (12, 31):
        return _years(first.year, last.year)
    if first.day == 1 and (last + timedelta(days=1)).day == 1:
        return _months(first, last)
    tail = chinese_date(last)
    return f"{chinese_date(first)}至{tail.removeprefix(_year(first.year))}"


def _year(year: int) -> str:
    return f"{year}年"


def _years(first: int, last: int) -> str:
    return _year(first) if first == last else f"{_year(first)}至{_year(last)}"


def _months(first: date, last: date) -> str:
    """A run of whole calendar months."""
    start, end = f"{first.month}月", f"{last.month}月"
    if first.year != last.year:
        return f"{_year(first.year)}{start}至{_year(last.year)}{end}"
    return _year(first.year) + (start if start == end else f"{start}至{end}")
