"""The window put together from the use cases it needs: whose desk this is, and who is meant."""

from PySide6.QtWidgets import QWidget

from station_app.data.unit import Office
from station_app.services.stations import station_if_set_up
from station_app.ui.desk import Desk
from station_app.ui.main_window import MainWindow
from station_app.ui.person_search import find
from station_app.ui.top_bar import Heading


def open_window(desk: Desk) -> MainWindow:
    """The main window on this desk, not yet shown."""
    office = desk.office
    return MainWindow(
        desk,
        find=lambda text: find(office, text),
        identify=lambda: identify(office),
        welcome=_welcome,
    )


def _welcome(desk: Desk) -> QWidget:
    from station_app.ui.pages.setup import SetupPage  # only the first start needs it

    return SetupPage(desk)


def identify(office: Office) -> Heading | None:
    """Whose desk this is; None before the station is set up."""
    card = office.read(station_if_set_up)
    return Heading(card.name, card.recording_unit) if card else None
