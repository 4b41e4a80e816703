"""Who of the sample station served when: made up shift by shift, the same for the same seed."""

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from station_app.clock import at_desk
from station_app.demo.picking import picked
from station_app.domain.people import Registration, age_on
from station_app.domain.posts import PostPlan
from station_app.services.lists.posts import ShiftRow

YOUNGEST: Final = 16
_ARRIVALS: Final = ((0, 0.8), (9, 0.9), (23, 1.0))  # days after the first, part registered by then
_ON_PAPER: Final = 0.18
_NOBODY: Final = 0.04
_EARLY: Final = (-15, -12, -9, -7, -5, -4, -2, 0, 1, 3, 6, 11)
_LATE: Final = (-6, -2, 0, 1, 2, 4, 5, 8, 12, 17)
_STILL_IN: Final = ((8, 21), (8, 38), (8, 52), (9, 4))
_MINUTES_AGO: Final = (95, 60, 35, 10)


@dataclass(frozen=True, slots=True)
class Served:
    """One stay; `who` is a place in the list of people, `left_at` is empty where it is open."""

    who: int
    post: str
    came_at: datetime
    left_at: datetime | None


class Duty:
    """Fills shifts with people, a few of whom serve often; nobody is in two places at once."""

    def __init__(
        self, seed: int, people: Sequence[Registration], plans: Sequence[PostPlan], first: date
    ) -> None:
        self._chance = random.Random(seed)
        self._first, self._count = first, len(people)
        self._most = {plan.name: plan.max_people for plan in plans}
        self._since = {
            who: since for start, upto, since in self.arrivals() for who in range(start, upto)
        }
        self._able = [
            who for who, person in enumerate(people) if age_on(person.born_on, first) >= YOUNGEST
        ]
        self._busy: dict[int, datetime] = {}
        self._sheets: dict[date, list[Served]] = defaultdict(list)

    def arrivals(self) -> Iterator[tuple[int, int, date]]:
        """Who registers on which day, as ranges of places in the list of people."""
        start = 0
        for days, part in _ARRIVALS:
            upto = round(self._count * part)
            yield start, upto, self._first + timedelta(days=days)
            start = upto

    def served(self, shifts: Sequence[ShiftRow]) -> Iterator[Served]:
        """The stays signed at the desk; those on paper are kept for `sheets`.

        On the last day somebody forgets to sign out.
        """
        last = max((shift.day for shift in shifts), default=None)
        forgotten = False
        for shift in shifts:
            for stay in self._shift(shift):
                if shift.day == last and not forgotten:
                    forgotten = True
                    self._busy[stay.who] = datetime.max.replace(tzinfo=stay.came_at.tzinfo)
                    yield Served(stay.who, stay.post, stay.came_at, None)
                elif self._chance.random() < _ON_PAPER:
                    monday = shift.day + timedelta(days=7 - shift.day.weekday())
                    self._sheets[monday].append(_on_paper(stay))
                else:
                    yield stay

    def sheets(self) -> Iterable[tuple[date, list[Served]]]:
        """The stays on paper by the Monday on which they are typed in."""
        return self._sheets.items()

    def free(self, moment: datetime) -> list[int]:
        """Everybody who could come at a moment, those who come often first."""
        return [who for who in self._able if self._is_free(who, moment)]

    def _shift(self, shift: ShiftRow) -> Iterator[Served]:
        wanted = shift.needed + int(
            self._chance.random() * (self._most[shift.post] - shift.needed + 1)
        )
        if self._chance.random() < _NOBODY:
            wanted = 0
        for _ in range(wanted):
            came_at = shift.starts_at + timedelta(minutes=picked(self._chance, _EARLY))
            left_at = shift.ends_at + timedelta(minutes=picked(self._chance, _LATE))
            free = self.free(came_at)
            if not free:
                return
            who = free[int(len(free) * self._chance.random() ** 2)]
            self._busy[who] = left_at + timedelta(minutes=5)
            yield Served(who, shift.post, came_at, left_at)

    def _is_free(self, who: int, moment: datetime) -> bool:
        here = at_desk(self._since[who], 9) < moment
        return here and (who not in self._busy or self._busy[who] < moment)


def still_in(duty: Duty, day: date, now: datetime) -> Iterator[tuple[datetime, int]]:
    """A few who came this morning, or a while ago where the morning is yet to come."""
    free = duty.free(now)[: len(_STILL_IN)]
    for who, (hour, minute), ago in zip(free, _STILL_IN, _MINUTES_AGO, strict=False):
        planned = at_desk(day, hour, minute)
        moment = planned if planned <= now else now - timedelta(minutes=ago)
        yield max(moment, at_desk(day)), who


def _on_paper(stay: Served) -> Served:
    """Times as they are written by hand: to five minutes."""
    assert stay.left_at is not None
    return Served(stay.who, stay.post, _rounded(stay.came_at), _rounded(stay.left_at))


def _rounded(moment: datetime) -> datetime:
    return moment - timedelta(minutes=moment.minute % 5)
