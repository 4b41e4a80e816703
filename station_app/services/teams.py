"""Use cases of service teams: register, change, disband; join, leave, lead."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from station_app.clock import local
from station_app.data.models import Team, TeamMember, Volunteer
from station_app.data.unit import Unit
from station_app.domain.teams import (
    TEAM_DISBANDED,
    DisbandedBeforeJoining,
    FoundedAfterJoining,
    LeaderNotMember,
    LeaderStays,
    Membership,
    MembershipGone,
    MembershipInFuture,
    TeamCard,
    TeamDisbanded,
    TeamFieldMissing,
    TeamNameTaken,
    TeamUnknown,
    check_joining,
    check_leaving,
    checked_team,
    team_search_key,
)
from station_app.services.erased import require_record


@dataclass(frozen=True, slots=True)
class Joined:
    """A membership as it stands in the books; `until` is the last day, if it has one."""

    id: UUID
    name: str
    number: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who belongs to a team now."""

    volunteer_id: UUID
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class TeamDossier:
    """What is known of a team, and its members by name; none once it is disbanded."""

    id: UUID
    card: TeamCard
    disbanded_on: date | None
    leader: Member | None
    members: tuple[Member, ...]


def register_team(unit: Unit, card: TeamCard, leader_id: UUID | None) -> UUID:
    """Register a team, whose leader is a member from the day on which it was founded.

    Raises TeamFieldMissing, TeamTextTooLong, TeamNameTaken, FoundedInFuture, PhoneUnreadable.
    """
    card = checked_team(card, local(unit.now).date())
    if leader_id is None:
        raise TeamFieldMissing("leader")
    _require_free_name(unit, card.name, None)
    leader = unit.session.get_one(Volunteer, leader_id)
    team = unit.add(Team(**_columns(card)))
    unit.add(
        TeamMember(team_id=team.id, volunteer_id=leader.id, leads=True, since_on=card.founded_on)
    )
    return team.id


def change_team(unit: Unit, team_id: UUID, card: TeamCard, leader_id: UUID) -> None:
    """Change what is known of a team, and perhaps who of the members leads it.

    Raises what `register_team` raises, FoundedAfterJoining, LeaderNotMember.
    """
    card = checked_team(card, local(unit.now).date())
    team = unit.session.get_one(Team, team_id)
    _require_free_name(unit, card.name, team.id)
    first = _first_to_join(unit, team.id)
    if first is not None and first.since_on < card.founded_on:
        name = _volunteer(unit, first).name
        raise FoundedAfterJoining(card.founded_on, name, first.since_on)
    for name, value in _columns(card).items():
        setattr(team, name, value)
    if team.disbanded_on is None:
        _let_lead(unit, team, leader_id)


def team_dossier(unit: Unit, team_id: UUID) -> TeamDossier:
    """What is known of a team; raises NoResultFound for an unknown id."""
    team = unit.session.get_one(Team, team_id)
    found = unit.session.execute(
        select(Volunteer, TeamMember.leads)
        .join(TeamMember, TeamMember.volunteer_id == Volunteer.id)
        .where(*_present(team.id))
        .order_by(Volunteer.sound, Volunteer.id)
    ).all()
    leader = next((_member(who) for who, leads in found if leads), None)
    members = tuple(_member(who) for who, _leads in found)
    return TeamDossier(team.id, card_of(team), team.disbanded_on, leader, members)


def find_team(unit: Unit, text: str) -> UUID:
    """The team with this name; raises TeamUnknown."""
    wanted = " ".join(text.split())
    found = unit.session.scalars(select(Team.id).where(Team.name == wanted)).one_or_none()
    if found is None:
        raise TeamUnknown(wanted)
    return found


def join_team(unit: Unit, team_id: UUID, volunteer_id: UUID, since: date) -> Joined:
    """Let a volunteer belong to the team from a day on; who left may join again later.

    Raises TeamDisbanded, RecordErased, AlreadyMember, MembershipsOverlap, JoinedBeforeFounding,
    MembershipInFuture.
    """
    team = _standing_team(unit, team_id)
    who = unit.session.get_one(Volunteer, volunteer_id)
    require_record(who)
    before = unit.session.scalars(
        select(TeamMember).where(
            TeamMember.team_id == team.id,
            TeamMember.volunteer_id == who.id,
            TeamMember.voided_at.is_(None),
        )
    )
    check_joining(
        who.name,
        since,
        today=local(unit.now).date(),
        founded_on=team.founded_on,
        before=[Membership(one.since_on, one.until_on) for one in before],
    )
    return _joined(who, unit.add(TeamMember(team_id=team.id, volunteer_id=who.id, since_on=since)))


def leave_team(unit: Unit, membership_id: UUID, until: date, reason: str = "") -> Joined:
    """End a membership; `until` is the last day of it.

    Raises MembershipGone, LeaderStays, MembershipInFuture, LeftBeforeJoining.
    """
    membership = _open_membership(unit, membership_id)
    who = _volunteer(unit, membership)
    if membership.leads:
        raise LeaderStays(who.name)
    check_leaving(who.name, membership.since_on, until, today=local(unit.now).date())
    membership.until_on, membership.left_reason = until, reason.strip()
    return _joined(who, membership)


def undo_leaving(unit: Unit, membership_id: UUID) -> Joined:
    """Take back that somebody left; raises TeamDisbanded, MembershipGone, so after joining anew."""
    membership = unit.session.get_one(TeamMember, membership_id)
    if membership.voided_at is not None or membership.until_on is None:
        raise MembershipGone
    _standing_team(unit, membership.team_id)
    later = select(TeamMember.id).where(
        *_standing(membership.team_id),
        TeamMember.volunteer_id == membership.volunteer_id,
        TeamMember.since_on > membership.until_on,
    )
    if unit.session.scalars(later).first() is not None:
        raise MembershipGone
    membership.until_on, membership.left_reason = None, ""
    return _joined(_volunteer(unit, membership), membership)


def undo_joining(unit: Unit, membership_id: UUID) -> None:
    """Take back that somebody joined, as after a slip in the search box.

    Raises MembershipGone, LeaderStays.
    """
    membership = _open_membership(unit, membership_id)
    if membership.leads:
        raise LeaderStays(_volunteer(unit, membership).name)
    membership.voided_at = unit.now


def appoint_leader(unit: Unit, membership_id: UUID) -> Member:
    """Let this member lead the team; raises MembershipGone, TeamDisbanded."""
    membership = _open_membership(unit, membership_id)
    team = _standing_team(unit, membership.team_id)
    return _let_lead(unit, team, membership.volunteer_id)


def disband_team(unit: Unit, team_id: UUID, on: date) -> int:
    """End a team on a day, which is the last one of everybody in it; returns how many those were.

    Raises TeamDisbanded, MembershipInFuture, DisbandedBeforeJoining.
    """
    team = _standing_team(unit, team_id)
    if on > local(unit.now).date():
        raise MembershipInFuture(on)
    members = list(unit.session.scalars(select(TeamMember).where(*_present(team.id))))
    for member in members:
        if member.since_on > on:
            raise DisbandedBeforeJoining(on, _volunteer(unit, member).name, member.since_on)
        member.until_on, member.left_reason = on, TEAM_DISBANDED
    team.disbanded_on = on
    return len(members)


def revive_team(unit: Unit, team_id: UUID) -> None:
    """Take the end of a team back, with the members it ended for."""
    team = unit.session.get_one(Team, team_id)
    team.disbanded_on = None
    ended = select(TeamMember).where(*_standing(team.id), TeamMember.left_reason == TEAM_DISBANDED)
    for member in unit.session.scalars(ended):
        member.until_on, member.left_reason = None, ""


def card_of(team: Team) -> TeamCard:
    """The row as a value that may leave the unit."""
    values: dict[str, Any] = {name: getattr(team, name) for name in TeamCard.__slots__}
    return TeamCard(**values | {"service_classes": tuple(team.service_classes.split())})


def _columns(card: TeamCard) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(card, name) for name in TeamCard.__slots__}
    values["service_classes"] = " ".join(card.service_classes)
    return values | {"search_key": team_search_key(card.name)}


def _standing(team_id: UUID) -> list[Any]:
    """The conditions of a membership that was not taken back."""
    return [TeamMember.team_id == team_id, TeamMember.voided_at.is_(None)]


def _present(team_id: UUID) -> list[Any]:
    """The conditions of a membership that goes on."""
    return [*_standing(team_id), TeamMember.until_on.is_(None)]


def _first_to_join(unit: Unit, team_id: UUID) -> TeamMember | None:
    first = select(TeamMember).where(*_standing(team_id)).order_by(TeamMember.since_on).limit(1)
    return unit.session.scalars(first).first()


def _standing_team(unit: Unit, team_id: UUID) -> Team:
    team = unit.session.get_one(Team, team_id)
    if team.disbanded_on is not None:
        raise TeamDisbanded(team.name, team.disbanded_on)
    return team


def _open_membership(unit: Unit, membership_id: UUID) -> TeamMember:
    membership = unit.session.get_one(TeamMember, membership_id)
    if membership.voided_at is not None or membership.until_on is not None:
        raise MembershipGone
    return membership


def _let_lead(unit: Unit, team: Team, volunteer_id: UUID) -> Member:
    """Let a member lead; the flag of the one before goes first, as the index wants it."""
    present = select(TeamMember).where(*_present(team.id))
    members = {one.volunteer_id: one for one in unit.session.scalars(present)}
    who = unit.session.get_one(Volunteer, volunteer_id)
    if who.id not in members:
        raise LeaderNotMember(who.name)
    for one in members.values():
        if one.leads and one.volunteer_id != who.id:
            one.leads = False
    unit.session.flush()
    members[who.id].leads = True
    return _member(who)


def _volunteer(unit: Unit, membership: TeamMember) -> Volunteer:
    return unit.session.get_one(Volunteer, membership.volunteer_id)


def _member(who: Volunteer) -> Member:
    return Member(who.id, who.number, who.name)


def _joined(who: Volunteer, membership: TeamMember) -> Joined:
    return Joined(membership.id, who.name, who.number, membership.since_on, membership.until_on)


def _require_free_name(unit: Unit, name: str, own: UUID | None) -> None:
    other = unit.session.scalars(select(Team).where(Team.name == name)).one_or_none()
    if other is not None and other.id != own:
        raise TeamNameTaken(name)
