"""What the lists of posts and shifts show."""

from collections.abc import Sequence

from station_app.clock import Clock
from station_app.i18n import N_, _
from station_app.services.lists.posts import PostOrder, PostRow, ShiftOrder, ShiftRow
from station_app.ui.tables import Align, Column
from station_app.ui.theme import Tone
from station_app.wording.days import clock_span, day_words, rule_words
from station_app.wording.labels import post_class_label
from station_app.wording.posts import cancel_reason_text

POST_COLUMNS: Sequence[Column[PostRow]] = (
    Column(N_("Code"), lambda row: row.code, order=PostOrder.CODE, width=72),
    Column(N_("Post"), lambda row: row.name, order=PostOrder.NAME, width=132, strong=True),
    Column(
        N_("Service class"),
        lambda row: post_class_label(row.service_class),
        width=112,
        stretch=True,
    ),
    Column(
        N_("When"),
        lambda row: rule_words(row.weekdays, row.starts_at, row.ends_at),
        width=252,
    ),
    Column(N_("Place"), lambda row: row.place, width=72, stretch=True),
    Column(N_("People"), lambda row: _people(row), align=Align.CENTRE, width=68),
    Column(
        N_("Coming shifts"),
        lambda row: _coming(row),
        tone=lambda row: _coming_tone(row),
        align=Align.CENTRE,
        chip=True,
        width=116,
    ),
)


_DAY: Column[ShiftRow] = Column(
    N_("Day"), lambda row: day_words(row.day), order=ShiftOrder.TIME, width=128
)
_PLACE: Column[ShiftRow] = Column(N_("Place"), lambda row: row.place, width=112, stretch=True)
_NAMES: Column[ShiftRow] = Column(
    N_("Who came"),
    lambda row: who_came(row),
    tone=lambda row: Tone.MUTED if row.cancelled else Tone.PLAIN,
    width=100,
    stretch=True,
)


def shift_columns(clock: Clock) -> tuple[Column[ShiftRow], ...]:
    """The columns of shifts; whether people are missing depends on the present instant."""
    came = _staffing(N_("Came / needed"), clock, 116)
    return _DAY, _time(None), _post(152), _PLACE, came, _NAMES


def day_columns(clock: Clock) -> tuple[Column[ShiftRow], ...]:
    """The columns of the shifts of one day."""
    return _time(ShiftOrder.TIME), _post(116), _staffing(N_("Came"), clock, 92), _NAMES


def narrow_columns(clock: Clock) -> tuple[Column[ShiftRow], ...]:
    """The same in the least room, without names."""
    return _time(ShiftOrder.TIME), _post(108, stretch=True), _staffing(N_("Came"), clock, 88)


def _time(order: ShiftOrder | None) -> Column[ShiftRow]:
    return Column(
        N_("Time"), lambda row: clock_span(row.starts_at, row.ends_at), order=order, width=116
    )


def _post(width: int, *, stretch: bool = False) -> Column[ShiftRow]:
    return Column(N_("Post"), lambda row: row.post, width=width, strong=True, stretch=stretch)


def _staffing(title: str, clock: Clock, width: int) -> Column[ShiftRow]:
    return Column(
        title,
        lambda row: staffing(row, clock),
        tone=lambda row: staffing_tone(row, clock),
        align=Align.CENTRE,
        chip=True,
        width=width,
    )


def staffing(row: ShiftRow, clock: Clock) -> str:
    """2 / 3 once the shift has begun, what it needs before, or that it is called off."""
    if row.cancelled:
        return _("Called off")
    if row.starts_at > clock.now() and not row.came:
        return _("needs {count}").format(count=row.needed)
    return _("{came} / {needed}").format(came=row.came, needed=row.needed)


def staffing_tone(row: ShiftRow, clock: Clock) -> Tone:
    """Green when enough came, amber while it still may fill, red when it did not."""
    now = clock.now()
    if row.cancelled or (row.starts_at > now and not row.came):
        return Tone.MUTED
    if row.came >= row.needed:
        return Tone.OK
    return Tone.DANGER if row.ends_at < now else Tone.WARN


def who_came(row: ShiftRow) -> str:
    """The names of those who came, or why nobody could."""
    if row.cancelled:
        return cancel_reason_text(row.cancel_reason)
    return _(", ").join(row.people)


def _people(row: PostRow) -> str:
    if row.min_people == row.max_people:
        return str(row.min_people)
    return _("{least}–{most}").format(least=row.min_people, most=row.max_people)


def _coming(row: PostRow) -> str:
    if row.closed_on is not None:
        return _("Closed")
    return str(row.coming) if row.coming else _("none made")


def _coming_tone(row: PostRow) -> Tone:
    if row.closed_on is not None:
        return Tone.MUTED
    return Tone.INFO if row.coming else Tone.WARN
