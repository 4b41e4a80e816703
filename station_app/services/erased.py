"""Records without personal data: they are found and keep their hours, and take nothing new."""

from datetime import datetime

from station_app.clock import local
from station_app.data.models import Volunteer
from station_app.domain.erasing import RecordErased


def require_record(who: Volunteer, *, served: datetime | None = None) -> None:
    """Raise RecordErased where nothing may be added any more.

    What was `served` before the erasure is still recorded (Order 67, art. 11).
    """
    if who.erased_at is not None and (served is None or served > who.erased_at):
        raise RecordErased(who.name, who.number, local(who.erased_at).date())
