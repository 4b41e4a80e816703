"""Use cases of standing posts: open, change, close, and make their shifts."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from station_app.clock import local
from station_app.data.models import Post, Shift
from station_app.data.unit import Unit
from station_app.domain.attendance import PostUnknown, ReasonMissing
from station_app.domain.calendar import Calendar
from station_app.domain.posts import (
    PostNameTaken,
    PostPlan,
    check_range,
    checked_post,
    planned_shifts,
    weekdays_of,
    weekly_rule,
)
from station_app.services.calendar import calendar_between

_SAME = tuple(name for name in PostPlan.__slots__ if name != "weekdays")


def open_post(unit: Unit, plan: PostPlan) -> UUID:
    """Open a standing post.

    Raises PostFieldMissing, PostNameTaken, PostPeopleUpsideDown, PostWithoutLength.
    """
    plan = checked_post(plan)
    _require_free_name(unit, plan.name, None)
    count = unit.session.scalars(select(func.count()).select_from(Post)).one()
    columns = {name: getattr(plan, name) for name in _SAME}
    post = Post(code=f"P{count + 1:02d}", rule=weekly_rule(plan.weekdays), **columns)
    return unit.add(post).id


def change_post(unit: Unit, post_id: UUID, plan: PostPlan) -> None:
    """Change a post; shifts already made stay as they are."""
    plan = checked_post(plan)
    post = unit.session.get_one(Post, post_id)
    _require_free_name(unit, plan.name, post.id)
    for name in _SAME:
        setattr(post, name, getattr(plan, name))
    post.rule = weekly_rule(plan.weekdays)


def close_post(unit: Unit, post_id: UUID) -> None:
    """Close a post from today on; what was served there stays."""
    post = unit.session.get_one(Post, post_id)
    post.closed_on = local(unit.now).date()


def plan_of(unit: Unit, post_id: UUID) -> PostPlan:
    """What a clerk once said of the post, ready to be changed."""
    return _plan(unit.session.get_one(Post, post_id))


def make_shifts(unit: Unit, first: date, last: date, post_id: UUID | None = None) -> int:
    """Make the shifts of one post, or of all open ones, between two days; returns how many are new.

    Shifts that stand already, cancelled ones too, are left alone. Raises RangeUpsideDown,
    RangeTooLong.
    """
    check_range(first, last)
    calendar = calendar_between(unit, first, last)
    wanted = select(Post).where(Post.closed_on.is_(None)).order_by(Post.code)
    if post_id is not None:
        wanted = wanted.where(Post.id == post_id)
    posts = unit.session.scalars(wanted).all()
    return sum(_make(unit, post, calendar, first, last) for post in posts)


def cancel_shift(unit: Unit, shift_id: UUID, reason: str) -> None:
    """Call a shift off; it stays visible with the reason. Raises ReasonMissing."""
    if not reason.strip():
        raise ReasonMissing
    shift = unit.session.get_one(Shift, shift_id)
    shift.cancelled_at = unit.now
    shift.cancel_reason = reason.strip()


def find_post(unit: Unit, text: str) -> Post:
    """The open post with this name or code; raises PostUnknown."""
    wanted = text.strip()
    post = unit.session.scalars(
        select(Post).where((Post.name == wanted) | (Post.code == wanted.upper()))
    ).first()
    if post is None:
        raise PostUnknown(wanted)
    return post


def _make(unit: Unit, post: Post, calendar: Calendar, first: date, last: date) -> int:
    standing = set(
        unit.session.scalars(
            select(Shift.starts_at).where(Shift.post_id == post.id, Shift.day.between(first, last))
        )
    )
    made = 0
    for planned in planned_shifts(_plan(post), calendar, first, last):
        if planned.starts_at not in standing:
            unit.add(
                Shift(
                    post_id=post.id,
                    day=planned.day,
                    starts_at=planned.starts_at,
                    ends_at=planned.ends_at,
                    needed=post.min_people,
                )
            )
            made += 1
    return made


def _plan(post: Post) -> PostPlan:
    columns = {name: getattr(post, name) for name in _SAME}
    return PostPlan(weekdays=weekdays_of(post.rule), **columns)


def _require_free_name(unit: Unit, name: str, own: UUID | None) -> None:
    other = unit.session.scalars(select(Post).where(Post.name == name)).one_or_none()
    if other is not None and other.id != own:
        raise PostNameTaken(name)
