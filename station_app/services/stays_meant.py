"""Which stay or request for hours a typed person, day and time mean."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from station_app.clock import at_desk, local
from station_app.data.models import Attendance, Supplement, Volunteer
from station_app.data.unit import Unit
from station_app.errors import StationError
from station_app.services.meant import volunteer_meant

_DAY: Final = timedelta(days=1)


@dataclass(eq=False)
class NoStayThen(StationError):
    """Nothing of this person stands on that day, or at that time of it."""

    name: str
    day: date


@dataclass(eq=False)
class StaysThatDay(StationError):
    """There are several on that day; the time of coming decides."""

    name: str
    came: tuple[datetime, ...]


def stay_meant(unit: Unit, who: str, day: date, at: time | None = None) -> UUID:
    """The stay of a person, by number or name, that began on a day, at a time if several did.

    Raises NoStayThen, StaysThatDay, and what `volunteer_meant` does.
    """
    volunteer_id = volunteer_meant(unit, who)
    found = unit.session.execute(
        select(Attendance.id, Attendance.came_at)
        .where(Attendance.volunteer_id == volunteer_id, Attendance.day == day)
        .where(Attendance.voided_at.is_(None))
        .order_by(Attendance.came_at)
    ).all()
    return _one(unit, volunteer_id, day, at, found)


def supplement_meant(unit: Unit, who: str, day: date, at: time | None = None) -> UUID:
    """The undecided supplement of a person for a day; raises as `stay_meant` does."""
    volunteer_id = volunteer_meant(unit, who)
    begins = at_desk(day)
    found = unit.session.execute(
        select(Supplement.id, Supplement.came_at)
        .where(Supplement.volunteer_id == volunteer_id, Supplement.state == "asked")
        .where(Supplement.came_at >= begins, Supplement.came_at < begins + _DAY)
        .order_by(Supplement.came_at)
    ).all()
    return _one(unit, volunteer_id, day, at, found)


def _one(unit: Unit, volunteer_id: UUID, day: date, at: time | None, found: Sequence[Any]) -> UUID:
    fits = [one for one in found if at is None or local(one.came_at).time() == at]
    if len(fits) == 1:
        key: UUID = fits[0].id
        return key
    name = unit.session.get_one(Volunteer, volunteer_id).name
    if not fits:
        raise NoStayThen(name, day)
    raise StaysThatDay(name, tuple(one.came_at for one in fits))
