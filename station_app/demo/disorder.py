"""The many ways in which people write one thing, as rosters and sign-in sheets really hold them."""

import random
from datetime import date, time
from itertools import cycle
from typing import Final

from station_app.demo.picking import picked

Value = str | float | date | time
DOTS: Final = "·•・．.‧"
_WIDE: Final = {ord("0") + digit: 0xFF10 + digit for digit in range(10)} | {ord("X"): 0xFF38}
_SPELLINGS: Final = (
    "{h}:{m:02d}",
    "{h:02d}:{m:02d}",
    "{h:02d}：{m:02d}",
    "{h}点{m:02d}分",
    "{h}.{m:02d}",
)


class Scribe:
    """Writes as a tired hand does; the same seed, the same hand."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self._dots = cycle(DOTS)

    def name(self, name: str) -> str:
        """Stray spaces, some of them wide, and the dot as each keyboard has it."""
        draw = self.chance.random()
        if "·" in name:
            return name.replace("·", f" {next(self._dots)} " if draw < 0.2 else next(self._dots))
        if draw < 0.06:
            return f" {name} "
        if draw < 0.14 and len(name) == 2:
            return f"{name[0]}　{name[1]}"
        return f"{name}　" if draw > 0.97 else name

    def document(self, number: str) -> str:
        """Small x, full-width digits, groups apart."""
        draw = self.chance.random()
        if number.endswith("X") and draw < 0.7:
            return f"{number[:-1]}x"
        if draw > 0.95:
            return number.translate(_WIDE)
        if draw > 0.9 and len(number) == 18:
            return f"{number[:6]} {number[6:14]} {number[14:]}"
        return f" {number}" if draw > 0.86 else number

    def phone(self, phone: str) -> Value:
        """As a number, with dashes, with the country's code, full-width."""
        draw = self.chance.random()
        if not phone or draw < 0.55:
            return phone
        groups = (phone[:3], phone[3:7], phone[7:])
        if draw < 0.75:
            return float(phone)
        if draw < 0.85:
            return "-".join(groups)
        if draw < 0.92:
            return " ".join(groups)
        return f"+86 {phone}" if draw < 0.96 else phone.translate(_WIDE)

    def day(self, day: date) -> Value:
        """As the spreadsheet's own date, or as text in one of five spellings."""
        spellings = (
            f"{day:%Y-%m-%d}",
            f"{day.year}/{day.month}/{day.day}",
            f"{day.year}.{day.month}.{day.day}",
            f"{day.year}年{day.month}月{day.day}日",
            f"{day:%Y%m%d}",
        )
        return day if self.chance.random() < 0.35 else picked(self.chance, spellings)

    def time(self, at: time) -> Value:
        """As the spreadsheet's own time, or as text: 9:05, 09：05, 下午2:30, 9点半 …"""
        draw = self.chance.random()
        if draw < 0.3:
            return at
        if at.minute == 30 and draw < 0.6:
            return f"{at.hour}点半"
        if at.hour > 12 and draw < 0.5:
            return f"下午{at.hour - 12}:{at.minute:02d}"
        return picked(self.chance, _SPELLINGS).format(h=at.hour, m=at.minute)

    def some(self, parts: tuple[str, ...]) -> str:
        """Several words in one cell, parted by what was at hand."""
        return picked(self.chance, ("、", "，", ",", "；", "/")).join(parts)
