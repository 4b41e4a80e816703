"""The page Today."""

from station_app.i18n import _
from station_app.ui.desk import Desk
from station_app.ui.widgets import EmptyState, Page


class TodayPage(Page):
    """What stands here first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Today"))
        self.body.addWidget(EmptyState("today", _("This page is being furnished.")), 1)
