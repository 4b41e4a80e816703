"""What the lists of hours after the fact show."""

from typing import Final

from station_app.clock import local
from station_app.i18n import N_, _
from station_app.services.closing import Adjustment
from station_app.services.corrections import SupplementRow
from station_app.services.month_list import MonthRow
from station_app.services.reviews import FlaggedStay
from station_app.services.stay_stories import Correction
from station_app.ui.tables import Align, Column
from station_app.ui.tables.delegate import CHIPS_APART
from station_app.ui.theme import Tone
from station_app.wording.attendance import origin_label, void_reason_text
from station_app.wording.days import clock_span, month_words
from station_app.wording.hours import change_label, flag_label, signed_hours, supplement_state
from station_app.wording.values import day_text, hours_text, moment_text

_STATE_TONES: Final = {"asked": Tone.WARN, "confirmed": Tone.OK, "refused": Tone.MUTED}

SUPPLEMENT_COLUMNS: Final[tuple[Column[SupplementRow], ...]] = (
    Column(N_("Day"), lambda row: day_text(local(row.came_at).date()), width=108),
    Column(N_("Time"), lambda row: clock_span(row.came_at, row.left_at), width=124),
    Column(N_("Name"), lambda row: row.name, width=96, strong=True),
    Column(N_("Post"), lambda row: row.post, width=112),
    Column(
        N_("State"),
        lambda row: _state(row),
        tone=lambda row: _STATE_TONES[row.state],
        chip=True,
        width=184,
    ),
    Column(N_("Reason"), lambda row: row.reason, width=120, stretch=True),
    Column(N_("Witness"), lambda row: row.witness, width=80),
    Column(N_("Asked by"), lambda row: row.entered_by, width=88),
    Column(N_("Decided by"), lambda row: row.decided_by, width=88),
)

CORRECTION_COLUMNS: Final[tuple[Column[Correction], ...]] = (
    Column(N_("Day"), lambda row: day_text(local(row.new.came_at).date()), width=108),
    Column(N_("Name"), lambda row: row.name, width=88, strong=True),
    Column(N_("Post"), lambda row: row.post, width=120),
    Column(N_("As it was"), lambda row: clock_span(row.old.came_at, row.old.left_at), width=124),
    Column(N_("As it is now"), lambda row: clock_span(row.new.came_at, row.new.left_at), width=124),
    Column(
        N_("Hours"),
        lambda row: signed_hours((row.new.minutes or 0) - (row.old.minutes or 0)),
        align=Align.RIGHT,
        width=104,
    ),
    Column(N_("Reason"), lambda row: row.new.reason, width=120, stretch=True),
    Column(N_("Entered by"), lambda row: row.new.entered_by, width=88),
    Column(N_("Corrected at"), lambda row: moment_text(row.new.entered_at), width=164),
)

REVIEW_COLUMNS: Final[tuple[Column[FlaggedStay], ...]] = (
    Column(N_("Day"), lambda row: day_text(local(row.came_at).date()), width=108),
    Column(N_("Time"), lambda row: clock_span(row.came_at, row.left_at), width=124),
    Column(N_("Name"), lambda row: row.name, width=96, strong=True),
    Column(N_("Post"), lambda row: row.post, width=120),
    Column(N_("Hours"), lambda row: hours_text(row.minutes), align=Align.RIGHT, width=104),
    Column(
        N_("Why it is looked at"),
        lambda row: CHIPS_APART.join(map(flag_label, row.flags)),
        tone=lambda row: Tone.MUTED if row.reviewed_by else Tone.WARN,
        chip=True,
        width=190,
        stretch=True,
    ),
    Column(N_("Known from"), lambda row: origin_label(row.origin), width=96),
    Column(N_("Entered by"), lambda row: row.entered_by, width=88),
    Column(N_("Looked at by"), lambda row: row.reviewed_by, width=104),
)

MONTH_COLUMNS: Final[tuple[Column[MonthRow], ...]] = (
    Column(N_("Month"), lambda row: month_words(row.month.first), width=128, strong=True),
    Column(N_("Hours"), lambda row: hours_text(row.minutes), align=Align.RIGHT, width=112),
    Column(N_("Stays"), lambda row: f"{row.stays:,}", align=Align.RIGHT, width=96),
    Column(N_("People"), lambda row: f"{row.people:,}", align=Align.RIGHT, width=96),
    Column(
        N_("State"),
        lambda row: month_state(row),
        tone=lambda row: _month_tone(row),
        chip=True,
        width=144,
    ),
    Column(N_("Closed by"), lambda row: row.closed_by, width=160, stretch=True),
)

ADJUSTMENT_COLUMNS: Final[tuple[Column[Adjustment], ...]] = (
    Column(N_("Changed on"), lambda row: day_text(local(row.made_at).date()), width=112),
    Column(N_("Change"), lambda row: change_label(row.kind), width=140),
    Column(N_("Name"), lambda row: row.name, width=96, strong=True),
    Column(N_("Post"), lambda row: row.post, width=120),
    Column(N_("Served at"), lambda row: moment_text(row.came_at), width=164),
    Column(N_("Hours"), lambda row: signed_hours(row.minutes), align=Align.RIGHT, width=104),
    Column(N_("Reason"), lambda row: void_reason_text(row.reason), width=160, stretch=True),
)

SUM_COLUMNS: Final[tuple[Column[tuple[str, int]], ...]] = (
    Column(N_("Post or day"), lambda row: row[0], width=240, strong=True),
    Column(N_("Hours"), lambda row: hours_text(row[1]), align=Align.RIGHT, width=112),
    Column("", lambda _row: "", width=40, stretch=True),
)


def month_state(row: MonthRow) -> str:
    """Whether a month is closed, may be, or still goes on."""
    if row.closed_by:
        return _("Month closed")
    return _("To be closed") if row.over else _("Still going on")


def _month_tone(row: MonthRow) -> Tone:
    if row.closed_by:
        return Tone.OK
    return Tone.WARN if row.over else Tone.MUTED


def _state(row: SupplementRow) -> str:
    words = [supplement_state(row.state), *([_("Beyond the plan")] if row.beyond_plan else [])]
    return CHIPS_APART.join(words)
