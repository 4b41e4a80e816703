"""The page Volunteers."""

from station_app.ui.pages.volunteers.page import VolunteersPage

__all__ = ["VolunteersPage"]
