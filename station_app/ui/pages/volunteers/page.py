"""The page Volunteers."""

from station_app.i18n import _
from station_app.ui.desk import Desk
from station_app.ui.widgets import EmptyState, Page


class VolunteersPage(Page):
    """What stands here first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Volunteers"))
        self.body.addWidget(EmptyState("volunteers", _("This page is being furnished.")), 1)
