"""The places of the window, in the order of the rail."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final, cast

from station_app.i18n import N_
from station_app.ui.desk import Desk
from station_app.ui.widgets.page import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One place: its key, its marked title, its icon and where its class lives.

    `factory` is "module:Class", imported on the first visit: a window opens without the rest.
    """

    key: str
    title: str
    icon: str
    factory: str

    def make(self, desk: Desk) -> Page:
        """Build the page."""
        module, _colon, name = self.factory.partition(":")
        found = getattr(import_module(module), name)
        return cast(Callable[[Desk], Page], found)(desk)


_HERE: Final = "station_app.ui.pages"
PAGES: Final = (
    PageEntry("today", N_("Today"), "today", f"{_HERE}.today:TodayPage"),
    PageEntry("volunteers", N_("Volunteers"), "volunteers", f"{_HERE}.volunteers:VolunteersPage"),
    PageEntry("posts", N_("Posts"), "posts", f"{_HERE}.posts:PostsPage"),
    PageEntry("attendance", N_("Attendance"), "attendance", f"{_HERE}.attendance:AttendancePage"),
    PageEntry(
        "certificates", N_("Certificates"), "certificates", f"{_HERE}.certificates:CertificatesPage"
    ),
    PageEntry("bundles", N_("Bundles"), "bundles", f"{_HERE}.bundles:BundlesPage"),
    PageEntry("settings", N_("Settings"), "settings", f"{_HERE}.settings:SettingsPage"),
)
