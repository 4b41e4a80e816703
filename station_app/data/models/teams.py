"""Service teams and who belongs to them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from station_app.data.models.kept import Kept

_OPEN = text("until_on IS NULL AND voided_at IS NULL")
_LEADS = text("leads AND until_on IS NULL AND voided_at IS NULL")


class Team(Kept, kw_only=True):
    """A service team. `search_key` serves the search box only and does not travel.

    `service_classes` are codes, separated by one space.
    """

    __tablename__ = "team"
    __table_args__ = (
        CheckConstraint("length(name) > 0", name="has_name"),
        CheckConstraint("disbanded_on IS NULL OR disbanded_on >= founded_on", name="ends_later"),
    )

    name: Mapped[str] = mapped_column(unique=True)
    search_key: Mapped[str]
    kind: Mapped[str]
    phone: Mapped[str] = mapped_column(default="")
    party_branch: Mapped[str] = mapped_column(default="")
    department: Mapped[str] = mapped_column(default="")
    service_classes: Mapped[str] = mapped_column(default="")
    intro: Mapped[str] = mapped_column(default="")
    founded_on: Mapped[date]
    disbanded_on: Mapped[date | None] = mapped_column(default=None)


class TeamMember(Kept, kw_only=True):
    """One time of belonging to a team, both days included; without a last day it goes on.

    The leader is a member that `leads`, so that no team is led from outside.
    """

    __tablename__ = "team_member"
    __table_args__ = (
        CheckConstraint("until_on IS NULL OR until_on >= since_on", name="leaves_after_joining"),
        Index(
            "one_open_membership",
            "team_id",
            "volunteer_id",
            unique=True,
            sqlite_where=_OPEN,
            postgresql_where=_OPEN,
        ),
        Index(
            "one_leader_a_team",
            "team_id",
            unique=True,
            sqlite_where=_LEADS,
            postgresql_where=_LEADS,
        ),
        Index("team_member_by_volunteer", "volunteer_id"),
        Index("team_member_by_team", "team_id"),
    )

    team_id: Mapped[UUID] = mapped_column(ForeignKey("team.id"))
    volunteer_id: Mapped[UUID] = mapped_column(ForeignKey("volunteer.id"))
    leads: Mapped[bool] = mapped_column(default=False)
    since_on: Mapped[date]
    until_on: Mapped[date | None] = mapped_column(default=None)
    left_reason: Mapped[str] = mapped_column(default="")
    voided_at: Mapped[datetime | None] = mapped_column(default=None)
