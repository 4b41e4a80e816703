"""The roster as a paper."""

from datetime import date

from sqlalchemy import select

from station_app.clock import local
from station_app.data.models import Post
from station_app.data.unit import Office, Unit
from station_app.papers.rosters import PrintedShift, RosterSheet, roster_paper
from station_app.services.lists.rosters import RosterShift, roster
from station_app.services.stations import own_station


def print_roster(office: Office, first: date, last: date) -> bytes:
    """The roster between two days as a PDF; shifts that were called off are left out.

    Raises what `roster_paper` raises. Names alone are on it, so the journal keeps nothing.
    """
    return roster_paper(office.read(roster_contents, first, last))


def roster_contents(unit: Unit, first: date, last: date) -> RosterSheet:
    """What the roster says."""
    station, found = own_station(unit), roster(unit, first, last)
    posts = unit.session.execute(select(Post.id, Post.place))
    places = {post: place for post, place in posts}  # noqa: C416 (rows are no pairs to mypy)
    shifts = sorted(
        ((shift, places[post]) for (_day, post), ones in found.shifts.items() for shift in ones),
        key=lambda one: (one[0].starts_at, one[0].post),
    )
    return RosterSheet(
        recording_unit=station.recording_unit,
        station=station.name,
        clerk=station.clerk,
        phone=station.phone,
        first_day=first,
        last_day=last,
        printed_on=local(unit.now).date(),
        shifts=tuple(_printed(shift, place) for shift, place in shifts if not shift.cancelled),
    )


def _printed(shift: RosterShift, place: str) -> PrintedShift:
    names = tuple(one.name for one in shift.names if not one.waiting)
    begins, ends = local(shift.starts_at).time(), local(shift.ends_at).time()
    return PrintedShift(shift.day, begins, ends, shift.post, place, names, shift.lacking)
