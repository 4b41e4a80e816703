"""The page Today."""

from station_app.ui.pages.today.page import TodayPage

__all__ = ["TodayPage"]
