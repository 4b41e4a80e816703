"""Service teams and their members as lists.

Hours of a team are those that its members gave while they belonged to it, wherever they served:
stays do not name a team.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, func, or_, select

from station_app.clock import local
from station_app.data.models import Attendance, Team, TeamMember, Volunteer
from station_app.data.unit import Unit
from station_app.domain.codes import ListName, code_list
from station_app.domain.names import name_key
from station_app.domain.teams import TEAM_DISBANDED
from station_app.services.hours import Period, counted
from station_app.services.lists import Order, in_order, keys, uuids
from station_app.services.lists.people import matching


class TeamOrder(Order):
    """What the list of teams can be sorted by."""

    NAME = "name"
    KIND = "kind"
    FOUNDED = "founded"


class MemberOrder(Order):
    """What the members of a team can be sorted by."""

    NAME = "name"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class TeamFilter:
    """Which teams: those whom the search text finds; without the disbanded ones, or with them."""

    text: str = ""
    disbanded: bool = False


@dataclass(frozen=True, slots=True)
class MemberFilter:
    """Which memberships of a team: those that go on, or those that ended too."""

    team_id: UUID
    former: bool = False
    text: str = ""


@dataclass(frozen=True, slots=True)
class TeamRow:
    """One team as lists show it; `minutes` are those of this year.

    Members and leader of a disbanded team are those of its last day.
    """

    id: UUID
    name: str
    kind: str
    leader: str
    phone: str
    party_branch: str
    department: str
    service_classes: tuple[str, ...]
    founded_on: date
    disbanded_on: date | None
    members: int
    minutes: int


@dataclass(frozen=True, slots=True)
class MemberRow:
    """One membership as lists show it; `minutes` are those of this year, given as a member."""

    id: UUID
    volunteer_id: UUID
    number: str
    name: str
    phone: str
    leads: bool
    since_on: date
    until_on: date | None
    left_reason: str
    minutes: int


_AT_LAST = (
    or_(TeamMember.until_on.is_(None), TeamMember.left_reason == TEAM_DISBANDED),
    TeamMember.voided_at.is_(None),
)
"""The conditions of a membership that goes on, or went on until the team ended."""


def ids(
    unit: Unit,
    filter: TeamFilter,
    order: TeamOrder | None,
    *,
    descending: bool = False,
    limit: int | None = None,
) -> list[str]:
    """The keys of the teams that pass, in order."""
    wanted: Select[Any] = select(Team.id)
    if not filter.disbanded:
        wanted = wanted.where(Team.disbanded_on.is_(None))
    if text := filter.text.strip():
        wanted = wanted.where(_matching(text))
    by = _by(order or TeamOrder.NAME)
    return keys(unit, wanted, Team.id.expression, by, descending=descending, limit=limit)


def rows(unit: Unit, ids: Sequence[str]) -> list[TeamRow | None]:
    """The teams of these keys, with their leaders, how many they are and what they gave."""
    wanted = uuids(ids)
    people = unit.session.execute(
        select(
            TeamMember.team_id,
            func.count(),
            func.max(case((TeamMember.leads, Volunteer.name), else_="")),
        )
        .join(Volunteer, Volunteer.id == TeamMember.volunteer_id)
        .where(TeamMember.team_id.in_(wanted), *_AT_LAST)
        .group_by(TeamMember.team_id)
    )
    known = {team_id: (count, leader) for team_id, count, leader in people}
    minutes = _minutes(unit, TeamMember.team_id, wanted)
    found = unit.session.scalars(select(Team).where(Team.id.in_(wanted)))
    return in_order(ids, found, lambda team: _team(team, known.get(team.id), minutes))


def member_ids(
    unit: Unit,
    filter: MemberFilter,
    order: MemberOrder | None,
    *,
    descending: bool = False,
    limit: int | None = None,
) -> list[str]:
    """The keys of the memberships that pass, in order; by name the leader comes first."""
    wanted = (
        select(TeamMember.id)
        .join(Volunteer, Volunteer.id == TeamMember.volunteer_id)
        .where(TeamMember.team_id == filter.team_id, TeamMember.voided_at.is_(None))
    )
    if not filter.former:
        wanted = wanted.where(TeamMember.until_on.is_(None))
    if text := filter.text.strip():
        wanted = wanted.where(matching(text))
    leader_first = case((TeamMember.leads & TeamMember.until_on.is_(None), 0), else_=1)
    first = TeamMember.since_on if order is MemberOrder.SINCE else leader_first
    by: list[ColumnElement[Any]] = [first.expression, Volunteer.sound.expression]
    key = TeamMember.id.expression
    return keys(unit, wanted, key, by, descending=descending, limit=limit)


def member_rows(unit: Unit, ids: Sequence[str]) -> list[MemberRow | None]:
    """The memberships of these keys."""
    wanted = uuids(ids)
    minutes = _minutes(unit, TeamMember.id, wanted)
    found = unit.session.execute(
        select(*_SHOWN)
        .join(Volunteer, Volunteer.id == TeamMember.volunteer_id)
        .where(TeamMember.id.in_(wanted))
    )
    return in_order(
        ids, found, lambda row: MemberRow(**row._mapping, minutes=minutes.get(row.id, 0))
    )


_OF_PERSON = ("number", "name", "phone")
_SHOWN: list[Any] = [
    getattr(Volunteer if name in _OF_PERSON else TeamMember, name)
    for name in MemberRow.__slots__
    if name != "minutes"
]


def _matching(text: str) -> ColumnElement[bool]:
    """Name, Pinyin or initials of the team; its leader; its kind, department or party branch.

    Teams are few, so a part of the name may stand anywhere in it.
    """
    leads = (
        select(TeamMember.team_id)
        .join(Volunteer, Volunteer.id == TeamMember.volunteer_id)
        .where(TeamMember.leads, *_AT_LAST, matching(text))
    )
    return or_(
        Team.search_key.contains(name_key(text), autoescape=True),
        Team.party_branch.contains(text, autoescape=True),
        Team.kind == _code("team_kind", text),
        Team.department == _code("department", text),
        Team.id.in_(leads),
    )


def _code(name: ListName, text: str) -> str:
    return code_list(name).find(text) or text


def _by(order: TeamOrder) -> list[ColumnElement[Any]]:
    name: ColumnElement[Any] = Team.search_key.expression
    if order is TeamOrder.FOUNDED:
        return [Team.founded_on.expression, name]
    if order is TeamOrder.KIND:
        places = {entry.code: place for place, entry in enumerate(code_list("team_kind").codes)}
        return [case(places, value=Team.kind, else_=len(places)), name]
    return [name]


def _minutes(unit: Unit, key: Any, wanted: Sequence[UUID]) -> dict[UUID, int]:
    """Counted minutes of this year, given while belonging to the team."""
    day = local(unit.now).date()
    year = Period(date(day.year, 1, 1), date(day.year, 12, 31))
    found = unit.session.execute(
        select(key, func.sum(Attendance.minutes))
        .select_from(TeamMember)
        .join(Attendance, Attendance.volunteer_id == TeamMember.volunteer_id)
        .where(
            key.in_(wanted),
            TeamMember.voided_at.is_(None),
            Attendance.day >= TeamMember.since_on,
            or_(TeamMember.until_on.is_(None), Attendance.day <= TeamMember.until_on),
            *counted(year),
        )
        .group_by(key)
    )
    return dict(iter(found))


def _team(team: Team, people: tuple[int, str] | None, minutes: dict[UUID, int]) -> TeamRow:
    given = ("leader", "service_classes", "members", "minutes")
    same = {name: getattr(team, name) for name in TeamRow.__slots__ if name not in given}
    members, leader = people or (0, "")
    return TeamRow(
        **same,
        leader=leader,
        service_classes=tuple(team.service_classes.split()),
        members=members,
        minutes=minutes.get(team.id, 0),
    )
