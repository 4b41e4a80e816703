"""The page Certificates."""

from station_app.i18n import _
from station_app.ui.desk import Desk
from station_app.ui.widgets import EmptyState, Page


class CertificatesPage(Page):
    """What stands here first."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, _("Certificates"))
        self.body.addWidget(EmptyState("certificates", _("This page is being furnished.")), 1)
