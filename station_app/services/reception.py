"""Use cases of the sign-in desk: which post, who is meant by what was typed, lines of a sheet.

Why what was typed goes into one unit with the sign-in: a scanner types faster than two steps run.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select

from station_app.clock import local
from station_app.data.models import Attendance, Post, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.domain.attendance import (
    EARLY_FOR_SHIFT,
    Origin,
    VolunteerAmbiguous,
    VolunteerUnknown,
    written_span,
)
from station_app.domain.calendar import ONE_DAY
from station_app.domain.names import name_key
from station_app.domain.search import Fit
from station_app.services.attendance import Act, Arrival, arrival_of, enter_stay, sign
from station_app.services.lists.attendance import Standing, StayFilter, StayRow
from station_app.services.lists.attendance import ids as stay_ids
from station_app.services.lists.attendance import rows as stay_rows
from station_app.services.people import find_by_number
from station_app.services.search import Found, best

MOST_MEANT = 8
_REMEMBERED = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class PostNow:
    """An open post; with the shift that runs there now, or begins within the hour."""

    id: UUID
    name: str
    starts_at: datetime | None
    ends_at: datetime | None


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody who may be meant: as little as tells two people apart, and where they are in.

    `old_number` is what was typed, where it is that of a record merged into this one.
    """

    id: UUID
    number: str
    name: str
    phone_tail: str
    in_since: datetime | None
    in_at: str
    old_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetLine:
    """One line of a paper sheet; `who` is a number, a name or its Pinyin, times are wall-clock."""

    post_id: UUID
    day: date
    who: str
    came: time
    left: time | None
    evidence: str = ""


def posts_now(unit: Unit) -> list[PostNow]:
    """All open posts: those with a shift about now, then the one used last, then by their codes."""
    shifts = _shifts_about(unit)
    posts = unit.session.scalars(select(Post).where(Post.closed_on.is_(None)).order_by(Post.code))
    found = [_post_now(post, shifts.get(post.id)) for post in posts]
    today = local(unit.now).date()
    last = unit.session.scalars(
        select(Attendance.post_id)
        .where(Attendance.origin == Origin.CLOCKED, Attendance.day >= today - _REMEMBERED)
        .order_by(Attendance.day.desc(), Attendance.came_at.desc())
        .limit(1)
    ).first()

    def rank(post: PostNow) -> tuple[bool, timedelta, bool]:
        away = abs(post.starts_at - unit.now) if post.starts_at else timedelta()
        return post.starts_at is None, away, post.id != last

    return sorted(found, key=rank)


def people_meant(unit: Unit, text: str, limit: int = MOST_MEANT) -> list[Meant]:
    """Who may be meant by what is typed, as far as a pick list goes."""
    found = _rows(unit, best(unit, folded(text), limit))
    merged = [] if found else _merged_into(unit, folded(text))
    wanted = (
        select(Attendance.volunteer_id, Attendance.came_at, Post.name)
        .join(Post, Post.id == Attendance.post_id)
        .where(
            Attendance.volunteer_id.in_([who.id for who in (*found, *merged)]),
            Attendance.left_at.is_(None),
            Attendance.voided_at.is_(None),
        )
    )
    inside = {who: (since, post) for who, since, post in unit.session.execute(wanted)}
    old = folded(text) if merged else ""
    meant = []
    for who in (*found, *merged):
        since, post = inside.get(who.id, (None, ""))
        meant.append(Meant(who.id, who.number, who.name, who.phone[-4:], since, post, old))
    return meant


def sign_typed(unit: Unit, text: str, post_id: UUID) -> Arrival:
    """Sign whoever is meant in, or out when in.

    Raises VolunteerUnknown, VolunteerAmbiguous, StayForgotten, ScannedTwice.
    """
    return sign(unit, only_meant(unit, text).id, post_id)


def forgotten_stays(unit: Unit) -> list[StayRow]:
    """Stays of earlier days that nobody signed out of, the oldest first."""
    keys = stay_ids(unit, StayFilter(standing=Standing.FORGOTTEN), None)
    return [row for row in stay_rows(unit, keys) if row]


def enter_line(unit: Unit, line: SheetLine) -> Arrival:
    """Enter one line of a sheet; the end of a night post's stay is on the next day.

    Raises VolunteerUnknown, VolunteerAmbiguous and what `enter_stay` raises.
    """
    post = unit.session.get_one(Post, line.post_id)
    who = only_meant(unit, line.who)
    overnight = post.ends_at <= post.starts_at
    span = written_span(line.day, line.came, line.left, overnight=overnight)
    stay = enter_stay(unit, who, post, span, origin=Origin.SHEET, evidence=line.evidence.strip())
    return arrival_of(unit, stay, who, Act.OUT if line.left else Act.IN)


def only_meant(unit: Unit, text: str) -> Volunteer:
    """The one volunteer who is meant: by whole number or name first, else if nobody else fits.

    Whoever has it in the middle only is meant where nobody begins with it. Raises VolunteerUnknown,
    VolunteerAmbiguous.
    """
    wanted = folded(text)
    fitting = best(unit, wanted, MOST_MEANT)
    if not fitting:
        return find_by_number(unit, wanted)
    beginning = [one for one in fitting if one.fit <= Fit.BEGINNING]
    found = _rows(unit, beginning or fitting)
    key = name_key(wanted)
    whole = [who for who in found if who.number == wanted or who.name_key == key]
    if len(found) > 1 and len(whole) != 1:
        raise VolunteerAmbiguous(wanted, tuple(who.number for who in found))
    return whole[0] if whole else found[0]


def _merged_into(unit: Unit, number: str) -> list[Volunteer]:
    """Whom the number of a merged record leads to; nobody for any other text."""
    try:
        return [find_by_number(unit, number)]
    except VolunteerUnknown:
        return []


def folded(text: str) -> str:
    """What was typed, full-width letters and digits as plain ones: an input method was on."""
    return unicodedata.normalize("NFKC", text).strip()


def _shifts_about(unit: Unit) -> dict[UUID, Shift]:
    """For each post the shift that runs or begins soon; of two the one that begins nearest."""
    today = local(unit.now).date()
    found = unit.session.scalars(
        select(Shift).where(
            Shift.day.between(today - ONE_DAY, today + ONE_DAY),
            Shift.cancelled_at.is_(None),
            Shift.starts_at <= unit.now + EARLY_FOR_SHIFT,
            Shift.ends_at > unit.now,
        )
    )
    by_distance = sorted(found, key=lambda shift: abs(shift.starts_at - unit.now), reverse=True)
    return {shift.post_id: shift for shift in by_distance}


def _rows(unit: Unit, found: Sequence[Found]) -> list[Volunteer]:
    wanted = select(Volunteer).where(Volunteer.id.in_([one.id for one in found]))
    rows = {row.id: row for row in unit.session.scalars(wanted)}
    return [rows[one.id] for one in found]


def _post_now(post: Post, shift: Shift | None) -> PostNow:
    if shift is None:
        return PostNow(post.id, post.name, None, None)
    return PostNow(post.id, post.name, shift.starts_at, shift.ends_at)
