"""All stays and all certificates of one person, as lists that can be sorted."""

from dataclasses import replace
from typing import Final
from uuid import UUID

from station_app.i18n import _
from station_app.services.lists import attendance, certificates
from station_app.services.lists.attendance import StayFilter, StayOrder, StayRow
from station_app.services.lists.certificates import CertificateFilter, CertificateOrder
from station_app.ui.desk import Desk
from station_app.ui.pages.attendance.columns import RECORD_COLUMNS
from station_app.ui.pages.certificates.columns import COLUMNS as PAPER_COLUMNS
from station_app.ui.tables import Column, Empty, ListView, OfficeList

_WHO: Final = ("Name", "Number", "Volunteer no.")


def list_of_stays(desk: Desk, who: UUID) -> ListView:
    """Every stay that stands, the newest first."""
    source = OfficeList(
        desk.office, attendance.ids, attendance.rows, frozenset({"attendance", "post"})
    )
    view = ListView(
        desk,
        source,
        [_roomy(column) for column in RECORD_COLUMNS if column.title not in _WHO],
        name="person-stays",
        label=_("Stays"),
        empty=Empty("attendance", _("No stay yet.")),
    )
    view.model.order, view.model.descending = StayOrder.CAME, True
    view.open(StayFilter(volunteer_id=who))
    return view


def list_of_papers(desk: Desk, who: UUID) -> ListView:
    """Every line of the register about this person, the newest first."""
    source = OfficeList(
        desk.office, certificates.ids, certificates.rows, frozenset({"certificate"})
    )
    view = ListView(
        desk,
        source,
        [column for column in PAPER_COLUMNS if column.title not in _WHO[::2]],
        name="person-papers",
        label=_("Certificates"),
        empty=Empty("certificates", _("No certificate yet.")),
    )
    view.model.order, view.model.descending = CertificateOrder.RESERVED, True
    view.open(CertificateFilter(volunteer_id=who))
    return view


def _roomy(column: Column[StayRow]) -> Column[StayRow]:
    """Where the person is not named again, a post has room for its whole name."""
    return replace(column, width=264) if column.title == "Post" else column
