"""All records of one person: the one that is shown, and those merged into it."""

from sqlalchemy import select

from station_app.data.models import Merge, Volunteer
from station_app.data.unit import Unit


def records_of(unit: Unit, who: Volunteer) -> list[Volunteer]:
    """The record and the hidden ones of the same person."""
    found = [who]
    for one in found:
        wanted = select(Volunteer).join(Merge, Merge.merged_id == Volunteer.id)
        standing = wanted.where(Merge.survivor_id == one.id, Merge.undone_at.is_(None))
        found += unit.session.scalars(standing.order_by(Volunteer.id))
    return found
