"""The first start: one calm page until this desk knows whose desk it is."""

from station_app.ui.pages.setup.page import SetupPage

__all__ = ["SetupPage"]
