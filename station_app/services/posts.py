"""Use cases of standing posts: open, change, close, and make their shifts."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from station_app.clock import local
from station_app.data.models import Post, Shift
from station_app.data.unit import Unit
from station_app.domain.attendance import PostUnknown, ReasonMissing
from station_app.domain.calendar import Calendar, Status
from station_app.domain.posts import (
    POST_CLOSED,
    PlannedShift,
    PostNameTaken,
    PostPlan,
    Risk,
    check_range,
    checked_post,
    planned_shifts,
    skipped_days,
    weekdays_of,
    weekly_rule,
)
from station_app.services.calendar import calendar_between, year_status

_MADE = {"weekdays", "risk", "qualifications", "exceptions"}
_SAME = tuple(name for name in PostPlan.__slots__ if name not in _MADE)


@dataclass(frozen=True, slots=True)
class ShiftsPreview:
    """What making shifts would do: how many are new, how many stand, which days off are left out.

    `estimated` names the years of the range whose days off are only computed.
    """

    new: int
    standing: int
    skipped: tuple[date, ...]
    estimated: tuple[int, ...]


def open_post(unit: Unit, plan: PostPlan) -> UUID:
    """Open a standing post.

    Raises PostFieldMissing, PostNameTaken, PostPeopleUpsideDown, PostWithoutLength.
    """
    plan = checked_post(plan)
    _require_free_name(unit, plan.name, None)
    count = unit.session.scalars(select(func.count()).select_from(Post)).one()
    return unit.add(Post(code=f"P{count + 1:02d}", **_columns(plan))).id


def change_post(unit: Unit, post_id: UUID, plan: PostPlan) -> None:
    """Change a post; shifts already made stay as they are."""
    plan = checked_post(plan)
    post = unit.session.get_one(Post, post_id)
    _require_free_name(unit, plan.name, post.id)
    for name, value in _columns(plan).items():
        setattr(post, name, value)


def close_post(unit: Unit, post_id: UUID) -> int:
    """Close a post from today on; what was served there stays.

    Its coming shifts are called off; returns how many.
    """
    post = unit.session.get_one(Post, post_id)
    post.closed_on = local(unit.now).date()
    coming = _coming(unit, post_id)
    for shift in coming:
        shift.cancelled_at, shift.cancel_reason = unit.now, POST_CLOSED
    return len(coming)


def reopen_post(unit: Unit, post_id: UUID) -> None:
    """Open a closed post again, with the coming shifts that closing it called off."""
    unit.session.get_one(Post, post_id).closed_on = None
    for shift in _coming(unit, post_id, reason=POST_CLOSED):
        shift.cancelled_at, shift.cancel_reason = None, ""


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
    made = 0
    for post in _open_posts(unit, post_id):
        for planned in _missing(unit, post, calendar, first, last):
            unit.add(_shift(post, planned))
            made += 1
    return made


def preview_shifts(
    unit: Unit, first: date, last: date, post_id: UUID | None = None
) -> ShiftsPreview:
    """What `make_shifts` would do with the same arguments; raises the same."""
    check_range(first, last)
    calendar = calendar_between(unit, first, last)
    new = planned = 0
    skipped: set[date] = set()
    for post in _open_posts(unit, post_id):
        plan = _plan(post)
        planned += sum(1 for _shift in planned_shifts(plan, calendar, first, last))
        new += len(_missing(unit, post, calendar, first, last))
        skipped.update(skipped_days(plan, calendar, first, last))
    years = range(first.year, last.year + 1)
    estimated = tuple(year for year in years if year_status(unit, year) is Status.ESTIMATED)
    return ShiftsPreview(new, planned - new, tuple(sorted(skipped)), estimated)


def cancel_shift(unit: Unit, shift_id: UUID, reason: str) -> None:
    """Call a shift off; it stays visible with the reason. Raises ReasonMissing."""
    if not reason.strip():
        raise ReasonMissing
    shift = unit.session.get_one(Shift, shift_id)
    shift.cancelled_at = unit.now
    shift.cancel_reason = reason.strip()


def restore_shift(unit: Unit, shift_id: UUID) -> None:
    """Take the calling-off of a shift back."""
    shift = unit.session.get_one(Shift, shift_id)
    shift.cancelled_at, shift.cancel_reason = None, ""


def find_post(unit: Unit, text: str) -> Post:
    """The open post with this name or code; raises PostUnknown."""
    wanted = text.strip()
    post = unit.session.scalars(
        select(Post).where((Post.name == wanted) | (Post.code == wanted.upper()))
    ).first()
    if post is None:
        raise PostUnknown(wanted)
    return post


def _open_posts(unit: Unit, post_id: UUID | None) -> list[Post]:
    wanted = select(Post).where(Post.closed_on.is_(None)).order_by(Post.code)
    if post_id is not None:
        wanted = wanted.where(Post.id == post_id)
    return list(unit.session.scalars(wanted))


def _coming(unit: Unit, post_id: UUID, *, reason: str | None = None) -> list[Shift]:
    """The shifts of a post that begin later and stand, or were called off for `reason`."""
    wanted = select(Shift).where(Shift.post_id == post_id, Shift.starts_at > unit.now)
    if reason is None:
        wanted = wanted.where(Shift.cancelled_at.is_(None))
    else:
        wanted = wanted.where(Shift.cancel_reason == reason)
    return list(unit.session.scalars(wanted))


def _missing(
    unit: Unit, post: Post, calendar: Calendar, first: date, last: date
) -> list[PlannedShift]:
    """The shifts that the rule asks for and that do not stand yet."""
    standing = set(
        unit.session.scalars(
            select(Shift.starts_at).where(Shift.post_id == post.id, Shift.day.between(first, last))
        )
    )
    planned = planned_shifts(_plan(post), calendar, first, last)
    return [shift for shift in planned if shift.starts_at not in standing]


def _shift(post: Post, planned: PlannedShift) -> Shift:
    return Shift(
        post_id=post.id,
        day=planned.day,
        starts_at=planned.starts_at,
        ends_at=planned.ends_at,
        needed=post.min_people,
    )


def _columns(plan: PostPlan) -> dict[str, Any]:
    return {
        **{name: getattr(plan, name) for name in _SAME},
        "rule": weekly_rule(plan.weekdays),
        "risk": plan.risk.value,
        "qualifications": " ".join(plan.qualifications),
        "exceptions": " ".join(day.isoformat() for day in sorted(plan.exceptions)),
    }


def _plan(post: Post) -> PostPlan:
    return PostPlan(
        **{name: getattr(post, name) for name in _SAME},
        weekdays=weekdays_of(post.rule),
        risk=Risk(post.risk),
        qualifications=tuple(post.qualifications.split()),
        exceptions=tuple(map(date.fromisoformat, post.exceptions.split())),
    )


def _require_free_name(unit: Unit, name: str, own: UUID | None) -> None:
    other = unit.session.scalars(select(Post).where(Post.name == name)).one_or_none()
    if other is not None and other.id != own:
        raise PostNameTaken(name)
