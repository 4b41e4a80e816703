"""Use cases of closing a month: what is left to do, freeze the totals, tell what changed later.

Why later changes are told and not forbidden: a wrong hour must be put right, whenever it is found.
But a total that was reported stays what it was, and the difference has a date of its own.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import func, or_, select

from station_app.clock import at_desk, local
from station_app.data.models import Attendance, MonthClose, Post, Supplement, Volunteer
from station_app.data.unit import Unit
from station_app.domain.calendar import ONE_DAY
from station_app.domain.closing import Month, MonthClosedAlready, MonthNotOver, MonthNotReady
from station_app.services.hours import Period, counted
from station_app.services.journal import journal_head
from station_app.services.reviews import to_review


class Change(StrEnum):
    """What became of a stay of a closed month."""

    ADDED = "added"
    STRUCK = "struck"


@dataclass(frozen=True, slots=True)
class Totals:
    """Figures of a month; `by_post` and `by_day` hold minutes."""

    minutes: int
    stays: int
    people: int
    by_post: Mapping[str, int]
    by_day: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class CloseList:
    """What is left to do before a month is closed; all zero: it can be."""

    open_stays: int
    unreviewed: int
    supplements: int

    @property
    def ready(self) -> bool:
        """Whether nothing is left."""
        return not (self.open_stays or self.unreviewed or self.supplements)


@dataclass(frozen=True, slots=True)
class Closed:
    """A month that was closed, with the head of the journal at that moment."""

    month: Month
    closed_at: datetime
    closed_by: str
    head_seq: int
    head_hash: str
    totals: Totals


@dataclass(frozen=True, slots=True)
class Adjustment:
    """A change to a closed month: minutes added or taken, when and why.

    `by` is who entered what was added; who struck a stay out stands in the journal.
    """

    month: Month
    made_at: datetime
    kind: Change
    stay_id: UUID
    number: str
    name: str
    post: str
    came_at: datetime
    minutes: int
    reason: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class MonthReport:
    """A month as it stands: frozen where it was closed, with what changed after.

    `later` are changes to this month after it was closed; `made_here` are changes that were made in
    this month to months closed before.
    """

    month: Month
    now: Totals
    closed: Closed | None
    later: tuple[Adjustment, ...]
    made_here: tuple[Adjustment, ...]


def close_list(unit: Unit, month: Month) -> CloseList:
    """What is left to do in a month."""
    within = Attendance.day.between(month.first, month.last)
    standing = (within, Attendance.voided_at.is_(None), Attendance.left_at.is_(None))
    still_open = unit.session.scalars(select(func.count()).where(*standing)).one()
    begins, ends = _bounds(month)
    asked = select(func.count()).where(
        Supplement.state == "asked", Supplement.came_at >= begins, Supplement.came_at < ends
    )
    unseen = to_review(unit, month.first, month.last)
    return CloseList(still_open, unseen, unit.session.scalars(asked).one())


def close_month(unit: Unit, month: Month) -> Closed:
    """Freeze the totals of a month that is over, with the head of the journal.

    Raises MonthNotOver, MonthClosedAlready, MonthNotReady.
    """
    if local(unit.now).date() <= month.last:
        raise MonthNotOver(month.last)
    if row := _row(unit, month):
        raise MonthClosedAlready(local(row.closed_at).date(), row.closed_by)
    left = close_list(unit, month)
    if not left.ready:
        raise MonthNotReady(left.open_stays, left.unreviewed, left.supplements)
    head, totals = journal_head(unit), month_totals(unit, month)
    row = unit.add(
        MonthClose(
            month=str(month),
            closed_at=unit.now,
            closed_by=unit.actor,
            epoch=head.epoch,
            head_seq=head.seq,
            head_hash=head.hash,
            minutes=totals.minutes,
            stays=totals.stays,
            people=totals.people,
            figures=json.dumps({"post": totals.by_post, "day": totals.by_day}, ensure_ascii=False),
        )
    )
    return _closed(row)


def month_totals(unit: Unit, month: Month) -> Totals:
    """The totals of a month as the books stand now."""
    period = counted(Period(month.first, month.last))
    minutes = func.sum(Attendance.minutes)
    posts: Any = unit.session.execute(
        select(Post.name, minutes)
        .join(Post, Post.id == Attendance.post_id)
        .where(*period)
        .group_by(Post.id)
        .order_by(Post.code)
    ).all()
    days: Any = unit.session.execute(
        select(Attendance.day, minutes).where(*period).group_by(Attendance.day)
    ).all()
    by_day = {day.isoformat(): total for day, total in days}
    counts = select(func.count(), func.count(Attendance.volunteer_id.distinct())).where(*period)
    stays, people = unit.session.execute(counts).one()
    return Totals(sum(by_day.values()), stays, people, dict(posts), by_day)


def month_report(unit: Unit, month: Month) -> MonthReport:
    """A month with its frozen totals and every adjustment that concerns it."""
    row = _row(unit, month)
    begins, ends = _bounds(month)
    earlier = unit.session.scalars(select(MonthClose).where(MonthClose.month < str(month)))
    made_here = [
        change
        for closed in earlier.all()
        for change in _adjustments(unit, closed)
        if begins <= change.made_at < ends
    ]
    return MonthReport(
        month,
        month_totals(unit, month),
        _closed(row) if row else None,
        tuple(_adjustments(unit, row)) if row else (),
        tuple(sorted(made_here, key=lambda one: one.made_at)),
    )


def months_closed(unit: Unit) -> tuple[Closed, ...]:
    """Every closed month, the newest first."""
    rows = unit.session.scalars(select(MonthClose).order_by(MonthClose.month.desc()))
    return tuple(map(_closed, rows))


def _adjustments(unit: Unit, closed: MonthClose) -> Iterator[Adjustment]:
    """Stays of the month that were entered or struck out after it was closed, in that order."""
    month, at = Month.read(closed.month), closed.closed_at
    found = unit.session.execute(
        select(Attendance, Volunteer.number, Volunteer.name, Post.name)
        .join(Volunteer, Volunteer.id == Attendance.volunteer_id)
        .join(Post, Post.id == Attendance.post_id)
        .where(
            Attendance.day.between(month.first, month.last),
            Attendance.left_at.is_not(None),
            or_(Attendance.entered_at > at, Attendance.voided_at > at),
        )
    )
    changes = [
        change for stay, *told in found for change in _changes(month, stay, at, _About(*told))
    ]
    return iter(sorted(changes, key=lambda one: one.made_at))


class _About(NamedTuple):
    number: str
    name: str
    post: str


def _changes(month: Month, stay: Attendance, at: datetime, about: _About) -> Iterator[Adjustment]:
    """What became of one stay after the month was closed."""
    known = (stay.id, *about, stay.came_at)
    minutes, made, gone = stay.minutes or 0, stay.entered_at, stay.voided_at
    if made > at:
        why = stay.reason or stay.evidence
        yield Adjustment(month, made, Change.ADDED, *known, minutes, why, stay.entered_by)
    if gone is not None and gone > at:
        yield Adjustment(month, gone, Change.STRUCK, *known, -minutes, stay.void_reason)


def _bounds(month: Month) -> tuple[datetime, datetime]:
    return at_desk(month.first), at_desk(month.last + ONE_DAY)


def _row(unit: Unit, month: Month) -> MonthClose | None:
    wanted = select(MonthClose).where(MonthClose.month == str(month))
    return unit.session.scalars(wanted).one_or_none()


def _closed(row: MonthClose) -> Closed:
    figures = json.loads(row.figures)
    totals = Totals(row.minutes, row.stays, row.people, figures["post"], figures["day"])
    month = Month.read(row.month)
    return Closed(month, row.closed_at, row.closed_by, row.head_seq, row.head_hash, totals)
