"""Use cases of photographs: keep one with a person, show it, drop it.

Why the journal knows the digest alone: what is journalled stays, and a photograph must be gone for
good on the day its consent is taken back.
"""

from uuid import UUID

from station_app.data.models import Volunteer
from station_app.data.unit import Unit
from station_app.domain.consents import Purpose
from station_app.domain.photos import check_photo
from station_app.services import pictures
from station_app.services.consents import require_consent
from station_app.services.erased import require_record


def keep_photo(unit: Unit, volunteer_id: UUID, jpeg: bytes) -> None:
    """Keep this photograph of a person instead of the one before.

    Raises RecordErased, ConsentLacking, PhotoUnreadable, PhotoTooLarge.
    """
    who = unit.session.get_one(Volunteer, volunteer_id)
    require_record(who)
    require_consent(unit, who, Purpose.PHOTO)
    check_photo(jpeg)
    digest = pictures.put(unit, jpeg)
    if digest != who.photo:
        pictures.let_go(unit, who)
        who.photo = digest


def photo_of(unit: Unit, volunteer_id: UUID) -> bytes | None:
    """The photograph of a person as JPEG; None where there is none, or it lies at another desk."""
    who = unit.session.get_one(Volunteer, volunteer_id)
    return pictures.look_up(unit, who.photo) if who.photo else None


def drop_photo(unit: Unit, volunteer_id: UUID) -> None:
    """Keep no photograph of a person any more."""
    pictures.let_go(unit, unit.session.get_one(Volunteer, volunteer_id))
