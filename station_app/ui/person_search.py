"""Who is meant by a few letters or digits, in the words a clerk tells people apart by."""

from collections.abc import Sequence

from station_app.data.unit import Office
from station_app.i18n import _
from station_app.services.reception import people_meant
from station_app.ui.search_box import Found
from station_app.ui.theme import Tone
from station_app.wording.values import clock_text


def find(office: Office, text: str) -> Sequence[Found]:
    """The people a text may mean."""
    found = []
    for one in office.read(people_meant, text):
        status = _("In since {time}").format(time=clock_text(one.in_since)) if one.in_since else ""
        tail = _("phone …{tail}").format(tail=one.phone_tail) if one.phone_tail else ""
        if one.old_number:
            tail = _("merged from {number}").format(number=one.old_number)
        found.append(Found(str(one.id), one.name, one.number, tail, status, Tone.OK))
    return found
