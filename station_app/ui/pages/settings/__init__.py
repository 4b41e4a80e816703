"""The page Settings."""

from station_app.ui.pages.settings.page import SettingsPage

__all__ = ["SettingsPage"]
