"""What the register shows."""

from typing import Final

from station_app.clock import local
from station_app.domain.certificates import State
from station_app.i18n import N_
from station_app.services.lists.certificates import CertificateOrder, CertificateRow
from station_app.ui.tables import Align, Column
from station_app.ui.theme import Tone
from station_app.wording.certificates import kind_word, period_text, reason_text, state_label
from station_app.wording.values import day_text, hours_text

TONES: Final = {State.ISSUED: Tone.OK, State.RESERVED: Tone.WARN, State.VOID: Tone.DANGER}
COLUMNS: Final[tuple[Column[CertificateRow], ...]] = (
    Column(N_("Number"), lambda row: row.number, order=CertificateOrder.NUMBER, width=160),
    Column(N_("Name"), lambda row: row.name, order=CertificateOrder.NAME, width=140, strong=True),
    Column(N_("Kind"), lambda row: kind_word(row.kind), width=84),
    Column(N_("Volunteer no."), lambda row: row.volunteer_number, width=108),
    Column(N_("Period"), lambda row: period_text(row.from_day, row.to_day), width=216),
    Column(N_("Hours"), lambda row: hours_text(row.minutes), align=Align.RIGHT, width=104),
    Column(
        N_("State"),
        lambda row: state_label(row.state),
        tone=lambda row: TONES[row.state],
        chip=True,
        width=80,
    ),
    Column(
        N_("Issued on"),
        lambda row: issued_on(row),
        order=CertificateOrder.RESERVED,
        width=112,
    ),
    Column(
        N_("Why void"),
        lambda row: reason_text(row.void_reason),
        tone=lambda row: Tone.MUTED,
        width=92,
        stretch=True,
    ),
)


def issued_on(row: CertificateRow) -> str:
    """The day it was issued; empty for a number that never was."""
    return day_text(local(row.issued_at).date()) if row.issued_at else ""
