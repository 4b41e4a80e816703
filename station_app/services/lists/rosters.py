"""The roster of a stretch of days: each shift with who is expected, by day and by post."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select

from station_app.data.models import Assignment, Post, Shift, Volunteer
from station_app.data.unit import Unit


@dataclass(frozen=True, slots=True)
class Name:
    """Somebody on a shift, in as few letters as a roster has room for."""

    assignment_id: UUID
    volunteer_id: UUID
    name: str
    waiting: bool


@dataclass(frozen=True, slots=True)
class RosterShift:
    """A shift on the roster; `lacking` counts who is still wanted, nobody where it is over."""

    id: UUID
    post: str
    day: date
    starts_at: datetime
    ends_at: datetime
    needed: int
    cancelled: bool
    over: bool
    names: tuple[Name, ...]

    @property
    def expected(self) -> int:
        """How many are expected; who waits is not."""
        return sum(not name.waiting for name in self.names)

    @property
    def lacking(self) -> int:
        """How many are missing."""
        return 0 if self.cancelled or self.over else max(self.needed - self.expected, 0)


@dataclass(frozen=True, slots=True)
class Roster:
    """Days and posts that have shifts, in order, and the shifts of each pair of both."""

    days: tuple[date, ...]
    posts: tuple[tuple[UUID, str], ...]
    shifts: Mapping[tuple[date, UUID], tuple[RosterShift, ...]]

    @property
    def lacking(self) -> int:
        """How many are missing on all shifts together."""
        return sum(shift.lacking for shifts in self.shifts.values() for shift in shifts)


def roster(unit: Unit, first: date, last: date) -> Roster:
    """The roster between two days, both included."""
    names = _names(unit, first, last)
    found = unit.session.execute(
        select(Shift, Post.name)
        .join(Post, Post.id == Shift.post_id)
        .where(Shift.day.between(first, last))
        .order_by(Shift.day, Shift.starts_at)
    )
    shifts: dict[tuple[date, UUID], list[RosterShift]] = defaultdict(list)
    for shift, post in found:
        known = names.get(shift.id, [])
        shifts[shift.day, shift.post_id].append(_shift(shift, post, known, unit.now))
    with_shifts = {post for _day, post in shifts}
    posts = unit.session.execute(select(Post.id, Post.name).order_by(Post.code))
    return Roster(
        tuple(sorted({day for day, _post in shifts})),
        tuple((post, name) for post, name in posts if post in with_shifts),
        {where: tuple(ones) for where, ones in shifts.items()},
    )


def _shift(shift: Shift, post: str, names: list[Name], now: datetime) -> RosterShift:
    return RosterShift(
        shift.id,
        post,
        shift.day,
        shift.starts_at,
        shift.ends_at,
        shift.needed,
        shift.cancelled_at is not None,
        shift.ends_at <= now,
        tuple(names),
    )


def _names(unit: Unit, first: date, last: date) -> dict[UUID, list[Name]]:
    wanted = (
        select(Assignment, Volunteer.name)
        .join(Volunteer, Volunteer.id == Assignment.volunteer_id)
        .join(Shift, Shift.id == Assignment.shift_id)
        .where(Shift.day.between(first, last), Assignment.withdrawn_at.is_(None))
        .order_by(Assignment.waiting, Volunteer.sound, Assignment.id)
    )
    names: dict[UUID, list[Name]] = defaultdict(list)
    for place, name in unit.session.execute(wanted):
        names[place.shift_id].append(Name(place.id, place.volunteer_id, name, place.waiting))
    return names
