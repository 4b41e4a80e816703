"""Sentences and labels about service teams."""

from station_app.domain.codes import code_list
from station_app.domain.teams import (
    TEAM_DISBANDED,
    AlreadyMember,
    DisbandedBeforeJoining,
    FoundedAfterJoining,
    FoundedInFuture,
    JoinedBeforeFounding,
    LeaderNotMember,
    LeaderStays,
    LeftBeforeJoining,
    MembershipGone,
    MembershipInFuture,
    MembershipsOverlap,
    TeamDisbanded,
    TeamFieldMissing,
    TeamNameTaken,
    TeamTextTooLong,
    TeamUnknown,
)
from station_app.i18n import N_, _, ngettext
from station_app.wording.labels import label
from station_app.wording.sentences import sentence
from station_app.wording.values import day_text

FIELDS = {
    "name": N_("Name of the team"),
    "kind": N_("Kind of team"),
    "leader": N_("Leader"),
    "phone": N_("Contact phone"),
    "party_branch": N_("Party branch"),
    "department": N_("Supervising department"),
    "service_classes": N_("Service classes"),
    "founded_on": N_("Founded on"),
    "intro": N_("About the team"),
}


def team_field_label(field: str) -> str:
    """What a field of a team is called."""
    return _(FIELDS[field])


def team_kind_label(code: str) -> str:
    """理论宣讲, 文化文艺 …"""
    return label("team_kind", code)


def department_label(code: str) -> str:
    """宣传部, 团委 …; a department that was written in stands for itself."""
    return label("department", code)


def department_code(text: str) -> str:
    """The code behind what a clerk wrote, or the words themselves."""
    return code_list("department").find(text) or text.strip()


def left_reason_text(reason: str) -> str:
    """Why somebody left: the clerk's words, or our own for a team that ended."""
    return _("The team was disbanded") if reason == TEAM_DISBANDED else reason


def members_text(count: int) -> str:
    """One member, two members."""
    return ngettext("{count} member", "{count} members", count).format(count=count)


@sentence.register
def _missing(error: TeamFieldMissing) -> str:
    return _("“{field}” is empty. Please fill it in.").format(field=team_field_label(error.field))


@sentence.register
def _long(error: TeamTextTooLong) -> str:
    return _("“{field}” has {length} characters; at most {longest} fit. Please shorten it.").format(
        field=team_field_label(error.field), length=error.length, longest=error.longest
    )


@sentence.register
def _taken(error: TeamNameTaken) -> str:
    return _("There already is a team named “{name}”. Choose another name.").format(name=error.name)


@sentence.register
def _unknown(error: TeamUnknown) -> str:
    return _("No team is named “{name}”. Write its whole name.").format(name=error.name)


@sentence.register
def _founded_later(error: FoundedInFuture) -> str:
    return _("The day of founding {day} has not come yet. Please check it.").format(
        day=day_text(error.founded_on)
    )


@sentence.register
def _founded_after(error: FoundedAfterJoining) -> str:
    return _(
        "{name} belongs to the team since {since}; it cannot be founded later, on {day}. Check the "
        "day of founding."
    ).format(name=error.name, since=day_text(error.since), day=day_text(error.founded_on))


@sentence.register
def _disbanded(error: TeamDisbanded) -> str:
    return _("“{name}” was disbanded on {day}. Take that back first.").format(
        name=error.name, day=day_text(error.on)
    )


@sentence.register
def _disbanded_before(error: DisbandedBeforeJoining) -> str:
    return _(
        "{name} joined on {since}, after {day}. Choose a later day, or take the joining back first."
    ).format(name=error.name, since=day_text(error.since), day=day_text(error.on))


@sentence.register
def _already(error: AlreadyMember) -> str:
    return _("{name} belongs to the team already, since {since}.").format(
        name=error.name, since=day_text(error.since)
    )


@sentence.register
def _overlap(error: MembershipsOverlap) -> str:
    return _(
        "{name} belonged to the team from {since} to {until}. Begin on a later day, or take the "
        "leaving back."
    ).format(name=error.name, since=day_text(error.since), until=day_text(error.until))


@sentence.register
def _before_founding(error: JoinedBeforeFounding) -> str:
    return _("{day} is before the team was founded, on {founded}. Choose a later day.").format(
        day=day_text(error.since), founded=day_text(error.founded_on)
    )


@sentence.register
def _in_future(error: MembershipInFuture) -> str:
    return _("{day} has not come yet. Choose today or an earlier day.").format(
        day=day_text(error.day)
    )


@sentence.register
def _left_before(error: LeftBeforeJoining) -> str:
    return _(
        "{name} joined on {since}; the last day cannot be {until}. Choose a later day."
    ).format(name=error.name, since=day_text(error.since), until=day_text(error.until))


@sentence.register
def _gone(error: MembershipGone) -> str:
    return _("This membership was changed meanwhile. Look at the list again.")


@sentence.register
def _no_member(error: LeaderNotMember) -> str:
    return _("{name} does not belong to the team. Let {name} join first.").format(name=error.name)


@sentence.register
def _stays(error: LeaderStays) -> str:
    return _("{name} leads the team. Let another member lead it first.").format(name=error.name)
