"""Service teams (志愿服务队): what is known of one, and who belongs to it from when to when.

Why a membership has days and no instants: people join by a list or a word, and an hour of service
counts for the team when its day lies in the membership.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from station_app.domain.names import name_key, sounds
from station_app.domain.phones import tidy_phone
from station_app.errors import StationError

LONGEST: Final = {"name": 60, "party_branch": 100, "department": 60, "intro": 1000}
TEAM_DISBANDED: Final = "team_disbanded"  # why somebody left, where the whole team ended


@dataclass(eq=False)
class TeamFieldMissing(StationError):
    """A field that no team can do without is empty."""

    field: str


@dataclass(eq=False)
class TeamTextTooLong(StationError):
    """More text than the field holds; figures in characters (code points)."""

    field: str
    length: int
    longest: int


@dataclass(eq=False)
class TeamNameTaken(StationError):
    """Another team, perhaps one that was disbanded, already has this name."""

    name: str


@dataclass(eq=False)
class TeamUnknown(StationError):
    """No team has this name."""

    name: str


@dataclass(eq=False)
class FoundedInFuture(StationError):
    """The team is founded after today."""

    founded_on: date


@dataclass(eq=False)
class FoundedAfterJoining(StationError):
    """Somebody joined before the day on which the team is said to be founded."""

    founded_on: date
    name: str
    since: date


@dataclass(eq=False)
class TeamDisbanded(StationError):
    """The team has ended; nobody joins or leads it any more."""

    name: str
    on: date


@dataclass(eq=False)
class DisbandedBeforeJoining(StationError):
    """The team would end before somebody joined it."""

    on: date
    name: str
    since: date


@dataclass(eq=False)
class AlreadyMember(StationError):
    """The volunteer belongs to the team."""

    name: str
    since: date


@dataclass(eq=False)
class MembershipsOverlap(StationError):
    """The volunteer belonged to the team at that time already; `until` is the last day."""

    name: str
    since: date
    until: date


@dataclass(eq=False)
class JoinedBeforeFounding(StationError):
    """Joining is dated before the team was founded."""

    since: date
    founded_on: date


@dataclass(eq=False)
class MembershipInFuture(StationError):
    """Joining, leaving or disbanding is dated after today."""

    day: date


@dataclass(eq=False)
class LeftBeforeJoining(StationError):
    """The last day is before the first."""

    name: str
    since: date
    until: date


@dataclass(eq=False)
class MembershipGone(StationError):
    """The membership is no longer what the clerk saw: ended or taken back meanwhile."""


@dataclass(eq=False)
class LeaderNotMember(StationError):
    """Only a member leads the team."""

    name: str


@dataclass(eq=False)
class LeaderStays(StationError):
    """Who leads the team cannot leave it before somebody else leads."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamCard:
    """What a clerk says of a team; `kind`, `department` and `service_classes` are codes.

    A department that the list does not know is kept in its own words.
    """

    name: str
    kind: str
    founded_on: date
    phone: str = ""
    party_branch: str = ""
    department: str = ""
    service_classes: tuple[str, ...] = ()
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Membership:
    """Days of belonging, both included; without a last day it goes on."""

    since: date
    until: date | None


def checked_team(card: TeamCard, today: date) -> TeamCard:
    """The card with tidy fields.

    Raises TeamFieldMissing, TeamTextTooLong, FoundedInFuture, PhoneUnreadable, DigitsLost.
    """
    texts = {name: " ".join(getattr(card, name).split()) for name in LONGEST if name != "intro"}
    texts["intro"] = card.intro.strip()
    tidy = replace(card, **texts)  # type: ignore[arg-type]  # texts only, by construction
    for field in ("name", "kind"):
        if not getattr(tidy, field):
            raise TeamFieldMissing(field)
    for field, longest in LONGEST.items():
        if (length := len(getattr(tidy, field))) > longest:
            raise TeamTextTooLong(field, length, longest)
    if tidy.founded_on > today:
        raise FoundedInFuture(tidy.founded_on)
    return replace(tidy, phone=tidy_phone(card.phone) if card.phone.strip() else "")


def check_joining(
    name: str, since: date, *, today: date, founded_on: date, before: Iterable[Membership]
) -> None:
    """Refuse a first day that cannot be, beside the person's earlier memberships of the team.

    Raises MembershipInFuture, JoinedBeforeFounding, AlreadyMember, MembershipsOverlap.
    """
    if since > today:
        raise MembershipInFuture(since)
    if since < founded_on:
        raise JoinedBeforeFounding(since, founded_on)
    for one in before:
        if one.until is None:
            raise AlreadyMember(name, one.since)
        if since <= one.until:
            raise MembershipsOverlap(name, one.since, one.until)


def check_leaving(name: str, since: date, until: date, *, today: date) -> None:
    """Refuse a last day that cannot be; raises MembershipInFuture, LeftBeforeJoining."""
    if until > today:
        raise MembershipInFuture(until)
    if until < since:
        raise LeftBeforeJoining(name, since, until)


def team_search_key(name: str) -> str:
    """What a search text may be part of: Pinyin, by which lists sort too, initials, the name."""
    sound = sounds(name)
    return " ".join((sound.full, sound.initials, name_key(name)))
