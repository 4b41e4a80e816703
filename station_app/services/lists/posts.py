"""Standing posts and their shifts as lists."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, distinct, func, select

from station_app.data.models import Attendance, Post, Shift, Volunteer
from station_app.data.unit import Unit
from station_app.domain.posts import weekdays_of
from station_app.services.lists import Order, in_order, keys, uuids


class PostOrder(Order):
    """What the list of posts can be sorted by."""

    CODE = "code"
    NAME = "name"


class ShiftOrder(Order):
    """What the list of shifts can be sorted by."""

    TIME = "time"


@dataclass(frozen=True, slots=True)
class PostFilter:
    """Which posts: the open ones, or all."""

    closed: bool = False


class ShiftState(StrEnum):
    """Which shifts of a range: those that began with too few people, those called off."""

    SHORT = "short"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class ShiftFilter:
    """Which shifts: those between two days, both included, of one post or of all, in a state."""

    first: date
    last: date
    post_id: UUID | None = None
    state: ShiftState | None = None


@dataclass(frozen=True, slots=True)
class PostRow:
    """One post as lists show it; `coming` counts its shifts from now on."""

    id: UUID
    code: str
    name: str
    service_class: str
    place: str
    weekdays: frozenset[int]
    starts_at: time
    ends_at: time
    min_people: int
    max_people: int
    in_charge: str
    closed_on: date | None
    coming: int


@dataclass(frozen=True, slots=True)
class ShiftRow:
    """One shift as lists show it; `people` names who came, in order, `came` counts them."""

    id: UUID
    post_id: UUID
    post: str
    place: str
    day: date
    starts_at: datetime
    ends_at: datetime
    needed: int
    came: int
    cancelled: bool
    cancel_reason: str
    people: tuple[str, ...]


def post_ids(
    unit: Unit,
    filter: PostFilter,
    order: PostOrder | None,
    *,
    descending: bool = False,
    limit: int | None = None,
) -> list[str]:
    """The keys of the posts that pass, in order."""
    wanted: Select[Any] = select(Post.id)
    if not filter.closed:
        wanted = wanted.where(Post.closed_on.is_(None))
    by = Post.name if order is PostOrder.NAME else Post.code
    return keys(
        unit, wanted, Post.id.expression, [by.expression], descending=descending, limit=limit
    )


def post_names(unit: Unit, *, closed: bool = False) -> list[tuple[UUID, str]]:
    """Id and name of the open posts, or of all, in the order of their codes: to choose from."""
    wanted = select(Post.id, Post.name).order_by(Post.closed_on.is_not(None), Post.code)
    if not closed:
        wanted = wanted.where(Post.closed_on.is_(None))
    return [(post_id, name) for post_id, name in unit.session.execute(wanted)]


def post_rows(unit: Unit, ids: Sequence[str]) -> list[PostRow | None]:
    """The posts of these keys."""
    wanted = uuids(ids)
    coming = _counts(
        unit.session.execute(
            select(Shift.post_id, func.count())
            .where(
                Shift.post_id.in_(wanted),
                Shift.cancelled_at.is_(None),
                Shift.starts_at >= unit.now,
            )
            .group_by(Shift.post_id)
        )
    )
    found = unit.session.scalars(select(Post).where(Post.id.in_(wanted)))
    return in_order(ids, found, lambda post: _post_row(post, coming.get(post.id, 0)))


def shift_ids(
    unit: Unit,
    filter: ShiftFilter,
    order: ShiftOrder | None,
    *,
    descending: bool = False,
    limit: int | None = None,
) -> list[str]:
    """The keys of the shifts that pass, by time."""
    wanted: Select[Any] = select(Shift.id).where(Shift.day.between(filter.first, filter.last))
    if filter.post_id is not None:
        wanted = wanted.where(Shift.post_id == filter.post_id)
    if filter.state is not None:
        wanted = wanted.where(_state(unit, filter.state))
    by = [Shift.starts_at.expression]
    return keys(unit, wanted, Shift.id.expression, by, descending=descending, limit=limit)


def shift_rows(unit: Unit, ids: Sequence[str]) -> list[ShiftRow | None]:
    """The shifts of these keys, with who came."""
    wanted = uuids(ids)
    came: dict[UUID | None, dict[UUID, str]] = defaultdict(dict)
    for shift_id, volunteer_id, name in unit.session.execute(
        select(Attendance.shift_id, Volunteer.id, Volunteer.name)
        .join(Volunteer, Volunteer.id == Attendance.volunteer_id)
        .where(Attendance.shift_id.in_(wanted), Attendance.voided_at.is_(None))
        .order_by(Attendance.came_at)
    ):
        came[shift_id][volunteer_id] = name
    found = unit.session.scalars(select(Shift).where(Shift.id.in_(wanted))).all()
    posts = unit.session.scalars(select(Post).where(Post.id.in_({row.post_id for row in found})))
    by_id = {post.id: post for post in posts}
    return in_order(
        ids, found, lambda row: _shift_row(row, by_id[row.post_id], tuple(came[row.id].values()))
    )


def _state(unit: Unit, state: ShiftState) -> ColumnElement[bool]:
    if state is ShiftState.CANCELLED:
        return Shift.cancelled_at.is_not(None)
    came = (
        select(func.count(distinct(Attendance.volunteer_id)))
        .where(Attendance.shift_id == Shift.id, Attendance.voided_at.is_(None))
        .scalar_subquery()
    )
    return Shift.cancelled_at.is_(None) & (Shift.starts_at <= unit.now) & (came < Shift.needed)


def _counts(found: Iterable[Any]) -> dict[UUID, int]:
    return dict(iter(found))


def _post_row(post: Post, coming: int) -> PostRow:
    same = [name for name in PostRow.__slots__ if name not in ("weekdays", "coming")]
    columns = {name: getattr(post, name) for name in same}
    return PostRow(**columns, weekdays=weekdays_of(post.rule), coming=coming)


def _shift_row(shift: Shift, post: Post, people: tuple[str, ...]) -> ShiftRow:
    return ShiftRow(
        id=shift.id,
        post_id=shift.post_id,
        post=post.name,
        place=post.place,
        day=shift.day,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        needed=shift.needed,
        came=len(people),
        cancelled=shift.cancelled_at is not None,
        cancel_reason=shift.cancel_reason,
        people=people,
    )
