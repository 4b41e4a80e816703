"""Which row a typed word means, where no list stands by to pick from."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from station_app.data.models import Certificate
from station_app.data.unit import Unit
from station_app.domain.certificates import parse_number
from station_app.domain.people import is_volunteer_number
from station_app.errors import StationError
from station_app.services.people import who_is_meant
from station_app.services.posts import find_post


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
