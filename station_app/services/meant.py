"""Which row a typed word means, where no list stands by to pick from."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from sqlalchemy import select

from station_app.clock import local
from station_app.data.models import Certificate, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.domain.certificates import parse_number
from station_app.domain.people import is_volunteer_number
from station_app.domain.rosters import NotExpected, ShiftUnknown
from station_app.errors import StationError
from station_app.services.people import who_is_meant
from station_app.services.posts import find_post
from station_app.services.rosters import expected_on


@dataclass(eq=False)
class CertificateUnknown(StationError):
    """The register has no line of this number."""

    number: str


def volunteer_meant(unit: Unit, text: str) -> UUID:
    """The volunteer with this number, or of this whole name.

    Raises VolunteerUnknown, VolunteerAmbiguous.
    """
    wanted = text.strip()
    if is_volunteer_number(wanted):
        return who_is_meant(unit, number=wanted, name="", phone="").id
    return who_is_meant(unit, number="", name=wanted, phone="").id


def post_meant(unit: Unit, text: str) -> UUID:
    """The open post with this name or code; raises PostUnknown."""
    return find_post(unit, text).id


def certificate_meant(unit: Unit, text: str) -> UUID:
    """The certificate with this number; raises NotACertificateNumber, CertificateUnknown."""
    number = str(parse_number(text))
    found = unit.session.scalars(
        select(Certificate.id).where(Certificate.number == number)
    ).one_or_none()
    if found is None:
        raise CertificateUnknown(number)
    return found


def shift_meant(unit: Unit, post: str, day: date, starts_at: time | None) -> UUID:
    """The shift of a post on a day; where there are several, the one that starts at that time.

    Raises PostUnknown, ShiftUnknown.
    """
    wanted = select(Shift).where(Shift.post_id == post_meant(unit, post), Shift.day == day)
    found = unit.session.scalars(wanted.order_by(Shift.starts_at)).all()
    if starts_at is not None:
        found = [one for one in found if local(one.starts_at).time() == starts_at]
    if len(found) != 1:
        raise ShiftUnknown(post, day, tuple(local(one.starts_at).time() for one in found))
    return found[0].id


def place_meant(unit: Unit, volunteer_id: UUID, shift_id: UUID) -> UUID:
    """The place, taken or waited for, that somebody has on a shift; raises NotExpected."""
    for one in expected_on(unit, shift_id):
        if one.volunteer_id == volunteer_id:
            return one.assignment_id
    raise NotExpected(unit.session.get_one(Volunteer, volunteer_id).name)
