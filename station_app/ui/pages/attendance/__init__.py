"""The page Attendance."""

from station_app.ui.pages.attendance.page import AttendancePage

__all__ = ["AttendancePage"]
