"""The window put together from the use cases it needs: whose desk this is, and who is meant."""

from collections.abc import Sequence

from station_app.data.unit import Office
from station_app.i18n import _
from station_app.services.reception import people_meant
from station_app.services.stations import station_if_set_up
from station_app.ui.desk import Desk
from station_app.ui.main_window import MainWindow
from station_app.ui.search_box import Found
from station_app.ui.theme import Tone
from station_app.ui.top_bar import Heading
from station_app.wording.values import clock_text


def open_window(desk: Desk) -> MainWindow:
    """The main window on this desk, not yet shown."""
    office = desk.office
    return MainWindow(desk, find=lambda text: find(office, text), identify=lambda: identify(office))


def identify(office: Office) -> Heading | None:
    """Whose desk this is; None before the station is set up."""
    card = office.read(station_if_set_up)
    return Heading(card.name, card.recording_unit) if card else None


def find(office: Office, text: str) -> Sequence[Found]:
    """The people a text may mean, in the words a clerk tells them apart by."""
    found = []
    for one in office.read(people_meant, text):
        status = _("In since {time}").format(time=clock_text(one.in_since)) if one.in_since else ""
        tail = _("phone …{tail}").format(tail=one.phone_tail) if one.phone_tail else ""
        found.append(Found(str(one.id), one.name, one.number, tail, status, Tone.OK))
    return found
