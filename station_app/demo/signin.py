"""A month of paper sign-in sheets, typed into a table at its end by somebody in a hurry."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Final

from station_app.demo.disorder import Scribe, Value
from station_app.demo.files import Table
from station_app.demo.picking import picked
from station_app.domain.people import Registration, volunteer_number

HEADER: Final = ("志愿者编号", "姓名", "手机号", "岗位", "日期", "到岗", "离岗")
POSTS: Final = ("前台引导", "图书借阅", "环境巡护", "助老陪伴", "文明交通引导")
YEAR: Final = 2026
_FIRST_DAY: Final = date(2026, 10, 8)  # the day after the National Day holiday
_DAYS: Final = 24
_SEED: Final = 10
_FORGOTTEN: Final = (58, 131)
_SCRAWLED: Final = 90


def paper_table(volunteers: Sequence[Registration], title: str) -> Table:
    """Title, header and a line for each stay; the volunteers are numbered in their order, from 1.

    Not every line has the number; name and telephone tell who is meant where the desk numbers its
    people otherwise. Two lines lack the time of leaving, one has a time that nobody can read.
    Nobody is in two places, or twice on a day.
    """
    scribe = Scribe(_SEED)
    lines = [
        _line(scribe, volunteers, serial, post, day, half)
        for day in (_FIRST_DAY + timedelta(days=count) for count in range(_DAYS))
        if day.weekday() < 6
        for serial, post, half in _on_duty(scribe, volunteers)
    ]
    for place in _FORGOTTEN:
        lines[place][6] = ""
    lines[_SCRAWLED][5] = "看不清"
    return [[title], HEADER, *lines]


def _on_duty(scribe: Scribe, volunteers: Sequence[Registration]) -> list[tuple[int, str, int]]:
    """Serial, post and half of the day of those who serve; a third of the roster serves often."""
    known = Counter(person.name for person in volunteers)
    free = [
        serial
        for serial, person in enumerate(volunteers, 1)
        if serial % 3 == 0 and person.phone and known[person.name] == 1
    ]
    duty = []
    for post in POSTS:
        for half in (0, 1):
            if scribe.chance.random() < 0.9:
                serial = picked(scribe.chance, free)
                free.remove(serial)
                duty.append((serial, post, half))
    return duty


def _line(
    scribe: Scribe,
    volunteers: Sequence[Registration],
    serial: int,
    post: str,
    day: date,
    half: int,
) -> list[Value]:
    person = volunteers[serial - 1]
    came = _about(scribe, 14 if half else 9)
    left = _about(scribe, 17 if half else 11)
    numbered = scribe.chance.random() < 0.6
    together = scribe.chance.random() < 0.1
    return [
        volunteer_number(YEAR, serial) if numbered else "",
        scribe.name(person.name),
        scribe.phone(person.phone),
        post,
        "" if together else scribe.day(day),
        f"{day:%Y-%m-%d} {came:%H:%M}" if together else scribe.time(came),
        f"{day.year}年{day.month}月{day.day}日{left:%H:%M}" if together else scribe.time(left),
    ]


def _about(scribe: Scribe, hour: int) -> time:
    minute = picked(scribe.chance, (0, 0, 0, 5, 10, 15, 20, 25, 30, 30, 30, 40, 45))
    return time(hour, minute)
