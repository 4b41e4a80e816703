"""What the list of bundles sent shows."""

from typing import Final

from station_app.i18n import N_
from station_app.services.exchange import BundleRow
from station_app.services.lists.exchange import BundleOrder
from station_app.ui.tables import Align, Column
from station_app.ui.theme import Tone
from station_app.wording.bundles import entries_text
from station_app.wording.values import moment_text, size_text

COLUMNS: Final[tuple[Column[BundleRow], ...]] = (
    Column(
        N_("Written"),
        lambda row: moment_text(row.exported_at),
        order=BundleOrder.EXPORTED,
        width=160,
    ),
    Column(N_("File"), lambda row: row.file_name, order=BundleOrder.NAME, width=280, strong=True),
    Column(N_("Journal"), lambda row: entries_text(row.from_seq, row.to_seq), width=176),
    Column(N_("Rows"), lambda row: f"{row.rows:,}", align=Align.RIGHT, width=88),
    Column(N_("Size"), lambda row: size_text(row.size), align=Align.RIGHT, width=96),
    Column(
        N_("Folder"), lambda row: row.folder, tone=lambda row: Tone.MUTED, width=160, stretch=True
    ),
)
