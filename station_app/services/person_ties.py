"""What ties one volunteer to other things: teams, stars, records that were merged into this one."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from station_app.data.models import Merge, Star, Team, TeamMember, Volunteer
from station_app.data.unit import Unit


@dataclass(frozen=True, slots=True)
class TeamTie:
    """A time of belonging to a team; it goes on while `until_on` is empty."""

    team: str
    leads: bool
    since_on: date
    until_on: date | None


@dataclass(frozen=True, slots=True)
class StarHeld:
    """A star that was confirmed and stands; `year` is 0 where all hours count."""

    star: int
    year: int
    confirmed_on: date


@dataclass(frozen=True, slots=True)
class MergedRecord:
    """A record that was merged into this one; papers may still name its number."""

    id: UUID
    number: str
    name: str


def teams_of(unit: Unit, volunteer_id: UUID) -> tuple[TeamTie, ...]:
    """The teams somebody belongs or belonged to: the present ones first, then the latest."""
    wanted = (
        select(Team.name, TeamMember.leads, TeamMember.since_on, TeamMember.until_on)
        .join(Team, Team.id == TeamMember.team_id)
        .where(TeamMember.volunteer_id == volunteer_id, TeamMember.voided_at.is_(None))
        .order_by(TeamMember.until_on.is_not(None), TeamMember.since_on.desc())
    )
    return tuple(TeamTie(*row) for row in unit.session.execute(wanted))


def stars_held(unit: Unit, volunteer_id: UUID) -> tuple[StarHeld, ...]:
    """The stars of somebody that stand, the latest first."""
    wanted = (
        select(Star.star, Star.year, Star.confirmed_on)
        .where(Star.volunteer_id == volunteer_id, Star.withdrawn_at.is_(None))
        .order_by(Star.year.desc(), Star.star.desc())
    )
    return tuple(StarHeld(*row) for row in unit.session.execute(wanted))


def merged_records(unit: Unit, volunteer_id: UUID) -> tuple[MergedRecord, ...]:
    """The records that lead to this one, through later merges too, the latest merge first."""
    found: list[MergedRecord] = []
    reached = [volunteer_id]
    for survivor in reached:
        wanted = (
            select(Volunteer.id, Volunteer.number, Volunteer.name)
            .join(Merge, Merge.merged_id == Volunteer.id)
            .where(Merge.survivor_id == survivor, Merge.undone_at.is_(None))
            .order_by(Merge.merged_at.desc())
        )
        records = [MergedRecord(*row) for row in unit.session.execute(wanted)]
        found += records
        reached += [one.id for one in records]
    return tuple(found)
