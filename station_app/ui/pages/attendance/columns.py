"""What the lists of the desk show."""

from collections.abc import Sequence

from station_app.clock import Clock, today
from station_app.domain.attendance import Origin, minutes_between
from station_app.i18n import N_, _
from station_app.services.lists.attendance import StayOrder, StayRow
from station_app.ui.tables import Align, Column
from station_app.ui.theme import Tone
from station_app.wording.attendance import origin_label, void_reason_text
from station_app.wording.days import clock_span, day_words, length_words, since_words
from station_app.wording.values import clock_text, day_text, hours_text

_ORIGIN_TONES = {
    Origin.CLOCKED: Tone.OK,
    Origin.SHEET: Tone.INFO,
    Origin.IMPORTED: Tone.INFO,
    Origin.CORRECTED: Tone.WARN,
    Origin.SUPPLEMENTED: Tone.WARN,
}


def in_now_columns(clock: Clock, *, roomy: bool) -> tuple[Column[StayRow], ...]:
    """Who is in: since when, how long, and whether the shift is over; numbers where roomy."""
    since: Column[StayRow] = Column(
        N_("Since"),
        lambda row: since_words(row.came_at, today(clock)),
        order=StayOrder.CAME,
        width=80,
    )
    length: Column[StayRow] = Column(
        N_("In for"),
        lambda row: length_words(minutes_between(row.came_at, clock.now())),
        tone=lambda row: _in_tone(row, clock),
        chip=True,
        align=Align.CENTRE,
        width=112,
    )
    numbers = (_NUMBER,) if roomy else ()
    return _NAME, *numbers, _POST, since, length


_NAME: Column[StayRow] = Column(
    N_("Name"), lambda row: row.name, order=StayOrder.NAME, width=104, strong=True
)
_NUMBER: Column[StayRow] = Column(N_("Number"), lambda row: row.number, width=108)
_POST: Column[StayRow] = Column(
    N_("Post"), lambda row: row.post, order=StayOrder.POST, width=112, stretch=True
)

RECORD_COLUMNS: Sequence[Column[StayRow]] = (
    Column(N_("Day"), lambda row: day_text(row.day), order=StayOrder.CAME, width=116),
    Column(N_("Time"), lambda row: clock_span(row.came_at, row.left_at), width=116),
    _NAME,
    _NUMBER,
    Column(N_("Post"), lambda row: row.post, order=StayOrder.POST, width=128),
    Column(
        N_("Hours"),
        lambda row: hours_text(row.minutes),
        order=StayOrder.MINUTES,
        align=Align.RIGHT,
        width=104,
    ),
    Column(
        N_("Known from"),
        lambda row: origin_label(row.origin),
        tone=lambda row: _ORIGIN_TONES[row.origin],
        chip=True,
        width=148,
    ),
    Column(
        N_("Remark"),
        lambda row: remark(row),
        tone=lambda row: Tone.DANGER if row.void_reason else Tone.MUTED,
        width=160,
        stretch=True,
    ),
)


def remark(row: StayRow) -> str:
    """Why it was struck out, that it is still open, or what proves it."""
    if row.void_reason:
        return _("Struck out: {reason}").format(reason=void_reason_text(row.void_reason))
    if row.left_at is None:
        return _("Not signed out")
    if row.walk_in and not row.evidence:
        return _("Walk-in")
    return row.evidence


def forgotten_words(row: StayRow) -> str:
    """Who forgot, where, and since when."""
    return _("{name} ({number}) at {post}, in since {since}").format(
        name=row.name,
        number=row.number,
        post=row.post,
        since=_("{day} {time}").format(day=day_words(row.day), time=clock_text(row.came_at)),
    )


def _in_tone(row: StayRow, clock: Clock) -> Tone:
    over = row.planned_end is not None and row.planned_end < clock.now()
    return Tone.WARN if over else Tone.OK
