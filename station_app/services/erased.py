"""Records without personal data: they are found and keep their hours, and take nothing new."""

from station_app.clock import local
from station_app.data.models import Volunteer
from station_app.domain.erasing import RecordErased


def require_record(who: Volunteer) -> None:
    """Raise RecordErased where nothing may be added any more."""
    if who.erased_at is not None:
        raise RecordErased(who.name, who.number, local(who.erased_at).date())
